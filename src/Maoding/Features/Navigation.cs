using Maoding.Domain.Access;
using Maoding.Shared;

namespace Maoding.Features;

/// <summary>The left navigation: an entry for each kind of work that the actor may see, in groups.</summary>
internal static class Navigation
{
    private static readonly (string Heading, (string Text, string Href, string Section, Permission Needs)[] Entries)[] All =
    [
        ("", [("今日", "/today", "today", Permission.SeeToday)]),
        ("文件与台账",
        [
            ("文件", "/documents", "documents", Permission.SeeDocuments),
            ("台账", "/ledger", "ledger", Permission.SeeRow),
            ("征求意见", "/consulting", "consult", Permission.SeeRowWorkings),
            ("印发", "/issuing", "issue", Permission.DownloadPlan),
        ]),
        ("填报与月结",
        [
            ("填报", "/reporting", "report", Permission.FillReport),
            ("采用填报", "/reporting/review", "report-review", Permission.ReviewReports),
            ("催办", "/chasing", "chase", Permission.ChaseUnits),
            ("月结", "/closings", "close", Permission.CloseMonth),
        ]),
        ("目标与数据",
        [
            ("目标", "/targets", "targets", Permission.SeeTargets),
            ("形势研判", "/watching", "watch", Permission.SeeFigures),
            ("指标", "/indicators", "indicators", Permission.SeeFigures),
            ("数据报送", "/figures", "figures", Permission.SeeFigures),
        ]),
        ("项目与问题",
        [
            ("项目", "/projects", "projects", Permission.SeeProjects),
            ("挂图作战", "/wall", "wall", Permission.SeeProjects),
            ("招商争取", "/pipeline", "pipeline", Permission.SeePipeline),
            ("手续联审", "/procedures", "procedures", Permission.SeeProjects),
            ("问题清单", "/problems", "problems", Permission.SeeProblems),
            ("现场办公", "/site-meetings", "site-meetings", Permission.SeeProblems),
        ]),
        ("督办与交账",
        [
            ("总览", "/overviews", "overview", Permission.SeeOverview),
            ("调度会", "/stocktakes", "stocktake", Permission.HoldStocktake),
            ("议定事项", "/stocktakes/steps", "steps", Permission.AnswerNextStep),
            ("销号", "/completing", "complete", Permission.VerifyCompletion),
            ("年底交账", "/settling", "settle", Permission.SettleYear),
            ("减负", "/burden", "burden", Permission.SeeBurden),
        ]),
        ("系统",
        [
            ("机构人员", "/organs", "directory", Permission.SeeDirectory),
            ("账号", "/accounts", "accounts", Permission.ManageAccounts),
            ("设置", "/settings", "settings", Permission.ManageSettings),
            ("审计", "/audit", "audit", Permission.SeeAudit),
        ]),
    ];

    /// <summary>Groups in which the actor may see nothing are left out.</summary>
    public static IReadOnlyList<NavigationGroup> Groups(Actor actor) =>
    [
        .. All.Select(g => new NavigationGroup(g.Heading, [.. g.Entries.Where(e => Permissions.Allows(actor, e.Needs)).Select(e => new NavigationEntry(e.Text, e.Href, e.Section))]))
            .Where(g => g.Entries.Count > 0),
    ];
}
