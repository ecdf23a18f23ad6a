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
    /// <summary>What lives so, with its Mermaid diagram.</summary>
    public static IReadOnlyList<(string Name, string Drawing)> All { get; } =
    [
        ("任务 Commitment", CommitmentMoves.Table.Drawing()),
        ("进展填报 ProgressReport", ReportMoves.Table.Drawing()),
        ("数据报送 DataSheet", SheetMoves.Table.Drawing()),
        ("项目 Project", StageMoves.Table.Drawing()),
        ("项目月度进度 ProjectMonth", ProjectMonthMoves.Table.Drawing()),
        ("招商线索 Lead", LeadMoves.Table.Drawing()),
        ("向上争取 SoughtMatter", SoughtMoves.Table.Drawing()),
        ("联审联批 JointReview", ReviewMoves.Table.Drawing()),
        ("问题 Problem", ProblemMoves.Table.Drawing()),
    ];

    /// <summary>All of them as the page docs/life-cycles.md.</summary>
    public static string Page() =>
        "# Life cycles\n\nDrawn from the tables by `dotnet run --project src/Maoding -- life-cycles > docs/life-cycles.md`; a test compares.\n"
        + string.Concat(All.Select(c => $"\n## {c.Name}\n\n```mermaid\n{c.Drawing}```\n"));
}
