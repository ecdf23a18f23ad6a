using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Targets;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Targets;

/// <summary>What others aim at and what the district aimed at before: one indicator at a time, an area a line.</summary>
public sealed class AimsModel(MaodingContext db, AimService service) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? IndicatorId { get; set; }

    [BindProperty(SupportsGet = true)]
    public FigureMeasure? Measure { get; set; }

    [BindProperty]
    public TargetKind Kind { get; set; } = TargetKind.GrowthAtLeast;

    [BindProperty]
    public List<AimInput> Aims { get; set; } = [];

    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];

    public IReadOnlyList<Area> Areas { get; private set; } = [];

    /// <summary>How many aims the year has of each indicator.</summary>
    public IReadOnlyDictionary<int, int> Counts { get; private set; } = new Dictionary<int, int>();

    public Indicator? Chosen => Indicators.FirstOrDefault(i => i.Id == IndicatorId);

    public int ShownYear => Year is >= 2000 and <= 2100 and var asked ? asked : Current.Plan?.Year ?? Today.Year;

    [Needs(Permission.SetTargets)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Chosen is null) return;
        var present = await db.Aims.AsNoTracking()
            .Where(a => a.Year == ShownYear && a.IndicatorId == IndicatorId && a.Measure == Measure).ToDictionaryAsync(a => a.AreaId);
        if (present.Count > 0) Kind = present.Values.First().Kind;
        Aims = [.. Areas.Select(a => present.TryGetValue(a.Id, out var aim)
            ? new AimInput { AreaId = a.Id, Value = FigureText.Of(aim.Value, aim.Decimals), Source = aim.Source }
            : new AimInput { AreaId = a.Id })];
    }

    [Needs(Permission.SetTargets)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var here = string.Create(CultureInfo.InvariantCulture, $"{TargetLinks.Aims}?year={ShownYear}&indicatorId={IndicatorId}&measure={(int?)Measure}");
            var values = Aims.Select((a, i) => a.Read(i)).OfType<AimValue>().ToList();
            await service.SetAsync(
                Actor, ShownYear, IndicatorId ?? 0, Measure ?? FigureMeasure.Cumulative, Kind, values, Once(here), HttpContext.RequestAborted);
            Notice("已保存。");
            return Redirect(here);
        },
        LoadAsync);

    private async Task LoadAsync()
    {
        Permissions.Demand(Actor, Permission.SetTargets);
        Indicators = await db.Indicators.AsNoTracking().Where(i => !i.IsRetired && i.Dimension != Dimension.Leading).OrderBy(i => i.Order).ToListAsync();
        Areas = await db.Areas.AsNoTracking().Where(a => a.Kind != AreaKind.Unit && a.Kind != AreaKind.Enterprise && !a.IsClosed)
            .OrderBy(a => a.Kind).ThenBy(a => a.Order).ThenBy(a => a.Id).ToListAsync();
        Counts = await db.Aims.Where(a => a.Year == ShownYear).GroupBy(a => a.IndicatorId).ToDictionaryAsync(g => g.Key, g => g.Count());
        if (Chosen is { } chosen) Measure ??= TargetProposal.MeasureOf(
            chosen, chosen.Kind is FigureKind.Level or FigureKind.Growth ? TargetKind.GrowthAtLeast : TargetKind.LevelAtLeast);
    }
}

/// <summary>An aim as it is typed.</summary>
public sealed class AimInput
{
    public int AreaId { get; set; }

    public string? Value { get; set; }

    public string? Source { get; set; }

    /// <returns>Null where no value was typed.</returns>
    /// <exception cref="RefusalException">TGT015: a number that cannot be read.</exception>
    public AimValue? Read(int index)
    {
        var typed = (Value ?? "").Trim().TrimEnd('%', '％');
        if (typed.Length == 0) return null;
        var source = (Source ?? "").Trim();
        return TargetProposal.Number(typed) is { } value && Math.Abs(value) < 1_000_000_000
            ? new AimValue(AreaId, value, TargetProposal.Decimals(typed), source.Length <= 200 ? source : source[..200])
            : throw new RefusalException("TGT015", $"“{Value}”不是能用的数，请只填数字，如 6.5。") { Field = $"Aims_{index}__Value" };
    }
}
