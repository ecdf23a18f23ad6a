using System.Globalization;
using Maoding.Domain.Progress;

namespace Maoding.Domain.Projects;

/// <summary>What was and should be invested in a project, as it tells the progress of the ledger row that it serves.</summary>
/// <param name="YearPlan">The year's planned investment, 万元.</param>
public sealed record ProjectInvestment(Stage Stage, YearClass Class, decimal YearPlan, IReadOnlyList<MonthMoney> Months);

/// <summary>A row's progress as the projects that serve it tell it: their investment is reported once, with the project.</summary>
public static class ProjectShare
{
    /// <summary>Null where no project has money planned for the year: then the unit is asked as for any row.</summary>
    /// <param name="month">yyyymm: the last month that counts.</param>
    public static ShareSource? Of(IReadOnlyCollection<ProjectInvestment> projects, int month, int rowId)
    {
        var counted = projects.Where(p => p.Class != YearClass.Reserve && StageHistory.IsCounted(p.Stage) && p.YearPlan > 0).ToList();
        if (counted.Count == 0) return null;
        var planned = counted.Sum(p => p.YearPlan);
        var done = counted.Sum(p => YearMoney.To(month, p.Months).Done ?? 0);
        var words = string.Create(CultureInfo.InvariantCulture, $"{counted.Count}个项目1—{month % 100}月完成投资{done:0.##}万元，年度计划{planned:0.##}万元");
        return new ShareSource(ShareBasis.Projects, PerMille.Of(done, planned), words, rowId);
    }
}
