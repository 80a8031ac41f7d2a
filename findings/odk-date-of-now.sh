#!/usr/bin/env bash
# Software  npm @getodk/xforms-engine 0.22.0 (ODK Web Forms) and openrosa-xpath-evaluator 3.1.0 (Enketo): date() of a date with a time.
# Guess     date() gives the day: date(now()) = today(), and a calculate of type date may be now().
# Seen      In both, date() leaves the time on: date(now()) = today() is false and date(now()) > today() true, while int(now()) = today()
#           is true. A bind of type date that is given a date with a time is empty in Web Forms, whether by a calculate or as a default.
# Met by    Constraints such as date(${visit}) <= today() on a date-time question: refused all day long.
# Here      Our date() gives a day only; our XLSForm export should write int(…) on both sides where a day is compared with a moment.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
npm_packages @getodk/xforms-engine@0.22.0 openrosa-xpath-evaluator@3.1.0 node-forge@1.3.1 jsdom@26.1.0
cp "$parts/webforms.mjs" .

cat > finding.mjs <<'JS'
import { createRequire } from 'node:module';
import { form, open, sent } from './webforms.mjs';

const visit = '<visit>2024-03-31T10:15:00.000Z</visit>';
const enketo = createRequire(import.meta.url)('openrosa-xpath-evaluator')();
const answers = new DOMParser().parseFromString(`<data>${visit}</data>`, 'text/xml');
const calculated = async (type, expression) => {
  const calculate = expression.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const binds = `<bind nodeset="/data/visit" type="string"/><bind nodeset="/data/c" type="${type}" calculate="${calculate}"/>`;
  const root = await open(form(`${visit}<c/>`, binds, '<input ref="/data/visit"><label>Visit</label></input>'));
  return /<c>(.*)<\/c>/.exec(sent(root))?.[1] ?? '';
};
for (const expression of ['date(now()) = today()', 'date(now()) > today()', 'int(now()) = today()', 'date(/data/visit)',
  "date(/data/visit) <= date('2024-03-31')", "int(date(/data/visit)) <= int(date('2024-03-31'))"]) {
  const inEnketo = enketo.evaluate(expression, answers.documentElement, null, 2).stringValue;
  console.log(`${expression}: Web Forms ${await calculated('string', expression)}, Enketo ${inEnketo}`);
}
console.log(`calculate of type date, /data/visit: "${await calculated('date', '/data/visit')}"`);
console.log(`calculate of type date, now(): "${await calculated('date', 'now()')}"`);
const today = await calculated('date', 'today()');
console.log(`calculate of type date, today(): ${/^\d{4}-\d\d-\d\d$/.test(today) ? 'a day' : 'something else'}`);
process.exit();
JS
node finding.mjs > seen
expect seen <<'SEEN'
date(now()) = today(): Web Forms false, Enketo false
date(now()) > today(): Web Forms true, Enketo true
int(now()) = today(): Web Forms true, Enketo true
date(/data/visit): Web Forms 2024-03-31T10:15:00.000+00:00, Enketo 2024-03-31T10:15:00.000-00:00
date(/data/visit) <= date('2024-03-31'): Web Forms false, Enketo false
int(date(/data/visit)) <= int(date('2024-03-31')): Web Forms true, Enketo true
calculate of type date, /data/visit: ""
calculate of type date, now(): ""
calculate of type date, today(): a day
SEEN
