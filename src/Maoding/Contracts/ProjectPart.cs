using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;

namespace Maoding.Contracts;

/// <summary>What a feature adds to a project's page; registered as a service of this type, shown by place.</summary>
public abstract class ProjectPart
{
    /// <summary>Where it stands on the page, ascending; no two share one.</summary>
    public abstract int Place { get; }

    /// <returns>The partial view and what it shows; null when it has nothing to show.</returns>
    public abstract Task<ProjectSection?> ReadAsync(Actor actor, DirectorySnapshot directory, Project project, CancellationToken stop);
}

/// <param name="View">Path of the partial view.</param>
public sealed record ProjectSection(string View, object Model);

/// <summary>What a feature brings before a leader for decision; registered as a service of this type.</summary>
public abstract class LeaderPart
{
    /// <param name="post">The leader's.</param>
    public abstract Task<IReadOnlyList<LeaderDecision>> ReadAsync(int post, CancellationToken stop);
}

/// <summary>Something that waits for a leader's decision.</summary>
/// <param name="Since">From when.</param>
public sealed record LeaderDecision(string Mark, string Title, string Project, DateOnly Since, string Href);
