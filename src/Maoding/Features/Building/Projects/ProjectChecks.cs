using Maoding.Districts;
using Maoding.Domain.Projects;
using Maoding.Shared.Workbooks;

namespace Maoding.Features.Building.Projects;

/// <summary>What is wrong with a field of the form.</summary>
public sealed record FieldProblem(string Field, string Words);

/// <summary>Checks a form of a project before anything is changed.</summary>
public static class ProjectChecks
{
    /// <summary>100 trillion yuan are more than any project has.</summary>
    private const decimal MostMoney = 100_000_000m;

    /// <summary>Everything that is wrong, field by field.</summary>
    /// <param name="isNew">Stage and days of start and end are the form's to say.</param>
    public static IReadOnlyList<FieldProblem> Of(ProjectForm form, DirectorySnapshot directory, DateOnly today, bool isNew)
    {
        var problems = new List<FieldProblem>();
        void Add(string field, string words) => problems.Add(new FieldProblem(field, words));
        void Text(string field, string label, string? text, int most, bool isNeeded = false)
        {
            if (isNeeded && string.IsNullOrWhiteSpace(text)) Add(field, $"{label}：请填写。");
            else if (text?.Trim().Length > most) Add(field, $"{label}：最多 {most} 个字，请删短。");
        }

        Text(nameof(form.Code), "编号", form.Code, 40);
        Text(nameof(form.Name), "项目名称", form.Name, 200, isNeeded: true);
        Text(nameof(form.Content), "建设内容", form.Content, 4000);
        Text(nameof(form.Site), "建设地点", form.Site, 200);
        Text(nameof(form.Owner), "建设单位", form.Owner, 200);
        Text(nameof(form.OwnerCode), "统一社会信用代码", form.OwnerCode, CreditCode.Length);
        Text(nameof(form.Goal), "年度目标", form.Goal, 500);
        if (!Enum.IsDefined(form.Level)) Add(nameof(form.Level), "级别：请从列出的里面选。");
        if (!Enum.IsDefined(form.Sector)) Add(nameof(form.Sector), "行业：请从列出的里面选。");
        if (form.Class is { } wanted && !Enum.IsDefined(wanted)) Add(nameof(form.Class), "年度类别：请从列出的里面选。");
        if (directory.Unit(form.LeadUnitId) is not { IsClosed: false }) Add(nameof(form.LeadUnitId), "责任单位：请选一个在用的单位。");
        if (form.ServiceUnitId is not null && directory.Unit(form.ServiceUnitId) is not { IsClosed: false }) Add(nameof(form.ServiceUnitId), "服务单位：请选一个在用的单位。");
        if (form.LeaderPostId is { } post && !directory.Leaders.Any(p => p.Id == post)) Add(nameof(form.LeaderPostId), "包联领导：请选一个在用的领导岗位。");
        Place(form, Add);
        Days(form, today, isNew, Add);
        MoneyOf(form, Add);
        Nodes(form, today, Add);
        return problems;
    }

    private static void Place(ProjectForm form, Action<string, string> add)
    {
        var (east, north) = (Degrees(form.Longitude), Degrees(form.Latitude));
        if (string.IsNullOrWhiteSpace(form.Longitude) != string.IsNullOrWhiteSpace(form.Latitude)) add(nameof(form.Longitude), "经度、纬度要么都填，要么都不填。");
        else if (!string.IsNullOrWhiteSpace(form.Longitude) && east is not (>= 73 and <= 136))
            add(nameof(form.Longitude), "经度：请填 73 至 136 之间的度数，如 102.712251。");
        else if (!string.IsNullOrWhiteSpace(form.Latitude) && north is not (>= 3 and <= 54)) add(nameof(form.Latitude), "纬度：请填 3 至 54 之间的度数，如 25.040609。");
    }

    private static void Days(ProjectForm form, DateOnly today, bool isNew, Action<string, string> add)
    {
        if (form.PlannedStart > form.PlannedFinish) add(nameof(form.PlannedFinish), "计划竣工：不能早于计划开工。");
        if (!isNew) return;
        var (begun, done) =
            (form.Stage is Stage.Started or Stage.Building or Stage.Completed or Stage.Operating, form.Stage is Stage.Completed or Stage.Operating);
        if (!Enum.IsDefined(form.Stage) || form.Stage is Stage.Withdrawn or Stage.Suspended) add(nameof(form.Stage), "阶段：登记时请选谋划、前期、开工、在建、竣工或投产。");
        if (begun != form.StartedOn is not null)
            add(nameof(form.StartedOn), begun ? $"实际开工：阶段是“{StageMoves.NameOf(form.Stage)}”，请填开工日期。" : $"实际开工：阶段是“{StageMoves.NameOf(form.Stage)}”，还不应有开工日期。");
        if (done != form.FinishedOn is not null)
            add(nameof(form.FinishedOn), done ? $"实际竣工：阶段是“{StageMoves.NameOf(form.Stage)}”，请填竣工日期。" : $"实际竣工：阶段是“{StageMoves.NameOf(form.Stage)}”，还不应有竣工日期。");
        if (form.StartedOn > today) add(nameof(form.StartedOn), "实际开工：不能晚于今天。");
        if (form.FinishedOn > today || form.FinishedOn < form.StartedOn) add(nameof(form.FinishedOn), "实际竣工：应在开工以后、今天以前。");
    }

    private static void MoneyOf(ProjectForm form, Action<string, string> add)
    {
        decimal? Sum(string field, string label, string? text)
        {
            if (ProjectForm.TryMoney(text, out var value) && value is >= 0 and <= MostMoney && decimal.Round(value, 4) == value) return value;
            add(field, $"{label}：“{text}”应是以万元为单位的数，如 12000 或 350.5。");
            return null;
        }

        var total = Sum(nameof(form.Total), "总投资", form.Total);
        var before = Sum(nameof(form.DoneBefore), "以前年度累计完成投资", form.DoneBefore);
        if (total > 0 && before > total) add(nameof(form.DoneBefore), $"以前年度累计完成投资：{ProjectText.Money(before)} 万元，超过总投资 {ProjectText.Money(total)} 万元。请核对。");
        var plan = Sum(nameof(form.YearPlan), "年度计划投资", form.YearPlan);
        var months = form.Months.Select((m, i) => Sum($"Months[{i}]", $"{i + 1}月计划", m)).ToList();
        for (var i = 0; i < form.Funds.Count; i++)
        {
            if (!Enum.IsDefined(form.Funds[i].Source))
            {
                add($"Funds[{i}].Source", "资金来源不在可选的范围内，请刷新页面再填。");
                continue;
            }

            var name = ProjectWords.Of(form.Funds[i].Source);
            var (planned, inPlace) =
                (Sum($"Funds[{i}].Planned", $"{name}计划", form.Funds[i].Planned), Sum($"Funds[{i}].InPlace", $"{name}到位", form.Funds[i].InPlace));
            if (inPlace > planned) add($"Funds[{i}].InPlace", $"{name}：到位 {ProjectText.Money(inPlace)} 万元，超过计划 {ProjectText.Money(planned)} 万元。");
        }

        var hasMonths = form.Months.Exists(m => !string.IsNullOrWhiteSpace(m));
        if (form.Class is null && (plan > 0 || hasMonths)) add(nameof(form.Class), "年度类别：填了年度计划，请选竣工、续建、新开工或预备。");
        else if (hasMonths && plan is not null && !months.Contains(null) && months.Sum() != plan)
            add(nameof(form.YearPlan), $"分月计划合计 {ProjectText.Money(months.Sum())} 万元，与年度计划投资 {ProjectText.Money(plan)} 万元不符。请核对。");
    }

    /// <summary>A year that plans more than the whole project; empty for none.</summary>
    public static string PlanDoubt(ProjectForm form) =>
        ProjectForm.TryMoney(form.YearPlan, out var plan) && ProjectForm.TryMoney(form.Total, out var total) && total > 0 && plan > total
            ? $"年度计划投资 {ProjectText.Money(plan)} 万元，超过总投资 {ProjectText.Money(total)} 万元" : "";

    private static void Nodes(ProjectForm form, DateOnly today, Action<string, string> add)
    {
        var names = new HashSet<string>();
        for (var i = 0; i < form.Nodes.Count; i++)
        {
            var node = form.Nodes[i];
            var name = node.Name?.Trim() ?? "";
            if (name.Length == 0)
            {
                if (node.Due is not null || node.ReachedOn is not null) add($"Nodes[{i}].Name", $"第 {i + 1} 个节点：请填名称。");
                continue;
            }

            if (name.Length > 100) add($"Nodes[{i}].Name", $"第 {i + 1} 个节点：名称最多 100 个字。");
            if (!names.Add(name)) add($"Nodes[{i}].Name", $"节点“{name}”重复，请改一个名称。");
            if (node.Due is null) add($"Nodes[{i}].Due", $"节点“{name}”：请填计划完成日期。");
            if (node.ReachedOn > today) add($"Nodes[{i}].ReachedOn", $"节点“{name}”：完成日期不能晚于今天。");
        }
    }

    internal static decimal? Degrees(string? text) =>
        NumberCell.Read(text).Value is { } value ? decimal.Round(value, 6) : null;
}
