using Maoding.Districts;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Documents;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Demo;

/// <summary>How the supervision office of 云泽区 read the proposals: what it left out, and what it took as one.</summary>
internal static class DemoReview
{
    /// <summary>Targets of the speech that the ledger follows by themselves; the rest are counted within their tasks.</summary>
    private const int HeadlineTargets = 25;

    private static readonly (string Title, string Reason)[] Dropped =
    [
        ("带头节水节电", "倡导性表述，没有可以检查的结果"),
        ("主动与市自然资源和规划局沟通衔接", "市级事项，区里只是配合，列入规划编制一并推进"),
        ("六届区委第九轮巡察的监督重点", "巡察工作另有年度计划，不在本台账重复下达"),
        ("运用“四种形态”", "纪检监察业务工作，另行部署"),
    ];

    /// <summary>One promise made twice: the second is taken into the first.</summary>
    private static readonly (string Title, string Into)[] Merged =
    [
        ("新建、改扩建学校7所", "新建机床三小"),
        ("建设社区食堂12家", "建设街道综合养老服务中心3个"),
        ("打通断头路7条", "推进老城路网畅通"),
        ("新增普惠性托位600个，新建儿童", "新增普惠性托位600个"),
        ("建设零工驿站10个", "“技能云泽”行动"),
        ("其余的全部完成整改", "控尘、控煤"),
    ];

    /// <summary>Goes through the speech's proposals as a person would, row by row.</summary>
    public static async Task SpeechAsync(IServiceProvider services, CurrentRequest current, int documentId, CancellationToken stop)
    {
        var review = services.GetRequiredService<ReviewService>();
        var rows = await ProposedAsync(services, documentId, stop);
        foreach (var (title, reason) in Dropped)
        {
            var row = Find(rows, title);
            await review.DropAsync(current.Actor, row.Id, row.Version, reason, null, stop);
            rows.Remove(row);
        }

        var merged = Merged.Select(m => (From: Find(rows, m.Title),
            Into: rows.First(r => r.Title.Contains(m.Into, StringComparison.Ordinal) && !r.Title.Contains(m.Title, StringComparison.Ordinal)))).ToList();
        foreach (var row in rows.Where(r => r.Kind == CommitmentKind.Work && merged.All(m => m.From != r)))
            await review.AcceptAsync(current.Actor, row.Id, row.Version, null, stop);
        foreach (var (from, into) in merged)
            await review.MergeAsync(current.Actor, from.Id, from.Version, into.Id, KeptHere, null, stop);
        var targets = rows.Where(r => r.Kind == CommitmentKind.Target).ToList();
        foreach (var row in targets.Take(HeadlineTargets)) await review.AcceptAsync(current.Actor, row.Id, row.Version, null, stop);
        foreach (var row in targets.Skip(HeadlineTargets)) await review.DropAsync(current.Actor, row.Id, row.Version, "随所属任务的数量一并考核，不单列", null, stop);
    }

    private static MergeChoice KeptHere { get; } = new(Enum.GetValues<DifferenceField>().ToDictionary(f => f, _ => false), "以先印发的文件为准");

    /// <summary>Takes the rows of a further document: into the rows that they repeat, the rest as new.</summary>
    public static async Task FurtherAsync(IServiceProvider services, CurrentRequest current, int documentId, CancellationToken stop)
    {
        var review = services.GetRequiredService<ReviewService>();
        foreach (var row in await ProposedAsync(services, documentId, stop))
        {
            if (row is { Match: MatchKind.Same, MergedIntoId: { } same })
                await review.MergeAsync(current.Actor, row.Id, row.Version, same, KeptHere, null, stop);
            else if (row.Kind == CommitmentKind.Work) await review.AcceptAsync(current.Actor, row.Id, row.Version, null, stop);
            else await review.DropAsync(current.Actor, row.Id, row.Version, "随所属任务的数量一并考核，不单列", null, stop);
        }
    }

    /// <summary>Takes the first rows of a document and leaves the others to the reader of the demonstration.</summary>
    public static async Task BeginAsync(IServiceProvider services, CurrentRequest current, int documentId, int count, CancellationToken stop)
    {
        var review = services.GetRequiredService<ReviewService>();
        foreach (var row in (await ProposedAsync(services, documentId, stop)).Where(r => r.Kind == CommitmentKind.Work).Take(count))
            await review.AcceptAsync(current.Actor, row.Id, row.Version, null, stop);
    }

    private static Task<List<Commitment>> ProposedAsync(IServiceProvider services, int documentId, CancellationToken stop) =>
        services.GetRequiredService<MaodingContext>().Commitments.AsNoTracking()
            .Where(c => c.DocumentId == documentId && c.State == CommitmentState.Proposed).OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(stop);

    private static Commitment Find(List<Commitment> rows, string title) =>
        rows.FirstOrDefault(r => r.Title.Contains(title, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The speech proposes no row like “{title}”.");
}
