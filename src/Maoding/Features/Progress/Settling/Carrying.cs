using Maoding.Domain.Ledger;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Settling;

/// <summary>Carries rows into the plan of the next year, which it makes where there is none.</summary>
internal sealed class Carrying(MaodingContext db, int year)
{
    private const int NewPlan = -1;

    private Plan? _plan;
    private int _made;

    /// <summary>
    /// A draft of the next year with the same words, owners and sources; its time, plan and milestones are to be set anew, and its themes are the next year's.
    /// </summary>
    public async Task<Commitment> OnAsync(Commitment row, CancellationToken stop)
    {
        _plan ??= await db.Plans.SingleOrDefaultAsync(p => p.Year == year, stop) ?? Begin();
        if (_plan.State == PlanState.Withdrawn) _plan.State = PlanState.Draft;
        var made = RowCopy.Of(
            row, null, RowValues.Of(row) with { DueKind = DueKind.None, Due = null, PlanShape = default, MonthlyPlan = "", Milestones = [], ThemeIds = [] });
        (made.Id, made.PlanId, made.State, made.DocumentId, made.SectionId, made.CarriedFromId) =
            (--_made, _plan.Id, CommitmentState.Draft, null, null, row.Id);
        (made.DueWords, made.Office, made.Handler) = ("", row.Office, row.Handler);
        db.Add(made).Property(c => c.Id).IsTemporary = true;
        return made;
    }

    private Plan Begin()
    {
        var plan = new Plan { Id = NewPlan, Year = year, Name = $"{year}年任务分解方案" };
        db.Add(plan).Property(p => p.Id).IsTemporary = true;
        return plan;
    }
}
