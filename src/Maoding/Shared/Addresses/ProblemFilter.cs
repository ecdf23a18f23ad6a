using Maoding.Domain.Problems;

namespace Maoding.Shared.Addresses;

public enum ProblemSort
{
    /// <summary>The newest first.</summary>
    Number = 1,

    /// <summary>What is due first, first; those without a day last.</summary>
    Due = 2,

    /// <summary>What holds back the most investment first.</summary>
    HeldBack = 3,
}

/// <summary>What the list shows: the whole state of the page, written in its address.</summary>
/// <param name="State">One state; with null those that are open, unless <paramref name="All"/>.</param>
/// <param name="All">Closed and declined ones too.</param>
/// <param name="Tier">Of assigned ones.</param>
/// <param name="Unit">The unit that handles it or raised it.</param>
/// <param name="Overdue">Assigned, not solved, past their day.</param>
/// <param name="Mine">Raised by the one who looks.</param>
/// <param name="Steps">With a next step that the actor's units have not done.</param>
/// <param name="Called">Waits at its tier and is not solved; at the leaders' and the chief's tier for a post of the one who looks.</param>
/// <param name="Page">From 1.</param>
public sealed record ProblemFilter(
    ProblemState? State = null,
    bool All = false,
    ProblemCause? Cause = null,
    Tier? Tier = null,
    int? Unit = null,
    int? Leader = null,
    int? Project = null,
    ProblemOrigin? Origin = null,
    bool Overdue = false,
    bool Mine = false,
    bool Steps = false,
    bool Called = false,
    string Text = "",
    ProblemSort Sort = ProblemSort.Number,
    int Page = 1)
{
    /// <summary>Reads an address; what cannot be understood is left out.</summary>
    public static ProblemFilter From(IQueryCollection query)
    {
        var asked = new AddressReader(query);
        return new ProblemFilter(
            asked.Choice<ProblemState>("state"),
            asked.Is("all"),
            asked.Choice<ProblemCause>("cause"),
            // Addresses kept from before say rung.
            asked.Choice<Tier>("tier") ?? asked.Choice<Tier>("rung"),
            asked.Number("unit"),
            asked.Number("leader"),
            asked.Number("project"),
            asked.Choice<ProblemOrigin>("origin"),
            asked.Is("overdue"),
            asked.Is("mine"),
            asked.Is("steps"),
            asked.Is("called"),
            asked.Word("q"),
            asked.Word("sort") switch { "due" => ProblemSort.Due, "money" => ProblemSort.HeldBack, _ => ProblemSort.Number },
            asked.Page);
    }

    /// <summary>The address of the list in this state; what is as usual is left out.</summary>
    public string Href(string path = ProblemLinks.Index) => new Address(path)
        .With("state", (int?)State)
        .With("all", All)
        .With("cause", (int?)Cause)
        .With("tier", (int?)Tier)
        .With("unit", Unit)
        .With("leader", Leader)
        .With("project", Project)
        .With("origin", (int?)Origin)
        .With("overdue", Overdue)
        .With("mine", Mine)
        .With("steps", Steps)
        .With("called", Called)
        .With("q", Text)
        .With("sort", Sort switch { ProblemSort.Due => "due", ProblemSort.HeldBack => "money", _ => "" })
        .WithPage(Page)
        .ToString();

    /// <summary>Narrowed at all, apart from order and page.</summary>
    public bool IsNarrowed => this with { Sort = ProblemSort.Number, Page = 1 } != new ProblemFilter();
}
