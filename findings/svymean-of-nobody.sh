#!/usr/bin/env bash
# Software  survey (R), 4.1.1 when found: svymean of a group in which nobody answered.
# Guess     The mean of nobody is NaN or an error.
# Seen      svymean over an empty subset says mean 0 with standard error 0; the same after na.rm = TRUE when all of a group skipped the
#           question. So "nobody was asked" reads as "certainly none", without a warning.
# Met by    Analysts who make one table by area and question with subset(): small areas, follow-ups asked elsewhere.
# Here      Our figures must say that nobody answered, never 0 %; import.R should print the number of answers beside each mean.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
need_r survey r-cran-survey

cat > finding.R <<'R'
suppressMessages(library(survey))
answers <- data.frame(water = c(1, 0, 1, NA, NA), area = c("a", "a", "a", "b", "b"), none = 0, weight = 1)
design <- svydesign(~1, weights = ~weight, data = answers)
show <- function(what, mean) cat(what, "mean", coef(mean), "standard error", SE(mean), "\n")
show("area a:", svymean(~water, subset(design, area == "a"), na.rm = TRUE))
show("area b, where all skipped it:", svymean(~water, subset(design, area == "b"), na.rm = TRUE))
show("area c, where nobody is:", svymean(~water, subset(design, area == "c")))
R
Rscript finding.R > seen
expect seen <<'SEEN'
area a: mean 0.6666667 standard error 0.3042903
area b, where all skipped it: mean 0 standard error 0
area c, where nobody is: mean 0 standard error 0
SEEN
