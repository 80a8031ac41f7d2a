#!/usr/bin/env bash
# Software  NuGet ExcelDataReader 3.6.0 on cells whose number format names a colour or a unit.
# Guess     A colour in a number format changes nothing: 5 shown by [Red]0 or [Magenta]0 is the number 5.
# Seen      [Magenta]0 makes the 5 a duration of five days; the seven other colours leave it a number. (Brackets that begin with h, m or s
#           stand for hours, minutes or seconds as in [h]:mm, and Magenta begins with m.) Units in quotes or after a backslash leave it a
#           number.
# Met by    Organisers who import a sheet of scores in which a format colours some numbers.
# Here      Our reading of sheets should look at the cell's format itself when it gets a TimeSpan, and turn a duration under a colour back
#           into its number (days).
set -euo pipefail
work=$(mktemp -d) # start.sh goes there, and removes it on exit
. "$(dirname "$0")/parts/start.sh"

cp "$parts/Sheet.cs" .
cat > Program.cs <<'CS'
using System.Globalization;
using System.Text;
using ExcelDataReader;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
string[] formats =
[
    "[Black]0", "[Blue]0", "[Cyan]0", "[Green]0", "[Magenta]0", "[Red]0", "[White]0", "[Yellow]0", "[Color5]0",
    "0\" months\"", "0\\h", "[h]:mm",
];
Sheet.Write("scores.xlsx", [.. formats.Select(format => ("5", format))]);
using var file = File.OpenRead("scores.xlsx");
using var reader = ExcelReaderFactory.CreateReader(file);
foreach (var format in formats)
{
    reader.Read();
    Console.WriteLine($"5 as {format,-12} {reader.GetValue(0).GetType().Name} {reader.GetValue(0)}");
}
CS
nuget_run ExcelDataReader 3.6.0 > seen
expect seen <<'SEEN'
5 as [Black]0     Double 5
5 as [Blue]0      Double 5
5 as [Cyan]0      Double 5
5 as [Green]0     Double 5
5 as [Magenta]0   TimeSpan 5.00:00:00
5 as [Red]0       Double 5
5 as [White]0     Double 5
5 as [Yellow]0    Double 5
5 as [Color5]0    Double 5
5 as 0" months"   Double 5
5 as 0\h          Double 5
5 as [h]:mm       TimeSpan 5.00:00:00
SEEN
