namespace Maoding.Domain.Access;

/// <summary>What can be asked for; every page handler and endpoint declares one, and services check it with the row.</summary>
public enum Permission
{
    /// <summary>Anyone, signed in or not: sign-in page, health, static files.</summary>
    Open = 1,

    /// <summary>Anyone, but only while the database has no account.</summary>
    FirstRun,

    /// <summary>One's own account: password, second factor, sign out.</summary>
    OwnAccount,

    /// <summary>今日: what waits for the actor.</summary>
    SeeToday,

    SeeDirectory,
    EditDirectory,

    /// <summary>Merge, split and close units and posts, and hand over what hangs on them.</summary>
    ChangeOrgans,
    ManageAccounts,

    /// <summary>New initial passwords for the people of chosen units; the coordinator's for those alone who have not signed in yet.</summary>
    PrintSlips,
    ManageSettings,

    /// <summary>Enter a year's holidays and shifted working days from its notice.</summary>
    EditHolidays,
    SeeAudit,

    SeeDocuments,
    ImportDocument,

    /// <summary>Accept, edit, merge, split, drop and add rows of a proposal.</summary>
    ReviewFindings,

    /// <summary>See a row and its quotes, owners and plan.</summary>
    SeeRow,

    /// <summary>See what was argued about a row: opinions, drafts, files that are not issued.</summary>
    SeeRowWorkings,
    AssignRows,
    StartConsultation,
    AnswerConsultation,
    DecideOpinion,

    /// <summary>Settle a disputed lead that was passed to the row's leader.</summary>
    DecideEscalated,
    CheckLedger,
    IssueLedger,
    SeeReceipts,
    SignReceipt,
    AmendRow,
    AttachFile,

    /// <summary>The printed plan: everyone once issued, before that those who make it.</summary>
    DownloadPlan,

    /// <summary>Papers as they left the house; which of them, the permission of their kind says.</summary>
    SeeEditions,

    /// <summary>Keep a corrected paper beside the one it corrects.</summary>
    CorrectEdition,

    /// <summary>Write a row's report, or a co-unit's part of it; the unit's own notes on a row.</summary>
    FillReport,

    /// <summary>Sign reports for a unit; the service looks for the head's post or a delegation.</summary>
    SignReport,

    /// <summary>Accept and return reports, enter leaders' instructions.</summary>
    ReviewReports,

    /// <summary>Call units whose reports are missing.</summary>
    ChaseUnits,

    CloseMonth,

    /// <summary>Dated rules of all kinds, by which lights and what else is judged by thresholds are judged.</summary>
    EditRules,
    OverrideLight,

    /// <summary>Counts over the whole ledger as issued: overview, comparison, trend.</summary>
    SeeOverview,
    ApplyCompletion,

    /// <summary>Verify that a row is done, for the coordinator or as the second unit that was asked.</summary>
    VerifyCompletion,
    HoldStocktake,

    /// <summary>Say what became of a decision of a stocktake.</summary>
    AnswerNextStep,
    SettleYear,

    /// <summary>Propose what becomes of one's own unit's rows at the year's end.</summary>
    ProposeSettlement,

    /// <summary>What units were asked for.</summary>
    SeeBurden,

    /// <summary>The catalogue, approved figures, the watch; drafts of one's own unit.</summary>
    SeeFigures,

    /// <summary>Enter figures of indicators that the actor's unit answers for, and hand them in.</summary>
    EnterFigures,

    /// <summary>Finalise the material of a month's analysis meeting.</summary>
    FinaliseAnalysis,

    /// <summary>Approve, return, lock and open sheets of figures.</summary>
    ApproveFigures,

    /// <summary>The catalogue of indicators, whose figures there are, and when figures come out.</summary>
    EditIndicators,

    /// <summary>Targets in force, their state and forecast; all of them for those who make them.</summary>
    SeeTargets,

    /// <summary>Tie targets to indicators, decide meanings, break down, adjust.</summary>
    SetTargets,

    /// <summary>The library of projects, their accepted months, the wall chart; months under way of one's own projects.</summary>
    SeeProjects,

    /// <summary>Enter and change projects, their year's plan and stage.</summary>
    EditProjects,

    /// <summary>Report a project's month.</summary>
    ReportProjects,

    /// <summary>Accept and return reported months of projects.</summary>
    AcceptProjects,

    /// <summary>Leads and matters sought from above: one's own, all for those who coordinate.</summary>
    SeePipeline,
    EditPipeline,

    /// <summary>Templates of procedures.</summary>
    EditTemplates,

    /// <summary>A project's procedures: accepted, finished, waived; its joint reviews.</summary>
    RunProcedures,

    /// <summary>Answer a joint review for the department that was asked; what it may see of it.</summary>
    AnswerReview,

    /// <summary>Decide what went up to the leader: a silent or disagreeing department.</summary>
    DecideReview,

    /// <summary>Problems: one's own (raised, handled, in charge), all for those who coordinate.</summary>
    SeeProblems,
    RaiseProblem,

    /// <summary>Assign, decline and close problems.</summary>
    AssignProblem,

    /// <summary>Take up, hand back and resolve problems of one's own unit.</summary>
    HandleProblem,

    /// <summary>Send a problem one tier up.</summary>
    EscalateProblem,

    /// <summary>Hold site meetings and sign their minutes.</summary>
    HoldSiteMeeting,
}

/// <summary>For which rows a role has a permission.</summary>
public enum Scope
{
    None = 0,

    /// <summary>Rows in force.</summary>
    Issued = 1,

    /// <summary>Rows the actor leads, helps or is the leader of, once they were sent for consultation.</summary>
    Own = 2,

    /// <summary>Own, and the rest as issued.</summary>
    OwnOrIssued = 3,

    All = 4,
}
