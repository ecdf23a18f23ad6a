using Maoding.Contracts;
using Maoding.Features.Administration.Accounts;
using Maoding.Features.Administration.Audit;
using Maoding.Features.Administration.FirstRun;
using Maoding.Features.Administration.Holidays;
using Maoding.Features.Administration.Mail;
using Maoding.Features.Administration.Organs;
using Maoding.Features.Administration.OwnAccount;
using Maoding.Features.Administration.Rules;
using Maoding.Features.Administration.Settings;
using Maoding.Features.Administration.Status;
using Maoding.Features.Administration.Verifying;
using Maoding.Features.Building.Analysis;
using Maoding.Features.Building.JointReviews;
using Maoding.Features.Building.Pipeline;
using Maoding.Features.Supervision.Problems;
using Maoding.Features.Building.Procedures;
using Maoding.Features.Building.Projects;
using Maoding.Features.Supervision.SiteMeetings;
using Maoding.Features.Building.Wall;
using Maoding.Features.Demo;
using Maoding.Features.Home.Drafts;
using Maoding.Features.Home.Finding;
using Maoding.Features.Home.Today;
using Maoding.Features.Measuring.Figures;
using Maoding.Features.Measuring.Indicators;
using Maoding.Features.Measuring.Targets;
using Maoding.Features.Measuring.Watching;
using Maoding.Features.Planning.Consulting;
using Maoding.Features.Planning.Documents;
using Maoding.Features.Planning.Editions;
using Maoding.Features.Planning.Issuing;
using Maoding.Features.Planning.Ledger;
using Maoding.Features.Progress.Burden;
using Maoding.Features.Progress.Chasing;
using Maoding.Features.Progress.Closings;
using Maoding.Features.Progress.Completing;
using Maoding.Features.Progress.Overviews;
using Maoding.Features.Progress.Reporting;
using Maoding.Features.Progress.Settling;
using Maoding.Features.Progress.Stocktakes;

namespace Maoding.Start;

/// <summary>Every feature, each below those that may know it; a new one is a line here.</summary>
internal static class FeatureList
{
    public static IReadOnlyList<Feature> All { get; } =
    [
        new StatusFeature(),
        new RulesFeature(),
        new HolidaysFeature(),
        new SettingsFeature(),
        new OwnAccountFeature(),
        new AccountsFeature(),
        new OrgansFeature(),
        new FirstRunFeature(),
        new IndicatorsFeature(),
        new FiguresFeature(),
        new IssuingFeature(),
        new LedgerFeature(),
        new EditionsFeature(),
        new DocumentsFeature(),
        new ConsultingFeature(),
        new TargetsFeature(),
        new WatchingFeature(),
        new ClosingsFeature(),
        new ReportingFeature(),
        new ChasingFeature(),
        new CompletingFeature(),
        new OverviewsFeature(),
        new StocktakesFeature(),
        new SettlingFeature(),
        new BurdenFeature(),
        new ProjectsFeature(),
        new PipelineFeature(),
        new ProceduresFeature(),
        new JointReviewsFeature(),
        new ProblemsFeature(),
        new SiteMeetingsFeature(),
        new WallFeature(),
        new AnalysisFeature(),
        new AuditFeature(),
        new VerifyingFeature(),
        new DraftsFeature(),
        new TodayFeature(),
        new FindingFeature(),
        new MailFeature(),
        new DemoFeature(),
    ];
}
