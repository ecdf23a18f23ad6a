using System.Globalization;
using Maoding.Contracts;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Progress.Reporting;

/// <summary>Reports run against their last day, all of a unit and a period together.</summary>
internal sealed class ReportClocks(ReportQueue queue) : ClockPart
{
    public override int Place => 100;

    public override async Task<IReadOnlyList<Clock>> RunningAsync(ClockScene scene, CancellationToken stop) =>
    [
        .. (await queue.OwedOnceAsync(scene.Actor.Units, stop)).Where(o => o.IsOpen && o.DueOn <= scene.Last)
            .GroupBy(o => (Unit: o.Row.LeadUnitId, Period: o.Period.Key, o.DueOn, o.PeriodWords))
            .Select(g => new Clock(
                string.Create(CultureInfo.InvariantCulture, $"report/{g.Key.Unit}/{g.Key.Period}/{g.Key.DueOn:yyyyMMdd}"),
                $"{scene.Directory.UnitName(g.Key.Unit)}填报{g.Key.PeriodWords}进展 {g.Count()} 项", g.Key.DueOn, ReportLinks.Index)),
    ];
}
