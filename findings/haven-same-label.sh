#!/usr/bin/env bash
# Software  haven's as_factor (R), 2.5.1 when found, and PSPP's frequencies on the same .sav.
# Guess     Two codes that carry the same label stay two levels, or there is an error: R forbids doubled levels.
# Seen      as_factor makes one level of them without a word, and also joins a code without a label to another code whose label is that
#           number. PSPP shows two rows with the same words.
# Met by    Analysts of lists in which two choices read alike in one language ("Other" of water, "Other" of health), or of a scale where
#           only the ends have words and one of the words is a number.
# Here      The check should warn of two choices with one label in a language; the exports should make labels in .sav unique (by adding
#           the code) and import.R should make factors from codes.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
need pspp pspp
need_r haven r-cran-haven

cat > finding.R <<'R'
suppressMessages(library(haven))
write_sav(data.frame(
  need = labelled(c(1, 2, 2, 3), c(Other = 1, Other = 2, Water = 3)),
  days = labelled(c(1, 2, 7, 7), c("7" = 1))), "answers.sav")
back <- read_sav("answers.sav")
cat("R, codes of need:\n"); print(table(as.vector(back$need)))
cat("R, as_factor of need:\n"); print(table(as_factor(back$need)))
cat("R, codes of days:\n"); print(table(as.vector(back$days)))
cat("R, as_factor of days:\n"); print(table(as_factor(back$days)))
R
Rscript finding.R > seen
printf 'get file="answers.sav".\nfrequencies need.\n' > finding.sps
pspp finding.sps | grep -E 'Other|Water' | tail -3 | sed 's/^/PSPP: /; s/ \{2,\}/ /g' >> seen
expect seen <<'SEEN'
R, codes of need:

1 2 3
1 2 1
R, as_factor of need:

Other Water
    3     1
R, codes of days:

1 2 7
1 1 2
R, as_factor of days:

7 2
3 1
PSPP: |Valid Other| 1| 25.0%| 25.0%| 25.0%|
PSPP: | Other| 2| 50.0%| 50.0%| 75.0%|
PSPP: | Water| 1| 25.0%| 25.0%| 100.0%|
SEEN
