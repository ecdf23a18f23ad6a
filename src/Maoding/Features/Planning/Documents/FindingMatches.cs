using Maoding.Domain.Ledger;
using Maoding.Storage;
using Maoding.Text.Matching;
using Microsoft.EntityFrameworkCore;
using MatchKind = Maoding.Domain.Ledger.MatchKind;

namespace Maoding.Features.Planning.Documents;

/// <summary>Proposes for the findings of a further document the rows of the plan that they belong to.</summary>
internal static class FindingMatches
{
    private const int LongestGrounds = 400;

    /// <returns>How many findings belong to a row that is there.</returns>
    public static async Task<int> ProposeAsync(MaodingContext db, int planId, IReadOnlyList<Commitment> findings, CancellationToken stop)
    {
        if (findings.Count == 0) return 0;
        var rows = await db.Commitments.AsNoTracking()
            .Where(c => c.PlanId == planId && c.State != CommitmentState.Dropped && c.State != CommitmentState.Merged && c.State != CommitmentState.Stopped)
            .OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.Kind, c.Title, Words = c.Quotes.OrderBy(q => q.Id).Select(q => q.Text).ToList() })
            .ToListAsync(stop);
        var matched = 0;
        foreach (var kind in (CommitmentKind[])[CommitmentKind.Work, CommitmentKind.Target])
        {
            List<MatchEntry> existing = [.. rows.Where(r => r.Kind == kind).Select(r => new MatchEntry(r.Id, r.Title, string.Join('。', r.Words)))];
            List<Commitment> added = [.. findings.Where(f => f.Kind == kind)];
            if (existing.Count == 0 || added.Count == 0) continue;
            foreach (var proposal in FindingMatcher.Propose(existing, [.. added.Select((f, i) => new MatchEntry(i, f.Title, f.Quotes[0].Text))]))
            {
                if (proposal.ExistingId is not { } id) continue;
                var grounds = string.Join('；', proposal.Reasons);
                var row = added[proposal.NewId];
                row.MergedIntoId = id;
                row.Match = proposal.Kind == Text.Matching.MatchKind.Same ? MatchKind.Same : MatchKind.Narrower;
                row.MatchGrounds = grounds.Length <= LongestGrounds ? grounds : grounds[..LongestGrounds];
                matched++;
            }
        }

        return matched;
    }
}
