using Maoding.Domain;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger;

/// <summary>Writes values into rows that are not in force yet, the same for every page that edits them.</summary>
internal static class RowWriting
{
    /// <summary>Sets the values, checked, with the plan made anew for a new time; leaves that had their row's value follow it. Nothing is saved.</summary>
    /// <param name="rows">With their parts, all of one plan; at least one.</param>
    /// <param name="settled">Leaves that keep what they have even when their parent changes.</param>
    /// <exception cref="RefusalException">LED010–LED021 or ASG007–ASG010, with the field at fault.</exception>
    public static async Task WriteAsync(
        MaodingContext db, IReadOnlyList<Commitment> rows, Func<Commitment, RowValues> wanted, CancellationToken stop, IReadOnlySet<int>? settled = null)
    {
        var planId = rows[0].PlanId;
        var year = await db.Plans.Where(p => p.Id == planId).Select(p => p.Year).SingleAsync(stop);
        var parents = rows.Where(r => !r.IsLeaf).Select(r => (int?)r.Id).ToList();
        var leaves = parents.Count == 0 ? [] : await db.Commitments.WithParts()
            .Where(c => parents.Contains(c.ParentId) && c.State != CommitmentState.Merged && c.State != CommitmentState.Dropped).ToListAsync(stop);
        var before = rows.ToDictionary(r => r.Id, RowValues.Of);
        foreach (var row in rows)
        {
            var after = Checked(row, () => InTime(before[row.Id], wanted(row), year), year);
            after.ApplyTo(row);
            row.Evidence = EvidenceLines.Settled(row.Evidence, before[row.Id], after);
            foreach (var leaf in leaves.Where(l => l.ParentId == row.Id && l.State < CommitmentState.Issued && settled?.Contains(l.Id) != true))
                Checked(leaf, () => LeafInheritance.Follow(RowValues.Of(leaf), before[row.Id], after), year).ApplyTo(leaf);
        }

        await DemandKnownAsync(db, rows, before, stop);
    }

    /// <summary>A plan that was made for another time is made again; one given together with the time stays.</summary>
    private static RowValues InTime(RowValues before, RowValues after, int year) =>
        (before.DueKind, before.Due) != (after.DueKind, after.Due) && before.MonthlyPlan == after.MonthlyPlan ? MonthlyPlans.Again(after, year) : after;

    /// <summary>The values, refused with the row's name when they cannot stand.</summary>
    private static RowValues Checked(Commitment row, Func<RowValues> values, int year)
    {
        try
        {
            var made = values();
            made.Check(year);
            return made;
        }
        catch (RefusalException refusal)
        {
            var name = row.Number.Length > 0 ? $"{row.Number} {row.Title}" : row.Title;
            throw new RefusalException(refusal.Code, $"{name}：{refusal.Message}", refusal.Kind) { Field = refusal.Field };
        }
    }

    /// <summary>Units and leaders that are newly named must be there and open; a closed one may stay where it was.</summary>
    private static async Task DemandKnownAsync(MaodingContext db, IReadOnlyList<Commitment> rows, Dictionary<int, RowValues> before, CancellationToken stop)
    {
        var units = rows.SelectMany(r => Units(RowValues.Of(r)).Except(Units(before[r.Id]))).Distinct().ToList();
        var posts = rows.SelectMany(r => Posts(RowValues.Of(r)).Except(Posts(before[r.Id]))).Distinct().ToList();
        var themes = rows.SelectMany(r => RowValues.Of(r).ThemeIds.Except(before[r.Id].ThemeIds)).Distinct().ToList();
        var plan = rows[0].PlanId;
        if (units.Count > 0 && await db.Units.CountAsync(u => units.Contains(u.Id) && !u.IsClosed, stop) != units.Count)
            throw new RefusalException("ASG007", "选的单位不存在或已撤并，请重新选。") { Field = nameof(RowValues.LeadUnitId) };
        if (posts.Count > 0 && await db.Posts.CountAsync(p => posts.Contains(p.Id) && !p.IsClosed && p.Kind == PostKind.Leader, stop) != posts.Count)
            throw new RefusalException("ASG008", "选的领导岗位不存在或已撤销，请重新选。") { Field = nameof(RowValues.LeaderPostId) };
        if (themes.Count > 0 && await db.Themes.CountAsync(t => themes.Contains(t.Id) && t.PlanId == plan, stop) != themes.Count)
            throw new RefusalException("ASG009", "选的专题不在这份年度计划里，请重新选。") { Field = nameof(RowValues.ThemeIds) };
    }

    private static IEnumerable<int> Units(RowValues values) => values.LeadUnitId is { } lead ? values.CoUnitIds.Append(lead) : values.CoUnitIds;

    private static IEnumerable<int> Posts(RowValues values) => new[] { values.LeaderPostId, values.SecondLeaderPostId }.OfType<int>();
}
