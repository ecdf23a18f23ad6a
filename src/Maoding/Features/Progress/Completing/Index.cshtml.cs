using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Hosting;

namespace Maoding.Features.Progress.Completing;

/// <summary>What waits to be verified, settled or mended.</summary>
public sealed class IndexModel(CompletionReader reader) : MaodingPage
{
    public Plan? Plan { get; private set; }

    public IReadOnlyList<WaitingRow> Waiting { get; private set; } = [];

    /// <summary>Verified by a second unit; the coordinator's.</summary>
    public IReadOnlyList<WaitingRow> Verified { get; private set; } = [];

    /// <summary>The actor's own that were refused.</summary>
    public IReadOnlyList<WaitingRow> Refused { get; private set; } = [];

    public bool IsCoordinator => CompletionService.IsCoordinator(Actor);

    [Needs(Permission.VerifyCompletion)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        Plan = Current.Plan;
        if (Plan is null) return;
        Waiting = await reader.ReadAsync(reader.Waiting(Actor, Plan.Id), stop);
        if (IsCoordinator) Verified = await reader.ReadAsync(reader.Verified(Plan.Id), stop);
        if (Actor.Units.Count > 0) Refused = await reader.ReadAsync(reader.Refused(Actor, Plan.Id), stop);
    }
}
