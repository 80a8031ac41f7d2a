// Everything the document promises, against the running program (case clients 2, 4): each answer has a status that its operation names, and
// a body that fits the schema it names; keys that the schema does not name are faults too.

using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using NeedsSurvey.App;

namespace NeedsSurvey.Web.Tests.Hosting;

public sealed partial class ApiContractTests(ApiContractTests.ToldProgram program) : IClassFixture<ApiContractTests.ToldProgram>
{
    private readonly List<string> wrong = [];

    /// <summary>A program in which an initiative has gone through all stages.</summary>
    public sealed class ToldProgram : IAsyncLifetime
    {
        public TestSite Site { get; } = new();
        internal ApiText Api { get; private set; } = null!;
        internal ToldInitiative Told { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await Site.InitializeAsync();
            Api = await ApiText.Of(Site);
            Told = await ToldInitiative.New(Site);
        }

        public Task DisposeAsync() => Site.DisposeAsync();
    }

    [Theory]
    [InlineData(Role.Owner)]
    [InlineData(Role.Viewer)]
    public async Task Every_answer_to_a_reader_fits_its_schema(Role role)
    {
        using var client = await program.Site.Bearer(program.Told.Org, role);
        var read = 0;
        foreach (var operation in program.Api.Operations.Where(operation => operation.Method == "GET"))
        {
            using var answer = await client.GetAsync(program.Told.Address(operation));
            await Check(operation, answer);
            read += answer.IsSuccessStatusCode ? 1 : 0;
        }
        Assert.Empty(wrong);
        Assert.True(read >= (role == Role.Owner ? 32 : 20), $"{read} answers were read.");
    }

    [Fact]
    public async Task Every_operation_answers_as_documented_when_what_its_address_names_does_not_exist()
    {
        using var client = await program.Site.Bearer(program.Told.Org);
        foreach (var operation in program.Api.Operations.Where(operation => operation.Path.Contains('{', StringComparison.Ordinal)))
        {
            var address = Parameter().Replace(operation.Path, _ => Guid.NewGuid().ToString());
            using var answer = await Send(client, operation, address, "{}");
            Assert.False(answer.IsSuccessStatusCode, $"{operation} answers {answer.StatusCode} to unknown ids.");
            await Check(operation, answer);
        }
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("[1")]
    public async Task Every_operation_answers_as_documented_to_a_body_that_is(string body)
    {
        using var client = await program.Site.Bearer(program.Told.Org);
        foreach (var operation in program.Api.Operations.Where(operation => operation.TakesJson))
        {
            using var answer = await Send(client, operation, program.Told.Address(operation), body);
            await Check(operation, answer);
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_operation_that_asks_for_a_key_refuses_nobody_as_documented()
    {
        using var client = program.Site.NewClient();
        foreach (var operation in program.Api.Operations.Where(operation => operation.Node["security"]!.AsArray().Count > 0))
        {
            using var answer = await Send(client, operation, program.Told.Address(operation), "{}");
            Assert.Equal(401, (int)answer.StatusCode);
            await Check(operation, answer);
        }
        Assert.Empty(wrong);
    }

    private async Task Check(ApiOperation operation, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var body = await answer.Content.ReadAsStringAsync();
        var told = $"{operation} {status} {(body.Length > 300 ? body[..300] : body)}";
        if (!operation.Statuses.Contains($"{status}"))
            wrong.Add($"{told}: the document names {string.Join(", ", operation.Statuses)}");
        else if (operation.ContentOf($"{status}") is not { } content)
        {
            if (body.Length > 0)
                wrong.Add($"{told}: the document has no body");
        }
        else if (answer.Content.Headers.ContentType?.MediaType is not { } type || content[type] is not { } media)
            wrong.Add($"{told}: of the type {answer.Content.Headers.ContentType}");
        else if (type.EndsWith("json", StringComparison.Ordinal) && program.Api.Faults(media["schema"]!, body) is { Count: > 0 } faults)
            wrong.Add($"{operation} {status}: {string.Join('\n', faults.Take(5))}");
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, ApiOperation operation, string address, string body)
    {
        var request = new HttpRequestMessage(new(operation.Method), address);
        request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"1\""));
        if (operation.TakesJson)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return client.SendAsync(request);
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
