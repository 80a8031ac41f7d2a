#!/usr/bin/env bash
# Software  npm openrosa-xpath-evaluator 3.1.0 (Enketo) and @getodk/xforms-engine 0.22.0 (ODK Web Forms): a minus sign before a question.
# Guess     -${n} is XPath and works in both, as -8 does.
# Seen      Enketo refuses a minus before anything but the digits of a number: "Too many tokens" or "Weird args", the evaluator says. A
#           blank before the digits is fine; 0 - ${n} and -1 * ${n} work. Web Forms computes all of them.
# Met by    Forms that were tried in one program and opened in another (abs(-${change}), -${debt}).
# Here      Our expressions know a minus sign before anything; our XLSForm export should write it as 0 - (…).
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
npm_packages @getodk/xforms-engine@0.22.0 openrosa-xpath-evaluator@3.1.0 node-forge@1.3.1 jsdom@26.1.0
cp "$parts/webforms.mjs" .

cat > finding.mjs <<'JS'
import { createRequire } from 'node:module';
import { form, open, sent } from './webforms.mjs';

const enketo = createRequire(import.meta.url)('openrosa-xpath-evaluator')();
const answers = new DOMParser().parseFromString('<data><n>5</n></data>', 'text/xml');
for (const expression of ['-8', '- 8', '-(8)', '-/data/n', '-number(/data/n)', 'abs(-/data/n)', '0 - /data/n', '-1 * /data/n', '3 - -8']) {
  let inEnketo;
  try {
    inEnketo = enketo.evaluate(expression, answers.documentElement, null, 2).stringValue;
  } catch (error) {
    inEnketo = `refused (${/^[A-Z][a-z]+ [a-z]+/.exec(error.message)})`;
  }
  const root = await open(form('<n>5</n><c/>',
    `<bind nodeset="/data/n" type="string"/><bind nodeset="/data/c" type="string" calculate="${expression}"/>`,
    '<input ref="/data/n"><label>n</label></input>'));
  console.log(`${expression}: Web Forms ${/<c>(.*)<\/c>/.exec(sent(root))[1]}, Enketo ${inEnketo}`);
}
process.exit();
JS
node finding.mjs > seen
expect seen <<'SEEN'
-8: Web Forms -8, Enketo -8
- 8: Web Forms -8, Enketo -8
-(8): Web Forms -8, Enketo refused (Too many)
-/data/n: Web Forms -5, Enketo refused (Too many)
-number(/data/n): Web Forms -5, Enketo refused (Too many)
abs(-/data/n): Web Forms 5, Enketo refused (Weird args)
0 - /data/n: Web Forms -5, Enketo -5
-1 * /data/n: Web Forms -5, Enketo -5
3 - -8: Web Forms 11, Enketo 11
SEEN
