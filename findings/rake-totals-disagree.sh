#!/usr/bin/env bash
# Software  survey (R), 4.1.1 when found: rake to two margins whose totals differ.
# Guess     An error, or at least the warning that raking did not converge.
# Seen      Margins of 60 by area and 150 by age are taken without a word; the weights add up to 150, the total of the margin named last,
#           and by area they are 25, 50 and 75 instead of 10, 20 and 30. Named the other way round the same call gives 60.
# Met by    Whoever takes areas from one census table and ages from another (all people, or adults only), or percents for one and counts
#           for the other.
# Here      Our raking scales each margin to shares, so totals may differ; the page on R should say that rake needs margins scaled to one
#           total first.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
need_r survey r-cran-survey

cat > finding.R <<'R'
suppressMessages(library(survey))
answers <- expand.grid(area = c("a", "b", "c"), age = c("young", "old"))
answers$weight <- 1
design <- svydesign(~1, weights = ~weight, data = answers)
areas <- data.frame(area = c("a", "b", "c"), Freq = c(10, 20, 30))
ages <- data.frame(age = c("young", "old"), Freq = c(50, 100))
say <- function(what, raked) cat(what, "total", sum(weights(raked)), "- by area", round(tapply(weights(raked), answers$area, sum), 6), "\n")
withCallingHandlers({
  say("areas, then ages:", rake(design, list(~area, ~age), list(areas, ages)))
  say("ages, then areas:", rake(design, list(~age, ~area), list(ages, areas)))
}, warning = function(w) cat("warning:", conditionMessage(w), "\n"))
R
Rscript finding.R > seen
expect seen <<'SEEN'
areas, then ages: total 150 - by area 25 50 75
ages, then areas: total 60 - by area 10 20 30
SEEN
