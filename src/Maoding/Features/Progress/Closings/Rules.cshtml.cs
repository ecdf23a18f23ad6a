using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Closings;

/// <summary>One line of the editor as typed; a line without a test is no rule.</summary>
public sealed class RuleLine
{
    public LightTest? Test { get; set; }

    public string? Limit { get; set; }

    public Light Light { get; set; } = Light.Yellow;
}

/// <summary>亮灯规则: versions, presets, and a new version that is tried on past months before it is put into force.</summary>
public sealed class RulesModel(LightRuleService rules, RulePreview preview, MaodingContext db) : MaodingPage
{
    /// <summary>Empty lines for further rules.</summary>
    private const int Spare = 3;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Number of a preset to begin with, from 0.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Preset { get; set; }

    [BindProperty]
    public List<RuleLine> Lines { get; set; } = [];

    [BindProperty]
    public bool YellowWhenRecovered { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int FromMonth { get; set; }

    /// <summary>What the preview on the page was made of; the version is put into force only when nothing was changed since.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public Plan? Plan { get; private set; }

    public IReadOnlyList<LightRuleSet> Versions { get; private set; } = [];

    /// <summary>The version that judges the next month; null while Maoding's own rules do.</summary>
    public LightRuleSet? Present { get; private set; }

    /// <summary>The first month a new version may hold from.</summary>
    public int FirstMonth { get; private set; }

    /// <summary>Null before something was tried.</summary>
    public IReadOnlyList<PreviewMonth>? Months { get; private set; }

    [Needs(Permission.SeeOverview)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        if (Plan is null) return;
        var chosen = Preset is { } number && number >= 0 && number < LightPresets.All.Count ? LightPresets.All[number] : null;
        var present = LightRules.Parse(chosen?.Text ?? Present?.Rules ?? LightPresets.Own.Text);
        Lines = [.. present.Rules.Select(r => new RuleLine { Test = r.Test, Limit = LightTests.Number(r.Limit), Light = r.Light })];
        (YellowWhenRecovered, FromMonth, Name) = (present.YellowWhenRecovered, FirstMonth, chosen?.Name ?? "");
        Pad();
    }

    [Needs(Permission.EditLightRules)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            await LoadAsync(stop);
            if (Plan is null) return NotFound();
            var proposed = LightRules.Of(Read(), YellowWhenRecovered);
            if (Seen != proposed.ToText())
            {
                Months = await preview.ReadAsync(Plan, proposed, Today, stop);
                Seen = proposed.ToText();
                ModelState.Remove(nameof(Seen));
                Pad();
                return Page();
            }

            var made = await rules.SaveAsync(Actor, new NewRules(Plan.Id, Name ?? "", proposed, FromMonth, Reason ?? ""), Today, Once(CloseLinks.Rules), stop);
            Notice($"第{made.Number}版规则“{made.Name}”从{made.FromMonth % 100}月起亮灯。");
            return Redirect(CloseLinks.Rules);
        },
        async () =>
        {
            await LoadAsync(stop);
            // What was tried stays on the page: only the name, the month or the reason was refused.
            if (Plan is not null && Seen is { Length: > 0 } && ModelState.ContainsKey(nameof(Seen))) Months = await SeenAgainAsync(stop);
            Pad();
        });

    /// <summary>From which month to which a version judges, in words.</summary>
    public string SpanOf(LightRuleSet version)
    {
        var months = Enumerable.Range(1, 12).Where(m => LightRuleService.For((Plan!.Year * 100) + m, Versions)?.Id == version.Id).ToList();
        return months.Count == 0 ? "没有用到" : months.Count == 1 ? $"{months[0]}月" : $"{months[0]}月至{months[^1]}月";
    }

    private async Task<IReadOnlyList<PreviewMonth>?> SeenAgainAsync(CancellationToken stop)
    {
        try
        {
            var proposed = LightRules.Of(Read(), YellowWhenRecovered);
            return Seen == proposed.ToText() ? await preview.ReadAsync(Plan!, proposed, Today, stop) : null;
        }
        catch (RefusalException)
        {
            // The rules themselves are at fault, which the page says already.
            return null;
        }
    }

    private List<LightRule> Read() => [.. Lines.Where(l => l.Test is not null).Select((line, i) =>
        decimal.TryParse(line.Limit, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var limit)
            ? new LightRule(line.Test!.Value, limit, line.Light)
            : throw new RefusalException("LIG001", $"第{i + 1}条规则：界限“{line.Limit}”不是数，请填数字。"))];

    private void Pad()
    {
        Lines.RemoveAll(l => l.Test is null);
        for (var i = 0; i < Spare && Lines.Count < LightRules.Most; i++) Lines.Add(new RuleLine());
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith(nameof(Lines), StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        Plan = Directory.Ledger.Plan(Year);
        if (Plan is null) return;
        Versions = await rules.ListAsync(Plan.Id, stop);
        FirstMonth = LightRuleService.FirstFree(Plan, await db.MonthCloses.Where(c => c.PlanId == Plan.Id).MaxAsync(c => (int?)c.Month, stop));
        Present = LightRuleService.For(FirstMonth, Versions);
    }
}
