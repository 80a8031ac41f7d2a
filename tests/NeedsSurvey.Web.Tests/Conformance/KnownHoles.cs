using NeedsSurvey.Domain.Tests.Surveys.Conformance;

namespace NeedsSurvey.Web.Tests.Conformance;

/// <summary>What types do not do yet. Each is asserted to fail, so that a mended one must leave the list.</summary>
internal static class KnownHoles
{
    internal static readonly IReadOnlyList<KnownHole> All = [];
}
