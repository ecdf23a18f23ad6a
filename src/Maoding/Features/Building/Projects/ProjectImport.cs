using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Projects;
using Maoding.Domain.Typed;
using Maoding.Features.Progress.Closings;
using Maoding.Shared.Workbooks;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>One project as a workbook would write it.</summary>
/// <param name="Id">Null: a new one.</param>
/// <param name="Changes">It is new or would not stay as it is.</param>
/// <param name="Warning">What should be looked at and does not stand in the way.</param>
public sealed record ImportedProject(int? Id, string Code, ProjectForm Form, bool Changes, string Warning);

/// <param name="Problems">Each begins with its row and column.</param>
public sealed record ProjectPreview(IReadOnlyList<ImportedProject> Projects, IReadOnlyList<string> Problems)
{
    public int Made => Projects.Count(p => p.Id is null);

    public int Changed => Projects.Count(p => p.Id is not null && p.Changes);

    public int Same => Projects.Count - Made - Changed;
}

/// <summary>Reads a workbook of the library, and writes it when nothing stands against it: projects are known by their code.</summary>
public sealed class ProjectImport(MaodingContext db, ProjectService service, RowShares shares, AuditedSave save, CurrentRequest current)
{
    /// <summary>What a workbook would write; nothing is written.</summary>
    /// <exception cref="RefusalException">PER001; PRJ007: no such workbook.</exception>
    public async Task<ProjectPreview> PreviewAsync(Actor actor, byte[] workbook, string fileName, CancellationToken stop)
    {
        var preview = await StageAsync(actor, workbook, fileName, stop);
        // Nothing that comes later in this request may save what was only tried.
        db.ChangeTracker.Clear();
        return preview;
    }

    /// <summary>Writes all projects of the workbook, or none.</summary>
    /// <exception cref="RefusalException">As <see cref="PreviewAsync"/>; PRJ008: cells are wrong or nothing is filled in; SYS001, SYS002.</exception>
    public async Task<ProjectPreview> ApplyAsync(Actor actor, byte[] workbook, string fileName, HandledRequest? request, CancellationToken stop)
    {
        var preview = await StageAsync(actor, workbook, fileName, stop);
        if (preview.Problems.Count > 0) throw new RefusalException("PRJ008", $"表里有 {preview.Problems.Count} 处错误，一个也没有写入。请改正后重新上传。");
        if (preview.Projects.Count == 0) throw new RefusalException("PRJ008", "表里没有项目。");
        await shares.FollowChangedAsync(current.Today, stop);
        await save.SaveAsync(actor, "导入项目库", fileName, request, stop);
        return preview;
    }

    /// <summary>Puts the workbook into tracked projects as far as its cells are right; a preview and the writing are the same up to the saving.</summary>
    private async Task<ProjectPreview> StageAsync(Actor actor, byte[] workbook, string fileName, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditProjects);
        var book = BookCells.Read(workbook, fileName,
            new BookForm("PRJ007", "项目库的表", ProjectBook.Name, [.. ProjectBook.Columns(current.Directory).Select(c => c.Header)], ProjectBook.Most));
        var codes = book.Select(r => r[ProjectBook.Code]).Where(c => c.Length > 0).Distinct().ToList();
        var known = await db.Projects.Include(p => p.Years).Include(p => p.Funds).Include(p => p.Nodes)
            .AsSplitQuery().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, stop);
        var sorted = book.Select(r => new SortedProject(known.GetValueOrDefault(r[ProjectBook.Code]), r, current)).ToList();
        foreach (var repeated in sorted.Where(s => s.Row[ProjectBook.Code].Length > 0).GroupBy(s => s.Row[ProjectBook.Code]))
            foreach (var again in repeated.Skip(1)) again.Sorting.Add(ProjectBook.Code, $"编号 {repeated.Key} 与第 {repeated.First().Row.Line} 行重复");
        if (sorted.Count == 0) return new ProjectPreview([], []);
        foreach (var twins in sorted.GroupBy(s => s.Face).Where(t => t.Key.Item1.Length > 0))
            foreach (var again in twins.Skip(1)) again.Twin = $"第 {twins.First().Row.Line} 行";
        var ground = await ProjectGround.AskAsync(db, current.Directory.Ledger, [.. sorted.Select(s => (s.Project, s.Form))], stop);
        foreach (var line in sorted.Where(s => s.Sorting.Problems.Count == 0)) Put(line, ground);
        var changed = ChangedProjects();
        return new ProjectPreview([.. sorted.Select(s => s.Imported(changed))], [.. sorted.SelectMany(s => s.Sorting.Problems)]);
    }

    private void Put(SortedProject line, ProjectGround ground)
    {
        try
        {
            foreach (var problem in service.Write(line.Project, line.Form, ground)) line.Sorting.Add(problem);
        }
        catch (RefusalException refusal) when (refusal.Code == "PRJ009")
        {
            line.Sorting.Add(new FieldProblem(refusal.Field!["Form.".Length..], refusal.Message));
        }
    }

    /// <summary>Keys of projects of which something would be written.</summary>
    private HashSet<int> ChangedProjects() =>
        [.. db.ChangeTracker.Entries().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)).Select(e => e.Entity switch
    {
        Project project => project.Id,
        ProjectYear year => year.ProjectId,
        ProjectFund fund => fund.ProjectId,
        ProjectNode node => node.ProjectId,
        ProjectMonth month => month.ProjectId,
        _ => 0,
    })];

    /// <summary>A line of the workbook with the project it goes to.</summary>
    private sealed class SortedProject
    {
        public SortedProject(Project? known, BookRow row, CurrentRequest current)
        {
            (Row, Sorting, IsNew) = (row, new ProjectSorting(row, current), known is null);
            Form = Sorting.Form(known);
            Project = known ?? new Project { Code = "", Name = "" };
        }

        public BookRow Row { get; }

        public ProjectSorting Sorting { get; }

        public ProjectForm Form { get; }

        public Project Project { get; }

        /// <summary>Where the same name and owner stand as well; empty for nowhere.</summary>
        public string Twin { get; set; } = "";

        public (string, string) Face => (TypedText.Name(Form.Name), TypedText.Name(Form.Owner));

        private bool IsNew { get; }

        private string Warning => string.Join('；', new[]
        {
            IsNew && Row[ProjectBook.Code].Length > 0 && Row[ProjectBook.Version].Length > 0 ? $"编号 {Row[ProjectBook.Code]} 不在库，会新增一个项目" : "",
            CreditCode.Problem(Form.OwnerCode ?? ""),
            ProjectChecks.PlanDoubt(Form),
            Twin.Length > 0 ? $"{Twin}也是这个项目名称和建设单位，请看是不是同一个项目" : "",
        }.Where(w => w.Length > 0));

        public ImportedProject Imported(HashSet<int> changed) =>
            new(IsNew ? null : Project.Id, Row[ProjectBook.Code], Form, IsNew || changed.Contains(Project.Id), Warning);
    }
}
