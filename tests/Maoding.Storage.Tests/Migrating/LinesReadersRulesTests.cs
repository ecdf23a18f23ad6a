using System.Text;
using Maoding.Domain.Lights;
using Maoding.Domain.Organization;
using Maoding.Domain.Rules;
using Maoding.Storage.Migrating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Maoding.Storage.Tests.Migrating;

/// <summary>A database from before lines, readers and editions: what it says of light rules is the same afterwards.</summary>
public sealed class LinesReadersRulesTests
{
    private static readonly string[] _before =
    [
        """
        INSERT INTO "Units" ("Id", "Order", "Name", "ShortName", "Kind", "Functions", "Phone", "IsClosed", "Version")
        VALUES (1, 1, '云泽区教育局', '区教育局', 3, '', '', {false}, 1)
        """,
        """
        INSERT INTO "Posts" ("Id", "Order", "Name", "Kind", "UnitId", "IsClosed", "Version")
        VALUES (1, 1, '区委书记', 1, NULL, {false}, 1), (2, 2, '区教育局联络员', 4, 1, {true}, 1)
        """,
        """
        INSERT INTO "Plans" ("Id", "Year", "Name", "State", "LastNumber", "Version")
        VALUES (1, 2026, '2026年任务分解方案', 1, 0, 1), (2, 2025, '2025年任务分解方案', 3, 0, 1)
        """,
        """
        INSERT INTO "LightRuleSets" ("Id", "PlanId", "Number", "Name", "Rules", "FromMonth", "Reason", "MadeOn", "MadeById", "Version")
        VALUES (7, 2, 1, '通用', '落后计划百分点 > 20 红灯{line}连续未报月数 ≥ 1 黄灯', 202501, '没有另定', '2025-02-10', 0, 1),
               (4, 1, 1, '云泽办法', '连续未完成计划月数 ≥ 1 红灯{line}补上后 黄灯', 202603, '区委督查室〔2026〕5号', '2026-03-02', 3, 1)
        """,
        """
        INSERT INTO "MonthCloses" ("Id", "PlanId", "Month", "RuleSetId", "ClosedOn", "Rows", "ClosedById")
        VALUES (1, 2, 202501, 7, '2025-02-10', 0, 0), (2, 1, 202603, 4, '2026-04-10', 0, 3)
        """,
    ];

    public static TheoryData<string> Both => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Light_rules_become_editions_under_their_keys(string kind)
    {
        await using var database = TestDatabase.Empty(kind);
        await BeforeAsync(database);
        await Migrator.MigrateAsync(database.Database);
        await using var db = database.Open();
        var editions = await db.RuleEditions.OrderBy(e => e.Number).ToListAsync();
        Assert.Equal([(7, 1, new DateOnly(2025, 1, 1)), (4, 2, new DateOnly(2026, 3, 1))], editions.Select(e => (e.Id, e.Number, e.From)));
        Assert.Equal("连续未完成计划月数 ≥ 1 红灯\n补上后 黄灯", LightKind.RulesOf(editions[1]).ToText());
        Assert.Equal(["落后计划百分点 > 20 红灯", "连续未报月数 ≥ 1 黄灯"], LightKind.Only.Words(editions[0].Values));
        var made = (editions[1].Kind, editions[1].Source, editions[1].MadeOn, editions[1].MadeById);
        Assert.Equal((LightKind.Lights, "区委督查室〔2026〕5号", new DateOnly(2026, 3, 2), 3), made);
        Assert.Equal([7, 4], await db.MonthCloses.OrderBy(c => c.Id).Select(c => c.RuleEditionId).ToListAsync());
        // What names suggest is asked of the program at its start.
        Assert.All(await db.Units.ToListAsync(), u => Assert.Equal(OrganLine.Unsaid, u.Line));
        Assert.All(await db.Posts.ToListAsync(), p => Assert.Equal((OrganLine.Unsaid, false), (p.Line, p.IsChief)));
        // Whoever numbers on begins after those that were brought over, and what months point to is guarded again.
        db.RuleEditions.Add(new RuleEdition { Kind = LightKind.Lights, Number = 3, Name = "下一版", From = new DateOnly(2026, 5, 1), Source = "", Values = "{}" });
        await TestDatabase.SaveAsync(db);
        Assert.True(await db.RuleEditions.Where(e => e.Number == 3).Select(e => e.Id).SingleAsync() > 7);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("""DELETE FROM "RuleEditions" WHERE "Id" = 4"""));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("""UPDATE "MonthCloses" SET "RuleEditionId" = 99"""));
    }

    private static async Task BeforeAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var first = db.Database.GetMigrations().First();
        await db.GetService<IMigrator>().MigrateAsync(first);
        var (yes, no) = database.Database.IsPostgres ? ("TRUE", "FALSE") : ("1", "0");
        foreach (var statement in _before)
        {
            var words = new StringBuilder(statement).Replace("{true}", yes).Replace("{false}", no).Replace("{line}", "\n");
            await db.Database.ExecuteSqlRawAsync(words.ToString());
        }
    }
}
