using Maoding.Domain;
using Maoding.Domain.Projects;

namespace Maoding.Features.Building.Projects;

/// <summary>Puts a checked form into a project and its year's months.</summary>
internal static class ProjectWriting
{
    /// <param name="project">With years, funds and nodes.</param>
    /// <param name="rowId">The ledger row found by the form's number.</param>
    public static void Apply(ProjectForm form, Project project, int? rowId, bool isNew, DateOnly today)
    {
        ProjectForm.TryMoney(form.Total, out var total);
        ProjectForm.TryMoney(form.DoneBefore, out var before);
        (project.Name, project.Content, project.Site) = (Words(form.Name), Words(form.Content), Words(form.Site));
        (project.Owner, project.OwnerCode) = (Words(form.Owner), Words(form.OwnerCode).ToUpperInvariant());
        (project.Level, project.Sector, project.TotalInvestment, project.DoneBefore) = (form.Level, form.Sector, total, before);
        (project.Longitude, project.Latitude) = (ProjectChecks.Degrees(form.Longitude), ProjectChecks.Degrees(form.Latitude));
        (project.LeadUnitId, project.ServiceUnitId, project.LeaderPostId, project.CommitmentId) =
            (form.LeadUnitId!.Value, form.ServiceUnitId, form.LeaderPostId, rowId);
        (project.PlannedStart, project.PlannedFinish) = (form.PlannedStart, form.PlannedFinish);
        if (isNew)
        {
            (project.Stage, project.StartedOn, project.FinishedOn) = (form.Stage, form.StartedOn, form.FinishedOn);
            project.StageSince = form.Stage switch { Stage.Started => form.StartedOn ?? today, Stage.Completed => form.FinishedOn ?? today, _ => today };
        }

        YearOf(form, project);
        FundsOf(form, project);
        NodesOf(form, project);
    }

    /// <summary>The planned sums of the year's months.</summary>
    /// <param name="months">Tracked, of the year.</param>
    /// <returns>Months whose plan changed; those that were not there have no key.</returns>
    /// <exception cref="RefusalException">PRJ009: a closed month's plan would change.</exception>
    public static List<ProjectMonth> Months(ProjectForm form, IReadOnlyList<ProjectMonth> months)
    {
        var changed = new List<ProjectMonth>();
        var hasPlan = form.Class is not null && form.Months.Exists(m => !string.IsNullOrWhiteSpace(m));
        for (var i = 0; i < 12; i++)
        {
            ProjectForm.TryMoney(form.Months.ElementAtOrDefault(i), out var sum);
            decimal? planned = hasPlan ? sum : null;
            var key = (form.Year * 100) + i + 1;
            var month = months.FirstOrDefault(m => m.Month == key);
            if (month?.Planned == planned) continue;
            if (month?.Light is not null)
                throw new RefusalException("PRJ009", $"{i + 1}月已经月结，它的计划不能再改。请把差额调到以后的月份。", RefusalKind.Conflict) { Field = $"Form.Months[{i}]" };
            month ??= new ProjectMonth { Month = key };
            month.Planned = planned;
            changed.Add(month);
        }

        return changed;
    }

    private static void YearOf(ProjectForm form, Project project)
    {
        var year = project.Years.Find(y => y.Year == form.Year);
        if (form.Class is not { } wanted)
        {
            if (year is not null) project.Years.Remove(year);
            return;
        }

        if (year is null) project.Years.Add(year = new ProjectYear { Year = form.Year });
        ProjectForm.TryMoney(form.YearPlan, out var planned);
        (year.Class, year.Planned, year.Goal) = (wanted, planned, Words(form.Goal));
    }

    private static void FundsOf(ProjectForm form, Project project)
    {
        foreach (var field in form.Funds)
        {
            ProjectForm.TryMoney(field.Planned, out var planned);
            ProjectForm.TryMoney(field.InPlace, out var inPlace);
            var fund = project.Funds.Find(f => f.Source == field.Source);
            if (planned == 0 && inPlace == 0)
            {
                if (fund is not null) project.Funds.Remove(fund);
                continue;
            }

            if (fund is null) project.Funds.Add(fund = new ProjectFund { Source = field.Source });
            (fund.Planned, fund.InPlace) = (planned, inPlace);
        }
    }

    private static void NodesOf(ProjectForm form, Project project)
    {
        var wanted = form.Nodes.Where(n => !string.IsNullOrWhiteSpace(n.Name)).ToDictionary(n => Words(n.Name));
        project.Nodes.RemoveAll(n => !wanted.ContainsKey(n.Name));
        foreach (var (name, field) in wanted)
        {
            var node = project.Nodes.Find(n => n.Name == name);
            if (node is null) project.Nodes.Add(node = new ProjectNode { Name = name });
            (node.Due, node.ReachedOn) = (field.Due!.Value, field.ReachedOn);
        }
    }

    private static string Words(string? text) => text?.Trim() ?? "";
}
