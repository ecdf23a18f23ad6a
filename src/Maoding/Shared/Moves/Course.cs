using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;

namespace Maoding.Shared.Moves;

/// <summary>What a form asks: a move of a thing as its sender saw it.</summary>
/// <param name="Reason">The words that the move asks for, as typed.</param>
public sealed record MoveAsk(int Id, int Version, string Move, string? Reason, HandledRequest? Request)
{
    public static MoveAsk Of<TMove>(int id, int version, TMove move, string? reason = null, HandledRequest? request = null)
        where TMove : struct, Enum => new(id, version, move.ToString(), reason, request);
}

/// <summary>A legal move while it is made; the thing is still in its old state.</summary>
public sealed class Turn<T>(Actor actor, T thing, Transition step, string said)
{
    public Actor Actor => actor;

    public T Thing => thing;

    public Transition Step => step;

    /// <summary>The reason in the audit's entry: what was typed, until the feature says it better.</summary>
    public string Said { get; set; } = said;

    /// <summary>What the thing's own story says; null: the same.</summary>
    public string? Told { get; set; }
}

/// <summary>How things of one kind live: by which table, where they are kept, what is written down of a move.</summary>
public sealed class Course<T>(LifeCycle table)
    where T : class, IVersioned
{
    public LifeCycle Table => table;

    /// <summary>By its key: tracked, with all that its moves change; refuses where there is none.</summary>
    public required Func<int, CancellationToken, Task<T>> Find { get; init; }

    public required Func<T, string> State { get; init; }

    /// <summary>Puts it into the state of a key.</summary>
    public required Action<T, string> Enter { get; init; }

    /// <summary>What a permission for it looks at.</summary>
    public required Func<T, Permission, AccessFacts> Facts { get; init; }

    /// <summary>Refuses what the permission alone would let pass; null: nothing.</summary>
    public Func<Actor, T, Transition, CancellationToken, Task>? Guard { get; init; }

    /// <summary>The move in the audit's words.</summary>
    public Func<Transition, string> Action { get; init; } = step => step.Name;

    /// <summary>Writes the move into the thing's own story; its state is already the new one.</summary>
    public Action<Turn<T>>? Happened { get; init; }
}
