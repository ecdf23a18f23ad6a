using System.Globalization;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Targets;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Measuring.Targets;

/// <summary>目标: every target of the year with where it stands.</summary>
public sealed class IndexModel(TargetReader reader, TargetService service, District district) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public Dimension? Dimension { get; set; }

    [BindProperty(SupportsGet = true)]
    public TargetNature? Nature { get; set; }

    [BindProperty(SupportsGet = true)]
    public Light? Light { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Unit { get; set; }

    /// <summary>Null while there is no plan.</summary>
    public TargetBoard? Board { get; private set; }

    /// <summary>After the filters.</summary>
    public IReadOnlyList<TargetLine> Lines { get; private set; } = [];

    public bool MaySet => May(Permission.SetTargets) && Board?.Plan.State != PlanState.Closed;

    public bool IsFiltered => Dimension is not null || Nature is not null || Light is not null || Unit is not null;

    [Needs(Permission.SeeTargets)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.SetTargets)]
    public Task<IActionResult> OnPostTieAsync() => Try(
        async () =>
        {
            var plan = Current.Plan ?? throw new RefusalException("TGT001", "还没有台账，没有目标可以关联。", RefusalKind.Missing);
            var count = await service.TieAllAsync(Actor, reader, plan, Once(TargetLinks.Index), HttpContext.RequestAborted);
            Notice($"已关联 {count} 项。请逐项核对性质、允许幅度和时序。");
            return Redirect(TargetLinks.Index);
        },
        LoadAsync);

    /// <summary>The list with other filters.</summary>
    public string Href(Light? light) => Address(TargetLinks.Index, light);

    public string ExportHref => Address(TargetLinks.Export, Light);

    private string Address(string path, Light? light)
    {
        var parts = new List<string>();
        void Add(string name, int? value)
        {
            if (value is { } number) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={number}"));
        }

        Add("dimension", (int?)Dimension);
        Add("nature", (int?)Nature);
        Add("light", (int?)light);
        Add("unit", Unit);
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }

    private async Task LoadAsync()
    {
        if (Current.Plan is not { } plan) return;
        Board = await district.Answers.OfAsync(
            Current, (typeof(TargetBoard), Actor.AccountId, Today, plan.Id), () => reader.ReadAsync(Actor, plan, Today, HttpContext.RequestAborted));
        Lines = [.. Board.Lines.Where(Passes)];
    }

    private bool Passes(TargetLine line) => TargetFilter.Passes(line, Dimension, Nature, Light, Unit);
}

/// <summary>What the list and its export leave out.</summary>
internal static class TargetFilter
{
    public static bool Passes(TargetLine line, Dimension? dimension, TargetNature? nature, Light? light, int? unit) =>
        (dimension is null || line.Indicator.Dimension == dimension)
        && (nature is null || line.Target.Nature == nature)
        && (light is null || line.Light.Light == light)
        && (unit is null || line.Row.LeadUnitId == unit);
}
