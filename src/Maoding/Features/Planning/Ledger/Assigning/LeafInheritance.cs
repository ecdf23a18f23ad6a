using Maoding.Domain.Ledger;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>A leaf has its parent's values until it is given its own.</summary>
public static class LeafInheritance
{
    /// <summary>The leaf's values after its parent changed: where it had the parent's value, the new one.</summary>
    public static RowValues Follow(RowValues leaf, RowValues before, RowValues after)
    {
        int? Followed(Func<RowValues, int?> field) => field(leaf) == field(before) ? field(after) : field(leaf);
        IReadOnlyList<int> FollowedList(Func<RowValues, IReadOnlyList<int>> field) => field(leaf).SequenceEqual(field(before)) ? field(after) : field(leaf);

        var lead = Followed(v => v.LeadUnitId);
        var leader = Followed(v => v.LeaderPostId);
        var second = Followed(v => v.SecondLeaderPostId);
        var followed = leaf with
        {
            LeadUnitId = lead,
            LeaderPostId = leader,
            SecondLeaderPostId = leader is null || second == leader ? null : second,
            CoUnitIds = [.. FollowedList(v => v.CoUnitIds).Where(id => id != lead)],
            ThemeIds = FollowedList(v => v.ThemeIds),
            Kind = leaf.Kind == before.Kind ? after.Kind : leaf.Kind,
            Target = leaf.Target == before.Target ? after.Target : leaf.Target,
        };
        return SamePlan(leaf, before)
            ? followed
                with
            { DueKind = after.DueKind, Due = after.Due, PlanShape = after.PlanShape, MonthlyPlan = after.MonthlyPlan, Milestones = after.Milestones }
            : followed;
    }

    /// <summary>Time and plan go together: half of a parent's plan under a leaf's own time would be nobody's plan.</summary>
    private static bool SamePlan(RowValues leaf, RowValues parent) =>
        leaf.DueKind == parent.DueKind && leaf.Due == parent.Due && leaf.PlanShape == parent.PlanShape
        && leaf.MonthlyPlan == parent.MonthlyPlan && leaf.Milestones.SequenceEqual(parent.Milestones);
}
