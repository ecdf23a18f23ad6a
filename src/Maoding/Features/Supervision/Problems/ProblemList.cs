using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Lists;
using Maoding.Storage;
using Maoding.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.Problems;

/// <summary>A problem as lists show it; names of units and leaders come from the directory.</summary>
/// <param name="Project">Its name; null for none.</param>
public sealed record ProblemLine(
    int Id, int Number, string Title, ProblemState State, ProblemCause Cause, ProblemOrigin Origin,
    int? ProjectId, string? Project, string Enterprise, decimal? HeldBack,
    DateOnly RaisedOn, int? RaisedUnitId, int? UnitId, int? LeaderPostId, DateOnly? Due, Tier Tier, string Resolution, DateOnly? ClosedOn)
{
    /// <summary>Assigned, not solved, past its day.</summary>
    public bool IsOverdue(DateOnly today) => Ladder.Runs(State) && Due < today;
}

/// <summary>One page of the list.</summary>
public sealed record ProblemPage(IReadOnlyList<ProblemLine> Lines, ListPage Page);

/// <summary>Reads lists of problems, filtered by what the actor may see.</summary>
public sealed class ProblemList(MaodingContext db, CurrentRequest current)
{
    private const int PageSize = 50;

    /// <summary>Problems of one project shown at once.</summary>
    private const int ShownOfProject = 20;

    private static readonly DateOnly Never = new(9999, 12, 31);

    /// <summary>A page and its count.</summary>
    /// <exception cref="Domain.RefusalException">PER001.</exception>
    public async Task<ProblemPage> ReadAsync(Actor actor, ProblemFilter filter, DateOnly today, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeProblems);
        var problems = Filtered(actor, filter, today);
        var page = new ListPage(PageSize, await problems.CountAsync(stop), filter.Page);
        return new ProblemPage(await Lines(page.Of(Ordered(problems, filter.Sort))).ToListAsync(stop), page);
    }

    /// <summary>All lines of the filter, at most so many.</summary>
    public async Task<IReadOnlyList<ProblemLine>> AllAsync(Actor actor, ProblemFilter filter, DateOnly today, int most, CancellationToken stop) =>
        await Lines(Ordered(Filtered(actor, filter, today), filter.Sort).Take(most)).ToListAsync(stop);

    /// <summary>The problems of a project that the actor may see, open ones first.</summary>
    public async Task<IReadOnlyList<ProblemLine>> OfProjectAsync(Actor actor, int projectId, CancellationToken stop) =>
        await Lines(db.Problems.AsNoTracking().Where(p => p.ProjectId == projectId).VisibleTo(db, actor)
            .OrderBy(p => p.State >= ProblemState.Closed).ThenByDescending(p => p.Number).Take(ShownOfProject)).ToListAsync(stop);

    public IQueryable<Problem> Filtered(Actor actor, ProblemFilter filter, DateOnly today)
    {
        var problems = db.Problems.AsNoTracking().VisibleTo(db, actor);
        if (filter.State is { } state) problems = problems.Where(p => p.State == state);
        else if (!filter.All) problems = problems.Where(p => p.State < ProblemState.Closed);
        if (filter.Cause is { } cause) problems = problems.Where(p => p.Cause == cause);
        if (filter.Tier is { } tier) problems = problems.Where(p => p.Tier == tier && p.State != ProblemState.Raised);
        problems = OwnedBy(problems, filter);
        if (filter.Project is { } project) problems = problems.Where(p => p.ProjectId == project);
        if (filter.Origin is { } origin) problems = problems.Where(p => p.Origin == origin);
        if (filter.Overdue) problems = problems.Overdue(today);
        if (filter.Mine) problems = problems.Where(p => p.RaisedById == actor.AccountId);
        if (filter.Steps) problems = WithSteps(problems, actor.Units);
        if (filter.Called)
            problems = Called(problems, actor.LeaderPosts, filter.Tier == Tier.Chief ? current.Directory.UnitsUnderChief(actor.LeaderPosts) : null);
        if (filter.Text.Length == 0) return problems;
        var (text, number) = (filter.Text, NumberIn(filter.Text));
        return problems.Where(p => p.Number == number || p.Title.Contains(text) || p.Text.Contains(text) || p.Enterprise.Contains(text)
            || db.Projects.Any(j => j.Id == p.ProjectId && j.Name.Contains(text)));
    }

    /// <summary>Of a unit and a leader, also one that is gone and handed them over.</summary>
    private IQueryable<Problem> OwnedBy(IQueryable<Problem> problems, ProblemFilter filter)
    {
        if (filter.Unit is { } unit)
        {
            var handed = db.HandedByUnit<Problem>(unit);
            problems = problems.Where(p => p.UnitId == unit || p.RaisedUnitId == unit || handed.Contains(p.Id));
        }

        if (filter.Leader is not { } leader) return problems;
        var led = db.HandedByPost<Problem>(leader);
        return problems.Where(p => p.LeaderPostId == leader || led.Contains(p.Id));
    }

    private static IQueryable<Problem> WithSteps(IQueryable<Problem> problems, IReadOnlyList<int> units) =>
        problems.Where(p => p.Steps.Any(s => s.DoneOn == null && units.Contains(s.UnitId)));

    /// <param name="under">Units whose chief is one of the posts; null: of any.</param>
    private static IQueryable<Problem> Called(IQueryable<Problem> problems, IReadOnlyList<int> posts, IReadOnlyList<int>? under)
    {
        if (under is not null) problems = problems.Where(p => under.Contains(p.UnitId!.Value));
        return problems.Where(p => (p.State == ProblemState.Assigned || p.State == ProblemState.Handling)
            && (p.Tier != Tier.Leader || posts.Contains(p.LeaderPostId!.Value)));
    }

    private static IQueryable<Problem> Ordered(IQueryable<Problem> problems, ProblemSort sort) => sort switch
    {
        ProblemSort.Due => problems.OrderBy(p => p.Due ?? Never).ThenByDescending(p => p.Number),
        ProblemSort.HeldBack => problems.OrderByDescending(p => p.HeldBack ?? 0).ThenByDescending(p => p.Number),
        _ => problems.OrderByDescending(p => p.Number),
    };

    private IQueryable<ProblemLine> Lines(IQueryable<Problem> problems) => problems.Select(p => new ProblemLine(
        p.Id, p.Number, p.Title, p.State, p.Cause, p.Origin, p.ProjectId, db.Projects.Where(j => j.Id == p.ProjectId)
            .Select(j => j.Name).FirstOrDefault(), p.Enterprise, p.HeldBack,
        p.RaisedOn, p.RaisedUnitId, p.UnitId, p.LeaderPostId, p.Due, p.Tier, p.Resolution, p.ClosedOn));

    /// <summary>12 of 问题0012 and of 12; null for other words.</summary>
    private static int? NumberIn(string text) =>
        int.TryParse(text.StartsWith("问题", StringComparison.Ordinal) ? text.AsSpan(2) : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;
}

/// <summary>The table of permissions and the meaning of overdue as filters of the database.</summary>
public static class ProblemVisibility
{
    /// <summary>The problems that <see cref="Permissions.Allows"/> would allow one by one.</summary>
    public static IQueryable<Problem> VisibleTo(this IQueryable<Problem> problems, MaodingContext db, Actor actor) =>
        problems.AllowedTo(db, ProblemFacts.Map, actor, Permission.SeeProblems);

    /// <summary>Assigned, not solved, past its day.</summary>
    public static IQueryable<Problem> Overdue(this IQueryable<Problem> problems, DateOnly today) =>
        problems.Where(p => (p.State == ProblemState.Assigned || p.State == ProblemState.Handling) && p.Due < today);
}
