# Reference of the beta distribution: rows of α, β, x, P(p ≤ x), P(p > x), 5 % quantile, 95 % quantile.
#   Rscript beta.R > beta.json          (R 4.2.2)
set.seed(20261122)
a <- c(0.5, 1, 2, 2, 30, 1e-3, 0.01, 250, 1e4, 2e5, 1e6, exp(runif(60, log(0.02), log(400))))
b <- c(0.5, 1, 3, 80, 70, 2, 0.02, 0.3, 9e4, 1e6, 1e6, exp(runif(60, log(0.02), log(400))))
x <- pmin(pmax(qbeta(runif(length(a), 0.0005, 0.9995), a, b), 1e-12), 1 - 1e-9)
row <- sprintf("[%.17g,%.17g,%.17g,%.17g,%.17g,%.17g,%.17g]", a, b, x, pbeta(x, a, b), pbeta(x, a, b, lower.tail = FALSE),
               qbeta(0.05, a, b), qbeta(0.95, a, b))
cat("[\n", paste(row, collapse = ",\n"), "\n]\n", sep = "")
