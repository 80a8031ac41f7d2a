#!/usr/bin/env bash
# Software  npm sav-reader 2.0.8 on a compressed .sav written by haven (R), read for comparison by PSPP.
# Guess     A file with 1,000 cases gives 1,000 rows in every reader.
# Seen      sav-reader gives the first row and stops, without an error; its own header says 1,000. PSPP reads 1,000, and sav-reader reads
#           1,000 when the same data is saved uncompressed or saved again by PSPP. The likely cause is in the bytes: haven's writer begins
#           a new group of eight opcodes with every case and fills the last group with zeros, which readers are to skip; PSPP's opcodes
#           run on across cases.
# Met by    Anyone whose tool reads .sav in Node: haven's write_sav compresses like this unless told otherwise.
# Here      Our .sav should let opcodes run on across cases as PSPP's do, so that this reader too gets every response; the manifest's
#           count of rows is what a reader's count must be held against.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
need pspp pspp
need_r haven r-cran-haven
npm_packages sav-reader@2.0.8

cat > write.R <<'R'
n <- 1000
answers <- data.frame(id = seq_len(n), need = rep(c(1, 2, 5, 1, 2), n / 5), said = rep(c("yes", "no", "unsure", "yes", "no"), n / 5))
haven::write_sav(answers, "default.sav")
haven::write_sav(answers, "uncompressed.sav", compress = "none")
R
Rscript write.R
cat > again.sps <<'SPS'
get file="default.sav".
save outfile="saved-by-pspp.sav" /compressed.
descriptives id /statistics=max.
SPS
pspp again.sps > pspp.txt
cat > read.cjs <<'JS'
const { SavFileReader } = require('sav-reader');
(async () => {
  for (const file of ['default.sav', 'uncompressed.sav', 'saved-by-pspp.sav']) {
    const reader = new SavFileReader(file);
    await reader.open();
    const rows = await reader.readAllRows();
    console.log(`sav-reader, ${file}: header says ${reader.meta.header.n_cases}, rows read ${rows.length}`);
  }
})();
JS
node read.cjs > seen
sed -n 's/^|id *|\([0-9]*\)|.*/PSPP, default.sav: rows read \1/p' pspp.txt >> seen
expect seen <<'SEEN'
sav-reader, default.sav: header says 1000, rows read 1
sav-reader, uncompressed.sav: header says 1000, rows read 1000
sav-reader, saved-by-pspp.sav: header says 1000, rows read 1000
PSPP, default.sav: rows read 1000
SEEN
