using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Problems;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Maoding.Features.Planning.Ledger;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Workbooks;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.Problems;

/// <summary>A problem as it is typed.</summary>
public sealed class RaisedFields
{
    public string? Title { get; set; }

    public string? Text { get; set; }

    public ProblemCause? Cause { get; set; }

    public ProblemOrigin? Origin { get; set; }

    public string? Project { get; set; }

    public int? RowId { get; set; }

    public string? Enterprise { get; set; }

    /// <summary>万元, as typed.</summary>
    public string? HeldBack { get; set; }

    public int? UnitId { get; set; }

    /// <exception cref="RefusalException">PRB008: not a number.</exception>
    public RaisedValues Values()
    {
        var typed = NumberCell.Read(HeldBack);
        decimal? money = !typed.IsWrong ? typed.Value is { } value ? decimal.Round(value, 2) : null
            : throw new RefusalException("PRB008", $"影响投资“{HeldBack}”不是能用的数，请按万元只填数字，如 1200；说不清的空着。") { Field = "Fields.HeldBack" };
        return new RaisedValues(Title ?? "", Text ?? "", Cause, Origin, Project ?? "", RowId, Enterprise ?? "", money, UnitId);
    }
}

/// <summary>Raising a problem, filled from where it was met.</summary>
public sealed class NewModel(ProblemService service, MaodingContext db) : MaodingPage
{
    /// <summary>Projects offered by name; others are typed.</summary>
    private const int Offered = 100;

    [BindProperty]
    public RaisedFields Fields { get; set; } = new();

    /// <summary>Empty when it was met in no row.</summary>
    public string RowName { get; private set; } = "";

    /// <summary>Codes and names of the actor's own projects.</summary>
    public IReadOnlyList<string> Projects { get; private set; } = [];

    /// <summary>In whose name it may be raised.</summary>
    public IReadOnlyList<(int Value, string Text)> Units { get; private set; } = [];

    [Needs(Permission.RaiseProblem)]
    public async Task OnGetAsync(int? project, int? row, int? period, CancellationToken stop)
    {
        if (row is { } id) await FillFromRowAsync(id, period, stop);
        if (project is { } of
            && await db.Projects.AsNoTracking().Where(p => p.Id == of).Select(p => new { p.Code, p.Name, p.Owner }).FirstOrDefaultAsync(stop) is { } found)
            (Fields.Project, Fields.Enterprise, Fields.Origin) = ($"{found.Code} {found.Name}", found.Owner, ProblemOrigin.Project);
        if (Fields.Origin is null && Actor.LeaderPosts.Count > 0) Fields.Origin = ProblemOrigin.Visit;
        await LoadAsync();
    }

    [Needs(Permission.RaiseProblem)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var id = await service.RaiseAsync(Actor, Fields.Values(), Once(ProblemLinks.Index), HttpContext.RequestAborted);
            Notice("问题已提出，督查室会交办到责任单位。");
            return Redirect(ProblemLinks.Problem(id));
        },
        LoadAsync);

    private async Task FillFromRowAsync(int id, int? period, CancellationToken stop)
    {
        var row = await db.Commitments.AsNoTracking().Include(c => c.CoUnits).FirstOrDefaultAsync(c => c.Id == id && c.State >= CommitmentState.Draft, stop)
            ?? throw new RefusalException("PRB007", "没有这一项任务。请从台账里的那一项点“提出问题”。", RefusalKind.Missing);
        Permissions.Demand(Actor, Permission.SeeRow, RowFacts.Of(row));
        (Fields.RowId, Fields.Origin) = (id, ProblemOrigin.Report);
        if (await db.Projects.AsNoTracking().Where(p => p.CommitmentId == id).Select(p => new { p.Code, p.Name }).Take(2).ToListAsync(stop) is [var serving])
            Fields.Project = $"{serving.Code} {serving.Name}";
        if (period is not { } key) return;
        var seesWorkings = May(Permission.SeeRowWorkings, RowFacts.Of(row));
        var said = await db.Reports.AsNoTracking().Where(r => r.CommitmentId == id && r.Period == key && (seesWorkings || r.State == ReportState.Accepted))
            .Select(r => r.Problems).FirstOrDefaultAsync(stop) ?? "";
        (Fields.Title, Fields.Text) = (FirstSentence(said), said);
    }

    /// <summary>Up to the first mark that ends or divides a sentence.</summary>
    private static string FirstSentence(string text)
    {
        var line = text.Trim();
        var end = line.AsSpan().IndexOfAny("。；\n");
        var first = end < 0 ? line : line[..end];
        return first.Length <= ProblemWriting.LongestTitle ? first : first[..ProblemWriting.LongestTitle];
    }

    private async Task LoadAsync()
    {
        var stop = HttpContext.RequestAborted;
        if (Fields.RowId is { } row)
            RowName = await db.Commitments.VisibleTo(db, Actor).Where(c => c.Id == row).Select(c => c.Number + " " + c.Title).FirstOrDefaultAsync(stop) ?? "";
        var (units, posts) = (Actor.Units, Actor.LeaderPosts);
        Projects = await db.Projects.AsNoTracking()
            .Where(p => p.Stage != Stage.Withdrawn
                && (units.Contains(p.LeadUnitId) || units.Contains(p.ServiceUnitId!.Value) || posts.Contains(p.LeaderPostId!.Value)))
            .OrderBy(p => p.Code).Take(Offered).Select(p => p.Code + " " + p.Name).ToListAsync(stop);
        Units = [.. Actor.Units.Select(u => (u, Directory.UnitName(u)))];
    }
}
