using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>One holder per post and day.</summary>
internal sealed class TenureCheck : IntegrityCheck
{
    public override string Code => "VER011";

    public override string Name => "任职";

    public override string What => "一个岗位在同一天只有一位任职人，任职的结束不早于开始。";

    public override string Why => "责任落在岗位上，按日期找人：两人同时在任，就说不清责任是谁的。";

    public override string Remedy => "从“机构人员”导出名录，在“人员任职”表里改正离任日期后导入；还没开始的任职，在岗位页上撤销。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        var terms = scope.Db.Tenures.AsNoTracking();
        var both = from a in terms
                   from b in terms
                   where a.PostId == b.PostId && a.Id < b.Id && (a.To == null || b.From <= a.To) && (b.To == null || a.From <= b.To)
                   select new { Post = a.Post!.Name, First = a.Person!.Name, Second = b.Person!.Name };
        await foreach (var pair in both.AsAsyncEnumerable().WithCancellation(stop)) yield return $"“{pair.Post}”上 {pair.First} 与 {pair.Second} 的任职日期重叠";
        var backwards = terms.Where(t => t.To < t.From).Select(t => new { Post = t.Post!.Name, Person = t.Person!.Name });
        await foreach (var term in backwards.AsAsyncEnumerable().WithCancellation(stop)) yield return $"{term.Person}任“{term.Post}”的结束日期早于开始日期";
    }
}
