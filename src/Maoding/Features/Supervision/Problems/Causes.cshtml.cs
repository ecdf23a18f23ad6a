using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.Problems;

/// <summary>Per cause: how many, how long, where stuck, what money is held back.</summary>
public sealed class CausesModel(CauseReader reader, District district) : MaodingPage
{
    public IReadOnlyList<CauseLine> Lines { get; private set; } = [];

    public CauseLine Sum { get; private set; } = ProblemStatistics.Sum([], default);

    [Needs(Permission.SeeProblems)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        var problems = await district.Answers.OfAsync(Current, (typeof(CausesModel), Actor.AccountId, Today), () => reader.ReadAsync(Actor, stop));
        (Lines, Sum) = (ProblemStatistics.ByCause(problems, Today), ProblemStatistics.Sum(problems, Today));
    }

    /// <summary>Those that nobody was given yet.</summary>
    public int Waiting(CauseLine line) => line.Open - line.OnTier.Values.Sum();

    /// <summary>The share of all money held back; null where there is none.</summary>
    public Markup? Bar(CauseLine line) =>
        Sum.HeldBack == 0 || line.Cause is null ? null : ShareBar.Of((int)(1000 * Math.Min(1m, line.HeldBack / Sum.HeldBack)), null);
}

/// <summary>Reads what statistics of problems need, of those that the actor may see; one statement.</summary>
public sealed class CauseReader(MaodingContext db)
{
    /// <exception cref="Domain.RefusalException">PER001.</exception>
    public async Task<IReadOnlyList<ProblemSpan>> ReadAsync(Actor actor, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeProblems);
        return await db.Problems.AsNoTracking().VisibleTo(db, actor)
            .Select(p => new ProblemSpan(p.Cause, p.State, p.Tier, p.ProjectId, p.RaisedOn, p.ClosedOn, p.HeldBack)).ToListAsync(stop);
    }
}
