using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>Every quote against its document, one document in memory at a time.</summary>
internal sealed class QuoteCheck : IntegrityCheck
{
    public override string Code => "VER009";

    public override string Name => "引文";

    public override string What => "每条引文与所引文件在该位置上的文字一字不差。";

    public override string Why => "任务的依据对不上原文：文件的文字或引文被改过。";

    public override string Remedy => "打开列出的任务，重新选定引文；文件被改过的，用备份恢复。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var id in await scope.Db.Documents.AsNoTracking().OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(stop))
        {
            var text = await scope.Db.Documents.AsNoTracking().Where(d => d.Id == id).Select(d => d.Text).SingleAsync(stop);
            var quotes = scope.Db.Quotes.AsNoTracking().Where(q => q.DocumentId == id).OrderBy(q => q.Start);
            await foreach (var quote in quotes.AsAsyncEnumerable().WithCancellation(stop))
            {
                var isInside = quote.Start >= 0 && quote.Length >= 0 && quote.Start <= text.Length - quote.Length;
                if (!isInside || !text.AsSpan(quote.Start, quote.Length).SequenceEqual(quote.Text))
                    yield return $"任务（内部号 {quote.CommitmentId}）的引文“{Short(quote.Text)}”与文件 {id} 第 {quote.Start} 字起的文字不同";
            }
        }
    }

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
