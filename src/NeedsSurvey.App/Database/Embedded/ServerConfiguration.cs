// postgresql.conf of the embedded server, written whole at every start so that an upgrade of the program brings its settings along.
// An operator's own settings go into local.conf in the same directory, which is read last and never written.

using System.Globalization;

namespace NeedsSurvey.App.Database;

/// <summary>Writes the embedded server's configuration.</summary>
internal static class ServerConfiguration
{
    /// <summary>Writes the file for a server at this address.</summary>
    public static async Task Write(string cluster, string host, int port, ServerUser user, CancellationToken cancellation)
    {
        var path = Path.Combine(cluster, "postgresql.conf");
        var address = Path.IsPathRooted(host)
            ? $"listen_addresses = ''\nunix_socket_directories = "
                + $"{Quoted('"' + host.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')}\nunix_socket_permissions = 0700"
            : $"listen_addresses = {Quoted(host)}\nunix_socket_directories = ''";
        await File.WriteAllTextAsync(
            path,
            $"""
            # Written by NeedsSurvey at every start. Put settings of your own into local.conf beside this file.
            {address}
            port = {port.ToString(CultureInfo.InvariantCulture)}
            max_connections = 100
            password_encryption = 'scram-sha-256'

            # Acknowledged means on disk.
            fsync = on
            full_page_writes = on
            synchronous_commit = on

            shared_buffers = 128MB
            max_wal_size = 2GB
            wal_compression = on
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'

            # People's words never enter the log: no statements, no values in errors.
            log_timezone = 'UTC'
            log_line_prefix = '%m [%p] '
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            log_checkpoints = off
            lc_messages = 'C'

            include_if_exists = 'local.conf'

            """,
            cancellation
        );
        await user.Own(path, cancellation);
    }

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
