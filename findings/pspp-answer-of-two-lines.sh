#!/usr/bin/env bash
# Software  PSPP (Debian pspp, 1.6.2 when found): GET DATA /TYPE=TXT of a CSV of responses.
# Guess     With /QUALIFIER='"' an answer of two lines in quotes is one cell, as in R, pandas and every spreadsheet.
# Seen      The line ends the case, with a warning that the quote goes on: three people become four, the second line of the words is nowhere, and the rating is the
#           story of a person without a number. Doubled quotes inside an answer are read right.
# Met by    Analysts who open an export with stories, or run a script of SPSS syntax that came with it, in PSPP.
# Here      A script for PSPP must not read responses.csv where answers have lines; the labelled .sav is the way in.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
need pspp pspp

printf 'id,story,rating\r\n1,"First line\nsecond line",5\r\n2,"He said ""no"".",4\r\n3,plain,3\r\n' > answers.csv
cat > read.sps <<'SPS'
GET DATA /TYPE=TXT /FILE='answers.csv' /ARRANGEMENT=DELIMITED /FIRSTCASE=2 /DELIMITERS=',' /QUALIFIER='"'
  /VARIABLES=id F4.0 story A60 rating F4.0.
LIST.
SPS
pspp -O format=txt -o listed.txt read.sps > said.txt 2>&1
grep -E '^[|]' listed.txt > seen
expect seen <<'SEEN'
|id|    story    |rating|
| 1|First line   |     .|
| .|5            |     .|
| 2|He said "no".|     4|
| 3|plain        |     3|
SEEN
