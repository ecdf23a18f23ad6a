using CsCheck;
using Maoding.Storage.Closing;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Maoding.Tests.Features.Progress.Closings;

/// <summary>What holds of closings whatever was reported, whenever, and however often they were tried.</summary>
public sealed class ClosePropertyTests
{
    private const int Iterations = 8;
    private const int Leaves = 3;
    private const int LastMonth = 202605;

    /// <summary>One accepted report.</summary>
    private sealed record Accepted(int Leaf, int Month, int Share);

    private static readonly Gen<Accepted> _report = Gen.Select(
        Gen.Int[0, Leaves - 1], Gen.Int[202601, LastMonth], Gen.Int[0, 1000], (leaf, month, share) => new Accepted(leaf, month, share));

    private static readonly Gen<Accepted[]> _reports = _report.Array[1, 9].Select(reports => reports.DistinctBy(r => (r.Leaf, r.Month)).ToArray());

    /// <summary>Reports come, and the closing is tried on days that do not even go forward.</summary>
    [Fact]
    public Task Closing_again_changes_nothing_and_a_frozen_month_stays_whatever_is_reported_later() =>
        Gen.Select(_reports, Gen.Int[1, 6].Array[3, 6]).SampleAsync(async (reports, months) =>
        {
            await using var app = await TestApp.StartAsync();
            var (scene, leaves) = await SceneAsync(app);
            var frozen = new Dictionary<int, string>();
            for (var i = 0; i < Math.Max(reports.Length, months.Length); i++)
            {
                var today = new DateOnly(2026, months[i % months.Length] + 1, 20);
                if (i < reports.Length) await scene.AcceptAsync(leaves[reports[i].Leaf], reports[i].Month, reports[i].Share, today);
                await scene.CatchUpAsync(today);
                if (await scene.CatchUpAsync(today) != 0) return false;
                foreach (var (month, digest) in await DigestsAsync(app))
                    if (frozen.TryAdd(month, digest) is false && frozen[month] != digest) return false;
            }

            await using var db = app.Open();
            return await db.MonthCloses.GroupBy(c => c.Month).AllAsync(g => g.Count() == 1) && await db.MonthLights.CountAsync() == frozen.Count * (Leaves + 1);
        }, iter: Iterations, threads: 1);

    [Fact]
    public Task The_order_in_which_reports_were_accepted_before_the_closing_changes_no_light() =>
        Gen.Select(_reports, Gen.Int).SampleAsync(async (reports, seed) =>
        {
            var shuffled = reports.ToArray();
            new Random(seed).Shuffle(shuffled);
            var (asGiven, otherwise) = (await LightsAsync(reports), await LightsAsync(shuffled));
            return asGiven.Count == LastMonth - 202600 && asGiven.OrderBy(d => d.Key).SequenceEqual(otherwise.OrderBy(d => d.Key));
        }, iter: Iterations / 2, threads: 1);

    private static async Task<Dictionary<int, string>> LightsAsync(Accepted[] reports)
    {
        await using var app = await TestApp.StartAsync();
        var (scene, leaves) = await SceneAsync(app);
        foreach (var report in reports) await scene.AcceptAsync(leaves[report.Leaf], report.Month, report.Share);
        await scene.CatchUpAsync(new DateOnly(2026, 6, 20));
        return await DigestsAsync(app);
    }

    /// <summary>A row with its leaves.</summary>
    private static async Task<(YearScene Scene, int[] Leaves)> SceneAsync(TestApp app)
    {
        var scene = await YearScene.InAsync(app);
        var parent = await scene.AddAsync("1", isLeaf: false);
        var leaves = new int[Leaves];
        for (var i = 0; i < Leaves; i++) leaves[i] = await scene.AddAsync($"1.{i + 1}", parent);
        return (scene, leaves);
    }

    private static async Task<Dictionary<int, string>> DigestsAsync(TestApp app)
    {
        await using var db = app.Open();
        var lights = await db.MonthLights.AsNoTracking().OrderBy(l => l.CommitmentId).ToListAsync();
        // Ids of reports follow the order in which they came.
        lights.ForEach(l => l.ReportId = null);
        return lights.GroupBy(l => l.Month).ToDictionary(g => g.Key, g => FrozenLights.Digest([.. g]));
    }
}
