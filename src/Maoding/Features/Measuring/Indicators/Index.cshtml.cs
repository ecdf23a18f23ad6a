using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Measuring.Indicators;

/// <summary>The catalogue by dimension, retired indicators at the end.</summary>
public sealed class IndexModel(IndicatorReader reader, IndicatorService service) : MaodingPage
{
    public IReadOnlyList<(string Title, IReadOnlyList<IndicatorLine> Lines)> Groups { get; private set; } = [];

    /// <summary>In the whole catalogue.</summary>
    public int Count { get; private set; }

    [BindProperty(SupportsGet = true)]
    public Dimension? Dimension { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Unit { get; set; }

    /// <summary>Units that answer for something, in official order.</summary>
    public IReadOnlyList<(int Value, string Text)> Units { get; private set; } = [];

    public bool MayEdit => May(Permission.EditIndicators);

    [Needs(Permission.SeeFigures)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.EditIndicators)]
    public Task<IActionResult> OnPostStartAsync() => Try(
        async () =>
        {
            var count = await service.StartAsync(Actor, Once(IndicatorLinks.Index), HttpContext.RequestAborted);
            Notice($"已装入 {count} 个指标。请核对口径、报送单位和发布时间。");
            return Redirect(IndicatorLinks.Index);
        },
        LoadAsync);

    private async Task LoadAsync()
    {
        var lines = await reader.ListAsync(HttpContext.RequestAborted);
        Count = lines.Count;
        var answering = lines.Select(l => l.Indicator.UnitId).ToHashSet();
        Units = [.. Directory.Units.Where(u => answering.Contains(u.Id)).Select(u => (u.Id, u.ShortName))];
        var shown = lines.Where(l => (Dimension is null || l.Indicator.Dimension == Dimension) && (Unit is null || l.Indicator.UnitId == Unit)).ToList();
        Groups =
        [
            .. shown.Where(l => !l.Indicator.IsRetired).GroupBy(l => l.Indicator.Dimension).OrderBy(g => g.Key)
                .Select(g => (FigureWords.Of(g.Key), (IReadOnlyList<IndicatorLine>)[.. g])),
            .. shown.Where(l => l.Indicator.IsRetired).GroupBy(_ => 0).Select(g => ("已停用", (IReadOnlyList<IndicatorLine>)[.. g])),
        ];
    }
}
