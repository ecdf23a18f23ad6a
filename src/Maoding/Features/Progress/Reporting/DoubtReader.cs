using Maoding.Districts;
using Maoding.Domain.Doubts;
using Maoding.Domain.Rules;
using Maoding.Shared.Rules;

namespace Maoding.Features.Progress.Reporting;

/// <summary>By which limits numbers are doubted today, read once in a request.</summary>
public sealed class DoubtReader(RuleStore rules, CurrentRequest current)
{
    private DoubtRules? _read;

    public async Task<DoubtRules> TodayAsync(CancellationToken stop) =>
        _read ??= DoubtRules.Of((await rules.ListAsync(DoubtKind.Only, stop)).At(current.Today));
}
