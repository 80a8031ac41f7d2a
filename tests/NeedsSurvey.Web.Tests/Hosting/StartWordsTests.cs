using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Tests.Hosting;

/// <summary>fresh machines, 5 and 12, for machines that the tests do not run on.</summary>
public sealed class StartWordsTests
{
    [Fact]
    public void An_address_in_use_is_called_that() =>
        Assert.Equal(
            "Cannot listen on http://127.0.0.1:1: another program uses the address. Stop that program, or set another address with "
                + "ASPNETCORE_URLS.",
            ListenWords.Of("http://127.0.0.1:1", new IOException("x", new AddressInUseException("y")))
        );

    [Fact]
    public void An_address_that_the_machine_lacks_is_not_called_taken() =>
        Assert.Equal(
            "Cannot listen on http://127.0.0.1:1: this machine does not have the address. Set one that it has with ASPNETCORE_URLS.",
            ListenWords.Of("http://127.0.0.1:1", new SocketException((int)SocketError.AddressNotAvailable))
        );

    [Fact]
    public void A_port_for_root_only_says_so() =>
        Assert.Contains(
            "below port 1024",
            ListenWords.Of("http://*:80", new SocketException((int)SocketError.AccessDenied)),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_that_cannot_be_loaded_is_not_blamed_on_the_address() =>
        Assert.Null(ListenWords.Of("http://*:80", new FileNotFoundException("Could not load file or assembly 'X'.")));

    [Theory]
    [InlineData(256, false)]
    [InlineData(511, false)]
    [InlineData(512, true)]
    public void With_too_few_open_files_the_program_does_not_start(ulong limit, bool starts) =>
        Assert.Equal(starts, OpenFiles.Judge(limit).GoOn);

    [Theory]
    [InlineData(1023, true)]
    [InlineData(1024, false)]
    [InlineData(ulong.MaxValue, false)]
    public void With_few_open_files_a_sentence_says_so(ulong limit, bool said) =>
        Assert.Equal(said, OpenFiles.Judge(limit).Words is not null);
}
