using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Projects;

/// <summary>One project as a workbook would write it.</summary>
/// <param name="Id">Null: a new one.</param>
/// <param name="Warning">What should be looked at and does not stand in the way.</param>
public sealed record ImportedProject(int? Id, string Code, ProjectForm Form, string Warning);

/// <param name="Problems">Each begins with its row and column.</param>
public sealed record ProjectPreview(IReadOnlyList<ImportedProject> Projects, IReadOnlyList<string> Problems)
{
    public int Made => Projects.Count(p => p.Id is null);
}

/// <summary>Reads a workbook of the library, and writes it when nothing stands against it: projects are known by their code.</summary>
public sealed class ProjectImport(MaodingContext db, ProjectService service, AuditedSave save, CurrentRequest current)
{
    /// <summary>What a workbook would write; nothing is written.</summary>
    /// <exception cref="RefusalException">PER001; PRJ007: no such workbook.</exception>
    public async Task<ProjectPreview> PreviewAsync(Actor actor, byte[] workbook, string fileName, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditProjects);
        var book = BookCells.Read(workbook, fileName, new BookForm("PRJ007", "项目库的表", ProjectBook.Name, [.. ProjectBook.Columns(current.Directory).Select(c => c.Header)], ProjectBook.Most));
        var codes = book.Select(r => r[ProjectBook.Code]).Where(c => c.Length > 0).Distinct().ToList();
        var known = await db.Projects.AsNoTracking().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, stop);
        var years = current.Directory.Ledger.Plans.ToDictionary(p => p.Id, p => p.Year);
        var numbers = (await db.Commitments.AsNoTracking().Where(c => c.State >= CommitmentState.Issued).Select(c => new { c.PlanId, c.Number }).ToListAsync(stop)).Select(c => (years[c.PlanId], c.Number)).ToHashSet();
        var (projects, problems, seen) = (new List<ImportedProject>(), new List<string>(), new Dictionary<string, int>());
        foreach (var row in book)
        {
            var code = row[ProjectBook.Code];
            var project = known.GetValueOrDefault(code);
            var sorting = new ProjectSorting(row, current.Directory, current.Today);
            var form = sorting.Form(project);
            if (code.Length > 0 && !seen.TryAdd(code, row.Line)) sorting.Add(ProjectBook.Code, $"编号 {code} 与第 {seen[code]} 行重复");
            if (form.RowNumber is { Length: > 0 } number && !numbers.Contains((form.Year, number))) sorting.Add(ProjectBook.RowNumber, $"{form.Year}年台账里没有已印发的第 {number} 项");
            problems.AddRange(sorting.Problems);
            projects.Add(new ImportedProject(project?.Id, code, form, CreditCode.Problem(form.OwnerCode ?? "")));
        }

        return new ProjectPreview(projects, problems);
    }

    /// <summary>Writes all projects of the workbook, or none.</summary>
    /// <returns>How many were new and how many were there.</returns>
    /// <exception cref="RefusalException">As <see cref="PreviewAsync"/>; PRJ008: cells are wrong or nothing is filled in; PRJ009: a closed month's plan would change.</exception>
    public async Task<(int Made, int Changed)> ApplyAsync(Actor actor, byte[] workbook, string fileName, HandledRequest? request, CancellationToken stop)
    {
        var preview = await PreviewAsync(actor, workbook, fileName, stop);
        if (preview.Problems.Count > 0) throw new RefusalException("PRJ008", $"表里有 {preview.Problems.Count} 处错误，一个也没有写入。请改正后重新上传。");
        if (preview.Projects.Count == 0) throw new RefusalException("PRJ008", "表里没有项目。");
        var ids = preview.Projects.Select(p => p.Id).OfType<int>().ToList();
        var known = await db.Projects.Include(p => p.Years).Include(p => p.Funds).Include(p => p.Nodes).AsSplitQuery().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        foreach (var imported in preview.Projects)
        {
            var project = imported.Id is { } id ? known.GetValueOrDefault(id) ?? throw ProjectService.Missing() : new Project { Code = "", Name = "" };
            var wrong = await service.WriteAsync(project, imported.Form, imported.Id is null, stop);
            if (wrong.Count > 0) throw new RefusalException("PRJ008", $"{imported.Form.Name}：{wrong[0].Words}一个也没有写入。");
        }

        await save.SaveAsync(actor, "导入项目库", fileName, request, stop);
        return (preview.Made, preview.Projects.Count - preview.Made);
    }
}
