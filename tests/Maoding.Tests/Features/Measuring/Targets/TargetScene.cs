using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Measuring.Targets;

/// <summary>A district in August with three indicators, their figures of four years, and the rows that promise them.</summary>
internal sealed class TargetScene
{
    public static readonly DateOnly Today = new(2026, 8, 17);

    public required SmallDistrict District { get; init; }

    public required Indicator Retail { get; init; }

    public required Indicator Revenue { get; init; }

    public required Indicator Business { get; init; }

    public required Area Own { get; init; }

    public required Area City { get; init; }

    public required IReadOnlyList<Area> Streets { get; init; }

    /// <summary>社会消费品零售总额增长6%以上, issued.</summary>
    public required Commitment RetailRow { get; init; }

    /// <summary>一般公共预算收入达到0.6亿元, in the document's own unit; issued.</summary>
    public required Commitment RevenueRow { get; init; }

    /// <summary>营商环境位居前列: vague; a draft.</summary>
    public required Commitment BusinessRow { get; init; }

    /// <summary>全面完成老旧小区改造, issued, with a red light.</summary>
    public required Commitment Work { get; init; }

    public static async Task<TargetScene> InAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var region = db.Regions.Single();
        (region.BusinessDate, region.DirectoryVersion) = (Today, region.DirectoryVersion + 1);
        var scene = new TargetScene
        {
            District = district,
            Retail = new Indicator { Code = "RETAIL", Name = "社会消费品零售总额", Order = 1, Unit = "亿元", January = January.Joined, UnitId = district.Finance.Id },
            Revenue = new Indicator { Code = "REVENUE", Name = "一般公共预算收入", Aliases = "财政收入", Order = 2, Unit = "万元", UnitId = district.Finance.Id },
            Business = new Indicator
            {
                Code = "BUSINESS",
                Name = "营商环境评价",
                Order = 3,
                Dimension = Dimension.Opening,
                Unit = "位",
                Kind = FigureKind.Rank,
                Frequency = Frequency.Year,
                Accumulation = Accumulation.PerPeriod,
                Direction = Direction.Lower,
            },
            Own = new Area { Kind = AreaKind.District, Order = 1, Name = "云泽区" },
            City = new Area { Kind = AreaKind.City, Order = 1, Name = "云州市" },
            Streets = [new Area { Kind = AreaKind.Unit, Order = 1, Name = "城关街道" }, new Area { Kind = AreaKind.Unit, Order = 2, Name = "高新园区" }],
            RetailRow = Row(district, "1", "社会消费品零售总额增长6%以上", CommitmentState.Issued,
                new TargetFigure { Indicator = "社会消费品零售总额", Kind = "growth_at_least", Value = "6", Unit = "%" }),
            RevenueRow = Row(district, "2", "财政收入达到0.6亿元", CommitmentState.Issued,
                new TargetFigure { Indicator = "财政收入", Kind = "level_at_least", Value = "0.6", Unit = "亿元" }),
            BusinessRow = Row(district, "3", "营商环境位居前列", CommitmentState.Draft, new TargetFigure { Indicator = "营商环境评价", Kind = "rank_top", Partner = "全市" }),
            Work = district.Row("4", "全面完成老旧小区改造", CommitmentState.Issued, district.Finance),
        };
        scene.Work.Light = Domain.Lights.Light.Red;
        db.AddRange(scene.Retail, scene.Revenue, scene.Business, scene.Own, scene.City, scene.RetailRow, scene.RevenueRow, scene.BusinessRow, scene.Work);
        db.AddRange(scene.Streets);
        await TestApp.SaveAsync(db);
        await scene.FiguresAsync(app);
        return scene;
    }

    private async Task FiguresAsync(TestApp app)
    {
        await using var db = app.Open();
        for (var month = 202301; month <= 202607; month += month % 100 == 12 ? 89 : 1)
        {
            var sheet = new DataSheet { UnitId = District.Finance.Id, Month = month, State = SheetState.Approved };
            var (year, of) = (month / 100, month % 100);
            if (of > 1 && month <= 202606)
            {
                sheet.Observations.Add(Figure(Retail, Own, month, FigureMeasure.CumulativeGrowth, year == 2026 ? 5.8m : 5.4m, 1));
                sheet.Observations.Add(Figure(Retail, City, month, FigureMeasure.CumulativeGrowth, 5.2m, 1));
                sheet.Observations.Add(Figure(Retail, Own, month, FigureMeasure.Cumulative, of * 10m, 1));
                sheet.Observations.Add(Figure(Retail, Own, month, FigureMeasure.Rank, 2, 0));
            }

            sheet.Observations.Add(Figure(Revenue, Own, month, FigureMeasure.Cumulative, year == 2026 ? of * 510m : of * 450m, 0));
            db.Add(sheet);
        }

        // Entered, not approved: no page computes with it.
        var draft = new DataSheet { UnitId = District.Finance.Id, Month = 202608, State = SheetState.Draft };
        draft.Observations.Add(Figure(Revenue, Own, 202608, FigureMeasure.Cumulative, 1, 0));
        draft.Observations[0].InForce = false;
        db.Add(draft);
        await TestApp.SaveAsync(db);
    }

    private static Observation Figure(Indicator indicator, Area area, int month, FigureMeasure measure, decimal value, int decimals) =>
        new() { IndicatorId = indicator.Id, AreaId = area.Id, Month = month, Measure = measure, Value = value, Decimals = decimals, InForce = true };

    private static Commitment Row(SmallDistrict district, string number, string title, CommitmentState state, TargetFigure figure)
    {
        var row = district.Row(number, title, state, district.Finance);
        (row.Kind, row.Target) = (CommitmentKind.Target, figure);
        return row;
    }
}
