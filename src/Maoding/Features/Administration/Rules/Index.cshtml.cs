using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Rules;
using Maoding.Hosting;
using Maoding.Shared.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Rules;

/// <summary>规则: the editions of one kind, and a new one, tried on what is over before it is put into force where the kind can be tried.</summary>
public sealed class IndexModel(RuleStore rules, IEnumerable<RuleDesk> desks) : MaodingPage
{
    /// <summary>Empty lines for further rules.</summary>
    private const int Spare = 3;

    /// <summary><see cref="RuleKind.Key"/>; null: the first kind.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>Number of a preset to begin with, from 0.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Preset { get; set; }

    [BindProperty]
    public Dictionary<string, string> Values { get; set; } = [];

    [BindProperty]
    public List<Dictionary<string, string>> Lines { get; set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? ApprovedBy { get; set; }

    [BindProperty]
    public DateOnly? ApprovedOn { get; set; }

    /// <summary>The values that the effect on the page was made of: the edition is put into force only when nothing was changed since.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public IReadOnlyList<RuleDesk> Desks { get; } = [.. desks];

    public RuleDesk Desk => Desks.FirstOrDefault(d => d.Page == RuleLinks.Of(d.Kind) && (Kind is null or "" || d.Kind.Key == Kind))
        ?? throw new RefusalException("RUL007", "没有这一类规则。请从“规则”重新进入。", RefusalKind.Missing);

    public IReadOnlyList<RuleEdition> Editions { get; private set; } = [];

    /// <summary>What the values would have made of what is over; null before they were tried.</summary>
    public object? Effect { get; private set; }

    /// <summary>The values can be put into force as they stand.</summary>
    public bool IsReady => Desk.EffectView is null || Effect is not null;

    [Needs(Permission.SeeOverview)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        var kind = Desk.Kind;
        var chosen = Preset is { } number && number >= 0 && number < kind.Presets.Count ? kind.Presets[number] : null;
        From = Desk.FirstDay(await Desk.JudgedUntilAsync(stop), Today);
        (Name, ApprovedOn) = (chosen?.Name, Today);
        Fill(chosen?.Values ?? Editions.At(From.Value)?.Values ?? kind.Presets[0].Values);
    }

    [Needs(Permission.EditRules)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            await LoadAsync(stop);
            var values = Read();
            if (Desk.EffectView is not null && Seen != values)
            {
                Effect = await Desk.EffectAsync(values, Today, stop);
                Seen = values;
                ModelState.Remove(nameof(Seen));
                Fill(values);
                return Page();
            }

            var from = From ?? throw new RefusalException("RUL003", "请填施行日期。") { Field = nameof(From) };
            var asked = new NewEdition(Trim(Name), from, values, Trim(Source), Trim(ApprovedBy), ApprovedOn);
            var made = await rules.SaveAsync(Actor, Desk, asked, Today, Once(RuleLinks.Of(Desk.Kind)), stop);
            Notice($"{Desk.Kind.Name}第{made.Number}版“{made.Name}”自{made.From:yyyy年M月d日}起施行。");
            return Redirect(RuleLinks.Of(Desk.Kind));
        },
        () => AgainAsync(stop));

    /// <summary>From when to when an edition holds, in words.</summary>
    public string SpanOf(RuleEdition edition)
    {
        var last = Editions.LastDay(edition);
        var from = Words(edition.From);
        return last is null ? $"{from}起" : last < edition.From ? "未施行" : $"{from}至{Words(last.Value)}";
    }

    public static string Words(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>As a field of a form holds a day.</summary>
    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What was typed stays, and with it the effect that was seen when only the name, the day or the source was refused.</summary>
    private async Task AgainAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        if (Seen is { Length: > 0 } && Readable() == Seen) Effect = await Desk.EffectAsync(Seen, Today, stop);
        Pad();
    }

    /// <summary>Null where the values themselves are at fault, which the page says already.</summary>
    private string? Readable()
    {
        try
        {
            return Read();
        }
        catch (RefusalException)
        {
            return null;
        }
    }

    private string Read() => Desk.Kind.Read(new RuleInput(Values, Lines));

    private void Fill(string values)
    {
        var shown = Desk.Kind.Show(values);
        Values = shown.Values.ToDictionary();
        Lines = [.. shown.Lines.Select(l => l.ToDictionary())];
        foreach (var key in ModelState.Keys.Where(k => new[] { nameof(Lines), nameof(Values) }.Any(n => k.StartsWith(n, StringComparison.Ordinal))).ToList())
            ModelState.Remove(key);
        Pad();
    }

    private void Pad()
    {
        if (Desk.Kind.Fields.FirstOrDefault(f => f.Kind == RuleFieldKind.Lines) is not { } field) return;
        for (var i = 0; i < Spare && Lines.Count < field.Most; i++) Lines.Add([]);
    }

    private async Task LoadAsync(CancellationToken stop) => Editions = await rules.ListAsync(Desk.Kind, stop);

    private static string Trim(string? words) => words?.Trim() ?? "";
}
