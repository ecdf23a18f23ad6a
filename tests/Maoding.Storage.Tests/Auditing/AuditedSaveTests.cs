using System.Data.Common;
using System.Text.Json;
using Maoding.Domain;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Storage.Tests.Auditing;

public sealed class AuditedSaveTests
{
    public static TheoryData<string> Both => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_change_is_written_with_its_values_before_and_after(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var id = (await database.SmallLedgerAsync()).Id;
        await using var db = database.Open();
        var row = await db.Commitments.Include(c => c.CoUnits).SingleAsync(c => c.Id == id);
        (row.Title, row.Due) = ("新建公办幼儿园4所", new DateOnly(2026, 11, 30));
        row.CoUnits.Clear();
        await new AuditedSave(db, TimeProvider.System).SaveAsync(TestDatabase.Tester, "修改任务", "会议要求");
        var entry = await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).FirstAsync();
        Assert.Equal(("修改任务", "会议要求", "Commitment", id, 7), (entry.Action, entry.Why, entry.Subject, entry.SubjectId, entry.AccountId));
        using var text = JsonDocument.Parse(entry.Text);
        var (before, after) = (text.RootElement.GetProperty("before"), text.RootElement.GetProperty("after"));
        Assert.Equal(("第1项", "新建公办幼儿园4所"), (before.GetProperty("Title").GetString(), after.GetProperty("Title").GetString()));
        Assert.Equal("2026-11-30", after.GetProperty("Due").GetString());
        Assert.Equal(1, before.GetProperty("CoUnit").GetArrayLength());
        Assert.Equal(2, await db.Commitments.AsNoTracking().Where(c => c.Id == id).Select(c => c.Version).SingleAsync());
        await database.ChainAsync();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_newly_names_a_unit_that_was_closed_meanwhile_is_not_written(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var id = (await database.SmallLedgerAsync()).Id;
        await using var db = database.Open();
        db.Regions.Add(new Region { Name = "云泽区" });
        await TestDatabase.SaveAsync(db);
        var row = await db.Commitments.Include(c => c.CoUnits).SingleAsync(c => c.Id == id);
        db.DirectorySeen = await db.Regions.Select(r => r.DirectoryVersion).SingleAsync();
        var unit = await db.Units.AsNoTracking().FirstAsync(u => u.Id != row.LeadUnitId);
        await using (var other = database.Open())
        {
            (await other.Units.SingleAsync(u => u.Id == unit.Id)).IsClosed = true;
            await TestDatabase.SaveAsync(other);
        }

        row.LeadUnitId = unit.Id;
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => TestDatabase.SaveAsync(db));
        Assert.Equal(("SYS007", RefusalKind.Conflict), (refusal.Code, refusal.Kind));
        Assert.Contains(unit.ShortName, refusal.Message, StringComparison.Ordinal);
        await using var after = database.Open();
        Assert.NotEqual(unit.Id, await after.Commitments.Where(c => c.Id == id).Select(c => c.LeadUnitId).SingleAsync());
        await database.ChainAsync();
        // Whoever looked at the directory as it is now may name it: what is over is written down, too.
        var late = await after.Commitments.SingleAsync(c => c.Id == id);
        after.DirectorySeen = await after.Regions.Select(r => r.DirectoryVersion).SingleAsync();
        late.LeadUnitId = unit.Id;
        await TestDatabase.SaveAsync(after);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Text_longer_than_its_column_is_refused_and_the_character_0_is_left_out(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var id = (await database.SmallLedgerAsync()).Id;
        await using (var db = database.Open())
        {
            var row = await db.Commitments.Include(c => c.Quantities).SingleAsync(c => c.Id == id);
            row.Quantities[0].Unit = new string('个', 21);
            var refusal = await Assert.ThrowsAsync<RefusalException>(() => TestDatabase.SaveAsync(db));
            Assert.Equal(("STO012", "Unit"), (refusal.Code, refusal.Field));
        }

        await using (var db = database.Open())
        {
            (await db.Commitments.SingleAsync(c => c.Id == id)).Title = "新建\0幼儿园";
            await TestDatabase.SaveAsync(db);
        }

        await using var after = database.Open();
        Assert.Equal("新建幼儿园", (await after.Commitments.SingleAsync(c => c.Id == id)).Title);
        await database.ChainAsync();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task When_the_entry_cannot_be_written_the_change_is_not_either(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var row = await database.SmallLedgerAsync();
        var entries = await database.ChainAsync();
        // The next number of the chain is taken already, so that the entry is refused after the row was written.
        await database.TamperAsync("UPDATE \"AuditHeads\" SET \"Sequence\" = 0");
        await using var db = database.Open();
        (await db.Commitments.SingleAsync(c => c.Id == row.Id)).Title = "不应留下";
        await Assert.ThrowsAsync<RefusalException>(() => TestDatabase.SaveAsync(db));
        await using var after = database.Open();
        Assert.Equal("第1项", (await after.Commitments.SingleAsync(c => c.Id == row.Id)).Title);
        Assert.Equal(entries, await after.AuditEntries.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_second_of_two_who_changed_one_row_is_refused(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var id = (await database.SmallLedgerAsync()).Id;
        await using var first = database.Open();
        await using var second = database.Open();
        (await first.Commitments.SingleAsync(c => c.Id == id)).Title = "甲改的";
        (await second.Commitments.SingleAsync(c => c.Id == id)).Title = "乙改的";
        await TestDatabase.SaveAsync(first);
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => TestDatabase.SaveAsync(second));
        Assert.Equal(("SYS001", RefusalKind.Conflict), (refusal.Code, refusal.Kind));
        await using var after = database.Open();
        Assert.Equal("甲改的", (await after.Commitments.SingleAsync(c => c.Id == id)).Title);
        await database.ChainAsync();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_part_changed_by_two_is_a_conflict_of_its_row(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var id = (await database.SmallLedgerAsync()).Id;
        await using var first = database.Open();
        await using var second = database.Open();
        (await first.Commitments.Include(c => c.Quantities).SingleAsync(c => c.Id == id)).Quantities[0].Value = 4;
        (await second.Commitments.Include(c => c.Milestones).SingleAsync(c => c.Id == id)).Milestones
            .Add(new Milestone { Name = "开工", Due = new DateOnly(2026, 5, 1) });
        await TestDatabase.SaveAsync(first);
        Assert.Equal("SYS001", (await Assert.ThrowsAsync<RefusalException>(() => TestDatabase.SaveAsync(second))).Code);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_must_be_unique_is_refused_the_second_time(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await database.SmallLedgerAsync();
        await using var db = database.Open();
        db.Plans.Add(new Plan { Year = 2026, Name = "又一个" });
        Assert.Equal("SYS002", (await Assert.ThrowsAsync<RefusalException>(() => TestDatabase.SaveAsync(db))).Code);
        await database.ChainAsync();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_form_sent_twice_is_carried_out_once(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        for (var i = 0; i < 2; i++)
        {
            await using var db = database.Open();
            db.Units.Add(new Domain.Organization.Unit { Order = 1, Name = $"单位{i}", ShortName = "单位" });
            var save = () => TestDatabase.SaveAsync(db, "新增单位", new HandledRequest { Key = "一张表单", Location = "/organs" });
            if (i == 0) await save();
            else Assert.Equal("SYS003", (await Assert.ThrowsAsync<RefusalException>(save)).Code);
        }

        await using var after = database.Open();
        Assert.Equal(["单位0"], await after.Units.Select(u => u.Name).ToListAsync());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_database_refuses_to_change_or_delete_what_was_audited(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await database.SmallLedgerAsync();
        var entries = await database.ChainAsync();
        string[] attempts = ["UPDATE \"AuditEntries\" SET \"Actor\" = '别人'", "DELETE FROM \"AuditEntries\"", "DELETE FROM \"AuditHeads\""];
        foreach (var sql in database.Database.IsPostgres ? [.. attempts, "TRUNCATE \"AuditEntries\""] : attempts)
        {
            await using var db = database.Open();
            var error = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql));
            Assert.Contains("never", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(entries, await database.ChainAsync());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Changing_a_unit_tells_every_node_that_its_directory_is_old(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var db = database.Open();
        db.Regions.Add(new Region { Name = "云泽区" });
        await TestDatabase.SaveAsync(db);
        var before = await db.Regions.AsNoTracking().Select(r => r.DirectoryVersion).SingleAsync();
        db.Units.Add(new Domain.Organization.Unit { Order = 1, Name = "区教育局", ShortName = "教育局" });
        await TestDatabase.SaveAsync(db);
        Assert.Equal(before + 1, await db.Regions.AsNoTracking().Select(r => r.DirectoryVersion).SingleAsync());
    }
}
