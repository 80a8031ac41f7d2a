#!/usr/bin/env bash
# Software  NuGet DuckDB.NET.Data.Full 1.5.6.1, reading a CSV of responses with its own choice of types.
# Guess     Dates that are not year-month-day stay text.
# Seen      03/05/2024 becomes 3 May when every answer can be read day first, and 5 March as soon as one other person's answer cannot
#           (06/25/2024): the same response changes its date with the people in the file. With two-digit years it is taken year first:
#           03-05-24 is 24 May 2003.
# Met by    Analysts who read files collected by other tools, wave by wave: one late answer turns all earlier dates of the column.
# Here      Our import of responses must never choose a day and month order from the data alone: year-month-day, or an order that a person
#           has named; exports write year-month-day only.
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"

cat > Program.cs <<'CS'
using DuckDB.NET.Data;

using var connection = new DuckDBConnection("DataSource=:memory:");
connection.Open();
string[] files = ["03/05/2024 04/06/2024", "03/05/2024 25/06/2024", "03/05/2024 06/25/2024", "03-05-24 04-06-24", "3.5.2024 4.6.2024"];
foreach (var days in files)
{
    File.WriteAllText("responses.csv", "response,visit\r\n" + string.Concat(days.Split(' ').Select(day => $"r,{day}\r\n")));
    using var command = connection.CreateCommand();
    command.CommandText = "select typeof(visit) || ' ' || visit::varchar from read_csv('responses.csv')";
    using var rows = command.ExecuteReader();
    var read = new List<string>();
    while (rows.Read()) { read.Add(rows.GetString(0)); }
    Console.WriteLine($"{days}: {string.Join(" | ", read)}");
}
CS
nuget_run DuckDB.NET.Data.Full 1.5.6.1 > seen
expect seen <<'SEEN'
03/05/2024 04/06/2024: DATE 2024-05-03 | DATE 2024-06-04
03/05/2024 25/06/2024: DATE 2024-05-03 | DATE 2024-06-25
03/05/2024 06/25/2024: DATE 2024-03-05 | DATE 2024-06-25
03-05-24 04-06-24: DATE 2003-05-24 | DATE 2004-06-24
3.5.2024 4.6.2024: DATE 2024-05-03 | DATE 2024-06-04
SEEN
