using System.Text;
using NeedsSurvey.App.Exchange;

namespace NeedsSurvey.App.Tests.Exchange;

/// <summary>Fault 3: what files of downloads on their way may take.</summary>
public sealed class ExportSpoolTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("needssurvey-spool-test-").FullName;
    private readonly ExportSpool spool;

    public ExportSpoolTests() => spool = new(directory, new(Bytes: 100, LeaveFree: 0));

    public void Dispose()
    {
        spool.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Fault_3_what_was_made_is_what_is_read()
    {
        await using var file = (await spool.Hold(Export(Guid.NewGuid(), "Rent, again."), default)).OrThrow();
        using var reader = new StreamReader(file);
        Assert.Equal("Rent, again.", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Fault_3_no_file_is_left_in_the_directory()
    {
        await using var file = (await spool.Hold(Export(Guid.NewGuid(), "Rent, again."), default)).OrThrow();
        if (OperatingSystem.IsWindows())
            await file.DisposeAsync();
        Assert.Empty(Directory.GetFileSystemEntries(directory));
    }

    [Fact]
    public async Task Fault_3_one_organisation_takes_half_at_most()
    {
        var organisation = Guid.NewGuid();
        await using var first = (await spool.Hold(Export(organisation, new string('a', 40)), default)).OrThrow();
        Assert.Contains("of your organisation", await Refused(organisation), StringComparison.Ordinal);
        await using var another = (await spool.Hold(Export(Guid.NewGuid(), new string('a', 40)), default)).OrThrow();
        Assert.Equal(80, spool.Held);
    }

    [Fact]
    public async Task Fault_3_all_together_take_no_more_than_there_is()
    {
        await using var first = (await spool.Hold(Export(Guid.NewGuid(), new string('a', 40)), default)).OrThrow();
        await using var second = (await spool.Hold(Export(Guid.NewGuid(), new string('a', 40)), default)).OrThrow();
        Assert.Contains("Too many downloads", await Refused(Guid.NewGuid()), StringComparison.Ordinal);
        await first.DisposeAsync();
        await using var third = (await spool.Hold(Export(Guid.NewGuid(), new string('a', 40)), default)).OrThrow();
    }

    [Fact]
    public async Task Fault_3_an_export_that_fails_gives_its_room_back()
    {
        var broken = Export(Guid.NewGuid(), "") with
        {
            Write = async (stream, _, stop) =>
            {
                await stream.WriteAsync(new byte[40], stop);
                throw new InvalidOperationException("a bug");
            },
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => spool.Hold(broken, default));
        Assert.Equal(0, spool.Held);
    }

    [Fact]
    public async Task A_full_disk_is_told_as_no_room()
    {
        var saidOfIt = OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28;
        var full = await spool.Hold(Failing(new IOException("No space left on device", saidOfIt)), default);
        Assert.Contains("no room", Assert.IsType<Problem.Unavailable>(full.Problem).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_not_told_as_no_room() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => spool.Hold(Failing(new UnauthorizedAccessException()), default));

    [Fact]
    public async Task A_fault_of_the_disk_is_not_told_as_no_room() =>
        await Assert.ThrowsAsync<IOException>(() => spool.Hold(Failing(new IOException("Input/output error", 5)), default));

    private static ReadyExport Failing(Exception fault) => Export(Guid.NewGuid(), "") with { Write = (_, _, _) => throw fault };

    [Fact]
    public async Task What_was_taken_back_and_written_again_is_held_once()
    {
        var again = Export(Guid.NewGuid(), "") with
        {
            Write = async (stream, _, stop) =>
            {
                await stream.WriteAsync(new byte[40], stop);
                stream.Position = 0;
                stream.SetLength(0);
                await stream.WriteAsync(new byte[30], stop);
            },
        };
        await using var file = (await spool.Hold(again, default)).OrThrow();
        Assert.Equal((30, 30), (file.Length, spool.Held));
    }

    [Fact]
    public async Task Fault_3_who_waits_too_long_for_a_turn_is_told_to_come_back()
    {
        using var narrow = new ExportSpool(directory, new(Bytes: 100, LeaveFree: 0, AtOnce: 1, SecondsToWait: 0));
        var ends = new TaskCompletionSource();
        var making = narrow.Hold(Export(Guid.NewGuid(), "") with { Write = (_, _, _) => ends.Task }, default);
        var refused = await narrow.Hold(Export(Guid.NewGuid(), "a"), default);
        Assert.Contains("being made", Assert.IsType<Problem.Unavailable>(refused.Problem).Message, StringComparison.Ordinal);
        ends.SetResult();
        await (await making).OrThrow().DisposeAsync();
    }

    private async Task<string> Refused(Guid organisation) =>
        Assert.IsType<Problem.Unavailable>((await spool.Hold(Export(organisation, new string('a', 40)), default)).Problem).Message;

    private static ReadyExport Export(Guid organisation, string words) =>
        new(organisation, "x.csv", "text/csv", async (stream, _, stop) => await stream.WriteAsync(Encoding.UTF8.GetBytes(words), stop));
}
