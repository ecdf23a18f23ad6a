using Maoding.Domain.Access;
using Maoding.Hosting;

namespace Maoding.Features.Measuring.Targets;

/// <summary>指标设计表: what was added, dropped, raised and lowered, and why.</summary>
public sealed class DesignModel(DesignReader reader) : MaodingPage
{
    /// <summary>Null while there is no plan.</summary>
    public DesignSheet? Sheet { get; private set; }

    [Needs(Permission.SeeTargets)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        if (Current.Plan is { } plan) Sheet = await reader.ReadAsync(Actor, plan, Today, stop);
    }
}
