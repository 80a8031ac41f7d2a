#!/usr/bin/env bash
# Software  npm survey-core 3.1.1 (SurveyJS): its functions age() and year() in a condition or a calculated value.
# Guess     age() of a year of birth ("1990") is this year less 1990, or nothing; year() of a skipped date is nothing, as age() of one is.
# Seen      Every year of birth gives the same age, this year less 1970: the year is counted as a moment shortly after 1 January 1970.
#           year() of a skipped date is this year, so this year less year({born}) makes a newborn of everybody who skipped it; age() of a
#           skipped date is nothing.
# Met by    Forms that ask for the year only (often kinder and more honest than a full date) and ask follow-ups by age.
# Here      Our importer should turn age() of a question that is not a date into a finding, and year() into a form that stays empty when
#           nothing was said.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
npm_packages survey-core@3.1.1

cat > finding.mjs <<'JS'
import { ExpressionRunner } from 'survey-core';

const value = (expression, answers) => new ExpressionRunner(expression).runValues(answers);
const now = new Date().getFullYear();
for (const born of ['1950', '1990', 2010, '1990-01-01']) {
  const age = value('age({born})', { born });
  const from = [1970, 1990].find((year) => age === now - year);
  console.log(`age of ${JSON.stringify(born)}: ${from ? `this year less ${from}` : age}`);
}
console.log(`age of a skipped date: ${value('age({born})', {})}`);
console.log(`year of a skipped date: ${value('year({born})', {}) === now ? 'this year' : 'another'}`);
console.log(`currentYear() - year({born}), skipped: ${value('currentYear() - year({born})', {})}`);
console.log(`shown to children only, skipped: ${value('currentYear() - year({born}) < 5', {})}`);
JS
node finding.mjs > seen
expect seen <<'SEEN'
age of "1950": this year less 1970
age of "1990": this year less 1970
age of 2010: this year less 1970
age of "1990-01-01": this year less 1990
age of a skipped date: null
year of a skipped date: this year
currentYear() - year({born}), skipped: 0
shown to children only, skipped: true
SEEN
