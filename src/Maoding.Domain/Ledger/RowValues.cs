using System.Globalization;
using Maoding.Domain.Audit;
using Maoding.Domain.Planning;

namespace Maoding.Domain.Ledger;

/// <summary>Everything of a row that people set, as one value: for forms, conflicts, proposals and amendments alike.</summary>
/// <param name="Measures">One a line.</param>
/// <param name="MonthlyPlan">Twelve cumulative per-mille values with commas, or empty.</param>
/// <param name="Target">The figure of a target row; null for work, and while nobody gave one.</param>
public sealed record RowValues(
    string Title,
    string Measures,
    int? LeaderPostId,
    int? SecondLeaderPostId,
    int? LeadUnitId,
    IReadOnlyList<int> CoUnitIds,
    DueKind DueKind,
    DateOnly? Due,
    PlanShape PlanShape,
    string MonthlyPlan,
    IReadOnlyList<QuantityValue> Quantities,
    IReadOnlyList<MilestoneValue> Milestones,
    IReadOnlyList<int> ThemeIds,
    CommitmentKind Kind = CommitmentKind.Work,
    TargetValue? Target = null)
{
    public static RowValues Of(Commitment row) => new(
        row.Title,
        row.Measures,
        row.LeaderPostId,
        row.SecondLeaderPostId,
        row.LeadUnitId,
        [.. row.CoUnits.OrderBy(u => u.Order).Select(u => u.UnitId)],
        row.DueKind,
        row.Due,
        row.PlanShape,
        row.MonthlyPlan,
        [.. row.Quantities.OrderBy(q => q.Id).Select(q => new QuantityValue(q.Name, q.Value, q.Unit))],
        [.. row.Milestones.OrderBy(m => m.Due).ThenBy(m => m.Id).Select(m => new MilestoneValue(m.Name, m.Due, m.Weight))],
        [.. row.Themes.Select(t => t.ThemeId).Order()],
        row.Kind,
        TargetValue.Of(row.Target));

    /// <summary>Whether the values can stand in a plan of the year; owners and time may still be missing in a draft.</summary>
    /// <exception cref="RefusalException">LED010–LED021, with the field at fault.</exception>
    public void Check(int planYear)
    {
        Demand(Title.Trim().Length is > 0 and <= 300, "LED010", "任务内容要写 1 至 300 个字。", nameof(Title));
        Demand(DueKind != DueKind.Date || Due is not null, "LED011", "请写上完成时限的日期，或改选“全年持续”。", nameof(Due));
        Demand(DueKind != DueKind.Date || Due?.Year >= planYear, "LED012", $"完成时限不能早于 {planYear} 年。", nameof(Due));
        Demand(LeadUnitId is null || !CoUnitIds.Contains(LeadUnitId.Value), "LED013", "牵头单位不能同时是配合单位。", nameof(CoUnitIds));
        Demand(LeaderPostId is null || LeaderPostId != SecondLeaderPostId, "LED014", "两位牵头领导不能是同一个岗位。", nameof(SecondLeaderPostId));
        Demand(SecondLeaderPostId is null || LeaderPostId is not null, "LED015", "请先选第一位牵头领导。", nameof(LeaderPostId));
        Demand(Milestones.All(m => m.Name.Trim().Length is > 0 and <= 200 && m.Weight is >= 1 and <= 1000),
            "LED016", "每个节点都要有名称（200 字以内），权重写 1 至 1000 的整数。", nameof(Milestones));
        Demand(Quantities.All(q => q.Name.Length <= 100 && q.Unit.Length <= 20), "LED020", "数量的名称最多 100 字，计量单位最多 20 字，请缩短。", nameof(Quantities));
        if (Target is not { } target) return;
        Demand(target.Indicator.Trim().Length is > 0 and <= 200, "LED017", "请写上指标名称（200 字以内），如“地区生产总值”。", "Indicator");
        Demand(TargetKinds.NameOf(target.Kind).Length > 0, "LED018", "请从列表里选指标的比较方式。", "Comparison");
        Demand(target.Value.Length <= 40 && target.Unit.Length <= 20 && target.Partner.Length <= 200,
            "LED019", "目标值写 40 个字以内，计量单位 20 个字以内，比较对象 200 个字以内。", "Figure");
        Demand(target.IsFigure, "LED021", $"目标值“{target.Value}”不是数字，请用阿拉伯数字填写，如 7.5 或 6—7；还没有定的填 X。", "Figure");
    }

    /// <summary>Writes the values into the row; parts that stay the same are not touched.</summary>
    public void ApplyTo(Commitment row)
    {
        (row.Title, row.Measures) = (Title.Trim(), Measures.Trim());
        (row.LeaderPostId, row.SecondLeaderPostId, row.LeadUnitId) = (LeaderPostId, SecondLeaderPostId, LeadUnitId);
        (row.PlanShape, row.MonthlyPlan) = (PlanShape, MonthlyPlan);
        row.DueKind = DueKind;
        row.Due = DueKind == DueKind.None ? null : Due;
        row.DueMonth = row.Due is { } day ? (day.Year * 100) + day.Month : 0;
        row.Kind = Kind;
        row.Target = Kind == CommitmentKind.Target ? Target?.Onto(row.Target) : null;
        var present = Of(row);
        if (!present.CoUnitIds.SequenceEqual(CoUnitIds)) ReplaceCoUnits(row);
        if (!present.Quantities.SequenceEqual(Quantities))
            Replace(row.Quantities, Quantities.Select(q => new Quantity { Name = q.Name, Value = q.Value, Unit = q.Unit }));
        if (!present.Milestones.SequenceEqual(Milestones))
            Replace(row.Milestones, Milestones.Select(m => new Milestone { Name = m.Name, Due = m.Due, Weight = m.Weight }));
        row.Themes.RemoveAll(t => !ThemeIds.Contains(t.ThemeId));
        foreach (var id in ThemeIds.Where(id => row.Themes.All(t => t.ThemeId != id)).ToList()) row.Themes.Add(new CommitmentTheme { ThemeId = id });
    }

    /// <summary>What differs between two values of one row, in the words of the form.</summary>
    public static IReadOnlyList<RowDifference> Differences(RowValues before, RowValues after, RowNames names)
    {
        var found = new List<RowDifference>();
        void Compare(string field, string label, Func<RowValues, string> words)
        {
            if (words(before) != words(after)) found.Add(new RowDifference(field, label, words(before), words(after)));
        }

        Compare(nameof(Title), "任务内容", v => v.Title);
        Compare(nameof(Kind), "类别", v => ChoiceWords.Of(v.Kind));
        Compare(nameof(Target), "指标", v => v.Target?.ToString() ?? "");
        Compare(nameof(Measures), "举措", v => v.Measures);
        Compare(nameof(LeaderPostId), "牵头领导", v => names.Post(v.LeaderPostId));
        Compare(nameof(SecondLeaderPostId), "共同牵头领导", v => names.Post(v.SecondLeaderPostId));
        Compare(nameof(LeadUnitId), "牵头单位", v => names.Unit(v.LeadUnitId));
        Compare(nameof(CoUnitIds), "配合单位", v => string.Join('、', v.CoUnitIds.Select(id => names.Unit(id))));
        Compare(nameof(Due), "完成时限", v => v.DueText);
        Compare(nameof(MonthlyPlan), "月度计划", v => MonthlyPlans.Words(v.MonthlyPlan));
        Compare(nameof(Quantities), "数量", v => string.Join('；', v.Quantities.Select(q => q.ToString())));
        Compare(nameof(Milestones), "节点", v => string.Join('；', v.Milestones.Select(m => m.ToString())));
        Compare(nameof(ThemeIds), "专题", v => string.Join('、', v.ThemeIds.Select(names.Theme)));
        return found;
    }

    /// <summary>These values, with the fields that were chosen from the other person's; time and its plan are fields of their own.</summary>
    /// <param name="takesTheirs">By the field's name, as in <see cref="Differences"/>.</param>
    public RowValues Choose(RowValues theirs, Func<string, bool> takesTheirs)
    {
        T Of<T>(string field, Func<RowValues, T> value) => value(takesTheirs(field) ? theirs : this);
        return new RowValues(
            Of(nameof(Title), v => v.Title),
            Of(nameof(Measures), v => v.Measures),
            Of(nameof(LeaderPostId), v => v.LeaderPostId),
            Of(nameof(SecondLeaderPostId), v => v.SecondLeaderPostId),
            Of(nameof(LeadUnitId), v => v.LeadUnitId),
            Of(nameof(CoUnitIds), v => v.CoUnitIds),
            Of(nameof(Due), v => v.DueKind),
            Of(nameof(Due), v => v.Due),
            Of(nameof(MonthlyPlan), v => v.PlanShape),
            Of(nameof(MonthlyPlan), v => v.MonthlyPlan),
            Of(nameof(Quantities), v => v.Quantities),
            Of(nameof(Milestones), v => v.Milestones),
            Of(nameof(ThemeIds), v => v.ThemeIds),
            Of(nameof(Kind), v => v.Kind),
            Of(nameof(Target), v => v.Target));
    }

    /// <summary>The unit that leads, then those that help.</summary>
    public IEnumerable<int> UnitIds => LeadUnitId is { } lead ? CoUnitIds.Prepend(lead) : CoUnitIds;

    /// <summary>2026-06-30, 全年持续, or empty.</summary>
    public string DueText => DueTextOf(DueKind, Due);

    public static string DueTextOf(DueKind kind, DateOnly? due) => kind switch
    {
        DueKind.AllYear => "全年持续",
        DueKind.Date => due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        _ => "",
    };

    /// <summary>Keeps the units that stay: their key is the unit, so the same row cannot be removed and added at once.</summary>
    private void ReplaceCoUnits(Commitment row)
    {
        row.CoUnits.RemoveAll(u => !CoUnitIds.Contains(u.UnitId));
        for (var i = 0; i < CoUnitIds.Count; i++)
        {
            var id = CoUnitIds[i];
            if (row.CoUnits.Find(u => u.UnitId == id) is { } kept) kept.Order = i + 1;
            else row.CoUnits.Add(new CoUnit { UnitId = id, Order = i + 1 });
        }
    }

    private static void Replace<T>(List<T> present, IEnumerable<T> wanted)
    {
        present.Clear();
        present.AddRange(wanted);
    }

    private static void Demand(bool holds, string code, string message, string field)
    {
        if (!holds) throw new RefusalException(code, message) { Field = field };
    }
}

public sealed record QuantityValue(string Name, decimal Value, string Unit)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}{Value:0.######}{Unit}");
}

public sealed record MilestoneValue(string Name, DateOnly Due, int Weight)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Due:yyyy-MM-dd} {Name}（权重 {Weight}）");
}

/// <summary>One field that differs, with both values in words.</summary>
public sealed record RowDifference(string Field, string Label, string Before, string After)
{
    /// <summary>As they are kept: a line each, label TAB before TAB after, values of several lines on one.</summary>
    public static string Lines(IEnumerable<RowDifference> differences)
    {
        static string Flat(string value) => value.Replace('\t', ' ').ReplaceLineEndings("；");
        return string.Join('\n', differences.Select(d => $"{d.Label}\t{Flat(d.Before)}\t{Flat(d.After)}"));
    }

    public override string ToString() => $"{Label}由“{(Before.Length > 0 ? Before : "无")}”改为“{(After.Length > 0 ? After : "无")}”";
}

/// <summary>Turns keys into the names that people read.</summary>
public sealed record RowNames(Func<int?, string> Unit, Func<int?, string> Post, Func<int, string> Theme);
