using System.Globalization;
using Maoding.Domain.Organization;

namespace Maoding.Domain.Checking;

/// <summary>How the work is spread over leaders and units.</summary>
internal static class LoadChecks
{
    public static IEnumerable<CheckHit> IdleLeaders(CheckInput input)
    {
        if (!input.Leaves.Any()) return [];
        var busy = input.Leaves.SelectMany(r => new[] { r.Values.LeaderPostId, r.Values.SecondLeaderPostId }).OfType<int>().ToHashSet();
        return input.Posts.Where(p => p is { Kind: PostKind.Leader, IsClosed: false } && !busy.Contains(p.Id))
            .Select(p => new CheckHit([], "") { PostId = p.Id });
    }

    public static IEnumerable<CheckHit> OverloadedUnits(CheckInput input)
    {
        var counts = input.Leaves.Where(r => r.Values.LeadUnitId is not null).CountBy(r => r.Values.LeadUnitId!.Value).ToDictionary();
        if (counts.Count < 2) yield break;
        var all = counts.Values.Sum();
        var median = Median(counts.Values);
        foreach (var unit in input.Units.Where(u => counts.ContainsKey(u.Id)))
        {
            var own = counts[unit.Id];
            var tooMany = own * 100 > all * input.Limits.SharePercent || own > input.Limits.MedianTimes * median;
            if (own < input.Limits.LeastRows || !tooMany) continue;
            var share = (own * 100m / all).ToString("0.#", CultureInfo.InvariantCulture);
            var middle = median.ToString("0.#", CultureInfo.InvariantCulture);
            yield return new CheckHit([], $"{unit.ShortName}牵头 {own} 项，占全部 {all} 项的 {share}%；有任务的单位中位数为 {middle} 项") { UnitId = unit.Id };
        }
    }

    private static decimal Median(IEnumerable<int> values)
    {
        int[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2m;
    }
}
