#!/usr/bin/env bash
# Software  NuGet ExcelDataReader 3.6.0 on a workbook that counts days from 1904; Gnumeric reads the same file for comparison.
# Guess     date1904="1" and date1904="true" are the same truth of XML Schema and give the same day.
# Seen      With "1" the day is 1 October 2028, with "true" it is 30 September 2024: the switch is read as off, four years and a day
#           early. Gnumeric gives 2028 for both.
# Met by    Organisers with old sheets from a Mac that another program has saved again; every date of an import is wrong alike and looks
#           plausible.
# Here      Our reading of sheets should look at the attribute itself and move the dates, or refuse a workbook of this kind.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"
need ssconvert gnumeric

cp "$parts/Sheet.cs" .
cat > Program.cs <<'CS'
using System.Text;
using ExcelDataReader;

Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
foreach (var truth in new[] { "1", "true", "0", "false" })
{
    Sheet.Write($"{truth}.xlsx", [("45565", "yyyy\\-mm\\-dd")], $"date1904='{truth}'");
    using var file = File.OpenRead($"{truth}.xlsx");
    using var reader = ExcelReaderFactory.CreateReader(file);
    reader.Read();
    Console.WriteLine($"ExcelDataReader, date1904=\"{truth}\": {reader.GetDateTime(0):yyyy-MM-dd}");
}
CS
nuget_run ExcelDataReader 3.6.0 > seen
for truth in 1 true 0 false; do
  ssconvert "$truth.xlsx" "$truth.csv" > converted.txt 2>&1
  echo "Gnumeric, date1904=\"$truth\": $(cat "$truth.csv")" >> seen
done
expect seen <<'SEEN'
ExcelDataReader, date1904="1": 2028-10-01
ExcelDataReader, date1904="true": 2024-09-30
ExcelDataReader, date1904="0": 2024-09-30
ExcelDataReader, date1904="false": 2024-09-30
Gnumeric, date1904="1": 2028/10/01
Gnumeric, date1904="true": 2028/10/01
Gnumeric, date1904="0": 2024/09/30
Gnumeric, date1904="false": 2024/09/30
SEEN
