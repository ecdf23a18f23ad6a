using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Consult;

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

    [BindProperty]
    public string? Note { get; set; }

    public IReadOnlyList<RoundLine> Rounds { get; private set; } = [];

    public IReadOnlyList<VoiceDesk> Desks { get; private set; } = [];

    public IReadOnlyList<OpinionLine> Escalated { get; private set; } = [];

    [Needs(Permission.SeeRowWorkings)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.AnswerConsultation)]
    public Task<IActionResult> OnPostAgreeAsync() => Try(
        async () =>
        {
            await service.AnswerAsync(Actor, Row, Speaker(), Answer.Agree, Today, Once(ConsultLinks.Index), HttpContext.RequestAborted);
            Notice("已同意。");
            return Redirect(ConsultLinks.Index);
        },
        LoadAsync);

    [Needs(Permission.AnswerConsultation)]
    public Task<IActionResult> OnPostRestAsync() => Try(
        async () =>
        {
            var count = await service.AgreeToRestAsync(Actor, Speaker(), Today, Once(ConsultLinks.Index), HttpContext.RequestAborted);
            Notice($"已同意其余 {count} 项。");
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

    [Needs(Permission.DecideEscalated)]
    public Task<IActionResult> OnPostRuleAsync(bool accept) => Try(
        async () =>
        {
            await service.DecideEscalatedAsync(Actor, Opinion, Version, accept, Note ?? "", Once(ConsultLinks.Index), HttpContext.RequestAborted);
            Notice(accept ? "已定：改牵头单位。" : "已定：牵头单位不变。");
            return Redirect(ConsultLinks.Index);
        },
        LoadAsync);

    private Voice Speaker() => Voice.Parse(As) ?? throw new RefusalException("PER001", "您不能代表这个单位或岗位反馈意见。", RefusalKind.Forbidden);

    private async Task LoadAsync()
    {
        var stop = HttpContext.RequestAborted;
        Rounds = await reader.RoundsAsync(Actor, stop);
        Desks = await reader.DesksAsync(Actor, Directory, Today, stop);
        Escalated = await reader.EscalatedAsync(Actor, Directory, Today, stop);
    }
}
