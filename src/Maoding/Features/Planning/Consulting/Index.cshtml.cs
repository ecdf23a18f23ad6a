using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Consulting;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Signing;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Consulting;

/// <summary>What is asked of the actor, and for the coordinator the rounds.</summary>
public sealed class IndexModel(ConsultReader reader, ConsultService service) : MaodingPage
{
    [BindProperty]
    public string? As { get; set; }

    [BindProperty]
    public int Row { get; set; }

    [BindProperty]
    public int Opinion { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Rows that were shown with their versions, as 12.3,15.1: agreement is to these.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Opinions ticked for signing, see <see cref="SeenOpinion"/>.</summary>
    [BindProperty]
    public List<string> Picked { get; set; } = [];

    /// <summary>What clerks wrote for the actor to sign.</summary>
    public IReadOnlyList<OpinionLine> ToSign { get; private set; } = [];

    public bool IsHead => DelegationService.HeadedBy(Actor).Count > 0;

    public IReadOnlyList<RoundLine> Rounds { get; private set; } = [];

    public IReadOnlyList<VoiceDesk> Desks { get; private set; } = [];

    public IReadOnlyList<OpinionLine> Escalated { get; private set; } = [];

    [Needs(Permission.SeeRowWorkings)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.AnswerConsultation)]
    public Task<IActionResult> OnPostAgreeAsync() => Try(
        async () =>
        {
            var opinion = await service.AnswerAsync(Actor, Row, Speaker(), Answer.Agree, Today, Version, Once(ConsultLinks.Index), HttpContext.RequestAborted);
            Notice(opinion.State == OpinionState.ToSign ? "已写好同意，等单位负责人签发后报出。" : "已同意。");
            return Redirect(ConsultLinks.Index);
        },
        LoadAsync);

    [Needs(Permission.AnswerConsultation)]
    public Task<IActionResult> OnPostRestAsync() => Try(
        async () =>
        {
            var (count, waits) = await service.AgreeToRestAsync(Actor, Speaker(), SeenRows(), Today, Once(ConsultLinks.Index), HttpContext.RequestAborted);
            Notice(waits ? $"已写好同意其余 {count} 项，等单位负责人签发后报出。" : $"已同意其余 {count} 项。");
            return Redirect(ConsultLinks.Index);
        },
        LoadAsync);

    [Needs(Permission.AnswerConsultation)]
    public Task<IActionResult> OnPostWithdrawAsync() => Try(
        async () =>
        {
            await service.WithdrawAsync(Actor, Opinion, Version, Today, Once(ConsultLinks.Index), HttpContext.RequestAborted);
            Notice("已撤回。截止前可以重新反馈。");
            return Redirect(ConsultLinks.Index);
        },
        LoadAsync);

    [Needs(Permission.AnswerConsultation)]
    public Task<IActionResult> OnPostSignAsync() => Try(
        async () =>
        {
            List<SeenOpinion> seen = [.. Picked.Select(SeenOpinion.Parse).OfType<SeenOpinion>()];
            var count = await service.SignAsync(Actor, seen, Today, Once(ConsultLinks.Index), HttpContext.RequestAborted);
            Notice($"已签发 {count} 条，报送督查室。");
            return Redirect(ConsultLinks.Index);
        },
        LoadAsync);

    [Needs(Permission.DecideEscalated)]
    public Task<IActionResult> OnPostRuleAsync(bool? accept) => Try(
        async () =>
        {
            if (accept is not { } agrees) throw new RefusalException("CON026", "没有收到裁定结果，什么都没有改。请按“改为……牵头”或“维持……”。");
            await service.DecideEscalatedAsync(Actor, Opinion, Version, agrees, Today, Note ?? "", Once(ConsultLinks.Index), HttpContext.RequestAborted);
            Notice(agrees ? "已裁定：改牵头单位。" : "已裁定：牵头单位不变。");
            return Redirect(ConsultLinks.Index);
        },
        LoadAsync);

    private Voice Speaker() => Voice.Parse(As) ?? throw new RefusalException("PER001", "您不能代表这个单位或岗位反馈意见。", RefusalKind.Forbidden);

    /// <summary>What cannot be read was not seen.</summary>
    private Dictionary<int, int> SeenRows() => (Seen ?? "").Split(',')
        .Select(p => p.Split('.') is [var id, var version] && int.TryParse(id, CultureInfo.InvariantCulture, out var row)
            && int.TryParse(version, CultureInfo.InvariantCulture, out var number) ? (Row: row, Version: number) : default)
        .Where(p => p.Row > 0).DistinctBy(p => p.Row).ToDictionary(p => p.Row, p => p.Version);

    private async Task LoadAsync()
    {
        var stop = HttpContext.RequestAborted;
        Rounds = Current.Plan is { } plan ? await reader.RoundsAsync(Actor, plan.Id, stop) : [];
        Desks = await reader.DesksAsync(Actor, Directory, Today, stop);
        ToSign = await reader.ToSignAsync(Actor, Directory, Today, stop);
        Escalated = await reader.EscalatedAsync(Actor, Directory, Today, stop);
    }
}
