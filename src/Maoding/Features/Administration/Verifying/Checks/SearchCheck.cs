using System.Runtime.CompilerServices;
using Maoding.Domain.Search;
using Maoding.Storage.Searching;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>The indexes of the search against what they hold.</summary>
internal sealed class SearchCheck : IntegrityCheck
{
    public override string Code => "VER013";

    public override string Name => "检索索引";

    public override string What => "每项任务、每份文件、每个项目和问题等都在检索索引里，索引里没有已不存在的。";

    public override string Why => "按文字查找时会漏掉。";

    public override string Remedy => "重新启动 maoding serve，半分钟后会自动重新建立索引。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var id in await SearchIndex.MissingAsync(scope.Db, stop)) yield return $"任务（内部号 {id}）与索引对不上";
        foreach (var (kind, id) in await ThingIndex.MissingAsync(scope.Db, stop)) yield return $"{NameOf(kind)}（内部号 {id}）与索引对不上";
    }

    private static string NameOf(SearchKind kind) => kind switch
    {
        SearchKind.Document => "文件",
        SearchKind.Project => "项目",
        SearchKind.Problem => "问题",
        SearchKind.Lead => "招商线索",
        SearchKind.SoughtMatter => "争取事项",
        _ => "指标",
    };
}
