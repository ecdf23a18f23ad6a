using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Search;
using Maoding.Storage.Auditing;
using Maoding.Storage.Searching;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Storage.Tests.Searching;

/// <summary>The same words find the same rows on both databases, and what is found is what the rows say now.</summary>
public sealed class SearchIndexTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Words_are_found_wherever_a_row_says_them(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var db = database.Open();
        await ThreeAsync(db);
        (string Words, string Found)[] cases =
        [
            ("小区", "改造老旧小区126个"), ("旧小", "改造老旧小区126个"), ("126个", "改造老旧小区126个"), ("126", "改造老旧小区126个"), ("区小", ""),
            ("生产总值", "经济平稳增长"), ("雨污分流", "沿河治理"), ("原文说过", "沿河治理"), ("GDP", "经济平稳增长"), ("ｇｄｐ", "经济平稳增长"),
            ("治理 分流", "沿河治理"), ("治理 小区", ""), ("河", "沿河治理"), ("31", "改造老旧小区126个"), ("", "改造老旧小区126个,沿河治理,经济平稳增长"), ("\" OR *", ""),
        ];
        foreach (var (words, found) in cases) Assert.Equal((words, found), (words, await FindAsync(db, words)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_change_is_found_as_soon_as_it_is_saved_and_the_old_words_no_more(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using (var db = database.Open()) await ThreeAsync(db);
        await using (var db = database.Open())
        {
            var row = await db.Commitments.Include(c => c.Quotes).SingleAsync(c => c.Title == "沿河治理");
            row.Title = "整治排水管网";
            row.Quotes.Clear();
            await TestDatabase.SaveAsync(db);
        }

        await using var later = database.Open();
        Assert.Equal("整治排水管网", await FindAsync(later, "排水管网"));
        Assert.Equal("", await FindAsync(later, "沿河"));
        Assert.Equal("", await FindAsync(later, "原文说过"));
        Assert.Equal("整治排水管网", await FindAsync(later, "雨污分流"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_not_committed_is_not_found(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var db = database.Open();
        var plan = await ThreeAsync(db);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            db.Commitments.Add(new Commitment { PlanId = plan, Title = "没有提交的事" });
            await new AuditedSave(db, TimeProvider.System).SaveWithinAsync(TestDatabase.Tester, "试");
            Assert.Equal("没有提交的事", await FindAsync(db, "没有提交"));
        }

        await using var later = database.Open();
        Assert.Equal("", await FindAsync(later, "没有提交"));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_lost_index_is_noticed_and_made_anew(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var db = database.Open();
        await ThreeAsync(db);
        Assert.Empty(await SearchIndex.MissingAsync(db));
        await db.Database.ExecuteSqlRawAsync(kind == "sqlite" ? "DELETE FROM commitment_search" : """DELETE FROM "CommitmentSearch" """);
        Assert.Equal(3, (await SearchIndex.MissingAsync(db)).Count);
        Assert.Equal("", await FindAsync(db, "小区"));
        await SearchIndex.MendAsync(db);
        Assert.Empty(await SearchIndex.MissingAsync(db));
        Assert.Equal("改造老旧小区126个", await FindAsync(db, "小区"));
    }

    private static async Task<string> FindAsync(MaodingContext db, string words) =>
        string.Join(',', await db.Commitments.AsNoTracking().Matching(db, Bigrams.Query(words)).OrderBy(c => c.Order).Select(c => c.Title).ToListAsync());

    private static async Task<int> ThreeAsync(MaodingContext db)
    {
        var plan = new Plan { Year = 2026, Name = "2026年" };
        db.Add(plan);
        await TestDatabase.SaveAsync(db);
        var document = new SourceDocument { PlanId = plan.Id, Title = "讲话", Kind = DocumentKind.Speech, Text = "原文说过的话" };
        db.Add(document);
        await TestDatabase.SaveAsync(db);
        db.AddRange(
            new Commitment { PlanId = plan.Id, Order = 1, Number = "31", Title = "改造老旧小区126个" },
            new Commitment
            {
                PlanId = plan.Id,
                Order = 2,
                Title = "沿河治理",
                Measures = "雨污分流\n清淤",
                Quotes = [new Quote { DocumentId = document.Id, Start = 0, Length = 6, Sentence = 1, Text = "原文说过的话" }],
            },
            new Commitment
            {
                PlanId = plan.Id,
                Order = 3,
                Kind = CommitmentKind.Target,
                Title = "经济平稳增长",
                Target = new TargetFigure { Indicator = "地区生产总值（GDP）", Kind = "growth_at_least", Value = "7" },
            });
        await TestDatabase.SaveAsync(db);
        return plan.Id;
    }
}
