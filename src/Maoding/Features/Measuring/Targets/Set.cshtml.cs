using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Targets;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.Domain.Typed;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Targets;

/// <summary>Ties a row to an indicator, sets what it is to reach, gives vague words a meaning, adjusts in mid-year.</summary>
public sealed class SetModel(MaodingContext db, TargetReader reader, TargetService service) : MaodingPage
{
    [BindProperty]
    public TargetForm Form { get; set; } = new();

    /// <summary>Another indicator was picked without scripts: its proposals are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Indicator { get; set; }

    public TargetRow Row { get; private set; } = null!;

    /// <summary>Null before the row is tied.</summary>
    public Target? Target { get; private set; }

    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];

    public IReadOnlyList<Area> Areas { get; private set; } = [];

    public bool IsIssued => Row.State >= CommitmentState.Issued;

    /// <summary>The indicator that the form is about.</summary>
    public Indicator? Chosen => Indicators.FirstOrDefault(i => i.Id == Form.IndicatorId);

    /// <summary>The unit that values are typed in.</summary>
    public string Unit => Chosen is { } chosen ? FigureUnit.Of(chosen, Form.Measure).Value : "";

    [Needs(Permission.SetTargets)]
    public async Task<IActionResult> OnGetAsync(int rowId)
    {
        if (!await LoadAsync(rowId)) return NotFound();
        var proposed = Indicator is { } picked ? Indicators.FirstOrDefault(i => i.Id == picked) : Row.Figure is { } figure
            ? TargetProposal.IndicatorOf(figure.Indicator, Indicators) : null;
        if (Target is not null && Indicator is null) Form = TargetForm.Of(TargetValues.Of(Target), Target.Version);
        else if (proposed is not null) Form = TargetForm.Of(TargetProposal.Values(Row, proposed, Indicators, Areas), Target?.Version ?? 0);
        else Form.Kind = TargetNames.KindOf(Row.Figure?.Kind ?? "");
        return Page();
    }

    [Needs(Permission.SetTargets)]
    public Task<IActionResult> OnPostAsync(int rowId) => Try(
        async () =>
        {
            if (!await LoadAsync(rowId)) throw Missing();
            var id = await service.SetAsync(Actor, rowId, Form.Version, Form.Values(), new AdjustGrounds(Form.Reason ?? "", Form.Decision ?? "", Form.From),
                Once(Target is null ? TargetLinks.Index : TargetLinks.Target(Target.Id)), HttpContext.RequestAborted);
            Notice("已保存。");
            return Redirect(TargetLinks.Target(id));
        },
        () => ReloadAsync(rowId));

    [Needs(Permission.SetTargets)]
    public Task<IActionResult> OnPostUntieAsync(int rowId) => Try(
        async () =>
        {
            if (!await LoadAsync(rowId) || Target is null) throw Missing();
            await service.UntieAsync(Actor, Target.Id, Form.Version, Once(TargetLinks.Index), HttpContext.RequestAborted);
            Notice("已取消关联。");
            return Redirect(TargetLinks.Index);
        },
        () => ReloadAsync(rowId));

    private async Task ReloadAsync(int rowId)
    {
        if (!await LoadAsync(rowId)) throw Missing();
    }

    private async Task<bool> LoadAsync(int rowId)
    {
        Permissions.Demand(Actor, Permission.SetTargets);
        var stop = HttpContext.RequestAborted;
        var planId = await db.Commitments.Where(c => c.Id == rowId).Select(c => (int?)c.PlanId).SingleOrDefaultAsync(stop);
        if (planId is null) return false;
        Current.ShowYearOf(planId.Value);
        var row = await reader.Rows(planId.Value).Where(c => c.Id == rowId)
            .Select(c => new TargetRow(c.Id, c.Number, c.Title, c.State, c.Order, c.LeadUnitId, c.LeaderPostId, c.Target)).SingleOrDefaultAsync(stop);
        if (row is null) return false;
        Row = row;
        Target = await db.Targets.AsNoTracking().SingleOrDefaultAsync(t => t.CommitmentId == rowId, stop);
        Indicators = await db.Indicators.AsNoTracking().Where(i => !i.IsRetired).OrderBy(i => i.Order).ToListAsync(stop);
        Areas = await db.Areas.AsNoTracking().Where(a => !a.IsClosed && a.Kind != AreaKind.Unit && a.Kind != AreaKind.Enterprise)
            .OrderBy(a => a.Kind).ThenBy(a => a.Order).ToListAsync(stop);
        return true;
    }

    private static RefusalException Missing() => new("TGT001", "台账里没有这个目标。请从“目标”栏目进入。", RefusalKind.Missing);
}

/// <summary>A target as it is typed.</summary>
public sealed class TargetForm
{
    public int Version { get; set; }

    public int? IndicatorId { get; set; }

    public FigureMeasure Measure { get; set; } = FigureMeasure.Cumulative;

    public TargetKind Kind { get; set; } = TargetKind.Other;

    public TargetNature Nature { get; set; } = TargetNature.Expected;

    public string? Value { get; set; }

    public string? Value2 { get; set; }

    public string? Margin { get; set; } = "0.5";

    public int? PartnerIndicatorId { get; set; }

    public int? PartnerAreaId { get; set; }

    public CurveShape Shape { get; set; } = CurveShape.Seasonal;

    /// <summary>Values at the ends of months 1 to 12 of an own curve.</summary>
    public List<string?> Months { get; set; } = [.. new string?[12]];

    public string? Meaning { get; set; }

    public int? MeaningById { get; set; }

    public string? DesignNote { get; set; }

    public string? Reason { get; set; }

    public string? Decision { get; set; }

    public DateOnly? From { get; set; }

    public static TargetForm Of(TargetValues values, int version)
    {
        string? Words(decimal? value) => value is { } number ? FigureText.Of(number, values.Decimals) : null;
        return new TargetForm
        {
            Version = version,
            IndicatorId = values.IndicatorId,
            Measure = values.Measure,
            Kind = values.Kind,
            Nature = values.Nature,
            Value = Words(values.Value),
            Value2 = Words(values.Value2),
            Margin = values.Margin.ToString("0.######", CultureInfo.InvariantCulture),
            PartnerIndicatorId = values.PartnerIndicatorId,
            PartnerAreaId = values.PartnerAreaId,
            Shape = values.Shape,
            Months = [.. values.Curve.Split(',') is { Length: 12 } own ? own : new string?[12]],
            Meaning = values.Meaning,
            MeaningById = values.MeaningById,
            DesignNote = values.DesignNote,
        };
    }

    /// <exception cref="RefusalException">TGT002: no indicator; TGT003: a number that cannot be read.</exception>
    public TargetValues Values()
    {
        var (value, value2) = (Number(Value, "目标值", "Form.Value"), Number(Value2, "上限", "Form.Value2"));
        return new TargetValues(
            IndicatorId ?? throw new RefusalException("TGT002", "请选择指标。目录里没有的，先到“指标”栏目新增。") { Field = "Form.IndicatorId" },
            Measure,
            Kind,
            value,
            value2,
            Math.Max(TargetProposal.Decimals(Value ?? ""), TargetProposal.Decimals(Value2 ?? "")),
            Nature,
            Number(Margin, "允许幅度", "Form.Margin") ?? 0,
            PartnerIndicatorId,
            PartnerAreaId,
            Shape,
            string.Join(',', Enumerable.Range(0, 12).Select(i => i < Months.Count ? Month(Months[i]) : "")),
            (Meaning ?? "").Trim(),
            MeaningById,
            (DesignNote ?? "").Trim());
    }

    /// <summary>A month's value as it is stored: half-width, without commas; what is no number stays for the curve to refuse.</summary>
    private static string Month(string? text) =>
        TypedNumber.Read(text) is { } number ? number.ToString(CultureInfo.InvariantCulture) : (text ?? "").Trim().Replace(',', '，');

    private static decimal? Number(string? text, string name, string field)
    {
        var typed = (text ?? "").Trim().TrimEnd('%', '％');
        if (typed.Length == 0) return null;
        return TargetProposal.Number(typed) is { } number && Math.Abs(number) < 1_000_000_000 && TargetProposal.Decimals(typed) <= 6
            ? number
            : throw new RefusalException("TGT003", $"{name}“{text}”不是能用的数，请只填数字，如 6.5。") { Field = field };
    }
}
