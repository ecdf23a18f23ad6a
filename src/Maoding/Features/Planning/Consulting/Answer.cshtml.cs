using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Features.Planning.Ledger.Files;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Workbooks;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Consulting;

/// <summary>Where a unit or leader proposes a change of one row, with grounds, or fills in its quantities and monthly plan.</summary>
public sealed class AnswerModel(ConsultReader reader, ConsultService service) : MaodingPage
{
    /// <summary>u12 or p3, see <see cref="Domain.Consulting.Voice"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "voice")]
    public string? VoiceText { get; set; }

    [BindProperty]
    public OpinionKind? Kind { get; set; }

    [BindProperty]
    public int? ProposedUnit { get; set; }

    [BindProperty]
    public List<int> ProposedCoUnits { get; set; } = [];

    [BindProperty]
    public string? ProposedDue { get; set; }

    [BindProperty]
    public int? ProposedPost { get; set; }

    /// <summary>The wording proposed.</summary>
    [BindProperty]
    public string? ProposedTitle { get; set; }

    /// <summary>The target's value proposed.</summary>
    [BindProperty]
    public string? ProposedValue { get; set; }

    [BindProperty]
    public string? Quantities { get; set; }

    /// <summary>Twelve cumulative percents.</summary>
    [BindProperty]
    public List<string?> Months { get; set; } = [];

    [BindProperty]
    public string? Grounds { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public Commitment Row { get; private set; } = null!;

    public Consultation Round { get; private set; } = null!;

    public Voice Voice { get; private set; } = null!;

    /// <summary>What is written here waits for the unit's head.</summary>
    public bool Waits { get; private set; }

    public string VoiceName => OpinionWords.NameOf(Voice, Directory, Today);

    /// <summary>What was typed for another kind is not shown in this one's form.</summary>
    public string GroundsFor(OpinionKind kind) => Kind == kind ? Grounds ?? "" : "";

    [Needs(Permission.AnswerConsultation)]
    public async Task OnGetAsync(int id)
    {
        await LoadAsync(id);
        var values = RowValues.Of(Row);
        (ProposedTitle, ProposedValue) = (values.Title, values.Target is { } target ? target.Value + target.Unit : "");
        ProposedCoUnits = [.. values.CoUnitIds];
        Quantities = string.Join('\n', values.Quantities);
        Months = [.. MonthlyPlans.Values(values.MonthlyPlan).Select(v => (string?)(v / 10m).ToString("0.#", CultureInfo.InvariantCulture))];
    }

    [Needs(Permission.AnswerConsultation)]
    public Task<IActionResult> OnPostAsync(int id) => Try(
        async () =>
        {
            await LoadAsync(id);
            var answer = ToAnswer() with { File = await FileAsync() };
            var opinion = await service.AnswerAsync(Actor, id, Voice, answer, Today, null, Once(ConsultLinks.Index), HttpContext.RequestAborted);
            Notice(opinion.State == OpinionState.ToSign
                ? "意见已写好，等单位负责人签发后报出。截止前没有签发的，不算反馈。" : "意见已提交，等督查室处理。截止前可以撤回。");
            return Redirect(ConsultLinks.Index);
        },
        () => LoadAsync(id));

    private Answer ToAnswer() => Kind switch
    {
        OpinionKind.OtherLead => new Answer(OpinionKind.OtherLead, Grounds ?? "", ProposedUnitId: ProposedUnit),
        OpinionKind.OtherCoUnits => new Answer(OpinionKind.OtherCoUnits, Grounds ?? "", ProposedCoUnits: ProposedCoUnits),
        OpinionKind.OtherTime => new Answer(OpinionKind.OtherTime, Grounds ?? "", ProposedDue: Day()),
        OpinionKind.OtherWording => new Answer(OpinionKind.OtherWording, Grounds ?? "", ProposedText: ProposedTitle ?? ""),
        OpinionKind.OtherTarget => new Answer(OpinionKind.OtherTarget, Grounds ?? "", ProposedText: ProposedValue ?? ""),
        OpinionKind.OtherLeader => new Answer(OpinionKind.OtherLeader, Grounds ?? "", ProposedPostId: ProposedPost),
        OpinionKind.Remark => new Answer(OpinionKind.Remark, Grounds ?? ""),
        OpinionKind.FillIn =>
            new Answer(OpinionKind.FillIn, Grounds ?? "", ProposedPlan: PlanText(), ProposedQuantities: CellReader.Quantities(Quantities ?? "")),
        _ => throw new RefusalException("CON015", "请选要提哪一种意见。"),
    };

    private async Task<OpinionFile?> FileAsync()
    {
        if (Upload is null) return null;
        var (name, type, bytes) = await FileService.ReadAsync(Upload, HttpContext.RequestAborted);
        return new OpinionFile(name, type, bytes);
    }

    private DateOnly? Day() => DayCell.Read(ProposedDue, Today.Year).Value;

    private string PlanText()
    {
        if (Months.All(string.IsNullOrWhiteSpace)) return "";
        if (Months.FindIndex(string.IsNullOrWhiteSpace) is >= 0 and var missing)
            throw new RefusalException("CON015", $"月度计划要么不填，要么填满 12 个月；{missing + 1}月还空着。") { Field = "Months" };
        return MonthlyPlans.Text(Months.Select(m => CellReader.PerMille(m!)));
    }

    private async Task LoadAsync(int id)
    {
        Voice = Domain.Consulting.Voice.Parse(VoiceText) ?? throw new RefusalException("PER001", "这一项没有征求您单位的意见。", RefusalKind.Forbidden);
        (Row, Round) = await reader.AnswerableAsync(Actor, id, Voice, HttpContext.RequestAborted);
        Waits = await service.WaitsAsync(Actor, Voice, HttpContext.RequestAborted);
        Current.ShowYearOf(Row.PlanId);
    }
}
