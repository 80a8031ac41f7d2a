#!/usr/bin/env bash
# Software  npm survey-core 3.1.1 (SurveyJS): conditions on what people typed into a text question.
# Guess     "2,5" and "1,234" are texts and no numbers; a sum with them is joined text.
# Seen      One comma is always a decimal mark: "2,5" = 2.5 holds, and "1,234" is 1.234, so {income} > 100 is false for one thousand two
#           hundred and thirty-four. Two commas make it a text: {income} > 100 is false again, and adding 1 gives 1,234,5671.
# Met by    Organisers who bring a SurveyJS form with an income in a text box, and compare branches taken there and here.
# Here      Our importer should make such a question decimal so that doubtful marks are asked about, and say in its finding that the old
#           form took 1,234 for 1.234.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
npm_packages survey-core@3.1.1

cat > finding.mjs <<'JS'
import { ExpressionRunner } from 'survey-core';

for (const income of ['2,5', '1,234', '1234', '1,234,567', '1.234,5']) {
  const value = (expression) => JSON.stringify(new ExpressionRunner(expression).runValues({ income }));
  console.log(`"${income}": > 100 ${value('{income} > 100')} · = 2.5 ${value('{income} = 2.5')} · + 1 ${value('{income} + 1')}`);
}
JS
node finding.mjs > seen
expect seen <<'SEEN'
"2,5": > 100 false · = 2.5 true · + 1 3.5
"1,234": > 100 false · = 2.5 false · + 1 2.234
"1234": > 100 true · = 2.5 false · + 1 1235
"1,234,567": > 100 false · = 2.5 false · + 1 "1,234,5671"
"1.234,5": > 100 false · = 2.5 false · + 1 "1.234,51"
SEEN
