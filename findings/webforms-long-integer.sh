#!/usr/bin/env bash
# Software  npm @getodk/xforms-engine 0.22.0 (ODK Web Forms): an integer question with more than nine digits.
# Guess     254712345678 in an integer question is kept.
# Seen      Beyond 2147483647 the answer becomes empty without an error or a violation: when typed, when it is the form's default, and
#           when a stored submission that has it is opened for correction and sent again.
# Met by    Organisers who ask for a telephone or identity number as a number (the keyboard is handier) and correct a submission in the
#           web form.
# Here      Our integers go further, so the check of an XLSForm export should warn of integer questions without an upper limit and name
#           text with a numeric keyboard.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
npm_packages @getodk/xforms-engine@0.22.0 jsdom@26.1.0
cp "$parts/webforms.mjs" .

cat > finding.mjs <<'JS'
import { form, node, open, reopen, sent } from './webforms.mjs';

const number = (start) => form(`<telephone>${start}</telephone>`, '<bind nodeset="/data/telephone" type="int"/>',
  '<input ref="/data/telephone"><label>Telephone</label></input>');
for (const digits of ['2147483647', '2147483648', '254712345678']) {
  const typed = await open(number(''));
  node(typed, '/data/telephone').setValue(digits);
  const complaint = node(typed, '/data/telephone').validationState.violation ? 'a violation' : 'no violation';
  console.log(`typed ${digits}: ${sent(typed)}, ${complaint}`);
  console.log(`default ${digits}: ${sent(await open(number(digits)))}`);
  console.log(`stored ${digits}, opened again: ${sent(await reopen(number(''), `<telephone>${digits}</telephone>`))}`);
}
process.exit();
JS
node finding.mjs > seen
expect seen <<'SEEN'
typed 2147483647: <telephone>2147483647</telephone>, no violation
default 2147483647: <telephone>2147483647</telephone>
stored 2147483647, opened again: <telephone>2147483647</telephone>
typed 2147483648: <telephone/>, no violation
default 2147483648: <telephone/>
stored 2147483648, opened again: <telephone/>
typed 254712345678: <telephone/>, no violation
default 254712345678: <telephone/>
stored 254712345678, opened again: <telephone/>
SEEN
