using Maoding.Domain.Projects;
using Maoding.Shared.Workbooks;

namespace Maoding.Features.Building.Projects;

/// <summary>Money of one source as typed.</summary>
public sealed class FundField
{
    public FundSource Source { get; set; }

    public string? Planned { get; set; }

    public string? InPlace { get; set; }
}

/// <summary>A node as typed; one without a name is none.</summary>
public sealed class NodeField
{
    public string? Name { get; set; }

    public DateOnly? Due { get; set; }

    public DateOnly? ReachedOn { get; set; }
}

/// <summary>What a form or a line of a workbook says of a project, as typed. Money is 万元.</summary>
public sealed class ProjectForm
{
    /// <summary>Rows for nodes that are not there yet.</summary>
    private const int SpareNodes = 4;

    public int Version { get; set; } = 1;

    public string? Code { get; set; }

    public string? Name { get; set; }

    public ProjectLevel Level { get; set; } = ProjectLevel.District;

    public Sector Sector { get; set; } = Sector.Industry;

    public string? Content { get; set; }

    public string? Site { get; set; }

    public string? Longitude { get; set; }

    public string? Latitude { get; set; }

    public string? Owner { get; set; }

    public string? OwnerCode { get; set; }

    public string? Total { get; set; }

    /// <summary>以前年度累计完成: before the first month that is kept of it.</summary>
    public string? DoneBefore { get; set; }

    /// <summary>Of a new project only: later stages are entered by moves.</summary>
    public Stage Stage { get; set; } = Stage.Planning;

    public DateOnly? StartedOn { get; set; }

    public DateOnly? FinishedOn { get; set; }

    public int? LeadUnitId { get; set; }

    public int? ServiceUnitId { get; set; }

    public int? LeaderPostId { get; set; }

    /// <summary>Number of the ledger row it serves.</summary>
    public string? RowNumber { get; set; }

    public DateOnly? PlannedStart { get; set; }

    public DateOnly? PlannedFinish { get; set; }

    public int Year { get; set; }

    /// <summary>Null: the year wants nothing of it.</summary>
    public YearClass? Class { get; set; }

    public string? YearPlan { get; set; }

    public string? Goal { get; set; }

    /// <summary>Planned for each month alone, January first.</summary>
    public List<string?> Months { get; set; } = [];

    public List<FundField> Funds { get; set; } = [];

    public List<NodeField> Nodes { get; set; } = [];

    /// <param name="months">Of the year.</param>
    /// <param name="rowNumber">Of the ledger row it serves; empty for none.</param>
    public static ProjectForm Of(Project project, int year, IReadOnlyList<ProjectMonth> months, string rowNumber)
    {
        var wanted = project.Years.Find(y => y.Year == year);
        return new ProjectForm
        {
            Version = project.Version,
            Code = project.Code,
            Name = project.Name,
            Level = project.Level,
            Sector = project.Sector,
            Content = project.Content,
            Site = project.Site,
            Longitude = ProjectText.Plain(project.Longitude),
            Latitude = ProjectText.Plain(project.Latitude),
            Owner = project.Owner,
            OwnerCode = project.OwnerCode,
            Total = ProjectText.Plain(project.TotalInvestment),
            DoneBefore = project.DoneBefore == 0 ? null : ProjectText.Plain(project.DoneBefore),
            Stage = project.Stage,
            StartedOn = project.StartedOn,
            FinishedOn = project.FinishedOn,
            LeadUnitId = project.LeadUnitId,
            ServiceUnitId = project.ServiceUnitId,
            LeaderPostId = project.LeaderPostId,
            RowNumber = rowNumber,
            PlannedStart = project.PlannedStart,
            PlannedFinish = project.PlannedFinish,
            Year = year,
            Class = wanted?.Class,
            YearPlan = ProjectText.Plain(wanted?.Planned),
            Goal = wanted?.Goal,
            Months = [.. Enumerable.Range(1, 12).Select(m => ProjectText.Plain(months.FirstOrDefault(p => p.Month == (year * 100) + m)?.Planned))],
            Funds = [.. project.Funds.OrderBy(f => f.Source)
                .Select(f => new FundField { Source = f.Source, Planned = ProjectText.Plain(f.Planned), InPlace = ProjectText.Plain(f.InPlace) })],
            Nodes = [.. project.Nodes.OrderBy(n => n.Due).ThenBy(n => n.Id).Select(n => new NodeField { Name = n.Name, Due = n.Due, ReachedOn = n.ReachedOn })],
        };
    }

    /// <summary>A field for every month and source and empty ones for nodes to come.</summary>
    public ProjectForm Filled()
    {
        while (Months.Count < 12) Months.Add(null);
        Funds.RemoveAll(f => !Enum.IsDefined(f.Source));
        foreach (var source in Enum.GetValues<FundSource>())
            if (!Funds.Exists(f => f.Source == source)) Funds.Add(new FundField { Source = source });
        Funds.Sort((a, b) => a.Source.CompareTo(b.Source));
        while (Nodes is [.., { Name: null or "", Due: null, ReachedOn: null }]) Nodes.RemoveAt(Nodes.Count - 1);
        for (var i = 0; i < SpareNodes; i++) Nodes.Add(new NodeField());
        return this;
    }

    /// <summary>A sum in 万元 as typed: 12,000 or 350.5.</summary>
    public static bool TryMoney(string? text, out decimal value)
    {
        var cell = NumberCell.Read(text);
        value = cell.Value ?? 0;
        return !cell.IsWrong;
    }
}
