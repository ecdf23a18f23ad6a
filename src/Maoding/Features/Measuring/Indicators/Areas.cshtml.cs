using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Measuring.Indicators;

/// <summary>Whose figures there are.</summary>
public sealed class AreasModel(AreaService service) : MaodingPage
{
    /// <summary>The area whose form is open.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Edit { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public int? Order { get; set; }

    [BindProperty]
    public bool IsClosed { get; set; }

    [BindProperty]
    public AreaKind Kind { get; set; } = AreaKind.Peer;

    [BindProperty]
    public string? Names { get; set; }

    public IReadOnlyList<Area> Areas { get; private set; } = [];

    public Area? Edited { get; private set; }

    public bool MayEdit => May(Permission.EditIndicators);

    [Needs(Permission.SeeFigures)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.EditIndicators)]
    public Task<IActionResult> OnPostAsync() => DoAsync(async stop =>
    {
        await service.SaveAsync(Actor, Edit ?? 0, Version, Name, Order, IsClosed, Once(IndicatorLinks.Areas), stop);
        return "已保存。";
    });

    [Needs(Permission.EditIndicators)]
    public Task<IActionResult> OnPostAddAsync() =>
    DoAsync(async stop => $"已新增 {await service.AddAsync(Actor, Kind, Names, Once(IndicatorLinks.Areas), stop)} 个。");

    [Needs(Permission.EditIndicators)]
    public Task<IActionResult> OnPostFillAsync() =>
    DoAsync(async stop => await service.FillAsync(Actor, Once(IndicatorLinks.Areas), stop) is > 0 and var count ? $"已补上 {count} 个。" : "已经齐全，没有要补的。");

    private Task<IActionResult> DoAsync(Func<CancellationToken, Task<string>> act) => Try(
        async () =>
        {
            Notice(await act(HttpContext.RequestAborted));
            return Redirect(IndicatorLinks.Areas);
        },
        LoadAsync);

    private async Task LoadAsync()
    {
        Areas = await service.ListAsync(HttpContext.RequestAborted);
        Edited = Areas.FirstOrDefault(a => a.Id == Edit);
    }
}
