# Reference of the markers of results, worked out from people one by one, as R does it, and not from counts.
#   Rscript markers.R > markers.json          (R 4.2.2)
num <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
arr <- function(x) paste0("[", paste(num(x), collapse = ","), "]")
counts <- function(x, top) tabulate(x + 1, top + 1)
set.seed(20261122)

score <- function(n, top, shape) rbinom(n, top, rbeta(n, shape, 3))
means <- vapply(1:12, function(i) {
  x <- score(c(2, 3, 9, 10, 11, 25, 60, 120, 400, 1500, 7000, 20000)[i], 20, 1 + i / 4)
  half <- 1.96 * sd(x) / sqrt(length(x))
  sprintf('{"counts":%s,"mean":%s,"deviation":%s,"low":%s,"high":%s}', arr(counts(x, 20)), num(mean(x)), num(sd(x)),
          num(mean(x) - half), num(mean(x) + half))
}, "")

spearmans <- vapply(c(3, 4, 10, 11, 30, 75, 200, 3000), function(n) {
  score <- score(n, 25, 2)
  mark <- pmin(5, pmax(2, round(2 + score / 9 + rnorm(n, 0, 0.8))))
  if (length(unique(mark)) == 1) mark[1] <- 5 - (mark[1] == 5)
  d <- rank(mark) - rank(score)
  table <- vapply(0:5, function(m) arr(counts(score[mark == m], 25)), "")
  sprintf('{"table":[%s],"corrected":%s,"printed":%s}', paste(table, collapse = ","),
          num(cor(mark, score, method = "spearman")), num(1 - 6 * sum(d^2) / (n * (n^2 - 1))))
}, "")

fences <- vapply(c(8, 9, 10, 11, 40, 501), function(n) {
  r <- round(exp(rnorm(n, 0, 0.1)), 4)
  q <- quantile(r, c(0.25, 0.5, 0.75), names = FALSE, type = 7)
  sprintf('{"ratios":%s,"q25":%s,"median":%s,"q75":%s,"low":%s,"high":%s}', arr(r), num(q[1]), num(q[2]), num(q[3]),
          num(q[1] - 3 * IQR(r)), num(q[3] + 3 * IQR(r)))
}, "")

shares <- apply(rbind(c(0, 1), c(1, 1), c(0, 3), c(3, 3), c(3, 10), c(6, 20), c(1, 1000), c(999, 1000), c(500, 12345)), 1, function(v) {
  p <- prop.test(v[1], v[2], correct = FALSE)$conf.int
  sprintf('[%d,%d,%s,%s]', v[1], v[2], num(p[1]), num(p[2]))
})

all <- function(x) paste0("[", paste(x, collapse = ",\n"), "]")
cat(sprintf('{"means":%s,\n"spearmans":%s,\n"fences":%s,\n"shares":%s}\n', all(means), all(spearmans), all(fences), all(shares)))
