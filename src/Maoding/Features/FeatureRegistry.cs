using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Features.Administration.Accounts;
using Maoding.Features.Measuring.Targets;
using Maoding.Features.Administration.Audit;
using Maoding.Features.Progress.Burden;
using Maoding.Features.Progress.Closings;
using Maoding.Features.Progress.Chasing;
using Maoding.Features.Progress.Completing;
using Maoding.Features.Planning.Consulting;
using Maoding.Features.Demo;
using Maoding.Features.Planning.Documents;
using Maoding.Features.Measuring.Figures;
using Maoding.Features.Administration.FirstRun;
using Maoding.Features.Measuring.Indicators;
using Maoding.Features.Planning.Issuing;
using Maoding.Features.Building.JointReviews;
using Maoding.Features.Planning.Ledger;
using Maoding.Features.Planning.Ledger.Amending;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Features.Planning.Ledger.Files;
using Maoding.Features.Administration.Mail;
using Maoding.Features.Administration.Organs;
using Maoding.Features.Progress.Overviews;
using Maoding.Features.Administration.OwnAccount;
using Maoding.Features.Building.Pipeline;
using Maoding.Features.Building.Problems;
using Maoding.Features.Building.Procedures;
using Maoding.Features.Building.Projects;
using Maoding.Features.Progress.Reporting;
using Maoding.Features.Administration.Settings;
using Maoding.Features.Progress.Settling;
using Maoding.Features.Building.SiteMeetings;
using Maoding.Features.Progress.Stocktakes;
using Maoding.Features.Home.Today;
using Maoding.Features.Administration.Verifying;
using Maoding.Features.Building.Wall;
using Maoding.Features.Measuring.Watching;
using Maoding.Hosting;
using Maoding.Shared.Addresses;

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
        services.AddScoped<CorrectionService>();
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
        services.AddScoped<LightRuleService>();
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
        app.MapSiteMeetings();
        app.MapGet(FirstRunTemplate.Address, FirstRunTemplate.Answer).Needs(Permission.FirstRun);
        app.MapGet(DirectoryLinks.Export, DirectoryExport.AnswerAsync).Needs(Permission.SeeDirectory);
    }
}
