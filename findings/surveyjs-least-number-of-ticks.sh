#!/usr/bin/env bash
# Software  npm survey-core 3.1.1 (SurveyJS): a question with boxes to tick that is not required.
# Guess     minSelectedChoices: 2 and the validator answercount with minCount: 2 say the same, and both let a person skip an optional
#           question.
# Seen      With minSelectedChoices nobody can go on without ticking two, required or not; with answercount the question can be skipped.
# Met by    Organisers who move a form: what was optional on one side is not on the other.
# Here      Our importer should make minSelectedChoices a constraint together with required, answercount a constraint alone, and say so.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
npm_packages survey-core@3.1.1

cat > finding.mjs <<'JS'
import { Model } from 'survey-core';

const passes = (rule, ticks) => {
  const survey = new Model({ elements: [{ type: 'checkbox', name: 'needs', choices: ['water', 'school', 'road'], ...rule }] });
  if (ticks) survey.setValue('needs', ticks);
  return survey.validate();
};
for (const [name, rule] of [
  ['minSelectedChoices', { minSelectedChoices: 2 }],
  ['answercount', { validators: [{ type: 'answercount', minCount: 2 }] }]]) {
  console.log(`${name}: untouched ${passes(rule)}, one tick ${passes(rule, ['water'])}, two ticks ${passes(rule, ['water', 'road'])}`);
}
JS
node finding.mjs > seen
expect seen <<'SEEN'
minSelectedChoices: untouched false, one tick false, two ticks true
answercount: untouched true, one tick false, two ticks true
SEEN
