using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;

namespace Maoding.Features.Progress.Overviews;

/// <summary>Leaves in force that are alike: how many of one part of the ledger stand so, with that light of the month.</summary>
/// <param name="Missing">The report of the month was missing when it was closed.</param>
public sealed record Cell(
    int? SectionId, int? LeadUnitId, int? LeaderPostId, int? SecondLeaderPostId, CommitmentState State, Light Light, bool Missing, int Count);

/// <summary>The counts of one part of the ledger: by state and by light, each adding up to all of it.</summary>
public sealed class Tally
{
    private readonly Dictionary<CommitmentState, int> _states = [];
    private readonly Dictionary<Light, int> _lights = [];

    public int All { get; private set; }

    /// <summary>Among all, whatever their light.</summary>
    public int Missing { get; private set; }

    public int Of(CommitmentState state) => _states.GetValueOrDefault(state);

    public int Of(Light light) => _lights.GetValueOrDefault(light);

    public static Tally Of(IEnumerable<Cell> cells)
    {
        var tally = new Tally();
        foreach (var cell in cells)
        {
            tally.All += cell.Count;
            tally.Missing += cell.Missing ? cell.Count : 0;
            tally._states[cell.State] = tally.Of(cell.State) + cell.Count;
            tally._lights[cell.Light] = tally.Of(cell.Light) + cell.Count;
        }

        return tally;
    }
}
