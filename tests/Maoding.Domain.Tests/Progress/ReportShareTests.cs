using CsCheck;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Xunit;

namespace Maoding.Domain.Tests.Progress;

/// <summary>What share is done: computed wherever the row has something to count.</summary>
public sealed class ReportShareTests
{
    private static readonly Gen<(int Target, int Done)[]> Counts = Gen.Select(Gen.Int[1, 500], Gen.Int[0, 700]).Array[1, 6];

    [Fact]
    public void Quantities_count_by_the_mean_of_what_each_has_reached_and_no_more_than_all_of_it()
    {
        var share = Share(Row(12, 3), 6, 9);
        Assert.Equal((ShareBasis.Quantities, 750), (share.Basis, share.Value!.Value));
        Assert.Equal(["数量1 6/12个", "数量2 9/3个"], share.Parts.Select(p => p.Words));
        Assert.Equal([500, 1000], share.Parts.Select(p => p.Share!.Value));
    }

    [Fact]
    public void A_third_and_two_thirds_are_exactly_a_half() => Assert.Equal(500, Share(Row(3, 3), 1, 2).Value);

    [Fact]
    public void What_is_almost_whole_is_not_whole() => Assert.Equal(999, Share(Row(1_000_000), 999_999).Value);

    [Fact]
    public void While_a_quantity_is_missing_there_is_no_share()
    {
        var share = ReportShare.Of(Row(12, 3), [new ReportedQuantity { Name = "数量1", Unit = "个", Value = 5 }], [], 400, null);
        Assert.Null(share.Value);
        Assert.Equal([416, null], share.Parts.Select(p => p.Share));
    }

    [Fact]
    public void Milestones_count_by_their_weights_when_there_are_no_quantities()
    {
        var row = new Commitment { Title = "建校", Milestones = [Stone(1, "开工", 1), Stone(2, "主体完工", 3), Stone(3, "投用", 2)] };
        var share = ReportShare.Of(row, [], [new ReportedMilestone { Name = "主体完工", ReachedOn = new DateOnly(2026, 6, 12) }], 1000, null);
        Assert.Equal((ShareBasis.Milestones, 500), (share.Basis, share.Value!.Value));
        Assert.Equal("主体完工 2026-06-12 完成（权重 3）", share.Parts[1].Words);
    }

    [Fact]
    public void Only_a_row_with_nothing_to_count_takes_the_typed_share() =>
        Assert.Equal((ShareBasis.Typed, 333), (ReportShare.Of(new Commitment { Title = "改善作风" }, [], [], 333, null).Basis,
            ReportShare.Of(new Commitment { Title = "改善作风" }, [], [], 333, null).Value!.Value));

    [Fact]
    public void A_share_is_whole_exactly_when_every_quantity_is_and_more_done_is_never_less() =>
        Counts.Sample(counts =>
        {
            var row = Row([.. counts.Select(c => c.Target)]);
            var share = Share(row, [.. counts.Select(c => c.Done)]).Value!.Value;
            Assert.InRange(share, 0, PerMille.Whole);
            Assert.Equal(counts.All(c => c.Done >= c.Target), share == PerMille.Whole);
            Assert.True(Share(row, [.. counts.Select(c => c.Done + 1)]).Value >= share);
        });

    [Fact]
    public void The_order_in_which_reports_of_rows_and_periods_are_accepted_changes_no_share() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 12], Gen.Int[0, 3], Gen.Int[0, 1000]).Select((row, month, part, share) => new ProgressReport
        {
            CommitmentId = row,
            Period = ((202600 + month) * 10) + part,
            Share = share,
        }).Array[1, 24].Select(reports => reports.DistinctBy(r => (r.CommitmentId, r.Period)).ToArray())
        .SelectMany(reports => Gen.Shuffle(reports).Select(shuffled => (reports, shuffled))).Sample(both =>
        {
            var one = Accepted(both.reports);
            Assert.Equal(one, Accepted(both.shuffled));
            foreach (var (row, share) in one)
                Assert.Equal(both.reports.Where(r => r.CommitmentId == row).MaxBy(r => new Period(r.Period).End.DayNumber * 10 + r.Period % 10)!.Share, share);
        });

    [Fact]
    public void The_last_share_before_a_period_leaves_later_ones_out()
    {
        ProgressReport[] reports =
            [Report(2026020, 200, ReportState.Accepted), Report(2026030, 300, ReportState.SignedOff), Report(2026040, 400, ReportState.Accepted)];
        Assert.Equal(200, ReportShare.Latest(reports, new Period(2026030)));
        Assert.Equal(400, ReportShare.Latest(reports));
        Assert.Null(ReportShare.Latest(reports, new Period(2026020)));
    }

    [Fact]
    public void A_share_once_typed_does_not_stand_after_a_report_that_needed_none() =>
        Assert.Null(ReportShare.Latest([Report(2026020, 200, ReportState.Accepted), new ProgressReport { Period = 2026030, State = ReportState.Accepted }]));

    [Fact]
    public void A_share_falls_only_with_a_reason()
    {
        Assert.Equal("REP006", Assert.Throws<RefusalException>(() => ReportShare.DemandNoFall(299, 300, " ")).Code);
        ReportShare.DemandNoFall(299, 300, "两个小区核实后未达标");
        ReportShare.DemandNoFall(300, 300, "");
        ReportShare.DemandNoFall(0, null, "");
    }

    /// <summary>Accepts one after the other, each time keeping the row's share, as the service does.</summary>
    private static SortedDictionary<int, int?> Accepted(IEnumerable<ProgressReport> reports)
    {
        var (kept, accepted) = (new SortedDictionary<int, int?>(), new List<ProgressReport>());
        foreach (var report in reports)
        {
            report.State = ReportState.Accepted;
            accepted.Add(report);
            kept[report.CommitmentId] = ReportShare.Latest(accepted.Where(r => r.CommitmentId == report.CommitmentId));
        }

        return kept;
    }

    private static ProgressReport Report(int period, int share, ReportState state) => new() { CommitmentId = 1, Period = period, Share = share, State = state };

    private static Milestone Stone(int id, string name, int weight) => new() { Id = id, Name = name, Due = new DateOnly(2026, 3 * id, 1), Weight = weight };

    private static Commitment Row(params int[] targets) =>
        new() { Title = "改造", Quantities = [.. targets.Select((t, i) => new Quantity { Id = i + 1, Name = $"数量{i + 1}", Value = t, Unit = "个" })] };

    private static ReportShare Share(Commitment row, params int[] done) =>
        ReportShare.Of(row, [.. done.Select((d, i) => new ReportedQuantity { Name = $"数量{i + 1}", Unit = "个", Value = d })], [], null, null);
}
