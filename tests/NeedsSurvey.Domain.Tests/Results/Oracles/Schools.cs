using System.Globalization;
using System.Reflection;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>A school of R's example samples (api.csv).</summary>
internal sealed record School(
    string Sample,
    int District,
    string Type,
    bool Met,
    double Api00,
    double Enroll,
    double ApiStudents,
    double Weight,
    double Population
);

/// <summary>A figure that R's survey works out (survey.csv, written by tests/oracles/survey.R).</summary>
internal sealed record Expected(
    string Design,
    string Figure,
    double Value,
    double StandardError,
    int DegreesOfFreedom,
    double Low,
    double High
);

/// <summary>R's example samples and the draws that survey.R describes.</summary>
internal static class Schools
{
    private static readonly string[] Types = ["E", "H", "M"];
    private static readonly School[] All = [.. Lines("api.csv").Select(Parse)];

    public static IReadOnlyList<Expected> Figures(string csv) =>
        [
            .. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line =>
                {
                    var cells = line.Split(',');
                    return new Expected(
                        cells[0],
                        cells[1],
                        Number(cells[2]),
                        Number(cells[3]),
                        int.Parse(cells[4], CultureInfo.InvariantCulture),
                        Number(cells[5]),
                        Number(cells[6])
                    );
                }),
        ];

    public static School[] Of(string design) =>
        [
            .. All.Where(school =>
                school.Sample
                == design switch
                {
                    "srs" => "apisrs",
                    "strat" or "weights" or "strat_drawn_again" or "strat_clus" or "strat_raked" => "apistrat",
                    "clus2" => "apiclus2",
                    _ => "apiclus1",
                }
            ),
        ];

    public static SamplePlan Plan(string design, School[] schools)
    {
        double[] weights = [.. schools.Select(school => school.Weight)];
        int[] districts = [.. schools.Select(school => school.District)];
        SampleStrata Strata(bool sized) =>
            new(
                Types,
                [.. schools.Select(school => Array.IndexOf(Types, school.Type))],
                sized ? [.. Types.Select(type => schools.First(school => school.Type == type).Population)] : null
            );
        SamplePlan Made(SamplePlanResult result) => Assert.IsType<SamplePlanResult.Planned>(result).Plan;
        return design switch
        {
            "srs" => SamplePlan.Simple(schools.Length, 6194),
            "strat" => Made(SamplePlan.Of(schools.Length, weights, Strata(true))),
            "strat_drawn_again" => Made(SamplePlan.Of(schools.Length, weights, Strata(false))),
            "weights" => Made(SamplePlan.Of(schools.Length, weights)),
            "strat_clus" => Made(SamplePlan.Of(schools.Length, weights, Strata(false), districts)),
            "clus1" => Made(SamplePlan.Of(schools.Length, weights, clusters: districts, population: 757)),
            "clus2" => Made(SamplePlan.Of(schools.Length, weights, clusters: districts)),
            "clus1_raked" => Raked(Plan("clus1", schools), schools),
            "strat_raked" => Raked(Plan("strat", schools), schools),
            _ => throw new ArgumentOutOfRangeException(nameof(design), design, "No such design."),
        };
    }

    public static Estimate Figure(string figure, SamplePlan plan, School[] schools)
    {
        double[] Values(Func<School, double> of) => [.. schools.Select(of)];
        double High(School school, double value) => school.Type == "H" ? value : double.NaN;
        return figure switch
        {
            "mean_api00" => Linearised.Mean(plan, Values(school => school.Api00)),
            "mean_enroll" => Linearised.Mean(plan, Values(school => school.Enroll)),
            "mean_api00_high" => Linearised.Mean(plan, Values(school => High(school, school.Api00))),
            "share_met" => Linearised.Share(plan, Met(schools)),
            "share_met_high" => Linearised.Share(plan, Values(school => High(school, school.Met ? 1 : 0))),
            "total_enroll" => Linearised.Total(plan, Values(school => school.Enroll)),
            "total_high" => Linearised.Total(plan, Values(school => school.Type == "H" ? 1 : 0)),
            "ratio" => Linearised.Ratio(plan, Values(school => school.ApiStudents), Values(school => school.Enroll)),
            _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "No such figure."),
        } ?? throw new InvalidOperationException("No figure.");
    }

    public static double[] Met(School[] schools) => [.. schools.Select(school => school.Met ? 1.0 : 0)];

    public static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static SamplePlan Raked(SamplePlan plan, School[] schools)
    {
        RakingMargin[] margins =
        [
            new("stype", Types, [4421, 755, 1018], [.. schools.Select(school => (short)Array.IndexOf(Types, school.Type))]),
            new("sch.wide", ["No", "Yes"], [1072, 5122], [.. schools.Select(school => (short)(school.Met ? 1 : 0))]),
        ];
        return plan.RakedTo(margins, Assert.IsType<RakingResult.Raked>(Raking.Rake(margins, plan.Weights)), 6194);
    }

    private static IEnumerable<string> Lines(string name) => Resource(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);

    private static School Parse(string line)
    {
        var cells = line.Split(',');
        return new(
            cells[0],
            int.Parse(cells[1], CultureInfo.InvariantCulture),
            cells[2],
            cells[3] == "Yes",
            Number(cells[4]),
            Number(cells[5]),
            Number(cells[6]),
            Number(cells[7]),
            Number(cells[8])
        );
    }

    private static double Number(string text) =>
        text is "" or "NA" or "NaN" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}
