using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Problems;
using Maoding.Domain.Projects;
using Maoding.Storage.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Storage.Tests.Access;

/// <summary>The filters of lists let through exactly what the check of each row would.</summary>
public sealed class AccessFilterTests
{
    private static readonly DateOnly _day = new(2026, 3, 2);

    public static TheoryData<string> Both => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Leads_with_and_without_readers(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var (units, posts) = await DirectoryAsync(database);
        await using var db = database.Open();
        foreach (var unit in units)
            foreach (var leader in (int?[])[null, .. posts.Take(2)])
                for (var i = 0; i < 3; i++) db.Leads.Add(new Lead { Name = $"线索{i}", UnitId = unit, LeaderPostId = leader, FoundOn = _day, Since = _day });
        await TestDatabase.SaveAsync(db);
        foreach (var lead in await db.Leads.ToListAsync())
        {
            ReaderList? readers = (lead.Id % 3) switch { 0 => new ReaderList([], [posts[2]]), 1 => new ReaderList([units[0]], []), _ => null };
            await db.SetReadersAsync(nameof(Lead), lead.Id, readers, default);
        }

        await TestDatabase.SaveAsync(db);
        var lists = (await db.Readers.ToListAsync()).ToLookup(r => r.SubjectId);
        await AgreeAsync(
            db, db.Leads, PipelineFacts.Leads, l => l.Id, lead => PipelineFacts.Leads.Of(lead) with { Readers = ReaderList.Of([.. lists[lead.Id]]) },
            [Permission.SeePipeline, Permission.EditPipeline], units, posts);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Rows_of_every_state_and_problems_with_steps(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var (units, posts) = await DirectoryAsync(database);
        await using var db = database.Open();
        var plan = new Plan { Year = 2026, Name = "2026年任务分解方案" };
        db.Add(plan);
        await TestDatabase.SaveAsync(db);
        var number = 0;
        foreach (var state in Enum.GetValues<CommitmentState>())
        {
            for (var i = 0; i < 4; i++)
            {
                var row = new Commitment { PlanId = plan.Id, Title = "任务", State = state, Order = ++number, Number = $"{number}" };
                int? unit = i == 0 ? null : units[i % 3];
                row.LeadUnitId = unit;
                (row.LeaderPostId, row.SecondLeaderPostId) = (i == 1 ? posts[0] : null, i == 2 ? posts[1] : null);
                if (i == 3) row.CoUnits.Add(new CoUnit { UnitId = units[1], Order = 1 });
                db.Add(row);
                var problem = new Problem { Number = number, Title = "问题", RaisedOn = _day, UnitId = unit, LeaderPostId = row.LeaderPostId };
                if (i == 2) problem.RaisedUnitId = units[0];
                if (i == 3) problem.Steps.Add(new ProblemStep { Text = "办理", UnitId = units[1] });
                db.Add(problem);
            }
        }

        await TestDatabase.SaveAsync(db);
        var rows = db.Commitments.Include(c => c.CoUnits);
        Permission[] ofRows = [Permission.SeeRow, Permission.SeeRowWorkings, Permission.DownloadPlan, Permission.AmendRow];
        await AgreeAsync(db, rows, RowFacts.Map, c => c.Id, RowFacts.Of, ofRows, units, posts);
        Permission[] ofProblems = [Permission.SeeProblems, Permission.HandleProblem];
        await AgreeAsync(db, db.Problems.Include(p => p.Steps), ProblemFacts.Map, p => p.Id, ProblemFacts.Of, ofProblems, units, posts);
    }

    private static async Task AgreeAsync<T>(
        MaodingContext db, IQueryable<T> rows, AccessMap<T> map, Func<T, int> key, Func<T, AccessFacts> facts,
        Permission[] permissions, int[] units, int[] posts)
        where T : class
    {
        var all = await rows.ToListAsync();
        foreach (var actor in Actors(units, posts))
        {
            foreach (var permission in permissions)
            {
                var expected = all.Where(r => Permissions.Allows(actor, permission, facts(r))).Select(key).Order().ToList();
                var found = (await rows.AllowedTo(db, map, actor, permission).ToListAsync()).Select(key).Order().ToList();
                Assert.True(
                    expected.SequenceEqual(found),
                    $"{string.Join(" ", actor.Posts)} {permission}: {string.Join(' ', expected)} but {string.Join(' ', found)}");
            }
        }
    }

    /// <summary>Every kind of post in every unit and without one, two posts at once, nobody.</summary>
    private static IEnumerable<Actor> Actors(int[] units, int[] posts)
    {
        foreach (var kind in Enum.GetValues<PostKind>())
            foreach (var unit in (int?[])[null, .. units])
                foreach (var post in posts) yield return new Actor(1, 1, "某人", false, [new HeldPost(post, kind, unit, "岗位")]);
        HeldPost[] two = [new(posts[0], PostKind.Leader, null, "领导"), new(posts[2], PostKind.UnitHead, units[2], "负责人")];
        yield return new Actor(1, 1, "某人", false, two);
        yield return new Actor(1, 1, "管理员", true, []);
        yield return Actor.Visitor;
    }

    private static async Task<(int[] Units, int[] Posts)> DirectoryAsync(TestDatabase database)
    {
        await using var db = database.Open();
        Unit[] units = [.. Enumerable.Range(1, 3).Select(i => new Unit { Order = i, Name = $"单位{i}", ShortName = $"单位{i}", Line = OrganLine.Government })];
        Post[] posts = [.. Enumerable.Range(1, 3).Select(i => new Post { Order = i, Name = $"岗位{i}", Kind = PostKind.Leader, Line = OrganLine.Government })];
        db.AddRange(units);
        db.AddRange(posts);
        await TestDatabase.SaveAsync(db);
        return ([.. units.Select(u => u.Id)], [.. posts.Select(p => p.Id)]);
    }
}
