using System.Globalization;
using System.Text.Json;
using Maoding.Districts;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;
using Maoding.Domain.Progress;
using Maoding.Shared;

namespace Maoding.Features.Planning.Ledger;

/// <summary>One field of a change in words.</summary>
public sealed record FieldChange(string Field, string Before, string After);

/// <summary>Says in words what an audit entry of a row recorded.</summary>
public static class ChangeWords
{
    private static readonly (string Name, string Label)[] Labels =
    [
        ("Title", "任务内容"), ("Measures", "举措"), ("Number", "编号"), ("State", "状态"), ("Kind", "类别"),
        ("LeaderPostId", "牵头领导"), ("SecondLeaderPostId", "共同牵头领导"), ("LeadUnitId", "牵头单位"), ("CoUnit", "配合单位"), ("CoUnit.Order", "配合单位次序"),
        ("DueKind", "时限方式"), ("Due", "完成时限"), ("DueWords", "时限原文"), ("PlanShape", "进度安排"), ("MonthlyPlan", "月度计划"),
        ("Quantity", "数量"), ("Milestone", "节点"), ("CommitmentTheme", "专题"), ("Quote", "原文"), ("Reason", "理由"),
        ("TargetFigure.Indicator", "指标"), ("TargetFigure.Kind", "比较方式"), ("TargetFigure.Value", "目标值"),
        ("TargetFigure.Unit", "计量单位"), ("TargetFigure.Partner", "比较对象"),
        ("Rhythm", "填报频次"), ("Office", "责任科室"), ("Handler", "责任人"), ("Share", "完成比例"),
    ];

    /// <summary>The fields that tell something, in the order of the form; technical ones are left to the audit page.</summary>
    public static IReadOnlyList<FieldChange> Of(AuditEntry entry, DirectorySnapshot directory)
    {
        using var json = JsonDocument.Parse(entry.Text);
        var (before, after) = (json.RootElement.GetProperty("before"), json.RootElement.GetProperty("after"));
        var changes = new List<FieldChange>();
        foreach (var (name, label) in Labels)
        {
            var (old, now) = (Words(before, name, directory), Words(after, name, directory));
            if (old != now) changes.Add(new FieldChange(label, old, now));
        }

        return changes;
    }

    private static string Words(JsonElement values, string name, DirectorySnapshot directory) =>
        !values.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.Array => string.Join('；', value.EnumerateArray().Select(part => PartWords(name, part, directory))),
            JsonValueKind.Object => "（长文本，见审计）",
            _ => ValueWords(name, value, directory),
        };

    private static string ValueWords(string name, JsonElement value, DirectorySnapshot directory) => name switch
    {
        "LeadUnitId" => directory.UnitName(value.GetInt32()),
        "LeaderPostId" or "SecondLeaderPostId" => directory.Post(value.GetInt32())?.Name ?? "",
        "State" => Enum.TryParse<CommitmentState>(value.GetString(), out var state) ? CommitmentMoves.NameOf(state) : value.ToString(),
        "Kind" => value.GetString() == nameof(CommitmentKind.Target) ? "指标" : "任务",
        "TargetFigure.Kind" => TargetKinds.NameOf(value.GetString() ?? ""),
        "DueKind" => value.GetString() switch { nameof(DueKind.Date) => "限期", nameof(DueKind.AllYear) => "全年持续", _ => "未定" },
        "PlanShape" => Enum.TryParse<PlanShape>(value.GetString(), out var shape) ? MonthlyPlans.NameOf(shape) : value.ToString(),
        "Rhythm" => Enum.TryParse<Rhythm>(value.GetString(), out var rhythm) ? ReportPeriods.NameOf(rhythm) : value.ToString(),
        "Share" => ReportShare.Percent(value.GetInt32()),
        "MonthlyPlan" => MonthlyPlans.Words(value.GetString() ?? ""),
        "Measures" => (value.GetString() ?? "").Replace("\n", "；", StringComparison.Ordinal),
        "Due" => Day(value.GetString() ?? ""),
        _ => value.ToString(),
    };

    private static string PartWords(string name, JsonElement part, DirectorySnapshot directory)
    {
        string Text(string field) => part.TryGetProperty(field, out var value) ? value.ToString() : "";
        return name switch
        {
            "CoUnit" => directory.UnitName(part.GetProperty(nameof(CoUnit.UnitId)).GetInt32()),
            "Quantity" => $"{Text("Name")} {Text("Value")} {Text("Unit")}",
            "Milestone" => $"{Text("Name")}（{Day(Text("Due"))}）",
            "CommitmentTheme" => directory.Ledger.Plans.SelectMany(p => directory.Ledger.Themes(p.Id))
                .FirstOrDefault(t => t.Id == part.GetProperty(nameof(CommitmentTheme.ThemeId)).GetInt32())?.Name ?? "",
            _ => Text("Text"),
        };
    }

    /// <summary>Dates are recorded month first, by the invariant culture.</summary>
    private static string Day(string recorded) =>
        DateOnly.TryParse(recorded, CultureInfo.InvariantCulture, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : recorded;
}
