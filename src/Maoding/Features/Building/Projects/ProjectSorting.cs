using Maoding.Districts;
using Maoding.Domain.Projects;
using Maoding.Domain.Typed;
using Maoding.Shared.Workbooks;

namespace Maoding.Features.Building.Projects;

/// <summary>Turns one line of a workbook into the form of a project, noting what is wrong by cell.</summary>
internal sealed class ProjectSorting(BookRow row, CurrentRequest current)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public void Add(string column, string words) => _problems.Add($"{row.Place(column)}：{words}{(words[^1] is '。' or '？' ? "" : "。")}");

    /// <summary>Says of a field's cell what is wrong with it.</summary>
    public void Add(FieldProblem problem) => Add(Column(problem.Field), problem.Words[(problem.Words.IndexOf('：', StringComparison.Ordinal) + 1)..]);

    /// <param name="known">The project with the row's code; null: a new one.</param>
    public ProjectForm Form(Project? known)
    {
        var form = new ProjectForm
        {
            Code = row[ProjectBook.Code],
            Name = row[ProjectBook.Name],
            Level = Level(),
            Sector = Choice<Sector>(ProjectBook.Sector, ProjectWords.Of) ?? Sector.Other,
            Content = row[ProjectBook.Content],
            Site = row[ProjectBook.Site],
            Longitude = row[ProjectBook.Longitude],
            Latitude = row[ProjectBook.Latitude],
            Owner = row[ProjectBook.Owner],
            OwnerCode = row[ProjectBook.OwnerCode],
            Total = row[ProjectBook.Total],
            DoneBefore = row[ProjectBook.DoneBefore],
            Stage = Choice<Stage>(ProjectBook.Stage, StageMoves.NameOf) ?? known?.Stage ?? Stage.Planning,
            LeadUnitId = Value(ProjectBook.LeadUnit, OwnerCells.Unit(row[ProjectBook.LeadUnit], current.Directory)),
            ServiceUnitId = Value(ProjectBook.ServiceUnit, OwnerCells.Unit(row[ProjectBook.ServiceUnit], current.Directory)),
            LeaderPostId = Value(ProjectBook.Leader, OwnerCells.Leader(row[ProjectBook.Leader], current.Directory, current.Today)),
            RowNumber = row[ProjectBook.RowNumber],
            PlannedStart = Day(ProjectBook.PlannedStart),
            PlannedFinish = Day(ProjectBook.PlannedFinish),
            StartedOn = Day(ProjectBook.StartedOn),
            FinishedOn = Day(ProjectBook.FinishedOn),
            Class = Choice<YearClass>(ProjectBook.Class, ProjectWords.Of),
            YearPlan = row[ProjectBook.YearPlan],
            Goal = row[ProjectBook.Goal],
            Months = [.. Enumerable.Range(1, 12).Select(m => row[ProjectBook.MonthOf(m)])],
            Funds = [.. Enum.GetValues<FundSource>()
                .Select(s => new FundField { Source = s, Planned = row[ProjectBook.FundOf(s)], InPlace = row[ProjectBook.InPlaceOf(s)] })],
            Nodes = Nodes(),
            Year = Year(),
        };
        if (known is not null) Same(form, known);
        Check(form, known is null);
        return form;
    }

    private void Check(ProjectForm form, bool isNew)
    {
        // A cell that could not be read has said so already.
        var unread = _problems.Count;
        foreach (var problem in ProjectChecks.Of(form, current.Directory, current.Today, isNew))
            if (!_problems.Take(unread).Any(p => p.StartsWith(row.Place(Column(problem.Field)), StringComparison.Ordinal))) Add(problem);
    }

    /// <summary>The workbook shows the project as it stands; what is changed by moves on its page stays as it is.</summary>
    private void Same(ProjectForm form, Project known)
    {
        if (row[ProjectBook.Version].Length == 0) Add(ProjectBook.Version, $"编号 {known.Code} 已在库（{known.Name}），这一行却没有版本。要改它，请导出项目库，在导出的行上改；要新增，请换一个编号或把编号留空");
        else if (row.Number(ProjectBook.Version) is not { } version) Add(ProjectBook.Version, "版本列被改过，请重新导出后再填");
        else if (version != known.Version) Add(ProjectBook.Version, "导出以后有人改过这个项目。请重新导出，在新表上改，以免盖掉别人的修改");
        else form.Version = version;
        if (form.Stage != known.Stage) Add(ProjectBook.Stage, $"这个项目现在是“{StageMoves.NameOf(known.Stage)}”，阶段请在项目页变更");
        if (form.StartedOn != known.StartedOn) Add(ProjectBook.StartedOn, "已在库的项目，开工请在项目页办理");
        if (form.FinishedOn != known.FinishedOn) Add(ProjectBook.FinishedOn, "已在库的项目，竣工请在项目页办理");
    }

    private ProjectLevel Level() => ProjectWords.OwnLevels.Contains(row[ProjectBook.Level])
        ? ProjectLevel.District
        : Choice<ProjectLevel>(ProjectBook.Level, l => ProjectWords.Of(l, current.Directory.Region.Name)) ?? ProjectLevel.District;

    private T? Choice<T>(string column, Func<T, string> name)
        where T : struct, Enum => Value(column, ChoiceCell.Read(row[column], name));

    private DateOnly? Day(string column) => Value(column, DayCell.Read(row[column]));

    private T Value<T>(string column, CellValue<T> cell)
    {
        if (cell.IsWrong) Add(column, cell.Wrong);
        return cell.Value;
    }

    private int Year()
    {
        var shown = current.Plan?.Year ?? current.Today.Year;
        var text = row[ProjectBook.Year];
        if (text.Length == 0) return shown;
        if (TypedNumber.Whole(text) is { } year && year is > 1990 and < 2200) return year;
        Add(ProjectBook.Year, $"“{text}”不是年度，请写成 {shown} 的样子");
        return shown;
    }

    /// <summary>One a line: 主体封顶｜2026-05-01｜2026-05-03, the last where it is reached.</summary>
    private List<NodeField> Nodes()
    {
        var nodes = new List<NodeField>();
        foreach (var line in row[ProjectBook.Nodes].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split((char[])[ProjectBook.NodeMark, '|'], StringSplitOptions.TrimEntries);
            var (due, reached) = (DayCell.Read(parts.ElementAtOrDefault(1)), DayCell.Read(parts.ElementAtOrDefault(2)));
            if (parts.Length is 2 or 3 && !due.IsWrong && !reached.IsWrong)
                nodes.Add(new NodeField { Name = parts[0], Due = due.Value, ReachedOn = reached.Value });
            else Add(ProjectBook.Nodes, $"“{line}”读不懂，一行一个节点，写成 主体封顶{ProjectBook.NodeMark}2026-05-01 的样子，已完成的后面再写完成日期");
        }

        return nodes;
    }

    private static string Column(string field)
    {
        if (field.StartsWith("Months[", StringComparison.Ordinal)) return ProjectBook.MonthOf(Index(field) + 1);
        if (field.StartsWith("Nodes[", StringComparison.Ordinal)) return ProjectBook.Nodes;
        if (field.StartsWith("Funds[", StringComparison.Ordinal))
        {
            var source = Enum.GetValues<FundSource>()[Index(field)];
            return field.EndsWith(nameof(FundField.Planned), StringComparison.Ordinal) ? ProjectBook.FundOf(source) : ProjectBook.InPlaceOf(source);
        }

        return Columns[field];
    }

    private static int Index(string field) => int.Parse(field.AsSpan(field.IndexOf('[', StringComparison.Ordinal) + 1,
        field.IndexOf(']', StringComparison.Ordinal) - field.IndexOf('[', StringComparison.Ordinal) - 1), System.Globalization.CultureInfo.InvariantCulture);

    private static readonly Dictionary<string, string> Columns = new()
    {
        [nameof(ProjectForm.Code)] = ProjectBook.Code,
        [nameof(ProjectForm.Name)] = ProjectBook.Name,
        [nameof(ProjectForm.Level)] = ProjectBook.Level,
        [nameof(ProjectForm.Sector)] = ProjectBook.Sector,
        [nameof(ProjectForm.Content)] = ProjectBook.Content,
        [nameof(ProjectForm.Site)] = ProjectBook.Site,
        [nameof(ProjectForm.Longitude)] = ProjectBook.Longitude,
        [nameof(ProjectForm.Latitude)] = ProjectBook.Latitude,
        [nameof(ProjectForm.Owner)] = ProjectBook.Owner,
        [nameof(ProjectForm.OwnerCode)] = ProjectBook.OwnerCode,
        [nameof(ProjectForm.Total)] = ProjectBook.Total,
        [nameof(ProjectForm.DoneBefore)] = ProjectBook.DoneBefore,
        [nameof(ProjectForm.Stage)] = ProjectBook.Stage,
        [nameof(ProjectForm.StartedOn)] = ProjectBook.StartedOn,
        [nameof(ProjectForm.FinishedOn)] = ProjectBook.FinishedOn,
        [nameof(ProjectForm.LeadUnitId)] = ProjectBook.LeadUnit,
        [nameof(ProjectForm.ServiceUnitId)] = ProjectBook.ServiceUnit,
        [nameof(ProjectForm.LeaderPostId)] = ProjectBook.Leader,
        [nameof(ProjectForm.RowNumber)] = ProjectBook.RowNumber,
        [nameof(ProjectForm.PlannedStart)] = ProjectBook.PlannedStart,
        [nameof(ProjectForm.PlannedFinish)] = ProjectBook.PlannedFinish,
        [nameof(ProjectForm.Class)] = ProjectBook.Class,
        [nameof(ProjectForm.YearPlan)] = ProjectBook.YearPlan,
        [nameof(ProjectForm.Goal)] = ProjectBook.Goal,
    };
}
