#!/usr/bin/env bash
# Software  npm sav-reader 2.0.8 on an uncompressed .sav written by haven (R); haven reads it back for comparison.
# Guess     An answer of 200 letters é comes back whole.
# Seen      19 of the letters are lost and 38 replacement marks stand in their place. Beyond 255 bytes a text is kept in pieces that may
#           end inside a letter, and this reader makes letters of bytes before it has put the pieces together. 300 ASCII letters are
#           whole.
# Met by    Anyone who reads stories in a language with accents or in another script from a .sav in Node.
# Here      Nothing in a valid file prevents it; responses.csv stays the reference for words, and our page on .sav should name readers
#           that keep long texts (haven, PSPP).
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
need_r haven r-cran-haven
npm_packages sav-reader@2.0.8

cat > write.R <<'R'
answers <- data.frame(story = c(strrep("\u00e9", 200), strrep("x", 300), "short"))
haven::write_sav(answers, "answers.sav", compress = "none")
cat("haven: same stories", identical(as.vector(haven::read_sav("answers.sav")$story), answers$story), "\n")
R
Rscript write.R > seen
cat > read.cjs <<'JS'
const { SavFileReader } = require('sav-reader');
(async () => {
  const reader = new SavFileReader('answers.sav');
  await reader.open();
  const rows = await reader.readAllRows();
  const count = (letter) => rows[0].story.split(letter).length - 1;
  console.log('sav-reader: letters é of 200:', count('é'), '- replacement marks:', count('\uFFFD'));
  console.log('sav-reader: 300 ASCII letters whole:', rows[1].story === 'x'.repeat(300));
})();
JS
node read.cjs >> seen
expect seen <<'SEEN'
haven: same stories TRUE
sav-reader: letters é of 200: 181 - replacement marks: 38
sav-reader: 300 ASCII letters whole: true
SEEN
