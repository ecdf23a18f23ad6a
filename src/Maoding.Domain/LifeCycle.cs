using System.Text;

namespace Maoding.Domain;

/// <summary>One legal move; its name is on the button.</summary>
public sealed record Transition<TState, TMove>(TMove Move, string Name, TState From, TState To)
    where TState : struct, Enum
    where TMove : struct, Enum;

/// <summary>The one table of legal moves of a thing; services ask it, pages draw their buttons from it, docs/life-cycles.md its picture.</summary>
/// <param name="Subject">What refusals call one of them: 这个问题.</param>
/// <param name="Code">Of the refusal of an illegal move.</param>
/// <param name="NameOf">A state as the office says it.</param>
public sealed record LifeCycle<TState, TMove>(string Subject, string Code, Func<TState, string> NameOf, IReadOnlyList<Transition<TState, TMove>> Table)
    where TState : struct, Enum
    where TMove : struct, Enum
{
    private static readonly EqualityComparer<TState> States = EqualityComparer<TState>.Default;

    private static readonly EqualityComparer<TMove> Moves = EqualityComparer<TMove>.Default;

    public bool Allowed(TState from, TMove move) => Find(from, move) is not null;

    /// <summary>The moves open from a state, in the order of buttons.</summary>
    public IEnumerable<(TMove Move, string Name)> From(TState state) => Table.Where(t => States.Equals(t.From, state)).Select(t => (t.Move, t.Name));

    /// <summary>The state after a move.</summary>
    /// <exception cref="RefusalException">With <see cref="Code"/>: the move is not legal from there.</exception>
    public TState After(TState from, TMove move)
    {
        if (Find(from, move) is { } found) return found.To;
        var name = Table.First(t => Moves.Equals(t.Move, move)).Name;
        throw new RefusalException(Code, $"{Subject}现在是“{NameOf(from)}”，不能{name}。请刷新页面看最新状态。", RefusalKind.Conflict);
    }

    /// <summary>The table as a Mermaid state diagram, in its own order.</summary>
    public string Drawing()
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var state in Table.SelectMany(t => (TState[])[t.From, t.To]).Distinct()) text.Append("    ").Append(state).Append(" : ").Append(NameOf(state)).Append('\n');
        foreach (var t in Table) text.Append("    ").Append(t.From).Append(" --> ").Append(t.To).Append(" : ").Append(t.Name).Append('\n');
        return text.ToString();
    }

    private Transition<TState, TMove>? Find(TState from, TMove move)
    {
        foreach (var t in Table)
            if (States.Equals(t.From, from) && Moves.Equals(t.Move, move)) return t;
        return null;
    }
}
