using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Domain.Consult;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Features.Ledger;
using Maoding.Hosting;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Today;

/// <summary>A number at the top of the page, leading to the rows behind it.</summary>
public sealed record TodayCard(string Name, int Number, string Words, string Href);

/// <summary>Something that waits for the actor, with its one next action.</summary>
public sealed record TodayItem(string Mark, string Title, string Detail, string Action, string Href);

/// <summary>What a person meets first.</summary>
public sealed record TodayView(IReadOnlyList<TodayCard> Cards, IReadOnlyList<TodayItem> Items);

/// <summary>Gathers what waits for one person, from all the posts that he or she holds; the number of statements does not depend on the data.</summary>
public sealed class TodayService(MaodingContext db, TimeProvider clock)
{
    /// <summary>Days ahead within which a row's time is near.</summary>
    private const int NearDays = 30;

    public async Task<TodayView> ReadAsync(CurrentRequest current, CancellationToken stop)
    {
        var view = new Gathered([], []);
        var actor = current.Actor;
        if (actor.IsAdministrator) await AdministratorAsync(view, stop);
        if (current.Directory.Ledger.Plan(null) is not { } plan) return NoPlan(view, actor);
        var scene = new TodayScene(actor, current.Directory, plan, current.Today);
        if (Permissions.ScopeOf(actor, Permission.SeeRow) != Scope.None) await NumbersAsync(view, scene, stop);
        var round = await db.Consultations.AsNoTracking().Where(c => c.PlanId == plan.Id && c.ClosedOn == null).OrderByDescending(c => c.Round).FirstOrDefaultAsync(stop);
        if (actor.Is(PostKind.Coordinator)) await new CoordinatorToday(db).GatherAsync(view, scene, round, stop);
        if (actor.LeaderPosts.Count > 0 || actor.Units.Count > 0) await OwnAsync(view, scene, round, stop);
        if (actor.Units.Count > 0) await ReceiptsToSignAsync(view, scene, stop);
        if (actor.Is(PostKind.Inspector)) await InspectorAsync(view, scene, stop);
        return new TodayView(view.Cards, view.Items);
    }

    private static TodayView NoPlan(Gathered view, Actor actor)
    {
        if (Permissions.Allows(actor, Permission.ImportDocument))
            view.Add("开始", "导入今年的第一份文件", "把全会讲话或政府工作报告传上来，系统逐句拆成任务，再由您确认。", "去导入", "/documents");
        return new TodayView(view.Cards, view.Items);
    }

    private async Task NumbersAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var rows = db.Commitments.AsNoTracking().Where(c => c.PlanId == scene.Plan.Id).VisibleTo(scene.Actor);
        var counts = await rows.GroupBy(c => new { c.State, c.Kind }).Select(g => new { g.Key.State, g.Key.Kind, Count = g.Count() }).ToListAsync(stop);
        int Sum(Func<CommitmentState, bool> which, CommitmentKind? kind = null) => counts.Where(c => which(c.State) && (kind is null || c.Kind == kind)).Sum(c => c.Count);
        var (works, targets) = (Sum(InForce, CommitmentKind.Work), Sum(InForce, CommitmentKind.Target));
        var seesAll = Permissions.ScopeOf(scene.Actor, Permission.SeeRow) == Scope.All;
        if (seesAll) view.Card("已印发", works + targets, $"任务 {works}　指标 {targets}", LedgerLinks.List);
        else view.Card("台账", counts.Sum(c => c.Count), $"已印发 {works + targets}　其中指标 {targets}", LedgerLinks.List);
        var (near, days) = (scene.Today.AddDays(NearDays), scene.Today);
        var due = await rows.InForce().Where(c => c.State < CommitmentState.Done && c.Due >= days && c.Due <= near).CountAsync(stop);
        view.Card($"{NearDays} 天内到期", due, $"{near.ToString("M月d日", CultureInfo.InvariantCulture)}前", new LedgerFilter(Sort: LedgerSort.Due).Href());
        if (!seesAll) return;
        var (drafts, asked, settled) = (Sum(s => s == CommitmentState.Draft), Sum(s => s == CommitmentState.Consulting), Sum(s => s == CommitmentState.Consulted));
        view.Card("未印发", drafts + asked + settled, $"草稿 {drafts}　征求意见 {asked}　意见已定 {settled}", new LedgerFilter(View: LedgerView.Draft).Href());
    }

    private static bool InForce(CommitmentState state) => state >= CommitmentState.Issued;

    /// <summary>Leaders, heads and clerks: what they must answer, and what of theirs runs.</summary>
    private async Task OwnAsync(Gathered view, TodayScene scene, Consultation? round, CancellationToken stop)
    {
        var own = db.Commitments.AsNoTracking().Where(c => c.PlanId == scene.Plan.Id).OwnedBy(scene.Actor);
        if (round is not null && round.Until >= scene.Today)
        {
            var (units, posts, id) = (scene.Actor.Units, scene.Actor.LeaderPosts, round.Id);
            var open = await own.Where(c => c.State == CommitmentState.Consulting && c.ConsultationId == id)
                .CountAsync(c => !db.Opinions.Any(o => o.ConsultationId == id && o.CommitmentId == c.Id && o.State != OpinionState.Withdrawn
                    && (units.Contains(o.UnitId!.Value) || posts.Contains(o.PostId!.Value))), stop);
            view.AddSome(open, "答复", "{0} 项任务征求您的意见", $"请在 {Day(round.Until)} 前答复，逾期没有答复视为同意。", "去答复", "/consult");
        }

        if (scene.Actor.LeaderPosts.Count > 0)
        {
            var posts = scene.Actor.LeaderPosts;
            var escalated = await db.Opinions.CountAsync(o => o.State == OpinionState.Escalated
                && db.Commitments.Any(c => c.Id == o.CommitmentId && c.PlanId == scene.Plan.Id && (posts.Contains(c.LeaderPostId!.Value) || posts.Contains(c.SecondLeaderPostId!.Value))), stop);
            view.AddSome(escalated, "裁定", "{0} 项牵头单位有争议，请您定", "有关单位的意见和依据都列在里面。", "去裁定", "/consult");
        }

        var (month, near, today) = ((scene.Today.Year * 100) + scene.Today.Month, scene.Today.AddDays(NearDays), scene.Today);
        var running = await own.InForce().Where(c => c.State < CommitmentState.Done && c.IsLeaf).GroupBy(_ => 1).Select(g => new
        {
            All = g.Count(),
            ThisMonth = g.Count(c => c.DueMonth == month),
            Near = g.Count(c => c.Due >= today && c.Due <= near),
            Late = g.Count(c => c.Due < today),
        }).FirstOrDefaultAsync(stop);
        if (running is null) return;
        var mine = MineFilter(scene.Actor);
        view.AddSome(running.Late, "逾期", "{0} 项过了时限还没有办结", "请核对是否已经完成，需要调整的请与督查室联系。", "查看", (mine with { Sort = LedgerSort.Due }).Href());
        view.AddSome(running.ThisMonth, "到期", "{0} 项本月到期", $"30 天内共有 {running.Near} 项到期。", "查看", (mine with { DueMonth = month }).Href());
        view.Card("我承担的", running.All, "牵头或配合，已印发", mine.Href());
    }

    private static LedgerFilter MineFilter(Actor actor) => actor.LeaderPosts.Count > 0
        ? new LedgerFilter(Leader: actor.LeaderPosts[0])
        : new LedgerFilter(Unit: actor.Units[0], Role: UnitRole.Any);

    private async Task ReceiptsToSignAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var units = scene.Actor.Units;
        var waiting = await db.Issues.AsNoTracking().Where(i => i.PlanId == scene.Plan.Id)
            .CountAsync(i => db.Units.Any(u => units.Contains(u.Id)
                && db.Commitments.Any(c => c.IssueId == i.Id && (c.LeadUnitId == u.Id || c.CoUnits.Any(o => o.UnitId == u.Id)))
                && !db.Receipts.Any(r => r.IssueId == i.Id && r.UnitId == u.Id)), stop);
        view.AddSome(waiting, "签收", "{0} 批任务等您签收", "签收一次即可，表示本单位已收到并安排。", "去签收", "/issue");
    }

    private async Task InspectorAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var since = scene.Today.AddDays(-NearDays);
        var amended = await db.Amendments.CountAsync(a => a.DecidedOn >= since && db.Commitments.Any(c => c.Id == a.CommitmentId && c.PlanId == scene.Plan.Id), stop);
        view.AddSome(amended, "调整", "{0} 处台账调整", $"{Day(since)}以来按决定作出的调整。", "看审计", "/audit");
        var unsigned = await CoordinatorToday.UnsignedAsync(db, scene.Plan.Id, stop);
        view.AddSome(unsigned, "签收", "{0} 个单位还没有签收", "印发后逐单位签收，未签收的列在印发页。", "查看", "/issue");
    }

    private async Task AdministratorAsync(Gathered view, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        // Lock ends are compared here: SQLite cannot compare times with an offset, and few accounts have one.
        var accounts = await db.Users.AsNoTracking().Where(u => u.MustChangePassword || u.LockoutEnd != null).Select(u => new { u.MustChangePassword, u.LockoutEnd }).ToListAsync(stop);
        view.AddSome(accounts.Count(a => a.LockoutEnd > now), "锁定", "{0} 个账号被锁定", "连续输错密码的账号到时自动解锁，也可以核实本人后提前解锁。", "查看", "/accounts");
        view.AddSome(accounts.Count(a => a.MustChangePassword), "密码", "{0} 个账号还没有改初始密码", "请提醒本人尽快登录修改。", "查看", "/accounts");
    }

    private static string Day(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);
}

/// <summary>Who looks, at which plan, on which day.</summary>
internal sealed record TodayScene(Actor Actor, DirectorySnapshot Directory, Plan Plan, DateOnly Today);

/// <summary>What has been found so far.</summary>
internal sealed record Gathered(List<TodayCard> Cards, List<TodayItem> Items)
{
    public void Card(string name, int number, string words, string href) => Cards.Add(new TodayCard(name, number, words, href));

    public void Add(string mark, string title, string detail, string action, string href) => Items.Add(new TodayItem(mark, title, detail, action, href));

    /// <summary>Only when there is something; {0} in the title is the number.</summary>
    public void AddSome(int number, string mark, string title, string detail, string action, string href)
    {
        if (number > 0) Add(mark, title.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), detail, action, href);
    }
}
