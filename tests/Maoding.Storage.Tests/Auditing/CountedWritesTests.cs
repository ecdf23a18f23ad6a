using Maoding.Domain.Ledger;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Storage.Tests.Auditing;

/// <summary>Answers kept by pages are forgotten by what lists show, and by nothing else; see docs/adr/0015.</summary>
public sealed class CountedWritesTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Changes_count_and_notes_and_typing_at_proposals_do_not(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var id = (await database.SmallLedgerAsync()).Id;
        await using var db = database.Open();
        var save = new AuditedSave(db, TimeProvider.System);
        var row = await db.Commitments.SingleAsync(c => c.Id == id);

        async Task<(long Writes, long Entries)> AfterAsync(Func<Task> work)
        {
            var before = await db.AuditHeads.AsNoTracking().SingleAsync();
            await work();
            var after = await db.AuditHeads.AsNoTracking().SingleAsync();
            return (after.Writes - before.Writes, after.Sequence - before.Sequence);
        }

        async Task TypeAsync(string title)
        {
            row.Title = title;
            await save.SaveDraftAsync(TestDatabase.Tester, row);
        }

        row.State = CommitmentState.Proposed;
        Assert.Equal((1, 1), await AfterAsync(() => save.SaveAsync(TestDatabase.Tester, "退回草稿")));
        Assert.Equal((0, 1), await AfterAsync(() => save.NoteAsync(TestDatabase.Tester, "登录", "Account", 7)));
        Assert.Equal((0, 0), await AfterAsync(() => TypeAsync("改一个字")));
        Assert.Equal((0, 1), await AfterAsync(async () => await save.EndSittingsAsync(await db.DraftEdits.ToListAsync())));
        row.State = CommitmentState.Draft;
        Assert.Equal((1, 1), await AfterAsync(() => save.SaveAsync(TestDatabase.Tester, "采纳任务")));
        // A draft stands on the list of drafts.
        Assert.Equal((1, 0), await AfterAsync(() => TypeAsync("再改一个字")));
        await database.ChainAsync();
    }
}
