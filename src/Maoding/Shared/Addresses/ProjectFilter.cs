using Maoding.Domain.Lights;
using Maoding.Domain.Projects;

namespace Maoding.Shared.Addresses;

public enum ProjectSort
{
    Code = 1,

    /// <summary>The largest first.</summary>
    Investment = 2,

    /// <summary>By the official order of the units.</summary>
    Unit = 3,

    /// <summary>By planned start.</summary>
    Start = 4,
}

/// <summary>The projects behind a number of the rates.</summary>
public enum RateParts
{
    Due = 1,
    Started,
    NotStarted,
    DueToFinish,
    Finished,
    NotFinished,

    /// <summary>All whose money is counted.</summary>
    Counted,

    /// <summary>With a monthly plan.</summary>
    Split,
}

/// <summary>What the list shows, in what order: the whole state of the page, written in its address.</summary>
/// <param name="Year">Of class, plan and shares; null: the running one.</param>
/// <param name="Light">As given when the last month was closed.</param>
/// <param name="Parts">With <paramref name="Month"/>: only projects behind that number.</param>
/// <param name="Month">yyyymm.</param>
/// <param name="Row">Those that serve this row of the ledger.</param>
/// <param name="Page">From 1.</param>
public sealed record ProjectFilter(
    int? Year = null,
    string Text = "",
    Stage? Stage = null,
    YearClass? Class = null,
    ProjectLevel? Level = null,
    Sector? Sector = null,
    int? Unit = null,
    int? Leader = null,
    Light? Light = null,
    RateParts? Parts = null,
    int? Month = null,
    int? Row = null,
    ProjectSort Sort = ProjectSort.Code,
    int Page = 1)
{
    /// <summary>Something is left out.</summary>
    public bool IsFiltered => this != new ProjectFilter(Year, Sort: Sort, Page: Page);

    /// <summary>Reads an address; what cannot be understood is left out.</summary>
    public static ProjectFilter From(IQueryCollection query)
    {
        var asked = new AddressReader(query);
        var month = asked.Number("month") is { } given && given / 100 is > 1990 and < 2200 && given % 100 is >= 1 and <= 12 ? given : (int?)null;
        return new ProjectFilter(
            asked.Number("year") is > 1990 and < 2200 and var year ? year : null,
            asked.Word("q"),
            asked.Choice<Stage>("stage"),
            asked.Choice<YearClass>("class"),
            asked.Choice<ProjectLevel>("level"),
            asked.Choice<Sector>("sector"),
            asked.Number("unit"),
            asked.Number("leader"),
            asked.Choice<Light>("light"),
            month is null ? null : asked.Choice<RateParts>("parts"),
            month,
            asked.Number("row"),
            asked.Choice<ProjectSort>("sort") ?? ProjectSort.Code,
            asked.Page);
    }

    /// <summary>The address of the list in this state; what is as usual is left out.</summary>
    public string Href(string path = ProjectLinks.Index) => new Address(path)
        .With("year", Year)
        .With("q", Text)
        .With("stage", (int?)Stage)
        .With("class", (int?)Class)
        .With("level", (int?)Level)
        .With("sector", (int?)Sector)
        .With("unit", Unit)
        .With("leader", Leader)
        .With("light", (int?)Light)
        .With("parts", (int?)Parts)
        .With("month", Parts is null ? null : Month)
        .With("row", Row)
        .With("sort", Sort == ProjectSort.Code ? null : (int)Sort)
        .WithPage(Page)
        .ToString();

    public ProjectFilter FirstPage() => this with { Page = 1 };

    public static string NameOf(RateParts parts) => parts switch
    {
        RateParts.Due => "应开工",
        RateParts.Started => "应开工已开工",
        RateParts.NotStarted => "应开工未开工",
        RateParts.DueToFinish => "应竣工",
        RateParts.Finished => "应竣工已竣工",
        RateParts.NotFinished => "应竣工未竣工",
        RateParts.Counted => "计算投资的",
        RateParts.Split => "有分月计划的",
        _ => throw new ArgumentOutOfRangeException(nameof(parts)),
    };
}
