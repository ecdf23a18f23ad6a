namespace Maoding.Domain.Projects;

/// <summary>One condition of entering a stage.</summary>
public sealed record StageCondition(string Words, bool IsMet);

/// <summary>What conditions look at beside the project itself, its nodes loaded.</summary>
/// <param name="Year">The plan of the year in which it is to enter the stage; null without one.</param>
/// <param name="Procedures">How many procedures it has.</param>
/// <param name="OpenProcedures">How many of them are neither finished nor waived.</param>
/// <param name="Done">Investment done by accepted months of all years, 万元.</param>
public sealed record StageFacts(Project Project, ProjectYear? Year, int Procedures, int OpenProcedures, decimal Done);

/// <summary>What must be there before a project enters a stage.</summary>
public static class StageConditions
{
    /// <summary>Conditions of a move in the order of their checking; none for a move that takes a project out of its way.</summary>
    public static IReadOnlyList<StageCondition> Of(StageMove move, StageFacts facts) => move switch
    {
        StageMove.Prepare => Preparing(facts.Project),
        StageMove.Start => Starting(facts),
        StageMove.Build => [Begun(facts.Project), new("已有审核通过的完成投资", facts.Done > 0)],
        StageMove.Complete => [Begun(facts.Project), Finished(facts)],
        StageMove.Operate => [new("已登记竣工日期", facts.Project.FinishedOn is not null)],
        StageMove.ResumePreparing => [new("还没有开工（已开工的请选“复工”）", facts.Project.StartedOn is null)],
        StageMove.ResumeBuilding => [Begun(facts.Project)],
        _ => [],
    };

    private static IReadOnlyList<StageCondition> Preparing(Project project) =>
    [
        new("已填建设内容", project.Content.Length > 0),
        new("已填建设地点", project.Site.Length > 0),
        new("已填总投资", project.TotalInvestment > 0),
    ];

    private static IReadOnlyList<StageCondition> Starting(StageFacts facts) =>
    [
        new("已确定包联领导", facts.Project.LeaderPostId is not null),
        new("已确定服务单位", facts.Project.ServiceUnitId is not null),
        new("已填计划开工时间", facts.Project.PlannedStart is not null),
        new("已填计划竣工时间", facts.Project.PlannedFinish is not null),
        new("已填总投资", facts.Project.TotalInvestment > 0),
        new("已下达当年计划投资", facts.Year is { Planned: > 0 }),
        new(
            facts.OpenProcedures > 0 ? $"前期手续全部办结或注明不需办理（还有 {facts.OpenProcedures} 项）" : facts.Procedures == 0 ? "前期手续全部办结（没有列出手续）" : "前期手续全部办结或注明不需办理",
            facts.OpenProcedures == 0),
    ];

    private static StageCondition Begun(Project project) => new("已登记开工日期", project.StartedOn is not null);

    /// <summary>Its nodes are reached, or the money is spent with nothing carried over.</summary>
    private static StageCondition Finished(StageFacts facts)
    {
        var open = facts.Project.Nodes.Count(n => n.ReachedOn is null);
        var isBuilt = facts.Project.Nodes.Count > 0 && open == 0;
        var isSpent = facts.Project.TotalInvestment > 0 && facts.Done >= facts.Project.TotalInvestment;
        var nodes = facts.Project.Nodes.Count == 0 ? "没有列出节点" : $"还有 {open} 个节点";
        return new StageCondition(isBuilt || isSpent ? "节点全部完成，或总投资全部完成、没有结转" : $"节点全部完成（{nodes}），或总投资全部完成、没有结转", isBuilt || isSpent);
    }
}
