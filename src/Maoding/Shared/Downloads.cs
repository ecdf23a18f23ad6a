using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain;
using Maoding.Domain.Documents;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.Net.Http.Headers;

namespace Maoding.Shared;

/// <summary>What is taken out, as the log's entry says it.</summary>
/// <param name="Action">导出台账.</param>
/// <param name="SubjectId">0 for things of many rows.</param>
public sealed record TakenOut(string Action, string Subject, int SubjectId, string Why = "");

/// <summary>The one door by which files leave: within a cap of rows, and with an entry of who took out what.</summary>
public sealed class Downloads(MaodingContext db, AuditedSave save, CurrentRequest current, IHttpContextAccessor http)
{
    /// <summary>Marks a request that gets no body: nothing is taken out by it.</summary>
    public const string OnlyHead = "head";

    /// <summary>Rows of one workbook; more would hold too much of the server's memory at once.</summary>
    public const int MostRows = 5000;

    /// <param name="what">A measure word with its noun: 个问题.</param>
    /// <param name="narrow">How fewer are chosen: 选一种状态.</param>
    /// <exception cref="RefusalException">LIS001 or the code given: more rows than one file takes.</exception>
    public static void Demand(int rows, string what, string narrow, string code = "LIS001", int most = MostRows)
    {
        if (rows > most) throw new RefusalException(code, $"一次最多导出 {most} {what}，现在的条件下不止这些。请{narrow}，分几次导出。", RefusalKind.TooLarge);
    }

    /// <summary>An empty form to fill in: nothing of the district's is in it, so it needs no entry.</summary>
    public static IResult Form(string name, Action<Stream> write) => Results.File(Written(write), MediaTypes.Xlsx, name);

    /// <summary>A workbook of one sheet.</summary>
    /// <exception cref="RefusalException">LIS001.</exception>
    public Task<IResult> SheetAsync(TakenOut taken, string name, TableSheet sheet, CancellationToken stop, int most = MostRows)
    {
        Demand(sheet.Rows.Count, "行", "缩小范围", most: most);
        return SendAsync(taken, name, MediaTypes.Xlsx, to => TableBookWriter.Write(to, [sheet]), stop);
    }

    public Task<IResult> PaperAsync(TakenOut taken, string name, OfficialPaper paper, CancellationToken stop) =>
        SendAsync(taken, name, MediaTypes.Docx, to => OfficialPaperWriter.Write(paper, to), stop);

    /// <summary>Anything that is written when it is asked for; whoever writes rows asks <see cref="Demand"/> first.</summary>
    public async Task<IResult> SendAsync(TakenOut taken, string name, string mediaType, Action<Stream> write, CancellationToken stop)
    {
        var bytes = Written(write);
        await NoteAsync(taken, stop);
        return Results.File(bytes, mediaType, name);
    }

    /// <summary>A file as it was uploaded: always as a download that nothing may run or keep, and never as a page of ours.</summary>
    public async Task<IResult> StoredAsync(TakenOut taken, StoredFile file, HttpResponse response, CancellationToken stop)
    {
        await NoteAsync(taken, stop);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        (response.ContentType, response.ContentLength) = (file.ContentType, file.Length);
        await db.CopyFileAsync(file.Id, file.Length, response.Body, stop);
        return Results.Empty;
    }

    private Task NoteAsync(TakenOut taken, CancellationToken stop) => http.HttpContext?.Items.ContainsKey(OnlyHead) == true
        ? Task.CompletedTask
        : save.NoteAsync(current.Actor, taken.Action, taken.Subject, taken.SubjectId, taken.Why, stop);

    private static byte[] Written(Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        write(buffer);
        return buffer.ToArray();
    }
}
