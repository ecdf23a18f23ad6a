using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;

namespace Maoding.Shared.Addresses;

/// <summary>Which part of the plan the coordinator looks at; others see what is in force and what was sent to them.</summary>
public enum LedgerView
{
    /// <summary>正式: issued and after.</summary>
    Issued = 1,

    /// <summary>草稿: accepted but not issued.</summary>
    Draft = 2,

    /// <summary>全部.</summary>
    All = 3,
}

public enum LedgerSort
{
    Number = 1,
    Due = 2,

    /// <summary>By the official order of the lead units.</summary>
    Unit = 3,
}

/// <summary>How a unit takes part in a row.</summary>
public enum UnitRole
{
    Lead = 1,
    Co = 2,
    Any = 3,
}

/// <summary>What the list shows, in what order: the whole state of the page, written in its address.</summary>
/// <param name="DueMonth">yyyymm.</param>
/// <param name="After">Key of the row before the page; empty for the first page.</param>
/// <param name="Before">Key of the row after the page, when paging back.</param>
/// <param name="Mine">Rows that the actor's units lead or help with or that the actor leads, by all posts held.</param>
/// <param name="DueFrom">With this or <paramref name="DueTo"/>: leaves in force that are not done and are due on these days, both inclusive.</param>
/// <param name="Light">As shown of the last closed month, or of <paramref name="LightMonth"/>.</param>
/// <param name="LightMonth">yyyymm of a closed month; counts only with <paramref name="Light"/>.</param>
/// <param name="Section">With the sections under it.</param>
/// <param name="Leaves">Only leaves in force, as the overview counts them.</param>
/// <param name="MissingIn">yyyymm: only rows whose report was missing when that month was closed.</param>
public sealed record LedgerFilter(
    int? Year = null,
    LedgerView View = LedgerView.Issued,
    int? Document = null,
    int? Section = null,
    int? Theme = null,
    int? Leader = null,
    int? Unit = null,
    UnitRole Role = UnitRole.Lead,
    CommitmentState? State = null,
    int? DueMonth = null,
    string Text = "",
    LedgerSort Sort = LedgerSort.Number,
    string After = "",
    string Before = "",
    bool Mine = false,
    DateOnly? DueFrom = null,
    DateOnly? DueTo = null,
    Light? Light = null,
    int? LightMonth = null,
    bool Leaves = false,
    int? MissingIn = null)
{
    /// <summary>Reads an address; what cannot be understood is left out.</summary>
    public static LedgerFilter From(IQueryCollection query)
    {
        var asked = new AddressReader(query);
        return new LedgerFilter(
            asked.Number("year"),
            asked.Word("view") switch { "draft" => LedgerView.Draft, "all" => LedgerView.All, _ => LedgerView.Issued },
            asked.Number("document"),
            asked.Number("section"),
            asked.Number("theme"),
            asked.Number("leader"),
            asked.Number("unit"),
            asked.Word("role") switch { "co" => UnitRole.Co, "any" => UnitRole.Any, _ => UnitRole.Lead },
            asked.Choice<CommitmentState>("state"),
            asked.Number("due"),
            asked.Word("q"),
            asked.Word("sort") switch { "due" => LedgerSort.Due, "unit" => LedgerSort.Unit, _ => LedgerSort.Number },
            asked.Word("after"),
            asked.Word("before"),
            asked.Is("mine"),
            asked.Day("from"),
            asked.Day("to"),
            asked.Choice<Light>("light"),
            asked.Number("month"),
            asked.Is("leaf"),
            asked.Number("missing"));
    }

    /// <summary>The address of the list in this state; what is as usual is left out.</summary>
    public string Href(string path = LedgerLinks.List) => new Address(path)
        .With("year", Year)
        .With("view", View switch { LedgerView.Draft => "draft", LedgerView.All => "all", _ => "" })
        .With("document", Document)
        .With("section", Section)
        .With("theme", Theme)
        .With("leader", Leader)
        .With("unit", Unit)
        .With("role", Unit is null ? "" : Role switch { UnitRole.Co => "co", UnitRole.Any => "any", _ => "" })
        .With("state", (int?)State)
        .With("due", DueMonth)
        .With("q", Text)
        .With("sort", Sort switch { LedgerSort.Due => "due", LedgerSort.Unit => "unit", _ => "" })
        .With("mine", Mine)
        .With("from", DueFrom)
        .With("to", DueTo)
        .With("light", (int?)Light)
        .With("month", Light is null ? null : LightMonth)
        .With("leaf", Leaves)
        .With("missing", MissingIn)
        .With("after", After)
        .With("before", Before)
        .ToString();

    /// <summary>The same list from its first page.</summary>
    public LedgerFilter FirstPage() => this with { After = "", Before = "" };
}
