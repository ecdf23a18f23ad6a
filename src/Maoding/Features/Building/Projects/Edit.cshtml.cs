using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.Storage.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>The form of a project; without a key a new one, with a lead filled in from it.</summary>
public sealed class EditModel(ProjectService service, MaodingContext db) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    /// <summary>The lead that it becomes.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Lead { get; set; }

    /// <summary>Whose plan is edited; the running one when none is given.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty]
    public ProjectForm Form { get; set; } = new();

    public Stage Stage { get; private set; } = Stage.Planning;

    /// <summary>The accepted months of earlier years that are kept of it, yyyymm, and what was done in them; null for none.</summary>
    public (int First, int Last, decimal Done)? Kept { get; private set; }

    public string LeadName { get; private set; } = "";

    public string Back => Id is { } id ? ProjectLinks.Project(id) : ProjectLinks.Index;

    [Needs(Permission.EditProjects)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        Form = new ProjectForm { Year = Year is > 1990 and < 2200 and var asked ? asked : Current.Plan?.Year ?? Today.Year };
        if (Id is { } id)
        {
            var project = await service.WholeAsync(id, stop);
            var months = await db.ProjectMonths.AsNoTracking()
                .Where(m => m.ProjectId == id && m.Month > Form.Year * 100 && m.Month <= (Form.Year * 100) + 12).ToListAsync(stop);
            var plan = Directory.Ledger.Of(Form.Year)?.Id;
            var number = await db.Commitments.Where(c => c.Id == project.CommitmentId && c.PlanId == plan)
                .Select(c => c.Number).FirstOrDefaultAsync(stop) ?? "";
            (Form, Stage) = (ProjectForm.Of(project, Form.Year, months, number), project.Stage);
            await AddKeptAsync(id, stop);
        }
        else if (await db.Leads.AsNoTracking().AllowedTo(db, PipelineFacts.Leads, Actor, Permission.SeePipeline)
                     .FirstOrDefaultAsync(l => l.Id == Lead, stop) is { } lead)
        {
            (Form.Name, Form.Owner, Form.Sector, Form.Total, Form.LeadUnitId, Form.LeaderPostId, Form.Content) =
                (lead.Name, lead.Investor, lead.Sector, ProjectText.Plain(lead.Amount), lead.UnitId, lead.LeaderPostId, lead.Note);
            LeadName = lead.Name;
        }

        Form.Filled();
    }

    [Needs(Permission.EditProjects)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        foreach (var (field, words) in ProjectChecks.Of(Form, Directory, Today, Id is null)) ModelState.AddModelError($"Form.{field}", words);
        return Try(
            async () =>
            {
                var id = await service.SaveAsync(Actor, Id, Form, Id is null ? Lead : null, Once(Back), stop);
                var warning = CreditCode.Problem(Form.OwnerCode?.Trim().ToUpperInvariant() ?? "");
                Notice(warning.Length > 0 ? $"已保存。另请注意：{warning}" : "已保存。");
                return Redirect(ProjectLinks.Project(id));
            },
            async () =>
            {
                Form.Filled();
                if (Id is { } id) Stage = await db.Projects.Where(p => p.Id == id).Select(p => p.Stage).FirstOrDefaultAsync(stop);
                if (Id is { } kept) await AddKeptAsync(kept, stop);
            });
    }

    private async Task AddKeptAsync(int id, CancellationToken stop)
    {
        var first = Today.Year * 100;
        var earlier = await db.ProjectMonths.AsNoTracking().Where(m => m.ProjectId == id && m.Month < first && m.State == ProjectMonthState.Accepted)
            .OrderBy(m => m.Month).Select(m => new { m.Month, m.Done }).ToListAsync(stop);
        if (earlier.Count > 0) Kept = (earlier[0].Month, earlier[^1].Month, earlier.Sum(m => m.Done ?? 0));
    }
}
