using Maoding.Domain.Access;

namespace Maoding.Contracts;

/// <summary>What of a feature hangs on a unit or a post, and how it goes to another one; registered as a service of this type.</summary>
public abstract class HandoverPart
{
    /// <summary>Where it stands among others, ascending; no two share one.</summary>
    public abstract int Place { get; }

    /// <summary>What hangs, behind its number: 项未办结的任务.</summary>
    public abstract string Words { get; }

    /// <summary>Name of the type of the things, as audit entries name it.</summary>
    public abstract string Subject { get; }

    /// <summary>Whether a unit or post stays open while any of it hangs there; what does not hold ends with it.</summary>
    public virtual bool Holds => true;

    /// <summary>Who may open the list that they stand in, and read their names.</summary>
    public abstract Permission Needs { get; }

    /// <summary>The list that they stand in.</summary>
    public abstract string Href(Bearer bearer, int id);

    /// <summary>The open things of each unit or post.</summary>
    public abstract Task<IReadOnlyList<Borne>> ReadAsync(Bearer bearer, IReadOnlyCollection<int> ids, CancellationToken stop);

    /// <summary>Gives things to somebody else, in the tracked rows; the caller saves.</summary>
    /// <param name="to">The unit or post that takes each thing over; a thing that is left out stays.</param>
    public abstract Task HandOverAsync(Handover handover, IReadOnlyDictionary<int, int> to, CancellationToken stop);
}

/// <summary>On what duties hang.</summary>
public enum Bearer
{
    Unit = 1,

    Post = 2,
}

/// <summary>One open thing that hangs on a unit or post.</summary>
/// <param name="Readers">Who may know of it; null: whoever may open its list.</param>
public sealed record Borne(int BearerId, int Id, string Name, ReaderList? Readers = null);

/// <summary>A decision to hand over what hangs on one unit or post.</summary>
/// <param name="On">The first day on which the others answer for it.</param>
/// <param name="Decision">Who decided, by what paper.</param>
public sealed record Handover(Actor Actor, Bearer Bearer, int FromId, DateOnly On, string Decision, string Reason);
