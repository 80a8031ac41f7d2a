// Tells an outage of the database (wait and retry) from a bug. Used where exceptions are caught: once in the web storey, once in the verbs.

using System.Net.Sockets;
using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>Recognises what PostgreSQL or the way to it cannot do at the moment.</summary>
public static class Outage
{
    /// <summary>The problem to answer with, or null when the exception is not an outage.</summary>
    public static Problem.Unavailable? Of(Exception exception) =>
        exception switch
        {
            // None is prepared from now on (DataSources.Watch).
            _ when IsMixedUp(exception) => Busy(),
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new(
                "The server has no room left, so nothing was stored. Please try again later.",
                TimeSpan.FromSeconds(30)
            ),
            PostgresException
            {
                SqlState: PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.LockNotAvailable
            } => Busy(),
            PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => Busy(),
            // A primary that has become a standby (fail-over) refuses writes until the way to the new one is known.
            PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => Down(),
            // No such database, or no way in: the operator is still at work, or has changed the password.
            PostgresException
            {
                SqlState: PostgresErrorCodes.InvalidCatalogName
                    or PostgresErrorCodes.InvalidPassword
                    or PostgresErrorCodes.InvalidAuthorizationSpecification
            } => Down(),
            PostgresException { SqlState: var state } => state.StartsWith("57P", StringComparison.Ordinal)
            || state.StartsWith("08", StringComparison.Ordinal)
            || state.StartsWith("53", StringComparison.Ordinal)
            || state.StartsWith("58", StringComparison.Ordinal)
                ? Down()
                : null,
            NpgsqlException { InnerException: TimeoutException } => Busy(),
            NpgsqlException { InnerException: SocketException or IOException } => Down(),
            NpgsqlException { IsTransient: true } => Down(),
            { InnerException: NpgsqlException inner } => Of(inner),
            // What the driver says itself is about the way to a server: of several hosts none is the primary now, the server hung up while
            // it was greeted, it asks for what the connection string does not give. A mistake in a query is a PostgresException, a misuse
            // of the driver no NpgsqlException.
            NpgsqlException fault when fault.GetType() == typeof(NpgsqlException) => Down(),
            _ => null,
        };

    /// <summary>
    /// True when a pooler has given a prepared statement to somebody else: the server does not know it, knows it already, or answers
    /// another one, at which the driver throws an exception of no type of its own.
    /// </summary>
    internal static bool IsMixedUp(Exception exception) =>
        exception
            is PostgresException { SqlState: PostgresErrorCodes.InvalidSqlStatementName or PostgresErrorCodes.DuplicatePreparedStatement }
        || exception.GetType() == typeof(Exception) && exception.Source == "Npgsql";

    private static Problem.Unavailable Busy() => new("The server is very busy. Please try again in a moment.", TimeSpan.FromSeconds(2));

    private static Problem.Unavailable Down() =>
        new("The server cannot reach its database at the moment. Please try again in a moment.", TimeSpan.FromSeconds(5));
}
