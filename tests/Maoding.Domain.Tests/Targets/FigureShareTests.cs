using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Domain.Targets;
using Xunit;

namespace Maoding.Domain.Tests.Targets;

/// <summary>What a target's figures tell of its row's progress, and when the row's unit is asked all the same.</summary>
public sealed class FigureShareTests
{
    private static readonly Indicator Revenue = new() { Id = 1, Code = "REVENUE", Name = "一般公共预算收入", Unit = "万元" };

    [Theory]
    [InlineData(TargetKind.LevelAtLeast, 3570, 595)]
    [InlineData(TargetKind.LevelAtLeast, 5999.9, 999)]
    [InlineData(TargetKind.LevelAtLeast, 6001, 1000)]
    [InlineData(TargetKind.LevelAtLeast, -20, 0)]
    [InlineData(TargetKind.LevelAtMost, 3570, null)]
    public void Of_a_sum_it_is_what_part_of_the_target_is_reached(TargetKind kind, double reached, int? share)
    {
        var source = Source(Revenue, new Target { Id = 7, Kind = kind, Measure = FigureMeasure.Cumulative, Value = 6000 }, (decimal)reached);
        Assert.Equal((ShareBasis.Figures, share, 7), (source.Basis, source.Share, source.SubjectId));
        Assert.Contains("1—7月", source.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Growth_is_no_share_of_anything_and_without_a_figure_the_share_is_unknown()
    {
        var growth = new Target { Kind = TargetKind.GrowthAtLeast, Measure = FigureMeasure.CumulativeGrowth, Value = 6 };
        Assert.Null(Source(Revenue, growth, 5.8m).Share);
        var facts = new TargetFacts(growth, Revenue, 2026);
        var untold = FigureShare.Of(facts, Evaluation.Of(facts, new TargetFigures([]), 202608, null));
        Assert.Equal((ShareBasis.Figures, null), (untold.Basis, untold.Share));
        Assert.Contains("今年的数据还没有到发布时间", untold.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_unit_is_asked_only_where_nothing_else_tells()
    {
        var told = new ShareSource(ShareBasis.Figures, null, "", 1);
        var plain = new Commitment { Title = "财政收入达到0.6亿元" };
        var counted = new Commitment { Title = "新建学校", Quantities = [new Quantity { Name = "学校", Unit = "所", Value = 3 }] };
        Assert.Equal([ShareBasis.Typed, ShareBasis.Figures, ShareBasis.Quantities, ShareBasis.Quantities],
            [ReportShare.BasisOf(plain, null), ReportShare.BasisOf(plain, told), ReportShare.BasisOf(counted, null), ReportShare.BasisOf(counted, told)]);
        Assert.Equal([true, false, true], [ReportShare.IsNeeded(plain, null), ReportShare.IsNeeded(plain, told), ReportShare.IsNeeded(counted, told)]);
        Assert.Null(ReportShare.Of(plain, [], [], 400, told).Value);
    }

    [Fact]
    public void A_target_asks_nothing_whether_it_is_tied_or_not()
    {
        var target = new Commitment
        {
            Title = "地区生产总值增长6%",
            Kind = CommitmentKind.Target,
            Milestones = [new Milestone { Name = "半年", Due = new DateOnly(2026, 6, 30) }],
        };
        foreach (var source in (ShareSource?[])[null, ShareSource.Untied, new ShareSource(ShareBasis.Figures, null, "", 1)])
        {
            Assert.Equal((ShareBasis.Figures, false), (ReportShare.BasisOf(target, source), ReportShare.IsNeeded(target, source)));
            Assert.Null(ReportShare.Of(target, [], [], 83, source).Value);
        }

        Assert.Equal([ShareSource.Untied, ShareSource.OfPart, null],
            [ShareSource.Before(CommitmentKind.Target, null), ShareSource.Before(CommitmentKind.Target, 4), ShareSource.Before(CommitmentKind.Work, null)]);
    }

    private static ShareSource Source(Indicator indicator, Target target, decimal reached)
    {
        var facts = new TargetFacts(target, indicator, 2026);
        return FigureShare.Of(facts, Evaluation.Of(facts, new TargetFigures([new DatedFigure(202607, reached, 1)]), 202608, 202607));
    }
}
