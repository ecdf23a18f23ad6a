using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Features.Planning.Documents;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Features.Planning.Documents;

/// <summary>Every move of the review leaves rows and their leaves so that each duty counts once.</summary>
public sealed class FamilyTests
{
    private static readonly Actor _office = new(1, null, "督查室", false, [new HeldPost(1, PostKind.Coordinator, null, "统筹")]);
    private static readonly MergeChoice _kept = new(Enum.GetValues<DifferenceField>().ToDictionary(f => f, _ => false), "");

    [Fact]
    public async Task A_row_answers_itself_again_when_its_only_leaf_is_dropped_merged_or_taken_back()
    {
        await using var app = await TestApp.StartAsync();
        var rows = await StartAsync(app);
        foreach (var leave in (Func<ReviewService, Commitment, Task>[])[
            (r, leaf) => r.DropAsync(_office, leaf.Id, leaf.Version, "重复", null, default),
            (r, leaf) => r.MergeAsync(_office, leaf.Id, leaf.Version, rows[2].Id, _kept, null, default),
            (r, leaf) => r.RestoreAsync(_office, leaf.Id, leaf.Version, null, default)])
        {
            await DoAsync<ReviewService>(
                app, async r => await r.MakeLeafAsync(_office, rows[1].Id, (await RowAsync(app, rows[1])).Version, rows[0].Id, null, default));
            Assert.False((await RowAsync(app, rows[0])).IsLeaf);
            await DoAsync<ReviewService>(app, async r => await leave(r, await RowAsync(app, rows[1])));
            Assert.True((await RowAsync(app, rows[0])).IsLeaf);
            var state = (await RowAsync(app, rows[1])).State;
            if (state != CommitmentState.Proposed)
                await DoAsync<ReviewService>(app, async r => await r.RestoreAsync(_office, rows[1].Id, (await RowAsync(app, rows[1])).Version, null, default));
        }
    }

    [Fact]
    public async Task A_row_with_living_leaves_is_neither_dropped_nor_taken_back()
    {
        await using var app = await TestApp.StartAsync();
        var rows = await StartAsync(app);
        await DoAsync<ReviewService>(app, r => r.AcceptAsync(_office, rows[0].Id, rows[0].Version, null, default));
        await DoAsync<ReviewService>(app, r => r.MakeLeafAsync(_office, rows[1].Id, rows[1].Version, rows[0].Id, null, default));
        var version = (await RowAsync(app, rows[0])).Version;
        await DoAsync<ReviewService>(app, async r =>
        {
            Assert.Equal("REV006", (await Assert.ThrowsAsync<RefusalException>(() => r.DropAsync(_office, rows[0].Id, version, "重复", null, default))).Code);
            Assert.Equal("REV006", (await Assert.ThrowsAsync<RefusalException>(() => r.RestoreAsync(_office, rows[0].Id, version, null, default))).Code);
        });
        Assert.Equal(CommitmentState.Draft, (await RowAsync(app, rows[0])).State);
    }

    [Fact]
    public async Task A_leaf_that_comes_back_after_its_split_was_taken_back_takes_the_duty_with_it()
    {
        await using var app = await TestApp.StartAsync();
        var rows = await StartAsync(app);
        await DoAsync<ReviewService>(app, r => r.AcceptAsync(_office, rows[0].Id, rows[0].Version, null, default));
        var version = (await RowAsync(app, rows[0])).Version;
        await DoAsync<LeafService>(app, l => l.SplitByListAsync(_office, rows[0].Id, version, [new LeafSpec("上半"), new LeafSpec("下半")]));
        version = (await RowAsync(app, rows[0])).Version;
        await DoAsync<LeafService>(app, l => l.UndoAsync(_office, rows[0].Id, version));
        Assert.True((await RowAsync(app, rows[0])).IsLeaf);
        await using var db = app.Open();
        var leaf = await db.Commitments.AsNoTracking().FirstAsync(c => c.ParentId == rows[0].Id);
        await DoAsync<ReviewService>(app, r => r.RestoreAsync(_office, leaf.Id, leaf.Version, null, default));
        Assert.True((await RowAsync(app, rows[0])).IsLeaf);
        await DoAsync<ReviewService>(app, async r => await r.AcceptAsync(_office, leaf.Id, (await RowAsync(app, leaf)).Version, null, default));
        Assert.False((await RowAsync(app, rows[0])).IsLeaf);
    }

    private static Task<Commitment> RowAsync(TestApp app, Commitment row) => ImportedSpeech.RowAsync(app, row.Id);

    private static async Task DoAsync<T>(TestApp app, Func<T, Task> act)
        where T : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    private static async Task<List<Commitment>> StartAsync(TestApp app)
    {
        await SmallDistrict.InAsync(app);
        using var web = await app.AsAsync("coordinator");
        var id = await ImportedSpeech.ImportAsync(app, web, ImportedSpeech.Sample);
        await using var db = app.Open();
        return (await ImportedSpeech.RowsAsync(db, id)).FindAll(r => r.Kind == CommitmentKind.Work);
    }
}
