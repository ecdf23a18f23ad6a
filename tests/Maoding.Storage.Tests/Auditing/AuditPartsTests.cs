using Maoding.Domain;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Storage.Tests.Auditing;

public sealed class AuditPartsTests
{
    /// <summary>What lies outside the chain: its own rows, technical ones, and what is only ever written together with an audited row.</summary>
    private static readonly string[] Outside =
    [
        "AuditEntry", "AuditHead", "DataProtectionKey", "DraftEdit", "FileChunk", "HandledRequest", "IdentityUserClaim", "IdentityUserLogin",
        "IdentityUserToken", "KeptForm", "Section",
    ];

    public static TheoryData<string> Both => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Every_row_is_audited_or_a_part_of_what_is_or_named_as_outside_the_chain(string kind)
    {
        await using var database = TestDatabase.Empty(kind);
        await using var db = database.Open();
        var others = db.Model.GetEntityTypes()
            .Where(e => !typeof(IAudited).IsAssignableFrom(e.ClrType) && !e.IsPartOfAny() && e.Owner() is null).Select(e => e.ShortName());
        Assert.Equal(Outside, others.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Each_part_has_one_owner_that_is_audited_itself(string kind)
    {
        await using var database = TestDatabase.Empty(kind);
        await using var db = database.Open();
        var parts = db.Model.GetEntityTypes().Where(e => e.Owner() is not null).ToList();
        Assert.Contains(parts, p => p.ShortName() == "TargetFigure");
        Assert.Contains(parts, p => p.ShortName() == "ProblemStep" && p.Owner()!.Type.Name == "Problem" && p.Owner()!.Key == "ProblemId");
        Assert.Empty(parts.Where(p => typeof(IAudited).IsAssignableFrom(p.ClrType)).Select(p => p.ShortName()));
        Assert.All(parts, p => Assert.True(typeof(IAudited).IsAssignableFrom(p.Owner()!.Type), p.ShortName()));
        Assert.All(parts, p => Assert.False(p.IsPartOfAny(), p.ShortName()));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_part_that_changes_without_its_owner_at_hand_is_an_error_of_the_program(string kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var id = (await database.SmallLedgerAsync()).Id;
        await using var db = database.Open();
        (await db.Quantities.FirstAsync(q => q.CommitmentId == id)).Value++;
        await Assert.ThrowsAsync<InvalidOperationException>(() => TestDatabase.SaveAsync(db));
    }
}
