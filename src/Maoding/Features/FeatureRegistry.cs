using Maoding.Domain.Access;
using Maoding.Features.Accounts;
using Maoding.Features.Aiming;
using Maoding.Features.Audit;
using Maoding.Features.Burden;
using Maoding.Features.Close;
using Maoding.Features.Chasing;
using Maoding.Features.Completing;
using Maoding.Features.Consult;
using Maoding.Features.Demo;
using Maoding.Features.Documents;
using Maoding.Features.Figures;
using Maoding.Features.FirstRun;
using Maoding.Features.Indicators;
using Maoding.Features.Issuing;
using Maoding.Features.JointReviews;
using Maoding.Features.Ledger;
using Maoding.Features.Ledger.Amend;
using Maoding.Features.Ledger.Assign;
using Maoding.Features.Ledger.Files;
using Maoding.Features.Mail;
using Maoding.Features.Organs;
using Maoding.Features.Overviews;
using Maoding.Features.OwnAccount;
using Maoding.Features.Pipeline;
using Maoding.Features.Problems;
using Maoding.Features.Procedures;
using Maoding.Features.Projects;
using Maoding.Features.Reporting;
using Maoding.Features.Settings;
using Maoding.Features.Settling;
using Maoding.Features.SiteMeetings;
using Maoding.Features.Stocktakes;
using Maoding.Features.Today;
using Maoding.Features.Verify;
using Maoding.Features.Wall;
using Maoding.Features.Watch;
using Maoding.Hosting;

namespace Maoding.Features;

/// <summary>The services and endpoints of every feature: one line each.</summary>
internal static class FeatureRegistry
{
    public static void AddFeatures(this IServiceCollection services)
    {
        AddAccounts(services);
        services.AddScoped<DocumentService>();
        services.AddScoped<ImportService>();
        services.AddScoped<ReviewQuery>();
        services.AddScoped<ReviewService>();
        services.AddScoped<RowEditService>();
        services.AddScoped<AddRowService>();
        services.AddScoped<EditionService>();
        services.AddScoped<NameService>();
        services.AddHostedService<DraftSweeper>();
        services.AddSingleton<FirstRunCode>();
        services.AddScoped<FirstRunService>();
        services.AddScoped<SettingsService>();
        services.AddSingleton<FunctionNames>();
        services.AddScoped<UnitService>();
        services.AddScoped<PostService>();
        services.AddScoped<DivisionService>();
        services.AddScoped<DirectoryBook>();
        services.AddScoped<DirectoryImport>();
        services.AddSingleton<AnswerMemory>();
        services.AddScoped<LedgerList>();
        services.AddScoped<LedgerExport>();
        services.AddScoped<RowReader>();
        services.AddScoped<FileService>();
        services.AddScoped<TodayService>();
        services.AddScoped<AssignList>();
        services.AddScoped<AssignService>();
        services.AddScoped<LeafService>();
        services.AddScoped<AssignImport>();
        services.AddScoped<AuditService>();
        services.AddHostedService<AuditHeadKeeper>();
        services.AddProceedings();
        services.AddLights();
        services.AddFigures();
        services.AddProjects();
        services.AddProblems();
    }

    /// <summary>The library of projects and what may become one.</summary>
    private static void AddProjects(this IServiceCollection services)
    {
        services.AddScoped<ProjectList>();
        services.AddScoped<RateReader>();
        services.AddScoped<AnalysisReader>();
        services.AddScoped<ProjectService>();
        services.AddScoped<ProjectReader>();
        services.AddScoped<ProjectPhotos>();
        services.AddScoped<ProjectExport>();
        services.AddScoped<ProjectImport>();
        services.AddScoped<ProjectMonthReader>();
        services.AddScoped<ProjectMonthService>();
        services.AddScoped<LeaderReader>();
        services.AddScoped<LeadService>();
        services.AddScoped<SoughtService>();
        services.AddScoped<ProjectToday>();
    }

    /// <summary>What stands in the way, and the meetings on the site.</summary>
    private static void AddProblems(this IServiceCollection services)
    {
        services.AddScoped<ProblemList>();
        services.AddScoped<ProblemReader>();
        services.AddScoped<ProjectFinder>();
        services.AddScoped<ProblemService>();
        services.AddScoped<CauseReader>();
        services.AddScoped<ProblemToday>();
        services.AddScoped<ProblemCatchUp>();
        services.AddScoped<SiteMeetingReader>();
        services.AddScoped<SiteMeetingService>();
    }

    /// <summary>Indicators and their figures.</summary>
    private static void AddFigures(this IServiceCollection services)
    {
        services.AddScoped<FigureReader>();
        services.AddScoped<IndicatorReader>();
        services.AddScoped<IndicatorService>();
        services.AddScoped<AreaService>();
        services.AddScoped<SheetReader>();
        services.AddScoped<FigureList>();
        services.AddScoped<FigureHistory>();
        services.AddScoped<FigureService>();
        services.AddScoped<FigureImport>();
        services.AddScoped<FigureToday>();
        services.AddScoped<WatchService>();
        services.AddTargets();
        services.AddWall();
    }

    /// <summary>All projects at a glance.</summary>
    private static void AddWall(this IServiceCollection services)
    {
        services.AddScoped<WallReader>();
        services.AddScoped<BoundaryService>();
    }

    /// <summary>What indicators are to reach.</summary>
    private static void AddTargets(this IServiceCollection services)
    {
        services.AddScoped<TargetReader>();
        services.AddScoped<TargetClosing>();
        services.AddScoped<TargetService>();
        services.AddScoped<TargetReferences>();
        services.AddScoped<DesignReader>();
        services.AddScoped<AimService>();
        services.AddScoped<TargetDetailsReader>();
    }

    /// <summary>Light rules, closing months, and what may follow a frozen light.</summary>
    private static void AddLights(this IServiceCollection services)
    {
        services.AddScoped<RuleStore>();
        services.AddScoped<RuleDesk, LightDesk>();
        services.AddScoped<RulePreview>();
        services.AddScoped<MonthCloseService>();
        services.AddScoped<ProjectClosing>();
        services.AddScoped<MonthCatchUp>();
        services.AddScoped<MonthLightService>();
        services.AddScoped<CloseReader>();
        services.AddScoped<RowLights>();
        services.AddScoped<DemoDate>();
    }

    /// <summary>Consulting, checking, issuing, receiving and amending.</summary>
    private static void AddProceedings(this IServiceCollection services)
    {
        services.AddScoped<ConsultService>();
        services.AddScoped<ConsultReader>();
        services.AddScoped<CheckService>();
        services.AddScoped<IssueService>();
        services.AddScoped<PlanPaper>();
        services.AddScoped<BatchUnits>();
        services.AddScoped<ReceiptService>();
        services.AddScoped<AmendService>();
        services.AddScoped<BurdenService>();
        services.AddReporting();
    }

    private static void AddReporting(this IServiceCollection services)
    {
        services.AddScoped<ReportService>();
        services.AddScoped<ReportQueue>();
        services.AddScoped<ReportReader>();
        services.AddScoped<ShareSources>();
        services.AddScoped<DelegationService>();
        services.AddScoped<InstructionService>();
        services.AddScoped<ReportBook>();
        services.AddScoped<ReportImport>();
        services.AddSeeing();
    }

    /// <summary>Settling rows, looking at the whole, calling those who are late, deciding what comes next.</summary>
    private static void AddSeeing(this IServiceCollection services)
    {
        services.AddScoped<CompletionService>();
        services.AddScoped<CompletionReader>();
        services.AddScoped<YearToday>();
        services.AddScoped<OverviewService>();
        services.AddScoped<CompareService>();
        services.AddScoped<PartReader>();
        services.AddScoped<ChaseService>();
        services.AddScoped<StocktakeReader>();
        services.AddScoped<StocktakeService>();
        services.AddScoped<SettleService>();
        services.AddScoped<SettlementReader>();
        services.AddScoped<KeptReader>();
        services.AddProcedures();
    }

    /// <summary>Procedures before building, and the departments that review them together.</summary>
    private static void AddProcedures(this IServiceCollection services)
    {
        services.AddScoped<TemplateService>();
        services.AddScoped<ProcedureReader>();
        services.AddScoped<ProcedureService>();
        services.AddScoped<JointReviewService>();
        services.AddScoped<JointReviewReader>();
        services.AddScoped<ReviewEscalation>();
        services.AddScoped<ReviewToday>();
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddScoped<GuessService>();
        services.AddScoped<PasswordService>();
        services.AddScoped<MailboxService>();
        services.AddSingleton<DigestService>();
        services.AddScoped<SignInService>();
        services.AddScoped<SecondFactorService>();
        services.AddScoped<AccountService>();
    }

    public static void MapFeatures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => Results.Redirect("/today")).Needs(Permission.Open);
        app.MapDocuments();
        app.MapAssignExport();
        app.MapAuditExport();
        app.MapLedgerExport();
        app.MapFiles();
        app.MapIssue();
        app.MapReports();
        app.MapTargets();
        app.MapWatch();
        app.MapFigures();
        app.MapJointReviews();
        app.MapProjects();
        app.MapProblems();
        app.MapLeads();
        app.MapSiteMeetings();
        app.MapGet(FirstRunTemplate.Address, FirstRunTemplate.Answer).Needs(Permission.FirstRun);
        app.MapGet(DirectoryLinks.Export, DirectoryExport.AnswerAsync).Needs(Permission.SeeDirectory);
    }
}
