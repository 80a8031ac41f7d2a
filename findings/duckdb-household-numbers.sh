#!/usr/bin/env bash
# Software  NuGet DuckDB.NET.Data.Full 1.5.6.1, reading a CSV of responses with its own choice of types.
# Guess     A household number made of district, cluster and house (1-2-3) is text, as 1-2 is; a two-part age band 18-24 too.
# Seen      1-2-3 becomes a timestamp, 3 February of the year 1, 10-12-14 a date in 2010; 1-2 and 18-24 stay text. One number of the
#           column that is no date (1-13-40) keeps the whole column text, so a small district is misread and a large one is not.
# Met by    Analysts who open responses.csv or last year's file in DuckDB without naming types; a join on the household number then finds
#           nothing.
# Here      Codes and identifiers are text: parquet with types is the export for DuckDB, and the codebook says text; a script for CSV
#           should pass the types.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"

cat > Program.cs <<'CS'
using DuckDB.NET.Data;

using var connection = new DuckDBConnection("DataSource=:memory:");
connection.Open();
foreach (var numbers in new[] { "1-2-3 4-5-6", "10-12-14 11-10-09", "1-2-3 1-13-40", "1-2 3-4", "18-24 25-34" })
{
    File.WriteAllText("responses.csv", "response,household\r\n" + string.Concat(numbers.Split(' ').Select(number => $"r,{number}\r\n")));
    using var command = connection.CreateCommand();
    command.CommandText = "select typeof(household) || ' ' || household::varchar from read_csv('responses.csv')";
    using var rows = command.ExecuteReader();
    var read = new List<string>();
    while (rows.Read()) { read.Add(rows.GetString(0)); }
    Console.WriteLine($"{numbers}: {string.Join(" | ", read)}");
}
CS
nuget_run DuckDB.NET.Data.Full 1.5.6.1 > seen
expect seen <<'SEEN'
1-2-3 4-5-6: TIMESTAMP 0001-02-03 00:00:00 | TIMESTAMP 0004-05-06 00:00:00
10-12-14 11-10-09: DATE 2010-12-14 | DATE 2011-10-09
1-2-3 1-13-40: VARCHAR 1-2-3 | VARCHAR 1-13-40
1-2 3-4: VARCHAR 1-2 | VARCHAR 3-4
18-24 25-34: VARCHAR 18-24 | VARCHAR 25-34
SEEN
