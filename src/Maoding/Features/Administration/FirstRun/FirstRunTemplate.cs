using Maoding.Features.Administration.Organs;
using Maoding.Shared;

namespace Maoding.Features.Administration.FirstRun;

/// <summary>GET /first-run/template: an empty directory to fill in before there is one.</summary>
internal static class FirstRunTemplate
{
    public const string Address = "/first-run/template";

    public static IResult Answer() => Downloads.Form("机构人员名录样表.xlsx", DirectoryBook.WriteTemplate);
}
