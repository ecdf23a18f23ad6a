using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Measuring.Indicators;

/// <summary>A select of the form.</summary>
/// <param name="Options">Value and words of each.</param>
public sealed record ChoiceField(string Name, string Label, IReadOnlyList<(string Value, string Text)> Options, string Chosen, string Hint = "");

/// <summary>One indicator: what it is, and the form that changes it; without a key a new one.</summary>
public sealed class IndicatorModel(IndicatorReader reader, IndicatorService service) : MaodingPage
{
    /// <summary>Between two indicators' places, as the starting catalogue leaves them.</summary>
    private const int OrderStep = 10;

    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    [BindProperty]
    public IndicatorForm Form { get; set; } = new();

    [BindProperty]
    public bool IsRetired { get; set; }

    /// <summary>As it is stored; null for a new one.</summary>
    public Indicator? Indicator { get; private set; }

    public bool HasFigures { get; private set; }

    /// <summary>What this one may be a part of.</summary>
    public IReadOnlyList<(int Value, string Text)> Wholes { get; private set; } = [];

    public bool MayEdit => May(Permission.EditIndicators);

    public IReadOnlyList<(string Name, string Value)> Facts => Indicator is not { } i
        ? []
        :
        [
            ("代码", i.Code), ("别名", i.Aliases), ("方面", FigureWords.Of(i.Dimension)), ("计量单位", i.Unit),
            ("数据类型", FigureWords.Of(i.Kind)), ("累计方式", FigureWords.Of(i.Accumulation)),
            ("频率", i.Frequency == Frequency.Month ? $"{FigureWords.Of(i.Frequency)}，{FigureWords.Of(i.January)}" : FigureWords.Of(i.Frequency)),
            ("方向", FigureWords.Of(i.Direction)),
            ("报送单位", Directory.UnitName(i.UnitId)), ("发布", $"期末后 {i.ReleaseDays} 天"), ("来源", i.Source), ("口径", i.Definition),
        ];

    [Needs(Permission.SeeFigures)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (Indicator is { } indicator) Form = IndicatorForm.Of(indicator);
    }

    [Needs(Permission.EditIndicators)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var id = await service.SaveAsync(Actor, Id, Form, Once(IndicatorLinks.Index), HttpContext.RequestAborted);
            Notice("已保存。");
            return Redirect(IndicatorLinks.Indicator(id));
        },
        LoadAsync);

    [Needs(Permission.EditIndicators)]
    public Task<IActionResult> OnPostRetireAsync() => Try(
        async () =>
        {
            await service.RetireAsync(Actor, Id ?? 0, Form.Version, IsRetired, Once(IndicatorLinks.Index), HttpContext.RequestAborted);
            Notice(IsRetired ? "已停用。" : "已恢复使用。");
            return Redirect(IndicatorLinks.Index);
        },
        OnGetAsync);

    private async Task LoadAsync()
    {
        var all = await reader.AllAsync(HttpContext.RequestAborted);
        Wholes = [.. all.Where(i => i.Id != Id && !i.IsRetired).Select(i => (i.Id, $"{i.Name}（{i.Unit}）"))];
        if (Id is not { } id)
        {
            Form.Order ??= all.Select(i => i.Order).DefaultIfEmpty().Max() + OrderStep;
            return;
        }

        Indicator = all.FirstOrDefault(i => i.Id == id) ?? throw IndicatorService.Missing();
        HasFigures = await reader.HasFiguresAsync(id, HttpContext.RequestAborted);
    }
}
