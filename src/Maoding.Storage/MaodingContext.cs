using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Consulting;
using Maoding.Domain.Documents;
using Maoding.Domain.Drafts;
using Maoding.Domain.Editions;
using Maoding.Domain.Indicators;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Organization;
using Maoding.Domain.Problems;
using Maoding.Domain.Procedures;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Maoding.Domain.Rules;
using Maoding.Domain.Settling;
using Maoding.Domain.Targets;
using Maoding.Domain.Watching;
using Maoding.Storage.Accounts;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage;

/// <summary>Everything one region has, on SQLite or PostgreSQL. Writes go through <see cref="Auditing.AuditedSave"/>.</summary>
public sealed class MaodingContext(DbContextOptions<MaodingContext> options)
    : IdentityUserContext<Account, int>(options), IDataProtectionKeyContext
{
    /// <summary>The version of the directory that the request decides by; null where no request asks.</summary>
    public int? DirectorySeen { get; set; }

    public DbSet<Region> Regions => Set<Region>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<Tenure> Tenures => Set<Tenure>();

    public DbSet<Division> Divisions => Set<Division>();

    public DbSet<OrganChange> OrganChanges => Set<OrganChange>();

    public DbSet<PlannedChange> PlannedChanges => Set<PlannedChange>();

    public DbSet<HandedThing> HandedThings => Set<HandedThing>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<SourceDocument> Documents => Set<SourceDocument>();

    public DbSet<Section> Sections => Set<Section>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<FileChunk> FileChunks => Set<FileChunk>();

    public DbSet<Commitment> Commitments => Set<Commitment>();

    public DbSet<Quote> Quotes => Set<Quote>();

    public DbSet<CoUnit> CoUnits => Set<CoUnit>();

    public DbSet<Quantity> Quantities => Set<Quantity>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<CommitmentTheme> CommitmentThemes => Set<CommitmentTheme>();

    public DbSet<DraftEdit> DraftEdits => Set<DraftEdit>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<Opinion> Opinions => Set<Opinion>();

    public DbSet<ConsultedRow> ConsultedRows => Set<ConsultedRow>();

    public DbSet<ConsultedChange> ConsultedChanges => Set<ConsultedChange>();

    public DbSet<Issue> Issues => Set<Issue>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<Amendment> Amendments => Set<Amendment>();

    public DbSet<ProgressReport> Reports => Set<ProgressReport>();

    public DbSet<SignDelegation> SignDelegations => Set<SignDelegation>();

    public DbSet<Instruction> Instructions => Set<Instruction>();

    public DbSet<ChaseCall> ChaseCalls => Set<ChaseCall>();

    public DbSet<RuleEdition> RuleEditions => Set<RuleEdition>();

    public DbSet<MonthClose> MonthCloses => Set<MonthClose>();

    public DbSet<MonthLight> MonthLights => Set<MonthLight>();

    public DbSet<Completion> Completions => Set<Completion>();

    public DbSet<SettlementProposal> SettlementProposals => Set<SettlementProposal>();

    public DbSet<Settlement> Settlements => Set<Settlement>();

    public DbSet<Stocktake> Stocktakes => Set<Stocktake>();

    public DbSet<NextStep> NextSteps => Set<NextStep>();

    public DbSet<Indicator> Indicators => Set<Indicator>();

    public DbSet<Release> Releases => Set<Release>();

    public DbSet<Area> Areas => Set<Area>();

    public DbSet<DataSheet> DataSheets => Set<DataSheet>();

    public DbSet<Observation> Observations => Set<Observation>();

    public DbSet<MonthAnalysis> MonthAnalyses => Set<MonthAnalysis>();

    public DbSet<Target> Targets => Set<Target>();

    public DbSet<TargetMonth> TargetMonths => Set<TargetMonth>();

    public DbSet<Aim> Aims => Set<Aim>();

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<ProjectYear> ProjectYears => Set<ProjectYear>();

    public DbSet<ProjectFund> ProjectFunds => Set<ProjectFund>();

    public DbSet<ProjectNode> ProjectNodes => Set<ProjectNode>();

    public DbSet<ProjectMonth> ProjectMonths => Set<ProjectMonth>();

    public DbSet<StageChange> StageChanges => Set<StageChange>();

    public DbSet<Lead> Leads => Set<Lead>();

    public DbSet<SoughtMatter> SoughtMatters => Set<SoughtMatter>();

    public DbSet<ProcedureTemplate> ProcedureTemplates => Set<ProcedureTemplate>();

    public DbSet<Procedure> Procedures => Set<Procedure>();

    public DbSet<JointReview> JointReviews => Set<JointReview>();

    public DbSet<ReviewAnswer> ReviewAnswers => Set<ReviewAnswer>();

    public DbSet<Problem> Problems => Set<Problem>();

    public DbSet<ProblemStep> ProblemSteps => Set<ProblemStep>();

    public DbSet<SiteMeeting> SiteMeetings => Set<SiteMeeting>();

    public DbSet<Edition> Editions => Set<Edition>();

    public DbSet<Reader> Readers => Set<Reader>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<HandledRequest> HandledRequests => Set<HandledRequest>();

    public DbSet<KeptForm> KeptForms => Set<KeptForm>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcOffsetConverter>();
        configurationBuilder.Properties<decimal>().HaveConversion<MillionthsConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        OrganizationMapping.Map(builder);
        LedgerMapping.Map(builder);
        RecordMapping.Map(builder);
        YearMapping.Map(builder);
        FigureMapping.Map(builder);
        ProjectMapping.Map(builder);
        EditionMapping.Map(builder);
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)))
            builder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
    }
}
