using Maoding.Districts;
using Maoding.Domain;
using Maoding.Shared;

namespace Maoding.Features.Administration.Organs;

/// <summary>GET /organs/export.</summary>
internal static class DirectoryExport
{
    public static async Task<IResult> AnswerAsync(DirectoryBook book, CurrentRequest current, Downloads downloads, CancellationToken stop)
    {
        using var output = new MemoryStream();
        await book.WriteAsync(current.Actor, output, stop);
        var taken = new TakenOut("导出机构人员", nameof(Region), current.Directory.Region.Id);
        return await downloads.SendAsync(taken, $"{current.Directory.Region.Name}机构人员.xlsx", MediaTypes.Xlsx, output.WriteTo, stop);
    }
}
