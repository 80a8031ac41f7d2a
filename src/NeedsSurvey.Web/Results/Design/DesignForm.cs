using System.Globalization;
using NeedsSurvey.App;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Results;

/// <summary>A survey's design as a form and back. Sizes are asked for each group question; those of the chosen one count.</summary>
internal static class DesignForm
{
    public static PostedForm Of(SampleDesignView view)
    {
        var fields = new Dictionary<string, string>
        {
            ["sampleDesign"] = view.Design.Kind.Code(),
            ["strata"] = view.Design.Strata ?? "",
            ["cluster"] = view.Design.Cluster ?? "",
        };
        for (var q = 0; q < view.StrataQuestions.Count; q++)
        for (var c = 0; c < view.StrataQuestions[q].Categories.Count; c++)
            if (view.StrataQuestions[q].Name == view.Design.Strata && Line(view, view.StrataQuestions[q].Categories[c].Code) is { } line)
                (fields[People(q, c)], fields[With(q, c)]) = (line.People?.ToString(CultureInfo.InvariantCulture) ?? "", line.With ?? "");
        return Forms.Of(fields);
    }

    public static Result<SurveyDesign> Read(PostedForm form, SampleDesignView view)
    {
        List<Fault> faults = [];
        if (
            Enum.GetValues<SampleDesign>().Cast<SampleDesign?>().FirstOrDefault(known => known!.Value.Code() == form["sampleDesign"])
            is not { } kind
        )
        {
            faults.Add(new("sampleDesign", "required", "Say how people were reached."));
            return new Problem.Invalid(faults);
        }
        List<StratumSize> sizes = [];
        var at = view.StrataQuestions.ToList().FindIndex(question => question.Name == form["strata"]);
        for (var c = 0; at >= 0 && c < view.StrataQuestions[at].Categories.Count; c++)
        {
            var (typed, with) = (form[People(at, c)].Trim(), form[With(at, c)]);
            int? people = null;
            if (typed.Length > 0)
            {
                if (TypedNumber.Read(typed) is { } number && number >= 0 && number <= int.MaxValue && number == Math.Floor(number))
                    people = (int)number;
                else
                    faults.Add(new(People(at, c), "number", "Enter the number of people, such as 1250, or leave it empty."));
            }
            if (people is not null || with.Length > 0)
                sizes.Add(new(view.StrataQuestions[at].Categories[c].Code, people, with.Length > 0 ? with : null));
        }
        return faults.Count > 0 ? new Problem.Invalid(faults) : new SurveyDesign(kind, form["strata"], form["cluster"], sizes);
    }

    public static string People(int question, int category) => $"people.{question}.{category}";

    public static string With(int question, int category) => $"with.{question}.{category}";

    private static StratumSize? Line(SampleDesignView view, string code) =>
        view.Design.Sizes?.FirstOrDefault(line => line.Category == code);
}
