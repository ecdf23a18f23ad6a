using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Consulting;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Consulting;

/// <summary>One round for the coordinator: who answered, what waits for a decision, and its end.</summary>
public sealed class RoundModel(ConsultReader reader, ConsultService service) : MaodingPage
{
    [BindProperty]
    public int Opinion { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public RoundView View { get; private set; } = null!;

    /// <summary>Who has not answered all, while the round is open.</summary>
    public IReadOnlyList<Progress> Silent => View.Round.ClosedOn is null ? [.. View.Progress.Where(p => p.Silent > 0)] : [];

    /// <summary>One message for all of them.</summary>
    public string Reminder =>
        $"{string.Join('、', Silent.Select(p => p.Name))}：第{View.Round.Round}轮任务分工征求意见于{View.Round.Until:M月d日}（含当日）截止，尚有任务未反馈，"
        + "请登录系统在“征求意见”中反馈；到期未反馈的，视为无意见。";

    /// <summary>Whom to call: a unit's clerk and head, or the leader.</summary>
    public IEnumerable<(string Post, Person Person)> ContactsOf(Voice voice) => voice.UnitId is { } unit
        ? Directory.ContactsOf(unit, Today).Select(c => (c.Post.Name, c.Person))
        : Directory.Holder(voice.PostId, Today) is { } leader ? [(Directory.Post(voice.PostId)!.Name, leader)] : [];

    [Needs(Permission.SeeRowWorkings)]
    public Task OnGetAsync(int id) => LoadAsync(id);

    [Needs(Permission.DecideOpinion)]
    public Task<IActionResult> OnPostDecideAsync(int id, Decision? decision) => Try(
        async () =>
        {
            if (decision is not { } chosen) throw new RefusalException("CON026", "没有收到处理结果，什么都没有改。请按“采纳”“不采纳”或“报请领导裁定”。");
            var opinion = await service.DecideAsync(
                Actor, Opinion, Version, chosen, Today, Note ?? "", Once(ConsultLinks.Round(id)), HttpContext.RequestAborted);
            Notice(chosen switch
            {
                Decision.Accept => $"已采纳，任务已按意见修改。{await LeaderHintAsync(opinion)}",
                Decision.Reject => "已定为不采纳。",
                _ => "已报请牵头领导裁定。",
            });
            return Redirect(ConsultLinks.Round(id));
        },
        () => LoadAsync(id));

    [Needs(Permission.StartConsultation)]
    public Task<IActionResult> OnPostCloseAsync(int id) => Try(
        async () =>
        {
            var result = await service.CloseAsync(Actor, id, Today, Once(ConsultLinks.Round(id)), HttpContext.RequestAborted);
            var silent = result.Silent > 0 ? $"，{result.Silent} 条没有反馈的，视为无意见" : "";
            var unasked = result.Unasked > 0 ? $"；{result.Unasked} 条因到期后才换了单位或领导，记为未征求" : "";
            var waiting = result.Waiting.Count > 0 ? $"；{result.Waiting.Count} 项还有意见待定" : "";
            Notice($"本轮已结束：{result.Settled} 项意见已定{silent}{unasked}{waiting}。");
            return Redirect(ConsultLinks.Round(id));
        },
        () => LoadAsync(id));

    /// <summary>Another unit may be another leader's: the coordinator should see it at once.</summary>
    private async Task<string> LeaderHintAsync(Opinion opinion)
    {
        if (Directory.LeaderOf(opinion.ProposedUnitId, Today) is not { } leader) return "";
        var row = await reader.RowAsync(opinion.CommitmentId, HttpContext.RequestAborted);
        return row is null || leader.Id == row.LeaderPostId || leader.Id == row.SecondLeaderPostId
            ? ""
            : $"{Directory.UnitName(opinion.ProposedUnitId)}由{Directory.LeaderName(leader.Id, Today)}分管，请看牵头领导是否一并更换。";
    }

    private async Task LoadAsync(int id)
    {
        View = await reader.RoundAsync(Actor, id, Directory, Today, HttpContext.RequestAborted);
        Current.ShowYearOf(View.Round.PlanId);
    }
}
