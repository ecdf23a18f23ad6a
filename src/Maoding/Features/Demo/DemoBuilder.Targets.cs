using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Targets;
using Maoding.Features.Measuring.Targets;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Demo;

/// <summary>The targets of 云泽区: tied to indicators before the ledger was issued, vague words decided by persons, two broken down to the streets.</summary>
internal sealed partial class DemoBuilder
{
    private static readonly string[] Binding = ["PM25", "AIRDAYS", "WATER", "ENERGY"];

    private static readonly string[] BrokenDown = ["RETAIL", "JOBS"];

    private static readonly Dictionary<string, string> DesignNotes = new()
    {
        ["GDP"] = "比上年实绩5.9%高0.3个百分点，高于全市目标，体现进位意识",
        ["INVEST"] = "项目接续不足，比上年目标下调0.5个百分点，留出转型余地",
        ["INDUSTRY"] = "重型机床订单未稳，比上年目标下调0.5个百分点，仍高于全市",
        ["TAXSHARE"] = "留抵退税影响仍在，下调1个百分点，守住结构底线",
        ["PM25"] = "对照市下达目标再压减1微克/立方米",
        ["JOBS"] = "三个园区项目投产用工，增加500人",
        ["TRADE"] = "多式联运物流中心投用，提高2亿元",
    };

    private async Task AimAsync(DateOnly day, CancellationToken stop)
    {
        clock.GoTo(day, 16);
        await DoAsync(Office, day, async (p, c) =>
        {
            var plan = await p.GetRequiredService<MaodingContext>().Plans.AsNoTracking().SingleAsync(stop);
            await p.GetRequiredService<TargetService>().TieAllAsync(c.Actor, p.GetRequiredService<TargetReader>(), plan, stop: stop);
        }, stop);
        await DecideVagueAsync(
            day, "FDI", "实际使用外资", v => v with { Measure = FigureMeasure.Cumulative, Value = 300, Meaning = "全年实际到位资金与上年相差不超过300万美元，即不低于5728万美元" }, stop);
        await DecideVagueAsync(day, "INCOME", "居民人均可支配收入", v => v with { Value = 0.5m, Decimals = 1, Meaning = "居民人均可支配收入增速与地区生产总值增速相差不超过0.5个百分点" }, stop);
        await EachTargetAsync(day, (code, v) => v with
        {
            Nature = Binding.Contains(code) ? TargetNature.Binding : v.Nature,
            DesignNote = DesignNotes.GetValueOrDefault(code, ""),
        }, stop);
        await BreakDownAsync(day, stop);
        await TieWorksAsync(day, stop);
    }

    /// <summary>A goal without a figure, tied to its indicator, with the meaning that the executive vice mayor decided.</summary>
    private Task DecideVagueAsync(DateOnly day, string code, string name, Func<TargetValues, TargetValues> meaning, CancellationToken stop) =>
        DoAsync(Office, day, async (p, c) =>
    {
        var db = p.GetRequiredService<MaodingContext>();
        var row = await db.Commitments.AsNoTracking()
            .FirstAsync(r => r.Kind == CommitmentKind.Target && r.ParentId == null && r.State >= CommitmentState.Draft && r.Target!.Indicator == name, stop);
        var indicators = await db.Indicators.AsNoTracking().ToListAsync(stop);
        var areas = await db.Areas.AsNoTracking().ToListAsync(stop);
        var person = await db.Persons.SingleAsync(x => x.Name == "周砺", stop);
        var values = TargetProposal.Values(new TargetRow(row.Id, row.Number, row.Title, row.State, row.Order, row.LeadUnitId, row.LeaderPostId, row.Target),
            indicators.First(i => i.Code == code), indicators, areas);
        await p.GetRequiredService<TargetService>()
            .SetAsync(c.Actor, row.Id, 0, meaning(values) with { MeaningById = person.Id }, new AdjustGrounds("", "", null), stop: stop);
    }, stop);

    private Task EachTargetAsync(DateOnly day, Func<string, TargetValues, TargetValues> change, CancellationToken stop) => DoAsync(Office, day, async (p, c) =>
    {
        var db = p.GetRequiredService<MaodingContext>();
        var codes = await db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Id, i => i.Code, stop);
        foreach (var target in await db.Targets.AsNoTracking().OrderBy(t => t.Id).ToListAsync(stop))
        {
            var values = TargetValues.Of(target);
            var changed = change(codes[target.IndicatorId], values);
            if (changed != values) await p.GetRequiredService<TargetService>()
                .SetAsync(c.Actor, target.CommitmentId, target.Version, changed, new AdjustGrounds("", "", null), stop: stop);
        }
    }, stop);

    /// <summary>The city's quota for energy arrives in March.</summary>
    private Task QuotaAsync(DateOnly day, CancellationToken stop)
    {
        clock.GoTo(day, 9);
        return DoAsync(Office, day, async (p, c) =>
        {
            var target = await p.GetRequiredService<MaodingContext>().Targets.AsNoTracking().SingleAsync(t => t.Kind == TargetKind.Quota, stop);
            await p.GetRequiredService<TargetService>().SetAsync(
                c.Actor, target.CommitmentId, target.Version, TargetValues.Of(target) with { Value = 3.0m, Decimals = 1 },
                new AdjustGrounds("市下达年度任务：降低3.0%以上", "市发改委关于下达2026年能耗强度目标的通知", day), stop: stop);
        }, stop);
    }

    /// <summary>Retail sales and new jobs, to the streets: by what each had last year.</summary>
    private Task BreakDownAsync(DateOnly day, CancellationToken stop) => DoAsync(Office, day, async (p, c) =>
    {
        var db = p.GetRequiredService<MaodingContext>();
        var district = await db.Areas.Where(a => a.Kind == AreaKind.District).Select(a => a.Id).SingleAsync(stop);
        foreach (var code in BrokenDown)
        {
            var target = await db.Targets.AsNoTracking().SingleAsync(t => db.Indicators.Any(i => i.Id == t.IndicatorId && i.Code == code), stop);
            var last = await db.Observations.AsNoTracking()
                .Where(o => o.IndicatorId == target.IndicatorId && o.Measure == FigureMeasure.Cumulative && o.InForce && o.Month == ((Year - 1) * 100) + 11)
                .ToDictionaryAsync(o => o.AreaId, o => o.Value, stop);
            var whole = last[district];
            TargetPart[] parts = [.. last.Where(l => l.Key != district).OrderBy(l => l.Key).Select(l => code == "JOBS"
                ? new TargetPart { AreaId = l.Key, Value = Math.Ceiling(target.Value!.Value * l.Value / whole / 10) * 10 }
                : new TargetPart { AreaId = l.Key, Value = target.Value!.Value, Decimals = 1, BaseShare = Math.Round(l.Value / whole * 100, 1) })];
            await p.GetRequiredService<TargetService>().SetPartsAsync(c.Actor, target.Id, target.Version, parts, stop: stop);
        }
    }, stop);

    /// <summary>The works of the ledger that carry investment, industry, retail and the air.</summary>
    private Task TieWorksAsync(DateOnly day, CancellationToken stop) => DoAsync(Office, day, async (p, c) =>
    {
        var db = p.GetRequiredService<MaodingContext>();
        var rows = await db.Commitments.AsNoTracking().Where(r => r.Kind == CommitmentKind.Work && r.ParentId == null && r.State >= CommitmentState.Draft)
            .OrderBy(r => r.Order).Select(r => new { r.Id, r.Title }).ToListAsync(stop);
        foreach (var (code, words) in new[] { ("INVEST", "项目"), ("INDUSTRY", "工业"), ("RETAIL", "消费"), ("PM25", "扬尘"), ("HITECHNEW", "高新技术企业"), ("JOBS", "就业") })
        {
            var target = await db.Targets.AsNoTracking().SingleAsync(t => db.Indicators.Any(i => i.Id == t.IndicatorId && i.Code == code), stop);
            int[] works = [.. rows.Where(r => r.Title.Contains(words, StringComparison.Ordinal)).Select(r => r.Id).Take(8)];
            if (works.Length > 0) await p.GetRequiredService<TargetService>().SetWorksAsync(c.Actor, target.Id, target.Version, works, stop: stop);
        }
    }, stop);
}
