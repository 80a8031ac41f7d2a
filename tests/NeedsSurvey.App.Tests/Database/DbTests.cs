using NeedsSurvey.App.Database;
using Npgsql;

namespace NeedsSurvey.App.Tests.Database;

/// <summary>The seam: reads cannot write, changes cannot forget their audit row, outages and constraints become problems.</summary>
public sealed class DbTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Actor Ada = new(ActorKind.Account, Guid.NewGuid(), "Ada", new Dictionary<Guid, Role>());

    [Fact]
    public async Task A_read_cannot_write()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            database.Db.Query<int>(InsertSql + " returning 1", Organisation("read"))
        );
        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refused.SqlState);
    }

    [Fact]
    public async Task What_was_just_written_is_read_also_when_a_replica_lags()
    {
        await using var lagging = await LaggingReplica.Of(database);
        await lagging.Db.Maintenance<Done>(async tx =>
        {
            await tx.Execute(InsertSql, Organisation("just-written"));
            return Done.It;
        });
        Assert.Equal("just-written", await lagging.Db.Find<string>("select slug from organisation where slug = 'just-written'"));
    }

    [Fact]
    public async Task What_was_just_written_is_in_a_snapshot_also_when_the_replica_has_not_seen_it()
    {
        await using var lagging = await LaggingReplica.Of(database);
        await lagging.Db.Maintenance<Done>(async tx =>
        {
            await tx.Execute(InsertSql, Organisation("not-replicated"));
            return Done.It;
        });
        Assert.True(
            await lagging.Db.Snapshot(moment =>
                moment.One<bool>("select exists (select 1 from organisation where slug = 'not-replicated')")
            )
        );
    }

    [Fact]
    public async Task A_snapshot_cannot_write()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            database.Db.Snapshot(moment => moment.Query<int>(InsertSql + " returning 1", Organisation("snapshot")))
        );
        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refused.SqlState);
    }

    [Theory]
    [InlineData("No suitable host was found.", false)]
    [InlineData("Unable to connect to a suitable host. Check inner exception for more details.", true)]
    public void Fault_5_the_driver_that_finds_no_primary_is_an_outage(string words, bool several) =>
        Assert.NotNull(Outage.Of(several ? new NpgsqlException(words, new AggregateException()) : new NpgsqlException(words)));

    [Fact]
    public async Task A_change_is_stored_with_its_audit_row()
    {
        var organisation = Guid.NewGuid();
        var result = await database.Db.Change<Done>(Ada, organisation, "organisation.create", "together", async tx =>
        {
            await tx.Execute(InsertSql, new { id = organisation, slug = "together" });
            tx.Detail["kind"] = "individual";
            return Done.It;
        });
        Assert.Null(result.Problem);
        var (action, name, target, detail) = await database.Db.One<(string, string, string, string)>(
            "select action, actor_name, target, detail::text from audit_entry where organisation_id = @organisation",
            new { organisation }
        );
        Assert.Equal(("organisation.create", "Ada", "together", """{"kind": "individual"}"""), (action, name, target, detail));
    }

    [Fact]
    public async Task A_problem_undoes_the_change_with_its_audit_row()
    {
        var organisation = Guid.NewGuid();
        var result = await database.Db.Change<Done>(Ada, organisation, "organisation.create", "undone", async tx =>
        {
            await tx.Execute(InsertSql, new { id = organisation, slug = "undone" });
            return new Problem.Conflict("too_late", "Too late.");
        });
        Assert.Equal("too_late", result.Problem?.Code);
        Assert.Equal(0, await Count("undone", organisation));
    }

    [Fact]
    public async Task An_exception_undoes_the_change_with_its_audit_row()
    {
        var organisation = Guid.NewGuid();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            database.Db.Change<Done>(Ada, organisation, "organisation.create", "thrown", async tx =>
            {
                await tx.Execute(InsertSql, new { id = organisation, slug = "thrown" });
                throw new InvalidOperationException("a bug");
            })
        );
        Assert.Equal(0, await Count("thrown", organisation));
    }

    [Fact]
    public async Task A_violated_constraint_that_is_named_becomes_its_problem()
    {
        await database.Db.Maintenance<Done>(async tx =>
        {
            await tx.Execute(InsertSql, Organisation("twice"));
            return Done.It;
        });
        var result = await database.Db.Maintenance<Done>(async tx =>
        {
            await tx.Execute(InsertSql, Organisation("twice"));
            return Done.It;
        });
        Assert.Equal("taken", Assert.Single(Assert.IsType<Problem.Invalid>(result.Problem).Faults).Code);
    }

    [Fact]
    public async Task Every_constraint_with_a_translation_exists()
    {
        var known = await database.Db.Query<string>(
            "select conname from pg_constraint union select indexname from pg_indexes where schemaname = 'public'"
        );
        Assert.Empty(ConstraintNames.Names.Except(known));
    }

    [Fact]
    public async Task A_respondents_write_leaves_no_audit_row()
    {
        var before = await database.Db.One<long>("select count(*) from audit_entry where action like 'collect%'");
        await database.Db.Collect<Done>(async tx =>
        {
            await tx.Execute(InsertSql, Organisation("collected"));
            return Done.It;
        });
        Assert.Equal(before, await database.Db.One<long>("select count(*) from audit_entry where action like 'collect%'"));
        Assert.Equal(1, await database.Db.One<long>("select count(*) from organisation where slug = 'collected'"));
    }

    [Fact]
    public async Task Values_arrive_as_they_were_sent()
    {
        var moment = new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.FromHours(2));
        var ids = new[] { Guid.NewGuid(), Guid.NewGuid() };
        var row = await database.Db.One<Everything>(
            """
            select @day::date as a_day, @moment::timestamptz as a_moment, @document as a_document, @ids as some_ids,
                   @id = any(@ids) as is_among, array['a', 'b'] as some_words, null::date as no_day
            """,
            new
            {
                day = new DateOnly(2024, 2, 29),
                moment,
                document = Jsonb.Of("""{"q": "Ünï ✓"}"""),
                ids,
                id = ids[1],
            }
        );
        Assert.Equal(new DateOnly(2024, 2, 29), row.ADay);
        Assert.Equal(moment, row.AMoment);
        Assert.Equal("""{"q": "Ünï ✓"}""", row.ADocument);
        Assert.Equal(ids, row.SomeIds);
        Assert.True(row.IsAmong);
        Assert.Equal(["a", "b"], row.SomeWords);
        Assert.Null(row.NoDay);
    }

    [Fact]
    public async Task A_list_works_where_an_array_does()
    {
        var ids = new List<Guid> { Guid.NewGuid(), Guid.NewGuid() };
        Assert.Equal(2, await database.Db.One<long>("select count(*) from unnest(@ids::uuid[]) as id where id = any(@ids)", new { ids }));
    }

    [Fact]
    public async Task A_cancelled_query_stops_at_once()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var started = System.Diagnostics.Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            database.Db.Query<string>("select pg_sleep(30)::text", null, soon.Token)
        );
        // Far from the half minute that it would sleep, and far from what a busy machine needs.
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(25), started.Elapsed.ToString());
    }

    [Fact]
    public async Task An_exhausted_pool_is_an_outage_after_two_seconds()
    {
        await using var sources = new DataSources(
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = 1, Timeout = 2 }.ConnectionString
        );
        await using var held = await sources.Reads.OpenConnectionAsync();
        var refused = await Assert.ThrowsAsync<NpgsqlException>(() => new Db(sources).Query<int>("select 1"));
        Assert.NotNull(Outage.Of(refused));
        // How long it waits is what the pool is told, where the operator says nothing.
        await using var unsaid = new DataSources("Host=127.0.0.1;Database=nothing");
        Assert.All([unsaid.Reads, unsaid.Writes], pool =>
            Assert.Equal(2, new NpgsqlConnectionStringBuilder(pool.ConnectionString).Timeout)
        );
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_an_outage()
    {
        await using var sources = new DataSources("Host=127.0.0.1;Port=1;Username=nobody;Database=nothing");
        var refused = await Assert.ThrowsAnyAsync<NpgsqlException>(() => new Db(sources).Query<int>("select 1"));
        Assert.NotNull(Outage.Of(refused));
    }

    [Theory]
    [InlineData(PostgresErrorCodes.DiskFull)]
    [InlineData(PostgresErrorCodes.TooManyConnections)]
    [InlineData(PostgresErrorCodes.AdminShutdown)]
    [InlineData(PostgresErrorCodes.CannotConnectNow)]
    [InlineData(PostgresErrorCodes.ReadOnlySqlTransaction)]
    [InlineData(PostgresErrorCodes.DeadlockDetected)]
    public void What_the_server_cannot_do_at_the_moment_is_an_outage(string state) =>
        Assert.True(Outage.Of(new PostgresException("not now", "ERROR", "ERROR", state))!.RetryAfter > TimeSpan.Zero);

    [Fact]
    public async Task A_mistake_in_a_query_is_not_an_outage()
    {
        var mistake = await Assert.ThrowsAsync<PostgresException>(() => database.Db.Query<int>("select nothing from nowhere"));
        Assert.Null(Outage.Of(mistake));
    }

    private static object Organisation(string slug) => new { id = Guid.NewGuid(), slug };

    private Task<long> Count(string slug, Guid organisation) =>
        database.Db.One<long>(
            """
            select (select count(*) from organisation where slug = @slug) + (select count(*) from audit_entry
                where organisation_id = @organisation)
            """,
            new { slug, organisation }
        );

    private const string InsertSql =
        "insert into organisation (organisation_id, slug, name, kind) values (@id, @slug, @slug, 'individual')";

    private sealed record Everything
    {
        public required DateOnly ADay { get; init; }
        public required DateTimeOffset AMoment { get; init; }
        public required string ADocument { get; init; }
        public required Guid[] SomeIds { get; init; }
        public required bool IsAmong { get; init; }
        public required string[] SomeWords { get; init; }
        public required DateOnly? NoDay { get; init; }
    }
}
