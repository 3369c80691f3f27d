# Reference of the beta-binomial fit, worked out apart from our code: R's lbeta, digamma and trigamma, a search of the whole profile, then Newton.
#   Rscript beta-binomial.R > beta-binomial.json          (R 4.2.2)
num <- function(x) sprintf("%.17g", x)
arr <- function(x) paste0("[", paste(num(x), collapse = ","), "]")
ll <- function(a, b, n, k) sum(lbeta(a + k, b + n - k)) - length(n) * lbeta(a, b)
polish <- function(par, n, k) {
  m <- length(n)
  for (i in 1:200) {
    a <- par[1]; b <- par[2]
    g <- c(sum(digamma(a + k)) - m * digamma(a), sum(digamma(b + n - k)) - m * digamma(b)) -
      (sum(digamma(a + b + n)) - m * digamma(a + b))
    common <- -(sum(trigamma(a + b + n)) - m * trigamma(a + b))
    H <- matrix(c(sum(trigamma(a + k)) - m * trigamma(a) + common, common, common,
                  sum(trigamma(b + n - k)) - m * trigamma(b) + common), 2)
    step <- -solve(H, g)
    par <- par + step
    if (max(abs(step / par)) < 1e-13) break
  }
  par
}
fit <- function(n, k) {
  f <- function(v) -ll(exp(v[1]), exp(v[2]), n, k)
  best <- NULL
  p <- sum(k) / sum(n)
  for (M in 10^seq(-2, 4, by = 0.5)) {
    o <- optim(log(c(p * M, (1 - p) * M)), f, control = list(reltol = 1e-15, maxit = 5000))
    if (is.null(best) || o$value < best$value) best <- o
  }
  polish(exp(best$par), n, k)
}
set.seed(20261122)
draw <- function(m, sizes, a, b) { n <- sizes(m); list(n = n, k = rbinom(m, n, rbeta(m, a, b))) }
small <- function(m) 1 + rpois(m, 6)
town <- function(m) 5 + rpois(m, 45)
mixed <- function(m) pmax(1, round(exp(rnorm(m, 3, 1))))
cases <- list(
  list("a region of 400 schools of all sizes", draw(400, mixed, 2, 18)),
  list("thirty small schools", draw(30, small, 1.5, 6)),
  list("a town with big schools", draw(60, town, 8, 40)),
  list("shares close to zero", draw(300, mixed, 0.4, 20)),
  list("shares close to one", draw(200, town, 30, 1.2)),
  list("schools of two kinds, nearly all or nothing", draw(80, small, 0.15, 0.25)),
  list("little over-dispersion", draw(500, town, 60, 240)),
  list("three schools", list(n = c(20, 20, 20), k = c(2, 5, 14))),
  list("two schools", list(n = c(10, 12), k = c(1, 9))),
  list("a very large school among small ones", list(n = c(1000, 1000, rep(2, 100)), k = c(500, 500, rep(c(0, 2), 50)))),
  list("one school of one participant beside others", list(n = c(1, 30, 25, 40), k = c(1, 3, 12, 4))),
  list("a school without participants beside others", list(n = c(0, 30, 25, 40), k = c(0, 3, 12, 4)))
)
out <- vapply(cases, function(one) {
  d <- one[[2]]
  keep <- d$n > 0
  par <- fit(d$n[keep], d$k[keep])
  sprintf('{"name":"%s","n":%s,"k":%s,"alpha":%s,"beta":%s,"logLikelihood":%s}', one[[1]], arr(d$n), arr(d$k),
          num(par[1]), num(par[2]), num(ll(par[1], par[2], d$n, d$k)))
}, "")
cat("[\n", paste(out, collapse = ",\n"), "\n]\n", sep = "")
