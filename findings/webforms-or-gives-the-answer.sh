#!/usr/bin/env bash
# Software  npm @getodk/xforms-engine 0.22.0 (ODK Web Forms) and openrosa-xpath-evaluator 3.1.0 (Enketo): a calculate with "or" or "and".
# Guess     A calculate ${a} or ${b} gives true or false, as XPath says.
# Seen      In Web Forms "or" gives the first of its two sides that counts as true, as text: 5 or nothing is sent as 5; "and" gives the
#           last: yes. Sides that compare give true and false. Enketo gives true, also when both are unanswered (a question that is there
#           counts as true).
# Met by    Organisers with a calculate such as "any need said" made of bare questions; the exported column holds answers instead of true.
# Here      Our "and" and "or" give true or false; our XLSForm export should write ${a} != '' or ${b} != '', never bare questions.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
npm_packages @getodk/xforms-engine@0.22.0 openrosa-xpath-evaluator@3.1.0 node-forge@1.3.1 jsdom@26.1.0
cp "$parts/webforms.mjs" .

cat > finding.mjs <<'JS'
import { createRequire } from 'node:module';
import { form, open, sent } from './webforms.mjs';

const fields = '<people>5</people><water>yes</water><blank/>';
const binds = ['people', 'water', 'blank'].map((name) => `<bind nodeset="/data/${name}" type="string"/>`).join('');
const body = ['people', 'water', 'blank'].map((name) => `<input ref="/data/${name}"><label>${name}</label></input>`).join('');
const enketo = createRequire(import.meta.url)('openrosa-xpath-evaluator')();
const answers = new DOMParser().parseFromString(`<data>${fields}</data>`, 'text/xml');
for (const expression of ['/data/people or /data/blank', '/data/blank or /data/blank', '/data/people and /data/water',
  '/data/people > 3 or /data/blank', "/data/people != '' or /data/blank != ''"]) {
  const calculate = expression.replaceAll('>', '&gt;');
  const root = await open(form(`${fields}<any/>`, `${binds}<bind nodeset="/data/any" type="string" calculate="${calculate}"/>`, body));
  const webForms = /<any>(.*)<\/any>/.exec(sent(root))?.[1] ?? '';
  const inEnketo = enketo.evaluate(expression, answers.documentElement, null, 2).stringValue;
  console.log(`${expression}: Web Forms "${webForms}", Enketo "${inEnketo}"`);
}
process.exit();
JS
node finding.mjs > seen
expect seen <<'SEEN'
/data/people or /data/blank: Web Forms "5", Enketo "true"
/data/blank or /data/blank: Web Forms "", Enketo "true"
/data/people and /data/water: Web Forms "yes", Enketo "true"
/data/people > 3 or /data/blank: Web Forms "true", Enketo "true"
/data/people != '' or /data/blank != '': Web Forms "true", Enketo "true"
SEEN
