#!/usr/bin/env bash
# Software  gretl (Debian gretl, 2022c when found): a CSV of responses opened with "open".
# Guess     Quotes inside a quoted answer, which a CSV doubles, are read as one.
# Seen      They stay doubled in the text: Not ""my"" street. Commas inside quotes are fine.
# Met by    Analysts at universities who use gretl for free, with open answers or choices such as: Not "my" street.
# Here      Codes instead of labels (the analysis preset) hold no quotes.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
need gretlcli gretl

printf 'id,place,rating\n1,"Not ""my"" street",5\n2,"Here, always",4\n3,"Not ""my"" street",3\n' > answers.csv
cat > read.inp <<'INP'
set echo off
set messages off
open answers.csv --quiet
loop i = 1..3
  printf "%s\n", place[i]
endloop
INP
gretlcli -b -q read.inp > said.txt 2>&1
grep -E 'street|Here' said.txt > seen
expect seen <<'SEEN'
Not ""my"" street
Here, always
Not ""my"" street
SEEN
