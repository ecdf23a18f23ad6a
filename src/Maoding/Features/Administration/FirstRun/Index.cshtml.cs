using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Features.Administration.Organs;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maoding.Features.Administration.FirstRun;

/// <summary>Two steps: the code, the region and where the directory comes from; then the directory to edit and the administrator.</summary>
public sealed class IndexModel(FirstRunService service) : MaodingPage
{
    private const string After = "/own-account/sign-in?returnUrl=%2Forgans";
    private const int SpareRows = 2;
    private const int SpareStreets = 12;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? RegionName { get; set; }

    [BindProperty]
    public string? CityName { get; set; }

    [BindProperty]
    public int? PlanYear { get; set; }

    /// <summary>typical, file or empty.</summary>
    [BindProperty]
    public string Start { get; set; } = "typical";

    /// <summary>The uploaded directory in base64.</summary>
    [BindProperty]
    public string? Upload { get; set; }

    [BindProperty]
    public string? FileName { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>The list as edited; the fields of one unit stand at the same place.</summary>
    [BindProperty]
    public List<string?> UnitName { get; set; } = [];

    [BindProperty]
    public List<string?> UnitShort { get; set; } = [];

    [BindProperty]
    public List<string?> UnitFunctions { get; set; } = [];

    [BindProperty]
    public List<UnitKind> UnitKinds { get; set; } = [];

    [BindProperty]
    public List<OrganLine> UnitLines { get; set; } = [];

    [BindProperty]
    public List<string?> LeaderName { get; set; } = [];

    [BindProperty]
    public List<OrganLine> LeaderLines { get; set; } = [];

    /// <summary>Places, from 0, of the leaders that are chiefs of their lines.</summary>
    [BindProperty]
    public List<int> Chiefs { get; set; } = [];

    public bool IsSecondStep { get; private set; }

    /// <summary>The rows to show, spare ones included, by kind.</summary>
    public IEnumerable<IGrouping<UnitKind, StartingUnit>> Groups { get; private set; } = [];

    /// <summary>Leaders' posts to show, spare ones included.</summary>
    public IReadOnlyList<StartingPost> Leaders { get; private set; } = [];

    public string UploadSummary { get; private set; } = "";

    [Needs(Permission.FirstRun)]
    public void OnGet() => PlanYear = Today.Year;

    [Needs(Permission.FirstRun)]
    public Task<IActionResult> OnPostNextAsync(IFormFile? file, CancellationToken stop) => Try(
        async () =>
        {
            var faults = service.FaultsOfRegion(Form("", "")).ToList();
            if (Start == "file") await TakeAsync(file, faults, stop);
            if (faults.Count > 0) return Refused(faults);
            var typical = TypicalDistrict.For(Trim(RegionName), Trim(CityName));
            Second(Start == "typical" ? typical.Units : [], typical.Posts.Where(p => p.Kind == PostKind.Leader));
            return Page();
        },
        () => Task.CompletedTask);

    [Needs(Permission.FirstRun)]
    public Task<IActionResult> OnPostAsync(string? wanted, string? again, CancellationToken stop) => Try(
        async () =>
        {
            var units = Start == "typical" ? Posted() : null;
            if (service.Faults(Form(wanted ?? "", again ?? ""), units, PostedLeaders()) is { Count: > 0 } faults)
            {
                Second(Posted(), PostedLeaders());
                return Refused(faults);
            }

            var book = Start == "file" ? Workbooks.Read(Upload ?? "", FileName ?? "") : null;
            await service.CreateAsync(Form(wanted ?? "", again ?? ""), units, PostedLeaders(), book, Once(After), stop);
            Notice("设置完成。请用刚才的管理员账号登录，接着在“机构人员”里填写任职，在“账号”里开通账号。");
            return Redirect(After);
        },
        () =>
        {
            Second(Posted(), PostedLeaders());
            return Task.CompletedTask;
        });

    private FirstRunForm Form(string password, string again) =>
        new(Trim(Code), Trim(RegionName), Trim(CityName), PlanYear ?? 0, Trim(UserName), password, again);

    /// <summary>All that is wrong at once, beside what was typed.</summary>
    private PageResult Refused(IReadOnlyList<RefusalException> faults)
    {
        foreach (var fault in faults) ModelState.AddModelError(fault.Field ?? "", $"{fault.Message}（{fault.Code}）");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>The file that is chosen now, or the one that was kept from before.</summary>
    private async Task TakeAsync(IFormFile? file, List<RefusalException> faults, CancellationToken stop)
    {
        try
        {
            if (file is { Length: > 0 } || Upload is not { Length: > 0 }) await UploadAsync(file, stop);
            else _ = Workbooks.Read(Upload, FileName ?? "");
        }
        catch (RefusalException refusal)
        {
            (Upload, FileName) = (null, null);
            faults.Add(refusal);
        }
    }

    private async Task UploadAsync(IFormFile? file, CancellationToken stop)
    {
        if (file is null || file.Length == 0) throw new RefusalException("DIR023", "请选一个 xlsx 文件，或改选别的起始名录。") { Field = "File" };
        if (file.Length > ImportModel.LargestFile) throw new RefusalException("DIR024", "文件超过 2 MB，不像是机构人员名录。请核对后再传。", RefusalKind.TooLarge) { Field = "File" };
        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, stop);
        (FileName, Upload) = (Path.GetFileName(file.FileName), Convert.ToBase64String(buffer.ToArray()));
        _ = Workbooks.Read(Upload, FileName);
    }

    private void Second(IReadOnlyList<StartingUnit> units, IEnumerable<StartingPost> leaders)
    {
        IsSecondStep = true;
        if (Start == "file")
            UploadSummary = string.Join('，', Workbooks.Read(Upload ?? "", FileName ?? "").Select(s => $"“{s.Name}”{Math.Max(0, s.Rows.Count - 1)}行"));
        var spare = PostWords.UnitKinds.SelectMany(kind => Enumerable.Repeat(
            new StartingUnit(kind, "", "", kind == UnitKind.Street ? "街道乡镇" : "", OrganLine.Unsaid), kind == UnitKind.Street ? SpareStreets : SpareRows));
        Leaders = [.. leaders, .. Enumerable.Repeat(new StartingPost(PostKind.Leader, "", ""), SpareRows)];
        if (Start == "typical") Groups = [.. units.Concat(spare).GroupBy(u => u.Kind).OrderBy(g => g.Key)];
    }

    private List<StartingUnit> Posted() =>
    [
        .. Enumerable.Range(0, new[] { UnitName.Count, UnitShort.Count, UnitFunctions.Count, UnitKinds.Count, UnitLines.Count }.Min())
            .Where(i => Trim(UnitName[i]).Length > 0)
            .Select(i => new StartingUnit(UnitKinds[i], Trim(UnitName[i]), Trim(UnitShort[i]), Trim(UnitFunctions[i]), UnitLines[i])),
    ];

    private List<StartingPost> PostedLeaders() =>
    [
        .. Enumerable.Range(0, Math.Min(LeaderName.Count, LeaderLines.Count))
            .Where(i => Trim(LeaderName[i]).Length > 0)
            .Select(i => new StartingPost(PostKind.Leader, Trim(LeaderName[i]), "", LeaderLines[i], Chiefs.Contains(i))),
    ];

    private static string Trim(string? words) => (words ?? "").Trim();
}
