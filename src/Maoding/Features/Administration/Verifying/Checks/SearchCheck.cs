using System.Runtime.CompilerServices;
using Maoding.Storage.Searching;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>The index of the search against the rows.</summary>
internal sealed class SearchCheck : IntegrityCheck
{
    public override string Code => "VER013";

    public override string Name => "检索索引";

    public override string What => "每项任务都在检索索引里，索引里没有已不存在的任务。";

    public override string Why => "在台账里按文字查找时会漏掉任务。";

    public override string Remedy => "重新启动 maoding serve，半分钟后会自动重新建立索引。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var id in await SearchIndex.MissingAsync(scope.Db, stop)) yield return $"任务（内部号 {id}）与索引对不上";
    }
}
