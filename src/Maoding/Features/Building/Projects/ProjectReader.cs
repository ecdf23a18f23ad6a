using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Maoding.Domain.Rules;
using Maoding.Shared;
using Maoding.Shared.Rules;
using Maoding.Storage;
using Maoding.Storage.Access;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>The ledger row that a project serves.</summary>
public sealed record ServedRow(int Id, string Number, string Title);

/// <summary>A provisional light, or the one of a closed month.</summary>
/// <param name="Month">yyyymm.</param>
public sealed record ProjectLit(int Month, Light Light, string Why, bool IsClosed);

/// <summary>Everything the page of a project shows beside procedures and problems, which have readers of their own.</summary>
/// <param name="Months">Of all years; before they are accepted only for those who may see workings.</param>
/// <param name="Facts">What conditions of stages look at.</param>
public sealed record ProjectDetails(
    Project Project, int Year, IReadOnlyList<ProjectMonth> Months, IReadOnlyList<StageChange> Changes,
    IReadOnlyDictionary<int, string> Names, IReadOnlyList<StoredFile> Photos,
    ServedRow? Row, Lead? Lead, IReadOnlyList<SoughtMatter> Sought, StageFacts Facts, ProjectLit? Lit)
{
    public ProjectYear? Wanted => Project.Years.Find(y => y.Year == Year);

    public IEnumerable<ProjectMonth> OfYear => Months.Where(m => m.Month / 100 == Year);

    /// <summary>Done since the work began, 万元: before its months and by those that are accepted.</summary>
    public decimal DoneInAll => Project.DoneBefore + Months.Where(m => m.State == ProjectMonthState.Accepted).Sum(m => m.Done ?? 0);

    /// <summary>Done by accepted months of the year, 万元.</summary>
    public decimal DoneOfYear => YearMoney.To((Year * 100) + 12, Months.Select(MonthMoney.Of)).Done ?? 0;
}

/// <summary>A project as the ledger row that it serves shows it; money is 万元.</summary>
/// <param name="YearPlan">Null where the year wants nothing of it.</param>
/// <param name="Done">Of the year, by accepted months.</param>
/// <param name="Share">Done of the year's plan, 0 to 1000; null without a plan or an accepted month.</param>
/// <param name="Light">Of the last closed month of the year.</param>
public sealed record RowProject(int Id, string Name, Stage Stage, decimal? YearPlan, decimal Done, int? Share, Light Light);

/// <summary>The projects that serve a ledger row.</summary>
/// <param name="Projects">By code; no more than are shown.</param>
/// <param name="Count">Of all of them.</param>
/// <param name="Source">What they say of the row's progress; null where they say nothing of it.</param>
public sealed record RowProjects(IReadOnlyList<RowProject> Projects, int Count, ShareSource? Source)
{
    public static RowProjects None { get; } = new([], 0, null);
}

/// <summary>Reads single projects.</summary>
public sealed class ProjectReader(MaodingContext db, ProjectService service, RuleStore rules, CurrentRequest current)
{
    /// <summary>Projects shown with a ledger row.</summary>
    public const int MostOfRow = 20;

    /// <exception cref="Domain.RefusalException">PER001; PRJ003: no such project.</exception>
    public async Task<ProjectDetails> ReadAsync(Actor actor, int id, int year, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeProjects);
        var project = await db.Projects.AsNoTracking().Include(p => p.Years).Include(p => p.Funds).Include(p => p.Nodes)
            .AsSplitQuery().FirstOrDefaultAsync(p => p.Id == id, stop) ?? throw ProjectService.Missing();
        var months = await db.ProjectMonths.AsNoTracking().Where(m => m.ProjectId == id).OrderBy(m => m.Month).ToListAsync(stop);
        var changes = await db.StageChanges.AsNoTracking().Where(c => c.ProjectId == id)
            .OrderByDescending(c => c.On).ThenByDescending(c => c.Id).ToListAsync(stop);
        var photos = await db.FilesOf(nameof(Project), id)
            .OrderByDescending(f => f.AddedAt).ThenByDescending(f => f.Id).ToListAsync(stop);
        var row = await db.Commitments.AsNoTracking().Where(c => c.Id == project.CommitmentId)
            .Select(c => new ServedRow(c.Id, c.Number, c.Title)).FirstOrDefaultAsync(stop);
        var lead = await db.Leads.AsNoTracking().AllowedTo(db, PipelineFacts.Leads, actor, Permission.SeePipeline)
            .FirstOrDefaultAsync(l => l.ProjectId == id, stop);
        var sought = await db.SoughtMatters.AsNoTracking().AllowedTo(db, PipelineFacts.Matters, actor, Permission.SeePipeline)
            .Where(m => m.ProjectId == id).OrderBy(m => m.WindowCloses).ToListAsync(stop);
        var names = await db.NamesAsync([.. changes.Select(c => c.ById).Concat(photos.Select(f => f.AddedById)).Distinct()], stop);
        var lit = await LitAsync(project, months, changes, year, stop);
        var shown = SeesWorkings(actor, project) ? months : months.ConvertAll(Accepted);
        return new ProjectDetails(
            project, year, shown, changes, names, photos, row, lead, sought, await service.FactsAsync(project, current.Today.Year, stop), lit);
    }

    /// <summary>The projects that serve a ledger row, with what was accepted of them in the row's year; one statement.</summary>
    /// <param name="rowId">A row that the actor may see.</param>
    /// <exception cref="Domain.RefusalException">PER001.</exception>
    public async Task<RowProjects> OfCommitmentAsync(Actor actor, int rowId, int year, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeProjects);
        var read = await db.Projects.AsNoTracking().Where(p => p.CommitmentId == rowId).OrderBy(p => p.Code).Select(p => new
        {
            p.Id,
            p.Name,
            p.Stage,
            Year = p.Years.Where(y => y.Year == year).Select(y => new { y.Class, y.Planned }).FirstOrDefault(),
            Months = db.ProjectMonths.Where(m => m.ProjectId == p.Id && m.Month > year * 100 && m.Month < (year + 1) * 100).OrderBy(m => m.Month).ToList(),
        }).ToListAsync(stop);
        var last = YearMoney.LastMonth(year, current.Today);
        var serving = read.Where(r => r.Year is not null)
            .Select(r => new ProjectInvestment(r.Stage, r.Year!.Class, r.Year.Planned, r.Months.ConvertAll(MonthMoney.Of)));
        return new RowProjects([.. read.Take(MostOfRow).Select(r => OfRow(r.Id, r.Name, r.Stage, r.Year?.Planned, r.Months, last))],
            read.Count, ProjectShare.Of([.. serving], last, rowId));
    }

    /// <summary>Months that are not accepted yet are shown to those whose project it is and to those who accept.</summary>
    public static bool SeesWorkings(Actor actor, Project project) =>
        Permissions.Allows(actor, Permission.AcceptProjects) || Permissions.Allows(actor, Permission.SeeRowWorkings, ProjectFacts.Of(project));

    private static RowProject OfRow(int id, string name, Stage stage, decimal? plan, List<ProjectMonth> months, int last)
    {
        var money = YearMoney.To(last, months.Select(MonthMoney.Of));
        return new RowProject(id, name, stage, plan, money.Done ?? 0, money.DoneShare(plan), months.FindLast(m => m.Light is not null)?.Light ?? Light.None);
    }

    private static ProjectMonth Accepted(ProjectMonth month) => month.State == ProjectMonthState.Accepted
        ? month
        : new ProjectMonth
        {
            Id = month.Id,
            ProjectId = month.ProjectId,
            Month = month.Month,
            Planned = month.Planned,
            Light = month.Light,
            RuleEditionId = month.RuleEditionId,
            Rule = month.Rule,
            PlannedShare = month.PlannedShare,
            DoneShare = month.DoneShare,
        };

    /// <summary>As frozen of the last month that is over, or as the rules would have it now.</summary>
    private async Task<ProjectLit?> LitAsync(Project project, List<ProjectMonth> months, List<StageChange> changes, int year, CancellationToken stop)
    {
        var last = Period.AddMonths(Period.MonthOf(current.Today), -1);
        if (last / 100 != year || current.Directory.Ledger.Of(year) is null) return null;
        var wanted = project.Years.Find(y => y.Year == year);
        var editions = await rules.ListAsync(LightKind.Only, stop);
        var money = months.ConvertAll(MonthMoney.Of);
        var facts = ProjectLight.At(
            wanted?.Planned ?? 0, money, last, ProjectLight.FirstAsked(year, money, project.StageSince), ProjectLight.DueOf(project, wanted?.Class, year));
        if (months.Find(m => m.Month == last) is { Light: { } closed } frozen)
        {
            var by = editions.Find(e => e.Id == frozen.RuleEditionId);
            var used = facts with { Planned = frozen.PlannedShare, Done = frozen.DoneShare };
            var why = by is null ? "" : $"{LightKind.RulesOf(by).Reason(new Judgement(closed, frozen.Rule), used)}，按{by.Title()}";
            return new ProjectLit(last, closed, why, true);
        }

        if (wanted is null || !StageHistory.IsAsked(StageHistory.At(project.Stage, changes, Period.OfMonth(last).End), project.FinishedOn, last)) return null;
        var set = LightKind.RulesFor(last, editions);
        var judged = set.Judge(facts);
        return new ProjectLit(last, judged.Light, set.Reason(judged, facts), false);
    }
}
