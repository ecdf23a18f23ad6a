using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;

namespace Maoding.Contracts;

/// <summary>What a feature adds to a row's page; registered as a service of this type. Parts are asked one after another, by their place.</summary>
public abstract class RowPart
{
    /// <summary>Where it stands on the page, ascending; no two share one.</summary>
    public abstract int Place { get; }

    /// <returns>Null when it has nothing to show.</returns>
    public abstract Task<RowSection?> ReadAsync(RowScene scene, CancellationToken stop);
}

/// <summary>A section of the page, buttons at its head, or both.</summary>
/// <param name="View">Path of the partial view; null for buttons alone.</param>
/// <param name="Model">What the view shows.</param>
public sealed record RowSection(string? View, object? Model)
{
    public IReadOnlyList<RowButton> Buttons { get; init; } = [];

    /// <summary>
    /// Shares done at the end of each month, January first, 0 to 1000, null where nothing is known: drawn into the plan's curve; empty: none.
    /// </summary>
    public IReadOnlyList<int?> Actual { get; init; } = [];
}

/// <param name="First">Whether it is the one next action.</param>
public sealed record RowButton(string Text, string Href, bool First = false);

/// <summary>The row that a page shows, and who looks at it.</summary>
/// <param name="Issue">The batch it was issued with; null before.</param>
/// <param name="SeesWorkings">May see drafts, arguments, files and changes, not only what is in force.</param>
/// <param name="HasTarget">Whether figures judge it.</param>
public sealed record RowScene(
    Actor Actor, DirectorySnapshot Directory, DateOnly Today, Commitment Row, Plan Plan, Issue? Issue, AccessFacts Facts, bool SeesWorkings, bool HasTarget)
{
    /// <summary>Its share comes from its projects: it has no quantities, milestones or figures of its own. Said by their part for those after it.</summary>
    public bool IsByProjects { get; set; }

    public bool May(Permission permission) => Permissions.Allows(Actor, permission, Facts);
}
