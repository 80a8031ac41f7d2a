#!/usr/bin/env bash
# Software  survey (R), 4.1.1 when found: svymean of two questions in one call.
# Guess     svymean(~water + school, na.rm = TRUE) gives each question's mean over those who answered that question, as two calls would.
# Seen      Whoever left one of the two unanswered is dropped from both: the mean of water is 0.25 beside school and 0.5 alone. No
#           warning. With a follow-up asked of few people, the first question is thereby averaged over those few.
# Met by    An analyst who puts the questions of a block in one formula, which the package's own examples do.
# Here      Our figures take each question over those who were asked and answered it; import.R should take one question a call, and the
#           notes say why.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
need_r survey r-cran-survey

cat > finding.R <<'R'
suppressMessages(library(survey))
answers <- data.frame(water = c(1, 0, 0, 0, 1, 1, 1, 0), school = c(1, 0, 1, 1, NA, NA, NA, NA), weight = 1)
design <- svydesign(~1, weights = ~weight, data = answers)
cat("water alone:", coef(svymean(~water, design, na.rm = TRUE)), "\n")
cat("school alone:", coef(svymean(~school, design, na.rm = TRUE)), "\n")
both <- coef(svymean(~water + school, design, na.rm = TRUE))
cat("in one call: water", both["water"], "school", both["school"], "\n")
R
Rscript finding.R > seen
expect seen <<'SEEN'
water alone: 0.5
school alone: 0.75
in one call: water 0.25 school 0.75
SEEN
