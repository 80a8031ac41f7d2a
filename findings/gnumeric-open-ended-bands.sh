#!/usr/bin/env bash
# Software  Gnumeric (Debian gnumeric, 1.12.55 when found): a CSV of responses opened and saved as a workbook.
# Guess     Bands such as "65+" and codes with brackets or a dash, "(5)" and "65-", are words and stay words.
# Seen      "65+" becomes the number 65, so that the band of the oldest looks like one year of age; "65-" and "(5)" become -65 and -5, as
#           bookkeepers write losses; all of them also when the CSV quotes them. "65 +" goes the same way; "[5]" and "5-9" stay words.
# Met by    Organisers whose age bands end with "65+" or whose scales read "(1)" … "(5)", and who correct last year's CSV in a spreadsheet
#           before importing it.
# Here      The import of responses should find the choice that a lone 65 or -5 came from, or report it by name; the spreadsheet export
#           should be .xlsx with text cells.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
need ssconvert gnumeric

printf 'response,answer\r\n' > answers.csv
for answer in '(5)' '"(5)"' '65-' '"65-"' '65+' '"65+"' '65 +' '[5]' '5-9'; do printf 'r,%s\r\n' "$answer" >> answers.csv; done
ssconvert answers.csv answers.xlsx > converted.txt 2>&1
ssconvert answers.xlsx again.csv > converted.txt 2>&1
paste -d '>' <(cut -d, -f2 answers.csv | tr -d '\r') <(cut -d, -f2 again.csv) | sed '1d; s/>/ becomes /' > seen
expect seen <<'SEEN'
(5) becomes -5
"(5)" becomes -5
65- becomes -65
"65-" becomes -65
65+ becomes 65
"65+" becomes 65
65 + becomes 65
[5] becomes [5]
5-9 becomes 5-9
SEEN
