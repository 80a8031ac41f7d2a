// The codebook: needs with the rules by which excerpts are given to them.

using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Needs;

/// <summary>
/// Adds a need to an initiative, or changes the words of one. The name stays for good; a change of words raises the version.
/// </summary>
public sealed class EditNeed(Db db, FindInitiative find)
{
    public sealed record Command
    {
        /// <summary>Words by language, at least one.</summary>
        public required IReadOnlyDictionary<string, string> Label { get; init; }
        public string Definition { get; init; } = "";
        public string Include { get; init; } = "";
        public string Exclude { get; init; } = "";
        public string Example { get; init; } = "";

        /// <summary>The version that the form was filled with; refused where another is stored. Null writes over any.</summary>
        [JsonIgnore]
        public int? Version { get; init; }
    }

    /// <summary>
    /// Adds a need under a name made of its words, which may change later while the name never does. Needs that are there stay as they
    /// are.
    /// </summary>
    public async Task<Result<Done>> Add(Actor actor, Guid initiative, Command command, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.EditNeeds, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (Rules.Faults(command) is { } invalid)
            return invalid;
        var typed = command.Label.Values.Select(words => words.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var wish = NameFrom(command.Label.Values.First(words => !TypedText.IsBlank(words)));
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "need.edit",
            wish,
            async tx =>
            {
                // Two who add at once come one after the other: the second must not put its words over the first one's need.
                await tx.Execute(EditInitiative.LockSql, new { initiative });
                var known = await tx.Query<KnownRow>(KnownSql, new { initiative });
                if (known.Any(need => JsonSerializer.Deserialize<Dictionary<string, string>>(need.Label)!.Values.Any(typed.Contains)))
                    return new Problem.Invalid(
                        "label",
                        "taken",
                        "There is a need of this name already. Change that one, or choose other words."
                    );
                var taken = known.Select(need => need.Name).ToHashSet();
                tx.Target = Enumerable
                    .Range(1, taken.Count + 1)
                    .Select(number => number == 1 ? wish : $"{wish}_{number}")
                    .First(free => !taken.Contains(free));
                await Store(tx, initiative, tx.Target, command);
                return Done.It;
            },
            cancellation
        );
    }

    private static string NameFrom(string label)
    {
        var name = Slug.From(label, "need").Replace('-', '_');
        return char.IsAsciiLetter(name[0]) ? name : "need_" + name;
    }

    /// <param name="name">The need's name; a new one is added with <see cref="NeedOrigin.Stories"/>.</param>
    public async Task<Result<Done>> Run(
        Actor actor,
        Guid initiative,
        string name,
        Command command,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.EditNeeds, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (!IsName(name))
            return new Problem.Invalid(
                "name",
                "bad_name",
                "A name begins with a letter and has letters, digits, '_', '-' or '.' (at most 60)."
            );
        if (Rules.Faults(command) is { } invalid)
            return invalid;
        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "need.edit",
            name,
            async tx =>
            {
                return await Store(tx, initiative, name, command) == 0 ? Revision.Meanwhile : Done.It;
            },
            cancellation
        );
    }

    private static Task<int> Store(Tx tx, Guid initiative, string name, Command command)
    {
        var label = command
            .Label.Where(words => !TypedText.IsBlank(words.Value))
            .ToDictionary(words => words.Key, words => words.Value.Trim());
        return tx.Execute(
            Sql,
            new
            {
                initiative,
                name,
                label = Jsonb.Of(JsonSerializer.Serialize(label)),
                definition = command.Definition.Trim(),
                include = command.Include.Trim(),
                exclude = command.Exclude.Trim(),
                example = command.Example.Trim(),
                command.Version,
            }
        );
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 60
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');

    private static readonly Validator Rules = new();

    private sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Label)
                .Must(label => label.Keys.All(LanguageCode.IsValid) && label.Values.All(words => words is not null))
                .WithErrorCode("bad_language")
                .WithMessage("A label has words by language code, such as en or pt-BR.");
            RuleFor(c => c.Label)
                .Must(label => label.Values.Any(words => !TypedText.IsBlank(words)))
                .WithErrorCode("required")
                .WithMessage("Name the need in the words that people use.");
            RuleFor(c => c.Label)
                .Must(label => label.Values.All(words => words is not { Length: > 200 }))
                .WithErrorCode("too_long")
                .WithMessage(Fault.AtMost(200));
            RuleFor(c => c.Definition).AtMost(2_000);
            RuleFor(c => c.Include).AtMost(2_000);
            RuleFor(c => c.Exclude).AtMost(2_000);
            RuleFor(c => c.Example).AtMost(2_000);
        }
    }

    private const string KnownSql = "select name, label from need where initiative_id = @initiative";

    private const string Sql = """
        insert into need (initiative_id, name, label, definition, include, exclude, example, position, origin)
        values (@initiative, @name, @label, @definition, @include, @exclude, @example,
                (select coalesce(max(position), 0) + 1 from need where initiative_id = @initiative), 'stories')
        on conflict (initiative_id, name) do update
        set label = excluded.label, definition = excluded.definition, include = excluded.include, exclude = excluded.exclude,
            example = excluded.example,
            version = need.version + 1
        where @Version::int is null or need.version = @Version
        """;

    private sealed record KnownRow
    {
        public required string Name { get; init; }
        public required string Label { get; init; }
    }
}
