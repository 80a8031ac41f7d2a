using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Tests.Surveys;

namespace NeedsSurvey.Benchmarks.Responses;

/// <summary>
/// Checking a response to 300 questions of which 150 are asked under conditions and 100 have constraints. Goals (issue 3): the relevance
/// and constraint pass ≤ 150 µs, the check of the definition ≤ 10 ms.
/// </summary>
[ShortRunJob, MemoryDiagnoser]
public class AnswerCheckBenchmarks
{
    private static readonly ResponseContext Context = new()
    {
        Language = "en",
        Now = new DateTimeOffset(2026, 3, 27, 10, 0, 0, TimeSpan.Zero),
    };
    private SurveyDefinition definition = null!;
    private CompiledSurvey survey = null!;
    private JsonElement answers;
    private Evaluation evaluation = null!;
    private string definitionJson = "";

    [GlobalSetup]
    public void SetUp()
    {
        definition = BigSurvey.Of(300, 150);
        survey = CompiledSurvey.Compile(definition);
        definitionJson = SurveyJson.Write(definition);
        answers = JsonElement.Parse(Answers(300));
        var verdict = AnswerCheck.Check(survey, answers, Context);
        if (!verdict.Accepted)
            throw new InvalidOperationException(verdict.Faults[0].ToString());
        evaluation = verdict.State.Evaluation;
    }

    /// <summary>Relevance in one topological order, then constraints; the answers are already read.</summary>
    [Benchmark]
    public int RelevanceAndConstraints()
    {
        var faults = new FaultList(definition, "en");
        evaluation.Run();
        AnswerValidator.ValidateAll(evaluation, faults, []);
        return faults.Count;
    }

    /// <summary>All of it: reading, relevance, judging, canonical JSON.</summary>
    [Benchmark]
    public string WholeCheck() => AnswerCheck.Check(survey, answers, Context).Json;

    [Benchmark]
    public int DefinitionCheckOf300() => DefinitionCheck.Check(definition).Count;

    [Benchmark]
    public int CompileOf300() => CompiledSurvey.Compile(definition).Items.Count;

    [Benchmark]
    public bool ReadJsonOf300() => SurveyJson.Read(definitionJson).Ok;

    private static string Answers(int questions)
    {
        var json = new StringBuilder("{");
        for (var number = 0; number < questions; number++)
            json.Append(number == 0 ? "\"q" : ",\"q")
                .Append(number)
                .Append("\":")
                .Append(
                    (number % 3) switch
                    {
                        0 => "\"yes\"",
                        1 => "[\"food\",\"care\"]",
                        _ => "42",
                    }
                );
        return json.Append('}').ToString();
    }
}
