using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Problems;
using Maoding.Domain.Procedures;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;

namespace Maoding.Domain;

/// <summary>Every life cycle there is, drawn.</summary>
public static class LifeCycles
{
    /// <summary>What lives so, by which table.</summary>
    public static IReadOnlyList<(string Name, LifeCycle Table)> All { get; } =
    [
        ("任务 Commitment", CommitmentMoves.Table.Keys),
        ("进展填报 ProgressReport", ReportMoves.Table.Keys),
        ("数据报送 DataSheet", SheetMoves.Table.Keys),
        ("项目 Project", StageMoves.Table.Keys),
        ("项目月度进度 ProjectMonth", ProjectMonthMoves.Table.Keys),
        ("招商线索 Lead", LeadMoves.Table.Keys),
        ("向上争取 SoughtMatter", SoughtMoves.Table.Keys),
        ("联审联批 JointReview", ReviewMoves.Table.Keys),
        ("问题 Problem", ProblemMoves.Table.Keys),
    ];

    /// <summary>All of them as the page docs/life-cycles.md.</summary>
    public static string Page() =>
        "# Life cycles\n\nDrawn from the tables by `dotnet run --project src/Maoding -- life-cycles > docs/life-cycles.md`; a test compares.\n"
        + "Below each picture: who may make a move, by the permission that is asked for with the facts of the thing, and the words that it asks for.\n"
        + string.Concat(All.Select(c => $"\n## {c.Name}\n\n```mermaid\n{c.Table.Drawing()}```\n\n{Head}{c.Table.Rules()}"));

    private const string Head = "| move | way | permission | asks for |\n| --- | --- | --- | --- |\n";
}
