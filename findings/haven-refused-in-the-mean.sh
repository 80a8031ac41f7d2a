#!/usr/bin/env bash
# Software  haven (R), 2.5.1 when found: a .sav with a user-missing code, read with user_na = TRUE so that "refused" and "not asked" stay
#           apart.
# Guess     What is.na() calls missing is left out by na.rm = TRUE.
# Seen      is.na() says TRUE for the refused, and mean(), median(), sum() and quantile() with na.rm = TRUE count -99 all the same; a
#           comparison such as x > 0 says FALSE, not NA; lm() leaves the person out. Nothing warns.
# Met by    An analyst who reads our .sav with user_na = TRUE because four states matter, and then takes a mean.
# Here      import.R should read numbers so that na.rm works (codes to NA, the state in a column of its own), and the codebook should say
#           so.
set -euo pipefail
. "$(dirname "$0")/parts/start.sh"
need_r haven r-cran-haven

cat > finding.R <<'R'
suppressMessages(library(haven))
people <- labelled_spss(c(2, -99, 4, 6), c(Refused = -99), na_values = -99)
write_sav(data.frame(people = people), "answers.sav")
x <- read_sav("answers.sav", user_na = TRUE)$people
cat("missing by is.na:", is.na(x), "\n")
cat("mean, na.rm = TRUE:", mean(x, na.rm = TRUE), "\n")
cat("mean of those not is.na:", mean(x[!is.na(x)]), "\n")
cat("median, na.rm = TRUE:", median(x, na.rm = TRUE), "\n")
cat("lowest of quantile, na.rm = TRUE:", min(quantile(x, na.rm = TRUE)), "\n")
cat("x > 0:", x > 0, "\n")
cat("persons in lm(y ~ x):", nobs(lm(c(1, 2, 3, 5) ~ x)), "\n")
cat("mean without user_na:", mean(read_sav("answers.sav")$people, na.rm = TRUE), "\n")
R
Rscript finding.R > seen
expect seen <<'SEEN'
missing by is.na: FALSE TRUE FALSE FALSE 
mean, na.rm = TRUE: -21.75 
mean of those not is.na: 4 
median, na.rm = TRUE: 3 
lowest of quantile, na.rm = TRUE: -99 
x > 0: TRUE FALSE TRUE TRUE 
persons in lm(y ~ x): 3 
mean without user_na: 4 
SEEN
