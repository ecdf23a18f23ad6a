using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;

namespace Maoding.Domain.Access;

/// <summary>What permission checks need to know of a row.</summary>
public sealed record RowFacts(CommitmentState State, int? LeaderPostId, int? SecondLeaderPostId, int? LeadUnitId, IReadOnlyList<int> CoUnitIds)
{
    public static RowFacts Of(Commitment row) =>
        new(row.State, row.LeaderPostId, row.SecondLeaderPostId, row.LeadUnitId, [.. row.CoUnits.Select(u => u.UnitId)]);

    /// <summary>For what belongs to a unit and to no row of the ledger; null: to nobody.</summary>
    public static RowFacts OfUnit(int? unitId) => new(CommitmentState.Issued, null, null, unitId, []);
}

/// <summary>The one table of who may do what; whatever is not in it is refused.</summary>
public static class Permissions
{
    private static readonly Permission[] ForAdministrators =
        [Permission.SeeDirectory, Permission.EditDirectory, Permission.ManageAccounts, Permission.ManageSettings];

    private static readonly Permission[] OfCoordinators =
    [
        Permission.EditDirectory, Permission.ImportDocument, Permission.ReviewFindings, Permission.SeeRow, Permission.SeeRowWorkings,
        Permission.AssignRows, Permission.StartConsultation, Permission.DecideOpinion, Permission.CheckLedger, Permission.IssueLedger,
        Permission.SeeReceipts, Permission.AmendRow, Permission.AttachFile, Permission.DownloadPlan,
        Permission.ReviewReports, Permission.ChaseUnits, Permission.CloseMonth, Permission.EditLightRules, Permission.OverrideLight,
        Permission.VerifyCompletion, Permission.HoldStocktake, Permission.SettleYear, Permission.SeeBurden,
        Permission.EditIndicators, Permission.SeeTargets, Permission.SetTargets,
        Permission.EditProjects, Permission.ReportProjects, Permission.AcceptProjects, Permission.SeePipeline, Permission.EditPipeline,
        Permission.EditTemplates, Permission.RunProcedures, Permission.AnswerReview, Permission.SeeProblems, Permission.RaiseProblem,
        Permission.AssignProblem, Permission.EscalateProblem, Permission.HoldSiteMeeting,
    ];

    private static readonly Permission[] OfUnits =
    [
        Permission.SeeRowWorkings, Permission.AnswerConsultation, Permission.SignReceipt, Permission.AttachFile,
        Permission.FillReport, Permission.SignReport, Permission.ApplyCompletion, Permission.VerifyCompletion, Permission.AnswerNextStep, Permission.SeeBurden, Permission.EnterFigures,
        Permission.ReportProjects, Permission.EditPipeline, Permission.RunProcedures, Permission.RaiseProblem, Permission.HandleProblem, Permission.EscalateProblem,
    ];

    /// <summary>After what it is built from.</summary>
    private static readonly Dictionary<(Permission, PostKind), Scope> Table = Build();

    /// <summary>The widest scope that the actor's posts give; for lists, which filter rows by it.</summary>
    public static Scope ScopeOf(Actor actor, Permission permission)
    {
        if (permission == Permission.Open) return Scope.All;
        if (!actor.IsSignedIn) return Scope.None;
        if (permission is Permission.OwnAccount or Permission.SeeToday) return Scope.All;
        if (actor.IsAdministrator && ForAdministrators.Contains(permission)) return Scope.All;
        return actor.Posts.Select(p => Table.GetValueOrDefault((permission, p.Kind))).DefaultIfEmpty(Scope.None).Max();
    }

    /// <summary>Whether the actor has the permission for this row; without a row: for any row at all.</summary>
    public static bool Allows(Actor actor, Permission permission, RowFacts? row = null) => ScopeOf(actor, permission) switch
    {
        Scope.None => false,
        Scope.All => true,
        _ when row is null => true,
        Scope.Issued => InForce(row),
        Scope.Own => IsShown(row) && Owns(actor, row),
        Scope.OwnOrIssued => InForce(row) || (IsShown(row) && Owns(actor, row)),
        _ => false,
    };

    /// <exception cref="RefusalException">PER001: not signed in or not allowed.</exception>
    public static void Demand(Actor actor, Permission permission, RowFacts? row = null)
    {
        if (!Allows(actor, permission, row))
            throw new RefusalException("PER001", "您的岗位没有这项权限。如确有需要，请联系督查室或系统管理员。", RefusalKind.Forbidden);
    }

    /// <summary>Issued and after, stopped rows included.</summary>
    public static bool InForce(RowFacts row) => row.State >= CommitmentState.Issued;

    private static bool IsShown(RowFacts row) => row.State >= CommitmentState.Consulting;

    private static bool Owns(Actor actor, RowFacts row) =>
        actor.Units.Any(u => u == row.LeadUnitId || row.CoUnitIds.Contains(u))
        || actor.LeaderPosts.Any(p => p == row.LeaderPostId || p == row.SecondLeaderPostId);

    private static Dictionary<(Permission, PostKind), Scope> Build()
    {
        var table = new Dictionary<(Permission, PostKind), Scope>();
        void Grant(Scope scope, PostKind kind, params Permission[] permissions)
        {
            foreach (var permission in permissions) table[(permission, kind)] = scope;
        }

        foreach (var kind in Enum.GetValues<PostKind>())
        {
            Grant(Scope.All, kind, Permission.SeeDirectory, Permission.SeeDocuments, Permission.SeeOverview, Permission.SeeFigures, Permission.SeeProjects);
            Grant(Scope.OwnOrIssued, kind, Permission.SeeRow, Permission.SeeTargets);
            Grant(Scope.Issued, kind, Permission.DownloadPlan);
            Grant(Scope.Own, kind, Permission.SeePipeline, Permission.SeeProblems, Permission.AnswerReview);
        }

        Grant(Scope.All, PostKind.Coordinator, OfCoordinators);
        Grant(
            Scope.All,
            PostKind.DataSteward,
            Permission.EnterFigures, Permission.ApproveFigures, Permission.EditIndicators, Permission.SeeTargets, Permission.SetTargets,
            Permission.EditProjects, Permission.AcceptProjects, Permission.SeePipeline, Permission.EditPipeline, Permission.EditTemplates);
        Grant(
            Scope.All,
            PostKind.Inspector,
            Permission.SeeRow, Permission.SeeRowWorkings, Permission.CheckLedger, Permission.SeeReceipts, Permission.SeeAudit, Permission.DownloadPlan, Permission.SeeBurden, Permission.SeeTargets,
            Permission.SeePipeline, Permission.AnswerReview, Permission.SeeProblems);
        Grant(Scope.All, PostKind.Leader, Permission.SeeReceipts, Permission.SeeBurden, Permission.SeePipeline, Permission.SeeProblems, Permission.RaiseProblem);
        Grant(
            Scope.Own,
            PostKind.Leader,
            Permission.SeeRowWorkings, Permission.AnswerConsultation, Permission.DecideEscalated, Permission.HoldStocktake, Permission.DecideReview, Permission.EscalateProblem, Permission.HoldSiteMeeting);
        foreach (var kind in (PostKind[])[PostKind.UnitHead, PostKind.UnitClerk]) Grant(Scope.Own, kind, OfUnits);
        return table;
    }
}
