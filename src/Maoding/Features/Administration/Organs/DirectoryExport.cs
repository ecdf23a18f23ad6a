using Maoding.Districts;
using Maoding.Domain;
using Maoding.Shared;
using Maoding.Storage.Auditing;

namespace Maoding.Features.Administration.Organs;

/// <summary>GET /organs/export.</summary>
internal static class DirectoryExport
{
    public static async Task<IResult> AnswerAsync(DirectoryBook book, CurrentRequest current, AuditedSave save, CancellationToken stop)
    {
        var output = new MemoryStream();
        await book.WriteAsync(current.Actor, output, stop);
        await save.NoteAsync(current.Actor, "导出机构人员", nameof(Region), current.Directory.Region.Id, stop: stop);
        output.Position = 0;
        return Results.File(output, MediaTypes.Xlsx, $"{current.Directory.Region.Name}机构人员.xlsx");
    }
}
