using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Consulting;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Features.Administration.Accounts;
using Maoding.Features.Planning.Consulting;
using Maoding.Features.Planning.Issuing;
using Maoding.Features.Planning.Ledger;
using Maoding.Features.Building.Problems;
using Maoding.Features.Progress.Reporting;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Home.Today;

/// <summary>A number at the top of the page, leading to the rows behind it.</summary>
public sealed record TodayCard(string Name, int Number, string Words, string Href);

/// <summary>Something that waits for the actor, with its one next action.</summary>
public sealed record TodayItem(string Mark, string Title, string Detail, string Action, string Href);

/// <summary>What a person meets first.</summary>
public sealed record TodayView(IReadOnlyList<TodayCard> Cards, IReadOnlyList<TodayItem> Items);

/// <summary>Gathers what waits for one person, from all the posts that he or she holds; the number of statements does not depend on the data.</summary>
public sealed class TodayService(MaodingContext db, LedgerList list, BatchUnits units, ReportQueue reports, YearToday year, FigureToday figures, ReviewToday joint, ProjectToday projects, ProblemToday problems, TimeProvider clock)
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
        await ReportToday.GatherAsync(view, scene, reports, stop);
        if (actor.Is(PostKind.Coordinator)) await new CoordinatorToday(db, units).GatherAsync(view, scene, round, stop);
        if (actor.LeaderPosts.Count > 0 || actor.Units.Count > 0) await OwnAsync(view, scene, round, stop);
        if (actor.Units.Count > 0) await ReceiptsToSignAsync(view, scene, stop);
        await year.GatherAsync(view, scene, stop);
        await figures.GatherAsync(view, scene, stop);
        await projects.GatherAsync(view, scene, stop);
        await joint.GatherAsync(view, scene, stop);
        await problems.GatherAsync(view, scene, stop);
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
        var near = new LedgerFilter(Sort: LedgerSort.Due, DueFrom: scene.Today, DueTo: scene.Today.AddDays(NearDays));
        view.Card($"{NearDays} 天内到期", await CountAsync(scene, near, stop), $"{Day(near.DueTo!.Value)}（含当日）前", near.Href());
        if (!seesAll) return;
        var (drafts, asked, settled) = (Sum(s => s == CommitmentState.Draft), Sum(s => s == CommitmentState.Consulting), Sum(s => s == CommitmentState.Consulted));
        view.Card("未印发", drafts + asked + settled, $"草稿 {drafts}　征求意见 {asked}　意见已定 {settled}", new LedgerFilter(View: LedgerView.Draft).Href());
    }

    private static bool InForce(CommitmentState state) => state >= CommitmentState.Issued;

    /// <summary>The number and the page that it leads to ask the same.</summary>
    private Task<int> CountAsync(TodayScene scene, LedgerFilter filter, CancellationToken stop) => list.Filtered(scene.Actor, scene.Plan, filter).CountAsync(stop);

    /// <summary>Leaders, heads and clerks: what they must answer, and what of theirs runs.</summary>
    private async Task OwnAsync(Gathered view, TodayScene scene, Consultation? round, CancellationToken stop)
    {
        if (round is not null && round.Until >= scene.Today)
        {
            var open = 0;
            foreach (var voice in Voice.HeldBy(scene.Actor)) open += await db.Unanswered(voice).CountAsync(c => c.ConsultationId == round.Id, stop);
            view.AddSome(open, "反馈", "{0} 项任务征求您的意见", $"请在 {Day(round.Until)}（含当日）前反馈，逾期没有反馈的视为同意。", "去反馈", "/consulting");
        }

        if (scene.Actor.LeaderPosts.Count > 0)
            view.AddSome(await db.EscalatedTo(scene.Actor.LeaderPosts).CountAsync(stop), "裁定", "{0} 项牵头单位有争议，请您裁定", "有关单位的意见和依据都列在里面。", "去裁定", "/consulting");
        var mine = new LedgerFilter(Mine: true);
        if (await CountAsync(scene, mine, stop) is > 0 and var own) view.Card("我承担的", own, scene.Actor.LeaderPosts.Count > 0 ? "我牵头的" : "本单位牵头或配合", mine.Href());
        var first = new DateOnly(scene.Today.Year, scene.Today.Month, 1);
        var late = mine with { Sort = LedgerSort.Due, DueTo = scene.Today.AddDays(-1) };
        var month = mine with { Sort = LedgerSort.Due, DueFrom = scene.Today, DueTo = first.AddMonths(1).AddDays(-1) };
        var near = mine with { DueTo = scene.Today.AddDays(NearDays) };
        var (today, lastDay, nearDay) = (scene.Today, month.DueTo, near.DueTo);
        var widest = mine with { DueTo = lastDay > nearDay ? lastDay : nearDay };
        var running = await list.Filtered(scene.Actor, scene.Plan, widest).GroupBy(_ => 1).Select(g => new
        {
            Late = g.Count(c => c.Due < today),
            Month = g.Count(c => c.Due >= today && c.Due <= lastDay),
            Near = g.Count(c => c.Due >= today && c.Due <= nearDay),
        }).FirstOrDefaultAsync(stop);
        if (running is null) return;
        view.AddSome(running.Late, "逾期", "{0} 项过了时限还没有办结", "请核对是否已经完成，需要调整的请与督查室联系。", "查看", late.Href());
        view.AddSome(running.Month, "到期", "{0} 项本月到期", $"{NearDays} 天内共有 {running.Near} 项到期。", "查看", month.Href());
    }

    private async Task ReceiptsToSignAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var waiting = (await units.ReadAsync(scene.Plan.Id, stop)).Where(u => u.Waits && scene.Actor.Units.Contains(u.UnitId)).Select(u => u.IssueId).Distinct().Count();
        view.AddSome(waiting, "签收", "{0} 批任务等您签收", "每个单位签收一次，表示已收到并安排；调整后新增的再签一次。", "去签收", "/issuing");
    }

    private async Task InspectorAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var since = scene.Today.AddDays(-NearDays);
        var made = new AuditQuery(null, null, nameof(Amendment), null, since, null, null, null);
        var from = AuditQuery.BeginningOf(since);
        var amended = await db.AuditEntries.CountAsync(e => e.Subject == nameof(Amendment) && e.At >= from, stop);
        view.AddSome(amended, "调整", "{0} 处台账调整", $"{Day(since)}以来按决定作出的调整。", "看审计", AuditLinks.List(made));
        view.AddSome(CoordinatorToday.UnitsOf(await units.ReadAsync(scene.Plan.Id, stop)), "签收", "{0} 个单位还没有签收", "点开印发的那一批，可以看到是哪些单位。", "查看", "/issuing");
    }

    private async Task AdministratorAsync(Gathered view, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        // Lock ends are compared here: SQLite cannot compare times with an offset, and few accounts have one.
        // One closed by hand waits for nobody.
        var accounts = (await db.Users.AsNoTracking().Where(u => u.MustChangePassword || u.LockoutEnd != null).ToListAsync(stop)).FindAll(a => !AccountService.IsLockedByHand(a));
        if (!await db.Users.AnyAsync(u => u.PersonId != null, stop))
            view.Add("开始", "还没有给工作人员开通账号", "先登记各岗位由谁担任，也可以从 xlsx 一并导入；再开通账号、发密码条，督查室就能导入文件。", "去登记", DirectoryLinks.Posts);
        view.AddSome(accounts.Count(a => a.LockoutEnd > now), "锁定", "{0} 个账号被锁定", "连续输错密码的账号到时自动解锁，也可以核实本人后提前解锁。", "查看", "/accounts");
        view.AddSome(accounts.Count(a => a.MustChangePassword && !(a.LockoutEnd > now)), "密码", "{0} 个账号还没有改初始密码", "请提醒本人尽快登录修改。", "查看", "/accounts");
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
