#!/usr/bin/env bash
# Software  PSPP (Debian pspp, 1.6.2 when found): SAVE TRANSLATE of a .sav to CSV.
# Guess     A date is written as its variable's format shows it (2024/05/03), a skipped number as nothing, a refused one as its code.
# Seen      Dates are written month/day/year whatever their format says (3 May is 05/03/2024), and a month or a quarter becomes its first
#           day. A skipped number is one blank between the commas, not nothing. The code is written, as guessed. /TEXTOPTIONS
#           FORMAT=VARIABLE writes the formats and keeps the blank.
# Met by    An analyst without SPSS who turns a .sav into CSV with PSPP and reads it elsewhere: 05/03/2024 is then 5 March for half the
#           world.
# Here      Exports carry their own CSV (year-month-day, empty means empty); the import should accept a lone blank as empty and ask about
#           05/03/2024.
set -euo pipefail
. "$(dirname "$0")/parts/start.sh"
need pspp pspp

cat > finding.sps <<'SPS'
data list list /id (f4) people (f4) visit (sdate10) month (moyr8) quarter (qyr6).
begin data
1 2 2024/05/03 "MAY 2024" "2 Q 2024"
2 -99 2024/05/13 "JUN 2024" "3 Q 2024"
3 . . . .
end data.
missing values people (-99).
save translate /outfile="plain.csv" /type=csv /fieldnames.
save translate /outfile="formatted.csv" /type=csv /fieldnames /textoptions format=variable.
SPS
pspp finding.sps > pspp.txt
for file in plain formatted; do echo "$file:"; cat "$file.csv"; done > seen
expect seen <<'SEEN'
plain:
id,people,visit,month,quarter
1,2,05/03/2024,05/01/2024,04/01/2024
2,-99,05/13/2024,06/01/2024,07/01/2024
3, , , , 
formatted:
id,people,visit,month,quarter
1,2,2024/05/03,MAY 2024,2 Q 24
2,-99,2024/05/13,JUN 2024,3 Q 24
3, , , , 
SEEN
