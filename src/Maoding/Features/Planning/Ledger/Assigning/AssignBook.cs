using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>The workbook in which rows are assigned outside the system: one row each, one column a field.</summary>
public static class AssignBook
{
    public const string SheetName = "任务分工表";

    public const string Id = "编号";

    public const string Version = "版本";

    public const string Title = "任务内容";

    public const string Measures = "举措";

    public const string Leader = "牵头领导";

    public const string Second = "共同牵头领导";

    /// <summary>Heads of workbooks that went out before.</summary>
    public static IReadOnlyDictionary<string, string> Formerly { get; } = new Dictionary<string, string> { ["第二牵头领导"] = Second };

    public const string Lead = "牵头单位";

    public const string Co = "配合单位";

    public const string Due = "完成时限";

    public const string Shape = "计划方式";

    public const string Quantities = "数量";

    public const string Milestones = "节点";

    public const string Themes = "专题";

    public const string Indicator = "指标名称";

    public const string Comparison = "比较方式";

    public const string Figure = "目标值";

    public const string FigureUnit = "计量单位";

    /// <summary>Heads in their order.</summary>
    public static IReadOnlyList<string> Heads { get; } =
    [
        Id, Title, Measures, Leader, Second, Lead, Co, Due, Shape,
        .. Enumerable.Range(1, 12).Select(Month), Quantities, Milestones, Themes, Indicator, Comparison, Figure, FigureUnit, Version,
    ];

    public static string Month(int month) => string.Create(CultureInfo.InvariantCulture, $"{month}月");

    public static TableSheet Of(IReadOnlyList<Commitment> rows, DirectorySnapshot directory, DateOnly today, IReadOnlyList<Theme> themes)
    {
        string[] leaders = [.. directory.Leaders.Select(p => directory.LeaderName(p.Id, today))];
        string[] units = [.. directory.OpenUnits.Select(u => u.ShortName)];
        var columns = Heads.Select(head => new TableColumn(head, Width(head), head switch
        {
            Leader or Second => leaders,
            Lead => units,
            Shape => MonthlyPlans.Names,
            Comparison => [.. TargetKinds.All.Select(k => k.Name)],
            _ => null,
        }, IsFixed: head is Id or Version)).ToList();
        var names = RowWords.Of(directory, today, themes);
        return new TableSheet(SheetName, columns, [.. rows.Select(r => Cells(r, names))]);
    }

    private static double Width(string head) => head switch
    {
        Title => 44,
        Measures => 40,
        Leader or Second => 24,
        Co or Quantities or Milestones => 26,
        Lead or Due or Themes or Indicator or Comparison => 14,
        Shape => 10,
        _ => 7,
    };

    private static IReadOnlyList<object?> Cells(Commitment row, RowNames names)
    {
        var values = RowValues.Of(row);
        var months = MonthlyPlans.Values(values.MonthlyPlan);
        return
        [
            row.Id, values.Title, values.Measures, names.Post(values.LeaderPostId), names.Post(values.SecondLeaderPostId), names.Unit(values.LeadUnitId),
            string.Join('、', values.CoUnitIds.Select(id => names.Unit(id))), values.DueText,
            values.MonthlyPlan.Length > 0 ? MonthlyPlans.NameOf(values.PlanShape) : "",
            .. Enumerable.Range(0, 12).Select(i => months.Count > 0 ? (object?)(months[i] / 10m) : null),
            string.Join('；', values.Quantities), string.Join('；', values.Milestones), string.Join('、', values.ThemeIds.Select(names.Theme)),
            values.Target?.Indicator, values.Target is { } target ? TargetKinds.NameOf(target.Kind) : "",
            values.Target?.Value, values.Target?.Unit, row.Version,
        ];
    }
}
