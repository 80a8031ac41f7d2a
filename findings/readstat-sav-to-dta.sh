#!/usr/bin/env bash
# Software  ReadStat's command line (Debian readstat, 1.1.8 when found), converting a .sav to a .dta and to CSV.
# Guess     Dates stay dates (Stata counts days from 1960), and a code declared missing becomes one of Stata's missing values.
# Seen      The date is copied as SPSS's count of seconds since 1582, without a date format: 13947033600. The refused -99 becomes a valid
#           number with the label "Refused", so that means and regressions count it. CSV gets the same bare seconds, and ids as 1.000000.
# Met by    An organiser who hands a colleague with Stata a converted .sav because that was the file at hand.
# Here      Offer .dta of our own (dates in days, .a for refused) instead of leaving people to convert; say in the notes beside .sav not
#           to convert it.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
need readstat readstat
need pspp pspp
need_r haven r-cran-haven

cat > write.sps <<'SPS'
data list list /id (f4) people (f4) visit (sdate10).
begin data
1 2 2024/09/30
2 -99 2024/10/01
3 4 2024/10/02
end data.
value labels people -99 "Refused".
missing values people (-99).
save outfile="answers.sav".
descriptives people /statistics=mean.
SPS
pspp write.sps > pspp.txt
readstat answers.sav answers.dta > converted.txt 2>&1
readstat answers.sav answers.csv > converted.txt 2>&1
sed -n 's/^|people *|\([0-9]*\)|\(.*\)|$/PSPP on .sav: \1 persons, mean \2/p' pspp.txt > seen
cat > read.R <<'R'
answers <- haven::read_dta("answers.dta")
cat("Stata file, mean of people:", mean(answers$people, na.rm = TRUE), "\n")
cat("Stata file, missing people:", sum(is.na(answers$people)), "\n")
cat("Stata file, first visit:", format(answers$visit[1], digits = 15), "of class", class(answers$visit), "\n")
R
Rscript read.R >> seen
sed 's/^/CSV: /' answers.csv >> seen
expect seen <<'SEEN'
PSPP on .sav: 2 persons, mean 3.00
Stata file, mean of people: -31
Stata file, missing people: 0
Stata file, first visit: 13947033600 of class numeric
CSV: "id","people","visit"
CSV: 1.000000,2.000000,13947033600.000000
CSV: 2.000000,-99.000000,13947120000.000000
CSV: 3.000000,4.000000,13947206400.000000
SEEN
