#!/usr/bin/env bash
# Software  npm survey-core 3.1.1 (SurveyJS) and @getodk/xforms-engine 0.22.0 (ODK Web Forms): a stored ranking of one need out of three,
#           opened again.
# Guess     It stays the ranking of that one need.
# Seen      Both fill it up with the needs that the person did not rank, in the order of the list, and send that as the answer: "school"
#           becomes school, water, road. An untouched question stays empty in both. With selectToRankEnabled SurveyJS keeps the one.
# Met by    Whoever corrects or migrates submissions of a program that lets people rank only what matters to them.
# Here      A ranking may stop early here, and unranked is not "last": our responses exported for such programs need selectToRankEnabled,
#           or a finding for Web Forms, and an import of complete rankings cannot tell a place given from a place filled up.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
npm_packages survey-core@3.1.1 @getodk/xforms-engine@0.22.0 jsdom@26.1.0
cp "$parts/webforms.mjs" .

cat > finding.mjs <<'JS'
import { Model } from 'survey-core';
import { form, open, reopen, sent } from './webforms.mjs';

const needs = ['water', 'school', 'road'];
const list = `<instance id="needs"><root>${needs.map((need) => `<item><name>${need}</name></item>`).join('')}</root></instance>`;
const ranking = form('<rank/>', '<bind nodeset="/data/rank" type="odk:rank"/>', `<odk:rank ref="/data/rank"><label>Rank</label>
<itemset nodeset="instance('needs')/root/item"><value ref="name"/><label ref="name"/></itemset></odk:rank>`, list);
console.log('Web Forms, untouched:', sent(await open(ranking)));
console.log('Web Forms, one stored:', sent(await reopen(ranking, '<rank>school</rank>')));
for (const selectToRankEnabled of [false, true]) {
  for (const data of [{}, { rank: ['school'] }]) {
    const survey = new Model({ elements: [{ type: 'ranking', name: 'rank', choices: needs, selectToRankEnabled }] });
    survey.data = data;
    survey.doComplete();
    console.log(`SurveyJS, selectToRankEnabled ${selectToRankEnabled}, stored ${JSON.stringify(data)}: ${JSON.stringify(survey.data)}`);
  }
}
process.exit();
JS
node finding.mjs > seen
expect seen <<'SEEN'
Web Forms, untouched: <rank/>
Web Forms, one stored: <rank>school water road</rank>
SurveyJS, selectToRankEnabled false, stored {}: {}
SurveyJS, selectToRankEnabled false, stored {"rank":["school"]}: {"rank":["school","water","road"]}
SurveyJS, selectToRankEnabled true, stored {}: {}
SurveyJS, selectToRankEnabled true, stored {"rank":["school"]}: {"rank":["school"]}
SEEN
