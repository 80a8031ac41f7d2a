namespace NeedsSurvey.Web.Components;

/// <summary>Which languages are written from right to left (by primary subtag).</summary>
public static class RightToLeft
{
    private static readonly HashSet<string> Languages = ["ar", "arc", "ckb", "dv", "fa", "he", "khw", "ks", "ps", "sd", "ug", "ur", "yi"];

    public static bool Is(string language) => Languages.Contains(language.Split('-')[0]);
}
