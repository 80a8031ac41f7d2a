using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Tests.Surveys.Conformance;

/// <summary>One specimen a question type. A new type needs one here; nothing else in the conformance tests names types.</summary>
internal static class Specimens
{
    private const string NoLabel = "\"label\":\"What do you say?\"";
    private const string Three = """[{"name":"a","label":"Alder"},{"name":"b","label":"Birch"},{"name":"c","label":"Cedar"}]""";
    private const string Third = """,{"name":"c","label":"Cedar"}""";
    private const string Scale = """[{"value":0,"label":"Low"},{"value":4,"label":"High"}]""";

    private static readonly (string, string)[] TwoChoices = [("choice.0.label.en", "Yes"), ("choice.1.label.en", "No")];

    internal static readonly IReadOnlyDictionary<string, Specimen> ByKind = new Specimen[]
    {
        new()
        {
            Kind = "text",
            Definition = """{"type":"text","name":"NAME","label":"What do you say?","max_length":20}""",
            Broken = new("20", "0", "out_of_range"),
            Answer = "\"Rent rises\"",
            Fields = [("NAME", "Rent rises")],
            Wrong = ("\"123456789012345678901\"", "too_long"),
            WrongFields = [("NAME", "123456789012345678901")],
            Columns = [("NAME", "Rent rises")],
            Words = [("", "Rent rises")],
            Cells = CellKind.Words,
            // A text that is no story is read in the export.
            Tally = null,
        },
        new()
        {
            Kind = "integer",
            Definition = """{"type":"integer","name":"NAME","label":"What do you say?","constraint":". >= 1 and . <= 40"}""",
            Broken = new(". >= 1", ". >=", "expression_syntax"),
            Answer = "12",
            Fields = [("NAME", "12")],
            Wrong = ("1.5", "whole_number_needed"),
            WrongFields = [("NAME", "many")],
            Columns = [("NAME", "12")],
            Words = [("", "12")],
            Cells = CellKind.Number,
            Tally = "numbers",
        },
        new()
        {
            Kind = "decimal",
            Definition = """{"type":"decimal","name":"NAME","label":"What do you say?"}""",
            Broken = new(NoLabel, "\"label\":\"\"", "label_missing"),
            Answer = "1234.5",
            Fields = [("NAME", "1234.5")],
            Wrong = ("true", "number_needed"),
            WrongFields = [("NAME", "much")],
            Columns = [("NAME", "1234.5")],
            Words = [("", "1,234.5")],
            Cells = CellKind.Number,
            Tally = "numbers",
        },
        new()
        {
            Kind = "date",
            Definition = """{"type":"date","name":"NAME","label":"What do you say?"}""",
            Broken = new(NoLabel, "\"label\":\"\"", "label_missing"),
            Answer = "\"2024-02-29\"",
            Fields = [("NAME:day", "29"), ("NAME:month", "2"), ("NAME:year", "2024")],
            Wrong = ("\"2026-02-30\"", "date_needed"),
            WrongFields = [("NAME:day", "30"), ("NAME:month", "2"), ("NAME:year", "2026")],
            Columns = [("NAME", "2024-02-29")],
            Words = [("", "29 February 2024")],
            Cells = CellKind.Day,
            Tally = "choices",
        },
        new()
        {
            Kind = "time",
            Definition = """{"type":"time","name":"NAME","label":"What do you say?"}""",
            Broken = new(NoLabel, "\"label\":\"\"", "label_missing"),
            Answer = "\"06:30\"",
            Fields = [("NAME", "06:30")],
            Wrong = ("\"24:00\"", "time_needed"),
            WrongFields = [("NAME", "25:00")],
            Columns = [("NAME", "06:30")],
            Words = [("", "06:30")],
            Tally = "choices",
        },
        new()
        {
            Kind = "yes_no",
            Definition = """{"type":"yes_no","name":"NAME","label":"What do you say?"}""",
            Broken = new(NoLabel, "\"label\":\"\"", "label_missing"),
            Answer = "\"no\"",
            Fields = [("NAME", "no")],
            Wrong = ("\"perhaps\"", "unknown_choice"),
            DeclineFields = [("NAME", ":declined")],
            Columns = [("NAME", "no")],
            Words = [("", "No")],
            Tally = "choices",
        },
        new()
        {
            Kind = "select_one",
            Definition = $$"""{"type":"select_one","name":"NAME","label":"What do you say?","choices":{{Three}},"other":true}""",
            Broken = new("\"b\"", "\"a\"", "duplicate"),
            Splitting = new(Third, "", "choice_removed"),
            Answer = """{"choice":"other","other":"A boat"}""",
            Fields = [("NAME", "other"), ("NAME:other", "A boat")],
            Wrong = ("\"boat\"", "unknown_choice"),
            WrongFields = [("NAME", "a"), ("NAME:other", "A boat")],
            DeclineFields = [("NAME", ":declined")],
            Columns = [("NAME", "other"), ("NAME.other", "A boat")],
            Words = [("", "A boat")],
            Tally = "choices",
            EditorFields = TwoChoices,
        },
        new()
        {
            Kind = "select_multiple",
            Definition = """
                {"type":"select_multiple","name":"NAME","label":"What do you say?","max":2,
                 "choices":[{"name":"a","label":"Alder"},{"name":"b","label":"Birch"},{"name":"c","label":"Cedar"},
                  {"name":"no","label":"None","exclusive":true}]}
                """,
            Broken = new("\"max\":2", "\"max\":9", "out_of_range"),
            Splitting = new("\"max\":2", "\"max\":3", "counts"),
            Answer = """["a","b"]""",
            Fields = [("NAME", "a"), ("NAME", "b")],
            Wrong = ("""["a","no"]""", "exclusive"),
            WrongFields = [("NAME", "a"), ("NAME", "no")],
            DeclineFields = [("NAME", ":declined")],
            Columns = [("NAME.a", "1"), ("NAME.b", "1"), ("NAME.c", "0"), ("NAME.no", "0")],
            Words = [("", "Alder"), ("", "Birch")],
            Cells = CellKind.Number,
            Tally = "choices",
            EditorFields = TwoChoices,
        },
        new()
        {
            Kind = "rank",
            Definition = $$"""{"type":"rank","name":"NAME","label":"What do you say?","choices":{{Three}},"top":2}""",
            Broken = new("\"top\":2", "\"top\":9", "out_of_range"),
            Splitting = new("\"top\":2", "\"top\":3", "places"),
            Answer = """["c","a"]""",
            Fields = [("NAME:1", "c"), ("NAME:2", "a")],
            Wrong = ("""["a","a"]""", "chosen_twice"),
            WrongFields = [("NAME:1", "a"), ("NAME:2", "a")],
            Columns = [("NAME.rank1", "c"), ("NAME.rank2", "a")],
            Words = [("1", "Cedar"), ("2", "Alder")],
            Tally = "ranking",
            EditorFields = [.. TwoChoices, ("choice.2.label.en", "Perhaps")],
        },
        new()
        {
            Kind = "range",
            Definition = """{"type":"range","name":"NAME","label":"What do you say?","end":5,"low_label":"Hard","high_label":"Good"}""",
            Broken = new("\"end\":5", "\"end\":5,\"step\":3", "off_step"),
            Splitting = new("\"end\":5", "\"end\":10", "scale"),
            Answer = "4",
            Fields = [("NAME", "4")],
            Wrong = ("5.5", "off_scale"),
            DeclineFields = [("NAME", ":declined")],
            Columns = [("NAME", "4")],
            Words = [("", "4")],
            Cells = CellKind.Number,
            Tally = "numbers",
        },
        new()
        {
            Kind = "need_grid",
            Definition = $$"""
                {"type":"need_grid","name":"NAME","label":"What do you say?",
                 "rows":[{"name":"home","label":"Housing"},{"name":"food","label":"Eating"}],
                 "importance":{"label":"How important?","scale":{{Scale}} },
                 "satisfaction":{"label":"How well is it met?","scale":{{Scale}} } }
                """,
            Broken = new("\"value\":4", "\"value\":0", "not_rising"),
            Splitting = new(""",{"name":"food","label":"Eating"}""", "", "row_removed"),
            Answer = """{"home":{"importance":4,"satisfaction":0},"food":{"importance":0,"satisfaction":4}}""",
            Fields =
            [
                ("NAME:home:importance", "4"),
                ("NAME:home:satisfaction", "0"),
                ("NAME:food:importance", "0"),
                ("NAME:food:satisfaction", "4"),
            ],
            Wrong = ("""{"food":{"importance":3}}""", "unknown_choice"),
            DeclineFields =
            [
                ("NAME:home:importance", ":declined"),
                ("NAME:home:satisfaction", ":declined"),
                ("NAME:food:importance", ":declined"),
                ("NAME:food:satisfaction", ":declined"),
            ],
            Columns =
            [
                ("NAME.home.importance", "4"),
                ("NAME.home.satisfaction", "0"),
                ("NAME.food.importance", "0"),
                ("NAME.food.satisfaction", "4"),
            ],
            Asked = ["Housing", "How important?", "How well is it met?"],
            Words = [("Housing", "High · Low"), ("Eating", "Low · High")],
            Pages = 2,
            Cells = CellKind.Number,
            Tally = "grid",
            EditorFields = [("row.0.label.en", "Housing"), ("row.1.label.en", "Food")],
        },
        new()
        {
            Kind = "matrix",
            Definition = $$"""
                {"type":"matrix","name":"NAME","label":"What do you say?","choices":{{Three}},
                 "rows":[{"name":"mon","label":"Monday"},{"name":"tue","label":"Tuesday"}]}
                """,
            Broken = new("""{"name":"mon","label":"Monday"},{"name":"tue","label":"Tuesday"}""", "", "no_rows"),
            Splitting = new(""",{"name":"tue","label":"Tuesday"}""", "", "row_removed"),
            Answer = """{"mon":"a","tue":"c"}""",
            Fields = [("NAME:mon", "a"), ("NAME:tue", "c")],
            Wrong = ("""{"mon":"maybe"}""", "unknown_choice"),
            DeclineFields = [("NAME:mon", ":declined"), ("NAME:tue", ":declined")],
            Columns = [("NAME.mon", "a"), ("NAME.tue", "c")],
            Words = [("Monday", "Alder"), ("Tuesday", "Cedar")],
            Tally = "matrix",
            EditorFields = [.. TwoChoices, ("row.0.label.en", "Monday")],
        },
        new()
        {
            Kind = "best_worst",
            Definition = $$"""
                {"type":"best_worst","name":"NAME","label":"What do you say?","choices":{{Three}},"sets":[["a","b"],["b","c"]]}
                """,
            Broken = new("[\"a\",\"b\"]", "[\"a\",\"z\"]", "unknown_choice"),
            Splitting = new(",[\"b\",\"c\"]", "", "sets"),
            Answer = """[{"best":"a","worst":"b"},{"best":"c","worst":"b"}]""",
            Fields = [("NAME:1:best", "a"), ("NAME:1:worst", "b"), ("NAME:2:best", "c"), ("NAME:2:worst", "b")],
            Wrong = ("""[{"best":"a","worst":"a"}]""", "same_best_worst"),
            WrongFields = [("NAME:1:best", "a"), ("NAME:1:worst", "a")],
            Columns = [("NAME.best1", "a"), ("NAME.worst1", "b"), ("NAME.best2", "c"), ("NAME.worst2", "b")],
            Words = [("Most", "Alder"), ("Least", "Birch"), ("Most", "Cedar"), ("Least", "Birch")],
            Pages = 2,
            Tally = "bestWorst",
            EditorFields = TwoChoices,
        },
        new()
        {
            Kind = "geopoint",
            Definition = """{"type":"geopoint","name":"NAME","label":"What do you say?"}""",
            Broken = new(NoLabel, "\"label\":\"\"", "label_missing"),
            Answer = """{"lat":51.5,"lon":-0.1}""",
            Fields = [("NAME:lat", "51.5"), ("NAME:lon", "-0.1")],
            Wrong = ("""{"lat":91,"lon":0}""", "point_needed"),
            WrongFields = [("NAME:lat", "91"), ("NAME:lon", "0")],
            Columns = [("NAME.lat", "51.5"), ("NAME.lon", "-0.1"), ("NAME.accuracy", "")],
            Words = [("", "51.5, -0.1")],
            Cells = CellKind.Number,
            // A place, however coarse, can point to one household where few live.
            Tally = null,
        },
    }.ToDictionary(specimen => specimen.Kind);
}
