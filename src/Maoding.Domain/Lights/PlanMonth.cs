using Maoding.Domain.Ledger;

namespace Maoding.Domain.Lights;

/// <summary>A row of a plan in force, parents included, as a month is closed.</summary>
/// <param name="Month">Of a parent only its own columns; not looked at.</param>
/// <param name="ReportId">The last accepted report.</param>
public sealed record MonthRow(
    int Id, int? ParentId, bool IsLeaf, CommitmentState State, RowMonth Month, int? ReportId, int? LeadUnitId, int? LeaderPostId, int? SectionId)
{
    /// <summary>It promises a figure.</summary>
    public bool IsTarget { get; init; }

    /// <summary>The row as its projects tell it: no report is asked for.</summary>
    /// <param name="share">0 to 1000.</param>
    public MonthRow ByProjects(int share) => this with { Month = Month with { LastShare = share, IsTold = true }, ReportId = null };
}

/// <summary>All rows of a plan at a month.</summary>
public static class PlanMonth
{
    /// <summary>
    /// A light for every row that is judged: leaves that were in force by then and are neither done nor stopped, and the rows they belong to.
    /// </summary>
    /// <param name="rows">In any order; a leaf without its parent among them stands alone.</param>
    /// <param name="month">yyyymm.</param>
    /// <param name="targets">Lights of rows whose figures were judged: no rule on shares is asked about these.</param>
    public static List<MonthLight> Judge(
        IReadOnlyCollection<MonthRow> rows, LightRules rules, int planId, int month, int editionId, IReadOnlyDictionary<int, Light>? targets = null)
    {
        var lights = new List<MonthLight>(rows.Count);
        var families = new Dictionary<int, List<JudgedMonth>>();
        foreach (var row in rows)
        {
            if (!row.IsLeaf || row.State == CommitmentState.Stopped || Progress.Period.MonthOf(row.Month.IssuedOn) > month) continue;
            var judged = Judge(row, rules, month, targets is not null
                && targets.TryGetValue(row.Id, out var light) ? new Judgement(light, Judgement.ByTarget) : null);
            if (!judged.IsDone) lights.Add(LightOf(row, judged));
            if (row.ParentId is { } parent) Family(parent).Add(judged);
        }

        foreach (var row in rows)
            if (!row.IsLeaf && row.State != CommitmentState.Stopped && families.TryGetValue(row.Id, out var leaves)
                && ParentMonth.Of(leaves) is { IsDone: false } judged) lights.Add(LightOf(row, judged));
        return lights;

        List<JudgedMonth> Family(int parent) => families.TryGetValue(parent, out var family) ? family : families[parent] = [];

        MonthLight LightOf(MonthRow row, JudgedMonth judged) => new()
        {
            PlanId = planId,
            CommitmentId = row.Id,
            Month = month,
            Light = judged.Judgement.Light,
            RuleEditionId = editionId,
            Rule = judged.Judgement.Rule,
            Planned = judged.Facts.Planned,
            Done = judged.Facts.Done,
            ReportId = row.IsLeaf ? row.ReportId : null,
            IsMissing = judged.IsMissing,
            DaysLeft = judged.Facts.DaysLeft,
            MissedMonths = judged.Facts.MissedMonths,
            MissingMonths = judged.Facts.MissingReports,
            IdleMonths = judged.Facts.NotStarted,
            LeadUnitId = row.LeadUnitId,
            LeaderPostId = row.LeaderPostId,
            SectionId = row.SectionId,
        };
    }

    private static JudgedMonth Judge(MonthRow row, LightRules rules, int month, Judgement? byTarget)
    {
        var facts = (row.IsTarget && !row.Month.IsTold ? row.Month.ByFigures() : row.Month).At(month);
        return row.State is CommitmentState.Verified or CommitmentState.Done
            ? new JudgedMonth(default, facts, false, true)
            : new JudgedMonth(byTarget ?? rules.Judge(facts), byTarget is null ? facts : facts.ByFigures(), row.Month.IsMissing(month), false);
    }
}
