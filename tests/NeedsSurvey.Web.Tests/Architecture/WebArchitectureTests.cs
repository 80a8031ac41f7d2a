using System.Reflection;
using System.Text.RegularExpressions;

namespace NeedsSurvey.Web.Tests.Architecture;

/// <summary>The top storey keeps the house rules too; the rules and their samples are in App.Tests/Architecture.</summary>
public sealed class WebArchitectureTests
{
    private static readonly Assembly Web = typeof(Site).Assembly;

    [Fact]
    public void Rooms_use_only_rooms_to_their_left() => None(Rules.Leftward(TypeUses.Outer(Web).Where(type => type != typeof(Site))));

    [Fact]
    public void Rooms_use_only_rooms_to_their_left_on_the_storeys_below() =>
        None(Rules.LeftwardBelow(TypeUses.Outer(Web).Where(type => type != typeof(Site))));

    [Fact]
    public void Names_say_what_things_are() => None(Rules.Names(TypeUses.Outer(Web)));

    [Fact]
    public void No_interface_stands_beside_a_single_class() => None(Rules.LonelyInterfaces(Web.GetTypes()));

    [Fact]
    public void No_page_or_endpoint_talks_to_the_database() => None(Rules.DriverUses(TypeUses.Outer(Web)));

    [Fact]
    public void No_page_or_endpoint_writes_without_an_operation() => None(Rules.UnauditedWrites(TypeUses.Outer(Web)));

    [Fact]
    public void No_handler_runs_two_writing_operations() => None(Rules.TwoWrites(TypeUses.Outer(Web)));

    [Fact]
    public void No_page_or_endpoint_runs_what_asks_for_no_permission() => None(Rules.OpenToAnybody(TypeUses.Outer(Web)));

    [Fact]
    public void No_operation_is_listed_as_open_to_anybody_that_is_not() => None(Rules.NotOpenToAnybody(TypeUses.Outer(Web)));

    [Fact]
    public void What_carries_a_secret_cannot_be_printed() => None(Rules.PrintableSecrets(TypeUses.Outer(Web)));

    [Fact]
    public void Numbers_on_pages_name_their_culture() => None(Rules.MachineFigures(Sources()));

    [Fact]
    public void Pages_hold_no_inline_script_or_style()
    {
        var violations = Sources()
            .SelectMany(source =>
                Regex
                    .Matches(source.Text, @"<style|<script(?![^>]*\bsrc=)|\bstyle=""|\son[a-z]+=""", default, TimeSpan.FromSeconds(1))
                    .Select(match => $"{source.File}: {match.Value}")
            );
        None(violations);
    }

    // What a person holds is a code wherever somebody reads; "receipt" is its name in the source and the API (glossary). Of a page, what
    // stands between tags is read.
    [Fact]
    public void Pages_call_what_a_person_holds_a_code() =>
        None(
            Sources()
                .SelectMany(source =>
                    Regex
                        .Matches(Between(source.Text), @"(?<![@.\w])receipts?\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5))
                        .Select(match => $"{source.File}: {match.Value}")
                )
        );

    private static string Between(string page) =>
        Regex.Replace(
            page[..(page.IndexOf("\n@code", StringComparison.Ordinal) is >= 0 and var code ? code : page.Length)],
            @"@\*.*?\*@|<[^>]*>|^\s*(@|else)[^\n]*",
            " ",
            RegexOptions.Singleline | RegexOptions.Multiline,
            TimeSpan.FromSeconds(5)
        );

    private static IEnumerable<(string File, string Text)> Sources([System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "NeedsSurvey.Web"));
        return Directory
            .EnumerateFiles(root, "*.razor", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(root, file), File.ReadAllText(file)));
    }

    private static void None(IEnumerable<string> violations)
    {
        var all = violations.Distinct().ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
