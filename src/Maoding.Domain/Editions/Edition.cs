using Maoding.Domain.Audit;

namespace Maoding.Domain.Editions;

/// <summary>What is kept as it left the house.</summary>
public enum EditionKind
{
    [Called("印发的任务分解方案")] IssuedPlan = 1,

    [Called("会议纪要")] Minutes = 2,

    [Called("月结亮灯表")] ClosedMonth = 3,

    [Called("经济运行分析")] Analysis = 4,
}

/// <summary>定稿: a paper with its files as it left the house. It never changes; a correction is another edition that names this one.</summary>
[Called("定稿", Place = 45)]
public sealed class Edition : IAudited
{
    public int Id { get; set; }

    [Called("种类")] public EditionKind Kind { get; set; }

    /// <summary>What it is a paper of, by the name of its type: Issue.</summary>
    [Called("所属")] public required string Subject { get; set; }

    [Called("所属内部号")] public int SubjectId { get; set; }

    /// <summary>From 1 among the editions of its subject.</summary>
    [Called("版次")] public int Ordinal { get; set; } = 1;

    /// <summary>发文字号; empty for what has none.</summary>
    [Called("文号")] public string Number { get; set; } = "";

    [Called("名称")] public required string Name { get; set; }

    /// <summary>The day on the paper.</summary>
    [Called("日期")] public DateOnly Day { get; set; }

    /// <summary>By post and name as it was that day; empty where nobody is known.</summary>
    [Called("批准人")] public string ApprovedBy { get; set; } = "";

    /// <summary>What it was made from, in words.</summary>
    [Called("制作依据")] public required string Basis { get; set; }

    /// <summary>A line for each file: SHA-256 TAB name.</summary>
    [Called("文件")] public required string Contents { get; set; }

    /// <summary>The edition that this one corrects; null for the first of its subject.</summary>
    [Called("更正的定稿")] public int? CorrectsId { get; set; }

    /// <summary>Why it was corrected.</summary>
    [Called("更正原因")] public string Reason { get; set; } = "";

    /// <summary>Made afterwards, from what the database said then: the paper had left the house before there were editions.</summary>
    [Called("事后补存")] public bool IsLate { get; set; }

    /// <summary>0: the system did it by itself.</summary>
    [Called("存入人")] public int MadeById { get; set; }

    /// <summary>UTC.</summary>
    [Called("存入时间")] public DateTime MadeAt { get; set; }

    /// <summary>Hash and name of each file.</summary>
    public IReadOnlyList<(string Sha256, string Name)> Files => [.. Contents.Split('\n').Select(l => l.Split('\t', 2)).Select(p => (p[0], p[1]))];

    public static string ContentsOf(IEnumerable<(string Sha256, string Name)> files) => string.Join('\n', files.Select(f => $"{f.Sha256}\t{f.Name}"));
}
