using System.Text;

namespace Maoding.Domain;

/// <summary>A state by its key.</summary>
/// <param name="Name">As the office says it.</param>
public sealed record LifeState(string Key, string Name);

/// <summary>
/// The one table of legal moves of a thing: services ask it, pages draw their buttons from it, docs/life-cycles.md its picture.
/// States and moves are keys, so that a table may come from data as well as from the code.
/// </summary>
public sealed class LifeCycle
{
    private readonly Dictionary<string, string> _names;

    /// <param name="subject">What refusals call one of them: 这个问题.</param>
    /// <param name="code">Of the refusal of an illegal move.</param>
    /// <exception cref="ArgumentException">A move stands twice from a state, or a state has no name.</exception>
    public LifeCycle(string subject, string code, IReadOnlyList<LifeState> states, IReadOnlyList<Transition> table)
    {
        (Subject, Code, States, Table, _names) = (subject, code, states, table, states.ToDictionary(s => s.Key, s => s.Name));
        foreach (var t in table)
        {
            if (!_names.ContainsKey(t.FromKey) || !_names.ContainsKey(t.ToKey))
                throw new ArgumentException($"{t.MoveKey} goes from or to a state without a name.", nameof(table));
            if (Find(t.FromKey, t.MoveKey) != t) throw new ArgumentException($"{t.MoveKey} stands twice from {t.FromKey}.", nameof(table));
        }
    }

    public string Subject { get; }

    public string Code { get; }

    public IReadOnlyList<LifeState> States { get; }

    public IReadOnlyList<Transition> Table { get; }

    public string NameOf(string state) => _names[state];

    /// <summary>The moves open from a state, in the order of buttons.</summary>
    public IEnumerable<Transition> From(string state) => Table.Where(t => t.FromKey == state);

    /// <summary>Null: the move is not legal from there.</summary>
    public Transition? Find(string from, string move)
    {
        foreach (var t in Table)
            if (t.FromKey == from && t.MoveKey == move) return t;
        return null;
    }

    /// <summary>The move wherever it stands first: whoever may not make it there is told that, and not where the thing stands.</summary>
    /// <exception cref="RefusalException">With <see cref="Code"/>: no such move.</exception>
    public Transition Any(string move) =>
        Table.FirstOrDefault(t => t.MoveKey == move) ?? throw new RefusalException(Code, $"{Subject}没有这项操作。请刷新页面，从页面上的按钮办理。");

    /// <summary>What is said to an illegal move.</summary>
    public RefusalException Refused(string from, string move) =>
        new(Code, $"{Subject}现在是“{NameOf(from)}”，不能{Any(move).Name}。请刷新页面看最新状态。", RefusalKind.Conflict);

    /// <summary>The table as a Mermaid state diagram, in its own order.</summary>
    public string Drawing()
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var state in Table.SelectMany(t => (string[])[t.FromKey, t.ToKey]).Distinct())
            text.Append("    ").Append(state).Append(" : ").Append(NameOf(state)).Append('\n');
        foreach (var t in Table) text.Append("    ").Append(t.FromKey).Append(" --> ").Append(t.ToKey).Append(" : ").Append(t.Name).Append('\n');
        return text.ToString();
    }

    /// <summary>Who makes each move and what it asks, as rows of a Markdown table.</summary>
    public string Rules()
    {
        static string Asks(AskedReason asked) => $" {asked.Label}（{(asked.IsRequired ? "必填" : "可不填")}，{asked.Most}字以内）";
        return string.Concat(Table.Select(t =>
            $"| {t.Name} {t.MoveKey} | {NameOf(t.FromKey)} → {NameOf(t.ToKey)} | {t.Permission} |{(t.Reason is { } asked ? Asks(asked) : "")} |\n"));
    }
}

/// <summary>The typed face of a table that stands in the code.</summary>
public sealed class LifeCycle<TState, TMove>(string subject, string code, Func<TState, string> nameOf, IReadOnlyList<Transition<TState, TMove>> table)
    where TState : struct, Enum
    where TMove : struct, Enum
{
    private static readonly EqualityComparer<TState> States = EqualityComparer<TState>.Default;

    private static readonly EqualityComparer<TMove> Moves = EqualityComparer<TMove>.Default;

    /// <summary>The same by keys.</summary>
    public LifeCycle Keys { get; } = new(subject, code, [.. Enum.GetValues<TState>().Select(s => new LifeState(s.ToString(), nameOf(s)))], table);

    public string Code => Keys.Code;

    public IReadOnlyList<Transition<TState, TMove>> Table => table;

    public string NameOf(TState state) => nameOf(state);

    public bool Allowed(TState from, TMove move) => Find(from, move) is not null;

    /// <summary>The moves open from a state, in the order of buttons.</summary>
    public IEnumerable<Transition<TState, TMove>> From(TState state) => table.Where(t => States.Equals(t.From, state));

    /// <summary>A legal move.</summary>
    /// <exception cref="RefusalException">With <see cref="Code"/>: it is not legal from there.</exception>
    public Transition<TState, TMove> Step(TState from, TMove move) => Find(from, move) ?? throw Keys.Refused(from.ToString(), move.ToString());

    /// <summary>The state after a move.</summary>
    /// <exception cref="RefusalException">With <see cref="Code"/>: the move is not legal from there.</exception>
    public TState After(TState from, TMove move) => Step(from, move).To;

    private Transition<TState, TMove>? Find(TState from, TMove move)
    {
        foreach (var t in table)
            if (States.Equals(t.From, from) && Moves.Equals(t.Move, move)) return t;
        return null;
    }
}
