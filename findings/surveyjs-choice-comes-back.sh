#!/usr/bin/env bash
# Software  npm survey-core 3.1.1 (SurveyJS): a choice with visibleIf that is picked, goes out of sight and is in sight again.
# Guess     Both kinds of question forget the pick when the choice goes.
# Seen      A radio group forgets it for good; a question with boxes remembers it and ticks it again by itself when the choice is back,
#           now at the end of the list, so that the order of the stored codes is another one. While the choice is out of sight it is not
#           in the data.
# Met by    People who go back and change an earlier answer twice; analysts who take the order of codes for the order of picking.
# Here      Our pages bring back what was said when a question returns; an imported form behaves alike for both kinds. Never read meaning
#           from the order of ticks.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
npm_packages survey-core@3.1.1

cat > finding.mjs <<'JS'
import { Model } from 'survey-core';

for (const [type, first] of [['radiogroup', 'boat'], ['checkbox', ['boat', 'bus']]]) {
  const survey = new Model({ elements: [
    { type: 'text', name: 'place' },
    { type, name: 'travel', choices: [{ value: 'boat', visibleIf: "{place} = 'coast'" }, 'bus'] }] });
  const seen = [];
  survey.setValue('place', 'coast');
  survey.setValue('travel', first);
  seen.push(survey.getValue('travel'));
  for (const place of ['hills', 'coast']) {
    survey.setValue('place', place);
    seen.push(survey.getValue('travel') ?? null);
  }
  const [picked, hidden, back] = seen.map((value) => JSON.stringify(value));
  console.log(`${type}: picked ${picked}, choice out of sight ${hidden}, in sight again ${back}`);
}
JS
node finding.mjs > seen
expect seen <<'SEEN'
radiogroup: picked "boat", choice out of sight null, in sight again null
checkbox: picked ["boat","bus"], choice out of sight ["bus"], in sight again ["bus","boat"]
SEEN
