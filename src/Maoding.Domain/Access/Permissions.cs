using Maoding.Domain.Organization;

namespace Maoding.Domain.Access;

/// <summary>The one table of who may do what; whatever is not in it is refused.</summary>
public static class Permissions
{
    /// <summary>Whoever has signed in.</summary>
    public static readonly IReadOnlyList<Permission> ForAll = [Permission.OwnAccount, Permission.SeeToday];

    /// <summary>Administrators, whatever posts they hold.</summary>
    public static readonly IReadOnlyList<Permission> ForAdministrators =
        [Permission.SeeDirectory, Permission.EditDirectory, Permission.ManageAccounts, Permission.PrintSlips, Permission.ManageSettings,
            Permission.EditHolidays];

    private static readonly Permission[] OfCoordinators =
    [
        Permission.EditDirectory, Permission.ChangeOrgans, Permission.PrintSlips, Permission.ImportDocument, Permission.ReviewFindings,
        Permission.SeeRow, Permission.SeeRowWorkings,
        Permission.AssignRows, Permission.StartConsultation, Permission.DecideOpinion, Permission.CheckLedger, Permission.IssueLedger,
        Permission.SeeReceipts, Permission.AmendRow, Permission.AttachFile, Permission.DownloadPlan,
        Permission.ReviewReports, Permission.ChaseUnits, Permission.CloseMonth, Permission.EditRules, Permission.EditHolidays, Permission.OverrideLight,
        Permission.VerifyCompletion, Permission.HoldStocktake, Permission.SettleYear, Permission.SeeBurden,
        Permission.EditIndicators, Permission.SeeTargets, Permission.SetTargets,
        Permission.EditProjects, Permission.ReportProjects, Permission.AcceptProjects, Permission.SeePipeline, Permission.EditPipeline,
        Permission.EditTemplates, Permission.RunProcedures, Permission.AnswerReview, Permission.SeeProblems, Permission.RaiseProblem,
        Permission.AssignProblem, Permission.EscalateProblem, Permission.HoldSiteMeeting, Permission.CorrectEdition,
        Permission.FinaliseAnalysis,
    ];

    private static readonly Permission[] OfUnits =
    [
        Permission.SeeRowWorkings, Permission.AnswerConsultation, Permission.SignReceipt, Permission.AttachFile,
        Permission.FillReport, Permission.SignReport, Permission.ApplyCompletion, Permission.VerifyCompletion,
        Permission.AnswerNextStep, Permission.ProposeSettlement, Permission.SeeBurden, Permission.EnterFigures,
        Permission.ReportProjects, Permission.EditPipeline, Permission.RunProcedures,
        Permission.RaiseProblem, Permission.HandleProblem, Permission.EscalateProblem,
    ];

    /// <summary>After what it is built from.</summary>
    private static readonly Dictionary<(Permission, PostKind), Scope> Table = Build();

    /// <summary>What a post of this kind gives by itself.</summary>
    public static Scope ScopeOf(PostKind kind, Permission permission) => Table.GetValueOrDefault((permission, kind));

    /// <summary>The widest scope that the actor's posts give; for lists, which filter rows by it.</summary>
    public static Scope ScopeOf(Actor actor, Permission permission)
    {
        if (permission == Permission.Open) return Scope.All;
        if (!actor.IsSignedIn) return Scope.None;
        if (ForAll.Contains(permission)) return Scope.All;
        if (actor.IsAdministrator && ForAdministrators.Contains(permission)) return Scope.All;
        return actor.Posts.Select(p => ScopeOf(p.Kind, permission)).DefaultIfEmpty(Scope.None).Max();
    }

    /// <summary>Whether the actor has the permission for this thing; without one: for any at all.</summary>
    public static bool Allows(Actor actor, Permission permission, AccessFacts? facts = null) => ScopeOf(actor, permission) switch
    {
        Scope.None => false,
        _ when facts is null => true,
        _ when facts.Readers is { } readers && !readers.Includes(actor) => false,
        Scope.All => true,
        Scope.Issued => facts.IsInForce,
        Scope.Own => facts.IsShown && facts.IsOwnOf(actor),
        Scope.OwnOrIssued => facts.IsInForce || (facts.IsShown && facts.IsOwnOf(actor)),
        _ => false,
    };

    /// <exception cref="RefusalException">PER001: not signed in or not allowed.</exception>
    public static void Demand(Actor actor, Permission permission, AccessFacts? facts = null)
    {
        if (!Allows(actor, permission, facts))
            throw new RefusalException("PER001", "您的岗位没有这项权限。如确有需要，请联系督查室或系统管理员。", RefusalKind.Forbidden);
    }

    private static Dictionary<(Permission, PostKind), Scope> Build()
    {
        var table = new Dictionary<(Permission, PostKind), Scope>();
        void Grant(Scope scope, PostKind kind, params Permission[] permissions)
        {
            foreach (var permission in permissions) table[(permission, kind)] = scope;
        }

        foreach (var kind in Enum.GetValues<PostKind>())
        {
            Grant(Scope.All, kind, Permission.SeeDirectory, Permission.SeeDocuments, Permission.SeeOverview, Permission.SeeFigures, Permission.SeeProjects,
                Permission.SeeEditions);
            Grant(Scope.OwnOrIssued, kind, Permission.SeeRow, Permission.SeeTargets);
            Grant(Scope.Issued, kind, Permission.DownloadPlan);
            Grant(Scope.Own, kind, Permission.SeePipeline, Permission.SeeProblems, Permission.AnswerReview);
        }

        Grant(Scope.All, PostKind.Coordinator, OfCoordinators);
        Grant(
            Scope.All,
            PostKind.DataSteward,
            Permission.EnterFigures, Permission.ApproveFigures, Permission.FinaliseAnalysis, Permission.EditIndicators, Permission.SeeTargets,
            Permission.SetTargets, Permission.EditProjects, Permission.AcceptProjects, Permission.SeePipeline, Permission.EditPipeline,
            Permission.EditTemplates);
        Grant(
            Scope.All,
            PostKind.Inspector,
            Permission.SeeRow, Permission.SeeRowWorkings, Permission.CheckLedger, Permission.SeeReceipts,
            Permission.SeeAudit, Permission.DownloadPlan, Permission.SeeBurden, Permission.SeeTargets,
            Permission.SeePipeline, Permission.AnswerReview, Permission.SeeProblems);
        Grant(Scope.All, PostKind.Leader, Permission.SeeReceipts, Permission.SeeBurden,
            Permission.SeePipeline, Permission.SeeProblems, Permission.RaiseProblem);
        Grant(
            Scope.Own,
            PostKind.Leader,
            Permission.SeeRowWorkings, Permission.AnswerConsultation, Permission.DecideEscalated,
            Permission.HoldStocktake, Permission.DecideReview, Permission.EscalateProblem, Permission.HoldSiteMeeting);
        foreach (var kind in (PostKind[])[PostKind.UnitHead, PostKind.UnitClerk]) Grant(Scope.Own, kind, OfUnits);
        return table;
    }
}
