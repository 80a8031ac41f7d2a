using System.Text;
using NeedsSurvey.Domain.Exchange;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys.Conformance;

/// <summary>A type's answers: judged, read from forms, said in words, laid out in the columns of an export.</summary>
internal static class AnswerSteps
{
    internal static readonly ResponseContext Context = new()
    {
        Language = "en",
        Now = new DateTimeOffset(2026, 3, 27, 10, 0, 0, TimeSpan.Zero),
        Random = new Random(1),
    };

    internal static readonly IReadOnlyList<Step<Specimen>> All =
    [
        new("answer: one that fits is accepted", Accepted),
        new("answer: one that does not fit is refused", Refused),
        new("answer: a required one may be declined, not left", Required),
        new("form: the fields of its pages give the answer", FormGivesAnswer),
        new("form: fields filled in wrongly are refused", WrongFormRefused, one => one.WrongFields.Length > 0),
        new("form: its fields decline", FormDeclines),
        new("form: its fields say that it is not known", FormDoesNotKnow),
        new("form: empty pages skip", FormSkips),
        new("words: the answer is said in words", SaidInWords),
        new("words: declining is said in words", one => MissingSaid(one, one.Declined, MissingAnswer.Declined)),
        new("words: not knowing is said in words", one => MissingSaid(one, one.Unknown, MissingAnswer.Unknown)),
        new("columns: named, and said in the codebook", HasColumns),
        new("row: the answer stands in its cells", one => RowIs(one, one.Answer, [.. one.Columns.Select(column => column.Cell)])),
        new("row: declined", one => RowIs(one, one.Declined, [.. one.Columns.Select(_ => "REFUSED")])),
        new("row: not known", one => RowIs(one, one.Unknown, [.. one.Columns.Select(_ => "DONT_KNOW")])),
        new("row: skipped", one => RowIs(one, "null", [.. one.Columns.Select(_ => "")])),
        new("row: not asked", one => RowIs(one, null, [.. one.Columns.Select(_ => "NA")])),
    ];

    // Offers "I do not know": what a question offers changes nothing of its other answers.
    private static CompiledSurvey Survey(Specimen one) => CompiledSurvey.Compile(Specimen.Read(one.OffersUnknown));

    private static string Whole(Specimen one, string answer) => $$"""{"{{one.Kind}}":{{answer}}}""";

    private static Task Accepted(Specimen one)
    {
        var verdict = AnswerCheck.Check(Survey(one), Whole(one, one.Answer), Context);
        Assert.Empty(verdict.Faults);
        Assert.Equal(Whole(one, one.Answer), verdict.Json);
        return Task.CompletedTask;
    }

    private static Task Refused(Specimen one)
    {
        var fault = Assert.Single(AnswerCheck.Check(Survey(one), Whole(one, one.Wrong.Answer), Context).Faults);
        Assert.Equal((one.Kind, one.Wrong.Code), (fault.Question, fault.Code));
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    private static Task Required(Specimen one)
    {
        var required = one.Edited(new("\"label\":\"What", "\"required\":true,\"label\":\"What", ""));
        var survey = CompiledSurvey.Compile(Specimen.Read(required));
        Assert.Contains("required", AnswerCheck.Check(survey, "{}", Context).Faults.Select(fault => fault.Code));
        Assert.Empty(AnswerCheck.Check(survey, Whole(one, one.Answer), Context).Faults);
        Assert.Empty(AnswerCheck.Check(survey, Whole(one, one.Declined), Context).Faults);
        Assert.Contains(
            "cannot_be_unknown",
            AnswerCheck.Check(survey, Whole(one, one.Unknown), Context).Faults.Select(fault => fault.Code)
        );
        Assert.Empty(AnswerCheck.Check(survey, Whole(one, """{"declined":true}"""), Context).Faults);
        return Task.CompletedTask;
    }

    private static Task FormGivesAnswer(Specimen one)
    {
        var (draft, faults) = Posted(Survey(one), Specimen.Named(one.Fields, one.Kind));
        Assert.Empty(faults);
        Assert.Equal(Whole(one, one.Answer), draft);
        return Task.CompletedTask;
    }

    private static Task WrongFormRefused(Specimen one)
    {
        var (_, faults) = Posted(Survey(one), Specimen.Named(one.WrongFields, one.Kind));
        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.Equal(one.Kind, fault.Field.Split(':')[0]));
        return Task.CompletedTask;
    }

    private static Task FormDeclines(Specimen one)
    {
        var (draft, faults) = Posted(Survey(one), Specimen.Named(one.DeclineFields, one.Kind));
        Assert.Empty(faults);
        Assert.Equal(Whole(one, one.Declined), draft);
        return Task.CompletedTask;
    }

    private static Task FormDoesNotKnow(Specimen one)
    {
        var (draft, faults) = Posted(Survey(one), Specimen.Named(one.UnknownFields, one.Kind));
        Assert.Empty(faults);
        Assert.Equal(Whole(one, one.Unknown), draft);
        return Task.CompletedTask;
    }

    private static Task FormSkips(Specimen one)
    {
        var (draft, faults) = Posted(Survey(one), []);
        Assert.Empty(faults);
        Assert.Equal(Whole(one, "null"), draft);
        Assert.Equal(Whole(one, "null"), AnswerCheck.Check(Survey(one), draft, Context).Json);
        return Task.CompletedTask;
    }

    private static Task SaidInWords(Specimen one)
    {
        Assert.Equal(one.Words, Lines(one, one.Answer));
        return Task.CompletedTask;
    }

    private static Task MissingSaid(Specimen one, string answer, MissingAnswer missing)
    {
        Assert.All(Lines(one, answer), line => Assert.Equal(AnswerWords.Missing(missing, "en"), line.Words));
        Assert.NotEmpty(Lines(one, answer));
        return Task.CompletedTask;
    }

    private static IEnumerable<(string, string Words)> Lines(Specimen one, string answer)
    {
        var survey = Survey(one);
        var item = survey.Find(one.Kind)!;
        var state = AnswerCheck.Check(survey, Whole(one, answer), Context).State;
        return AnswerWords.Lines(item, state.AnswerTo(item), "en").Select(line => (line.Heading, line.Words));
    }

    private static Task HasColumns(Specimen one)
    {
        var table = AnswerTable.Of([(1, Survey(one))]);
        var headers = one.Columns.Select(column => Specimen.Named(column.Header, one.Kind));
        Assert.Equal(headers, table.Responses.Columns.Select(column => column.Name));
        var block = Assert.Single(table.Responses.Blocks);
        Assert.Equal(one.Kind, ExportWords.Type(block));
        Assert.All(block.Columns, column =>
        {
            Assert.EndsWith(".", ExportWords.Meaning(block, column), StringComparison.Ordinal);
            Assert.StartsWith(Specimen.Label, ExportWords.Header(block, column, "en"), StringComparison.Ordinal);
        });
        return Task.CompletedTask;
    }

    private static Task RowIs(Specimen one, string? answer, string[] cells)
    {
        Assert.Equal(cells, Row(AnswerTable.Of([(1, Survey(one))]).Responses, answer is null ? "{}" : Whole(one, answer)));
        return Task.CompletedTask;
    }

    /// <summary>The draft after every page that is asked was sent, each with those of the fields that are its own.</summary>
    internal static (string Draft, List<AnswerFault> Faults) Posted(CompiledSurvey survey, (string Name, string Value)[] fields)
    {
        var (draft, faults) = ("", new List<AnswerFault>());
        foreach (var page in survey.Pages)
        {
            var own = fields
                .Where(field => page.Part < 0 || IsOf(page, field.Name) || !survey.Pages.Any(other => IsOf(other, field.Name)))
                .GroupBy(field => field.Name, field => field.Value)
                .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group]);
            var kept = AnswerCheck.CheckPage(survey, draft, page, FormAnswers.Read(page, own), Context);
            faults.AddRange(kept.Faults);
            draft = kept.Draft;
        }
        return (draft, faults);
    }

    private static bool IsOf(SurveyPage page, string field) => page.Part >= 0 && field.StartsWith(page.Key + ":", StringComparison.Ordinal);

    /// <summary>A stored row's cells as an export writes them.</summary>
    internal static IEnumerable<string> Row(AnswerFile file, string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var cells = new Cell[file.Columns.Count];
        new RowReader(file).Read(utf8, 1, cells);
        byte[] scratch = [];
        return
        [
            .. cells.Select(cell =>
                cell.State switch
                {
                    AnswerState.NotAsked => "NA",
                    AnswerState.Skipped => "",
                    AnswerState.Declined => "REFUSED",
                    AnswerState.Unknown => "DONT_KNOW",
                    _ => Encoding.UTF8.GetString(cell.Read(utf8, ref scratch)),
                }
            ),
        ];
    }
}
