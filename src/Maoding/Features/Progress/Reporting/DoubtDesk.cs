using Maoding.Domain.Doubts;
using Maoding.Domain.Rules;
using Maoding.Shared.Rules;

namespace Maoding.Features.Progress.Reporting;

/// <summary>The limits of doubt on the page of rules: nothing is judged by them for good, a number that was explained stays so.</summary>
internal sealed class DoubtDesk : RuleDesk
{
    public override RuleKind Kind => DoubtKind.Only;

    public override Task<DateOnly?> JudgedUntilAsync(CancellationToken stop) => Task.FromResult<DateOnly?>(null);
}
