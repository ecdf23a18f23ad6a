using System.Globalization;
using System.Text;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;

namespace Maoding.Features.Ledger;

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
        int? Number(string name) => int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        string Word(string name) => query[name].ToString().Trim();
        return new LedgerFilter(
            Number("year"),
            Word("view") switch { "draft" => LedgerView.Draft, "all" => LedgerView.All, _ => LedgerView.Issued },
            Number("document"),
            Number("section"),
            Number("theme"),
            Number("leader"),
            Number("unit"),
            Word("role") switch { "co" => UnitRole.Co, "any" => UnitRole.Any, _ => UnitRole.Lead },
            Number("state") is { } state && Enum.IsDefined((CommitmentState)state) ? (CommitmentState)state : null,
            Number("due"),
            Word("q"),
            Word("sort") switch { "due" => LedgerSort.Due, "unit" => LedgerSort.Unit, _ => LedgerSort.Number },
            Word("after"),
            Word("before"),
            Word("mine") == "1",
            Day("from"),
            Day("to"),
            Number("light") is { } light && Enum.IsDefined((Light)light) ? (Light)light : null,
            Number("month"),
            Word("leaf") == "1",
            Number("missing"));
    }

    /// <summary>The address of the list in this state; what is as usual is left out.</summary>
    public string Href(string path = LedgerLinks.List)
    {
        var address = new StringBuilder(path);
        void Add(string name, string value)
        {
            if (value.Length > 0) address.Append(address.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        void AddNumber(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture) ?? "");
        AddNumber("year", Year);
        Add("view", View switch { LedgerView.Draft => "draft", LedgerView.All => "all", _ => "" });
        AddNumber("document", Document);
        AddNumber("section", Section);
        AddNumber("theme", Theme);
        AddNumber("leader", Leader);
        AddNumber("unit", Unit);
        Add("role", Unit is null ? "" : Role switch { UnitRole.Co => "co", UnitRole.Any => "any", _ => "" });
        AddNumber("state", (int?)State);
        AddNumber("due", DueMonth);
        Add("q", Text);
        Add("sort", Sort switch { LedgerSort.Due => "due", LedgerSort.Unit => "unit", _ => "" });
        Add("mine", Mine ? "1" : "");
        Add("from", DueFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        Add("to", DueTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        AddNumber("light", (int?)Light);
        AddNumber("month", Light is null ? null : LightMonth);
        Add("leaf", Leaves ? "1" : "");
        AddNumber("missing", MissingIn);
        Add("after", After);
        Add("before", Before);
        return address.ToString();
    }

    /// <summary>The same list from its first page.</summary>
    public LedgerFilter FirstPage() => this with { After = "", Before = "" };
}
