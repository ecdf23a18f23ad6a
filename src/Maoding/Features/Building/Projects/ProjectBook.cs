using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain.Projects;

namespace Maoding.Features.Building.Projects;

/// <summary>The library as a workbook: the columns of the export are those of the import.</summary>
public static class ProjectBook
{
    public const string Code = "编号";
    public const string Name = "项目名称";
    public const string Level = "级别";
    public const string Sector = "行业";
    public const string Content = "建设内容";
    public const string Site = "建设地点";
    public const string Longitude = "经度";
    public const string Latitude = "纬度";
    public const string Owner = "建设单位";
    public const string OwnerCode = "统一社会信用代码";
    public const string Total = "总投资（万元）";
    public const string DoneBefore = "以前年度累计完成（万元）";
    public const string Stage = "阶段";
    public const string LeadUnit = "责任单位";
    public const string ServiceUnit = "服务单位";
    public const string Leader = "包联领导";
    public const string RowNumber = "服务的台账编号";
    public const string PlannedStart = "计划开工";
    public const string PlannedFinish = "计划竣工";
    public const string StartedOn = "实际开工";
    public const string FinishedOn = "实际竣工";
    public const string Year = "年度";
    public const string Class = "年度类别";
    public const string YearPlan = "年度计划投资（万元）";
    public const string Goal = "年度目标";
    public const string Nodes = "节点";
    public const string Version = "版本";

    public const string SheetName = "项目库";

    /// <summary>Projects of one workbook.</summary>
    public const int Most = 2000;

    /// <summary>Between the parts of a node's line.</summary>
    public const char NodeMark = '｜';

    public static IReadOnlyList<Stage> Stages { get; } = Enum.GetValues<Stage>();

    public static string MonthOf(int month) => string.Create(CultureInfo.InvariantCulture, $"{month}月计划");

    public static string FundOf(FundSource source) => $"{ProjectWords.Of(source)}计划";

    public static string InPlaceOf(FundSource source) => $"{ProjectWords.Of(source)}到位";

    /// <summary>Heads in their order, with lists to pick from.</summary>
    public static IReadOnlyList<TableColumn> Columns(DirectorySnapshot directory)
    {
        var units = directory.OpenUnits.Select(u => u.ShortName).ToList();
        return
        [
            new(Code, 13), new(Name, 30), new(Level, 8, [.. Enum.GetValues<ProjectLevel>().Select(l => ProjectWords.Of(l, directory.Region.Name))]),
            new(Sector, 11, [.. Enum.GetValues<Sector>().Select(ProjectWords.Of)]), new(Content, 40), new(Site, 20),
            new(Longitude, 11), new(Latitude, 11), new(Owner, 24), new(OwnerCode, 20), new(Total, 13), new(DoneBefore, 15),
            new(Stage, 8, [.. Stages.Select(StageMoves.NameOf)]), new(LeadUnit, 14, units), new(ServiceUnit, 14, units),
            new(Leader, 22, [.. directory.Leaders.Select(p => p.Name)]), new(RowNumber, 11),
            new(PlannedStart, 12), new(PlannedFinish, 12), new(StartedOn, 12), new(FinishedOn, 12),
            new(Year, 7), new(Class, 9, [.. Enum.GetValues<YearClass>().Select(ProjectWords.Of)]), new(YearPlan, 13), new(Goal, 24),
            .. Enumerable.Range(1, 12).Select(m => new TableColumn(MonthOf(m), 10)),
            .. Enum.GetValues<FundSource>().SelectMany(s => (TableColumn[])[new(FundOf(s), 12), new(InPlaceOf(s), 12)]),
            new(Nodes, 40), new(Version, 7, IsFixed: true),
        ];
    }

    /// <summary>One project; its year's plan and the number of its ledger row come with the form.</summary>
    public static IReadOnlyList<object?> Cells(Project project, ProjectForm form, DirectorySnapshot directory) =>
    [
        project.Code, project.Name, ProjectWords.Of(project.Level, directory.Region.Name), ProjectWords.Of(project.Sector), project.Content, project.Site,
        form.Longitude, form.Latitude, project.Owner, project.OwnerCode, project.TotalInvestment, Money(form.DoneBefore),
        StageMoves.NameOf(project.Stage), directory.UnitName(project.LeadUnitId), directory.UnitName(project.ServiceUnitId),
        directory.Post(project.LeaderPostId)?.Name, form.RowNumber, project.PlannedStart, project.PlannedFinish, project.StartedOn, project.FinishedOn,
        form.Class is null ? null : form.Year, form.Class is { } wanted ? ProjectWords.Of(wanted) : null,
        form.Class is null ? null : Money(form.YearPlan), form.Goal,
        .. form.Months.Select(m => (object?)Money(m)),
        .. Enum.GetValues<FundSource>()
            .SelectMany(s => form.Funds.Find(f => f.Source == s) is { } fund ? (object?[])[Money(fund.Planned), Money(fund.InPlace)] : [null, null]),
        string.Join('\n',
            form.Nodes.Select(n => string.Join(NodeMark, n.Name, ProjectText.Iso(n.Due), ProjectText.Iso(n.ReachedOn)).TrimEnd(NodeMark))), project.Version,
    ];

    private static decimal? Money(string? text) => string.IsNullOrEmpty(text) || !ProjectForm.TryMoney(text, out var value) ? null : value;
}
