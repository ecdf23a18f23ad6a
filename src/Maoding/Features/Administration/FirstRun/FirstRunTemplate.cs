using Maoding.Features.Administration.Organs;
using Maoding.Shared;

namespace Maoding.Features.Administration.FirstRun;

/// <summary>GET /first-run/template: an empty directory to fill in before there is one.</summary>
internal static class FirstRunTemplate
{
    public const string Address = "/first-run/template";

    public static IResult Answer()
    {
        var output = new MemoryStream();
        DirectoryBook.WriteTemplate(output);
        output.Position = 0;
        return Results.File(output, MediaTypes.Xlsx, "机构人员名录样表.xlsx");
    }
}
