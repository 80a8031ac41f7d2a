using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Tests.Hosting;

/// <summary>The stylesheet is written for its authors and served for slow lines.</summary>
public sealed class CompactStylesTests(TestSite program) : IClassFixture<TestSite>
{
    [Fact]
    public void What_only_its_authors_read_is_left_out() =>
        Assert.Equal(
            "a,b {color: red;margin: 0;}p { margin: 0; }",
            CompactStyles.Of("/* All\n   links */\n\na,\nb {\n  color: red; /* as ever */\n  margin: 0;\n}\n\np { margin: 0; }\n")
        );

    [Fact]
    public void A_line_break_inside_a_value_stays_a_space() =>
        Assert.Equal("a {transition: color 1s ease-in;}", CompactStyles.Of("a {\n  transition: color 1s\n    ease-in;\n}\n"));

    [Fact]
    public void What_strings_hold_stays_as_it_is() =>
        Assert.Equal("a { content: \"; {  \"; }", CompactStyles.Of("a { content: \"; {  \"; }\n"));

    [Fact]
    public async Task The_stylesheet_is_served_on_one_line()
    {
        using var client = program.NewClient();
        var css = await client.GetStringAsync("/site.css");
        Assert.StartsWith(":root {--paper:", css, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', css);
    }
}
