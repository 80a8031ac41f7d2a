// Text that PostgreSQL cannot keep is somebody's input, not a bug of ours. Most operations need not look for it: the database does.

using Npgsql;

namespace NeedsSurvey.App.Database;

/// <summary>Recognises a refusal of NUL in a text or in JSON.</summary>
public static class Unstorable
{
    /// <summary>The problem to answer with, or null when the exception is something else.</summary>
    public static Problem.Invalid? Of(Exception exception) =>
        exception
            is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter }
            ? new("", "control_character", "The text holds a character that cannot be stored.")
            : null;
}
