#!/usr/bin/env bash
# Software  npm sav-reader 2.0.8 on an uncompressed .sav written by haven (R); haven reads it back for comparison.
# Guess     A number that somebody skipped comes back as null or not at all.
# Seen      It comes back as the number -1.7976931348623157e+308, the value that stands for "missing" inside the file. In compressed files
#           saved by PSPP the same skipped number is left out of the row, so code tried on one kind of file fails on the other.
# Met by    Whoever shows or averages a numeric column of a .sav in Node.
# Here      Our .sav is best written compressed, where this reader leaves the number out; the codebook's count of skipped answers tells
#           what a reader must find.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
need pspp pspp
need_r haven r-cran-haven
npm_packages sav-reader@2.0.8

cat > write.R <<'R'
haven::write_sav(data.frame(id = 1:3000, people = rep(c(4, NA, 2), 1000)), "answers.sav", compress = "none")
cat("haven: people", haven::read_sav("answers.sav")$people[1:3], "\n")
R
Rscript write.R > seen
printf 'get file="answers.sav".\nsave outfile="by-pspp.sav" /compressed.\n' > again.sps
pspp again.sps
cat > read.cjs <<'JS'
const { SavFileReader } = require('sav-reader');
(async () => {
  for (const file of ['answers.sav', 'by-pspp.sav']) {
    const reader = new SavFileReader(file);
    await reader.open();
    const rows = await reader.readAllRows();
    console.log(`sav-reader, ${file}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
})();
JS
node read.cjs >> seen
expect seen <<'SEEN'
haven: people 4 NA 2
sav-reader, answers.sav: [{"id":1,"people":4},{"id":2,"people":-1.7976931348623157e+308},{"id":3,"people":2}]
sav-reader, by-pspp.sav: [{"id":1,"people":4},{"id":2},{"id":3,"people":2}]
SEEN
