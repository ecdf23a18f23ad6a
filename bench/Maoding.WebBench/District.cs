using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Maoding.Storage.Accounts;
using Maoding.Storage.Migrating;
using Maoding.Storage.Searching;
using Microsoft.EntityFrameworkCore;

namespace Maoding.WebBench;

/// <summary>A made-up district with as many ledger rows as asked for: 40 units, 12 leaders, one document of 30 sections.</summary>
internal static class District
{
    private const int Batch = 2000;

    private static readonly string[] Works =
        ["老旧小区改造{0}个", "新建公办幼儿园{0}所，年底前投用", "培育高新技术企业{0}家以上", "主次干道环境整治（{0}条）", "农贸市场升级改造{0}个", "沿河棚改、河道治理、雨污分流{0}公里", "强化重大项目推进机制，新开工项目{0}个", "新增城镇就业{0}人"];

    // What the reader asks for in a speech, so that its rows find units.
    private static readonly string[] Functions =
        ["教育", "住房城乡建设", "财政", "工业和信息化", "科技", "民政", "人力资源社会保障", "交通运输", "农业农村", "商务", "文化旅游", "卫生健康", "应急管理", "生态环境", "发展改革", "公安"];

    // Most rows of a year are in force; some are findings, some still drafts.
    private static readonly CommitmentState[] States =
    [
        CommitmentState.Issued, CommitmentState.InProgress, CommitmentState.InProgress, CommitmentState.Issued, CommitmentState.Draft,
        CommitmentState.InProgress, CommitmentState.Proposed, CommitmentState.Issued, CommitmentState.Done, CommitmentState.InProgress,
    ];

    public static async Task FillAsync(Database database, int rows)
    {
        await Migrator.MigrateAsync(database);
        await using (var db = database.Open()) await FrameAsync(db);
        for (var from = 1; from <= rows; from += Batch)
        {
            await using var db = database.Open();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(Enumerable.Range(from, Math.Min(Batch, rows - from + 1)).Select(Row));
            await db.SaveChangesAsync();
        }

        await using var index = database.Open();
        await using (var transaction = await index.Database.BeginTransactionAsync())
        {
            await SearchIndex.RebuildAsync(index);
            await transaction.CommitAsync();
        }

        // What either database does by itself in its first quiet minutes.
        await index.Database.ExecuteSqlRawAsync(database.IsPostgres ? "VACUUM ANALYZE" : "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task FrameAsync(MaodingContext db)
    {
        db.Add(new Region { Name = "云泽区", BusinessDate = new DateOnly(2026, 6, 15) });
        for (var i = 1; i <= 40; i++)
            db.Add(new Unit { Id = i, Order = i, Name = $"云泽区第{i}局", ShortName = $"区第{i}局", Functions = i <= Functions.Length ? Functions[i - 1] : "" });
        for (var i = 1; i <= 13; i++)
        {
            var post = new Post { Id = i, Order = i, Name = i == 13 ? "督查室主任" : $"副区长{i}", Kind = i == 13 ? PostKind.Coordinator : PostKind.Leader };
            var person = new Person { Id = i, Name = $"王立{(char)('一' + i)}" };
            db.Add(new Tenure { Post = post, Person = person, From = new DateOnly(2025, 1, 1) });
        }

        db.Add(new Account
        {
            PersonId = 13,
            UserName = "coordinator",
            NormalizedUserName = "COORDINATOR",
            SecurityStamp = "bench",
            PasswordChangedAt = DateTime.UtcNow,
        });
        db.Add(new Plan { Id = 1, Year = 2026, Name = "2026年任务分解方案", State = PlanState.Issued });
        await db.SaveChangesAsync();
        await DocumentAsync(db);
    }

    private static async Task DocumentAsync(MaodingContext db)
    {
        db.Add(new SourceDocument
        {
            Id = 1,
            PlanId = 1,
            Title = "在区委六届五次全会上的讲话",
            Kind = DocumentKind.Speech,
            Text = string.Concat(Enumerable.Repeat("全面完成老旧小区改造。\n", 2000)),
        });
        await db.SaveChangesAsync();
        for (var i = 1; i <= 30; i++) db.Add(new Section
        {
            Id = i,
            DocumentId = 1,
            Order = i,
            Level = 1 + (i % 2),
            Heading = $"第{i}节 重点任务",
            Path = $"第{i}节 重点任务",
            Start = i * 700,
            Length = 700,
        });
        for (var i = 1; i <= 6; i++) db.Add(new Theme { Id = i, PlanId = 1, Order = i, Name = $"专题{i}" });
        await db.SaveChangesAsync();
    }

    private static Commitment Row(int i) => new()
    {
        PlanId = 1,
        Number = i.ToString(CultureInfo.InvariantCulture),
        Order = i,
        Kind = i % 7 == 0 ? CommitmentKind.Target : CommitmentKind.Work,
        State = States[i % States.Length],
        Title = string.Format(CultureInfo.InvariantCulture, Works[i % Works.Length], i),
        Measures = "细化方案\n按月调度",
        DocumentId = 1,
        SectionId = 1 + (i % 30),
        LeaderPostId = 1 + (i % 12),
        // The pages that are compared are full at 1,000 rows too.
        LeadUnitId = i % 5 == 0 ? 8 : 1 + (i * 7 % 40),
        DueKind = DueKind.Date,
        Due = new DateOnly(2026, 5 + (i % 6), 15),
        DueMonth = 202605 + (i % 6),
        Quotes = [new Quote { DocumentId = 1, Start = i * 12 % 20000, Length = 10, Sentence = i, Text = "全面完成老旧小区改造" }],
        CoUnits = [new CoUnit { UnitId = 1 + (((i * 7) + 3) % 40), Order = 1 }, new CoUnit { UnitId = 1 + (((i * 7) + 9) % 40), Order = 2 }],
    };
}
