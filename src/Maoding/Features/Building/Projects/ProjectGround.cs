using System.Globalization;
using System.Runtime.InteropServices;
using Maoding.Districts;
using Maoding.Domain.Ledger;
using Maoding.Domain.Projects;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>What the writing of projects needs to know from the database, asked once for all of them.</summary>
internal sealed class ProjectGround
{
    /// <summary>The letters before the year in codes that are given out.</summary>
    private const string CodeLetters = "XM";

    private readonly LedgerFrame _ledger;
    private readonly Dictionary<(int Plan, string Number), int> _rows = [];
    private readonly Dictionary<int, int> _planOfServed = [];
    private readonly ILookup<int, ProjectMonth> _months;
    private readonly Dictionary<int, int> _lastCode = [];

    private ProjectGround(LedgerFrame ledger, ILookup<int, ProjectMonth> months) => (_ledger, _months) = (ledger, months);

    /// <param name="writes">Tracked projects, new ones without a key, and the forms to be put into them.</param>
    public static async Task<ProjectGround> AskAsync(
        MaodingContext db, LedgerFrame ledger, IReadOnlyCollection<(Project Project, ProjectForm Form)> writes, CancellationToken stop)
    {
        var ids = writes.Select(w => w.Project.Id).Where(id => id > 0).ToList();
        var years = writes.Select(w => w.Form.Year).Distinct().ToList();
        var (first, last) = (years.Min() * 100, (years.Max() * 100) + 12);
        var months = ids.Count == 0 ? [] : await db.ProjectMonths.Where(m => ids.Contains(m.ProjectId) && m.Month > first && m.Month <= last).ToListAsync(stop);
        var ground = new ProjectGround(ledger, months.ToLookup(m => m.ProjectId));
        await ground.AskRowsAsync(db, writes, stop);
        await ground.AskCodesAsync(db, writes, stop);
        return ground;
    }

    /// <summary>The row of the form's year with its number; a row of another year, which the form does not show, stays.</summary>
    public int? Row(Project project, ProjectForm form)
    {
        var (number, plan) = (Number(form), _ledger.Of(form.Year)?.Id);
        if (number.Length > 0) return plan is { } key && _rows.TryGetValue((key, number), out var row) ? row : null;
        return project.CommitmentId is { } served && _planOfServed.TryGetValue(served, out var other) && other != plan ? served : null;
    }

    /// <summary>Tracked, of the form's year.</summary>
    public IReadOnlyList<ProjectMonth> Months(Project project, int year) => [.. _months[project.Id].Where(m => m.Month / 100 == year)];

    /// <summary>Gives out a code: XM-2026-045.</summary>
    public string NextCode(int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{Start(year)}{++CollectionsMarshal.GetValueRefOrAddDefault(_lastCode, year, out _):000}");

    private async Task AskRowsAsync(MaodingContext db, IReadOnlyCollection<(Project Project, ProjectForm Form)> writes, CancellationToken stop)
    {
        var numbers = writes.Select(w => Number(w.Form)).Where(n => n.Length > 0).Distinct().ToList();
        var plans = writes.Select(w => _ledger.Of(w.Form.Year)?.Id).OfType<int>().Distinct().ToList();
        if (numbers.Count > 0 && plans.Count > 0)
            foreach (var row in await db.Commitments.Where(c => plans.Contains(c.PlanId) && numbers.Contains(c.Number) && c.State >= CommitmentState.Issued)
                .OrderBy(c => c.Id).Select(c => new { c.Id, c.PlanId, c.Number }).ToListAsync(stop))
                _rows.TryAdd((row.PlanId, row.Number), row.Id);
        var served = writes.Where(w => Number(w.Form).Length == 0).Select(w => w.Project.CommitmentId).OfType<int>().Distinct().ToList();
        if (served.Count == 0) return;
        foreach (var row in await db.Commitments.Where(c => served.Contains(c.Id)).Select(c => new { c.Id, c.PlanId }).ToListAsync(stop))
            _planOfServed[row.Id] = row.PlanId;
    }

    /// <summary>The last number given out in each year that needs a new one, by the library or by these forms themselves.</summary>
    private async Task AskCodesAsync(MaodingContext db, IReadOnlyCollection<(Project Project, ProjectForm Form)> writes, CancellationToken stop)
    {
        var years = writes.Where(w => w.Project.Id == 0 && string.IsNullOrWhiteSpace(w.Form.Code)).Select(w => w.Form.Year).Distinct().ToList();
        if (years.Count == 0) return;
        var codes = await db.Projects.Where(p => p.Code.StartsWith(CodeLetters + "-")).Select(p => p.Code).ToListAsync(stop);
        codes.AddRange(writes.Select(w => w.Form.Code?.Trim() ?? ""));
        foreach (var year in years)
            _lastCode[year] = codes.Where(c => c.StartsWith(Start(year), StringComparison.Ordinal)).Select(
                c => int.TryParse(c.AsSpan(Start(year).Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).DefaultIfEmpty().Max();
    }

    private static string Number(ProjectForm form) => form.RowNumber?.Trim() ?? "";

    private static string Start(int year) => string.Create(CultureInfo.InvariantCulture, $"{CodeLetters}-{year}-");
}
