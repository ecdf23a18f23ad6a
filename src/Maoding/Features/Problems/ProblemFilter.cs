using System.Globalization;
using System.Text;
using Maoding.Domain.Problems;

namespace Maoding.Features.Problems;

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
/// <param name="Rung">Of assigned ones.</param>
/// <param name="Unit">The unit that handles it or raised it.</param>
/// <param name="Overdue">Assigned, not solved, past their day.</param>
/// <param name="Mine">Raised by the one who looks.</param>
/// <param name="Steps">With a next step that the actor's units have not done.</param>
/// <param name="Page">From 1.</param>
public sealed record ProblemFilter(
    ProblemState? State = null,
    bool All = false,
    ProblemCause? Cause = null,
    Rung? Rung = null,
    int? Unit = null,
    int? Leader = null,
    int? Project = null,
    ProblemOrigin? Origin = null,
    bool Overdue = false,
    bool Mine = false,
    bool Steps = false,
    string Text = "",
    ProblemSort Sort = ProblemSort.Number,
    int Page = 1)
{
    /// <summary>No district has so many problems that somebody pages further.</summary>
    private const int LastPage = 1000;

    /// <summary>Reads an address; what cannot be understood is left out.</summary>
    public static ProblemFilter From(IQueryCollection query)
    {
        int? Number(string name) => int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        T? Choice<T>(string name)
            where T : struct, Enum => Number(name) is { } value && Enum.IsDefined((T)Enum.ToObject(typeof(T), value)) ? (T)Enum.ToObject(typeof(T), value) : null;
        string Word(string name) => query[name].ToString().Trim();
        return new ProblemFilter(
            Choice<ProblemState>("state"),
            Word("all") == "1",
            Choice<ProblemCause>("cause"),
            Choice<Rung>("rung"),
            Number("unit"),
            Number("leader"),
            Number("project"),
            Choice<ProblemOrigin>("origin"),
            Word("overdue") == "1",
            Word("mine") == "1",
            Word("steps") == "1",
            Word("q"),
            Word("sort") switch { "due" => ProblemSort.Due, "money" => ProblemSort.HeldBack, _ => ProblemSort.Number },
            Math.Clamp(Number("page") ?? 1, 1, LastPage));
    }

    /// <summary>The address of the list in this state; what is as usual is left out.</summary>
    public string Href(string path = ProblemLinks.Index)
    {
        var address = new StringBuilder(path);
        void Add(string name, string value)
        {
            if (value.Length > 0) address.Append(address.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        void AddNumber(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture) ?? "");
        AddNumber("state", (int?)State);
        Add("all", All ? "1" : "");
        AddNumber("cause", (int?)Cause);
        AddNumber("rung", (int?)Rung);
        AddNumber("unit", Unit);
        AddNumber("leader", Leader);
        AddNumber("project", Project);
        AddNumber("origin", (int?)Origin);
        Add("overdue", Overdue ? "1" : "");
        Add("mine", Mine ? "1" : "");
        Add("steps", Steps ? "1" : "");
        Add("q", Text);
        Add("sort", Sort switch { ProblemSort.Due => "due", ProblemSort.HeldBack => "money", _ => "" });
        AddNumber("page", Page > 1 ? Page : null);
        return address.ToString();
    }

    /// <summary>Narrowed at all, apart from order and page.</summary>
    public bool IsNarrowed => this with { Sort = ProblemSort.Number, Page = 1 } != new ProblemFilter();
}
