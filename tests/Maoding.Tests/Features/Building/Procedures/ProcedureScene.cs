using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Maoding.Domain.Organization;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Maoding.Features.Building.Procedures;
using Maoding.Shared.Addresses;
using Maoding.Storage.Accounts;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Building.Procedures;

/// <summary>
/// The small district with the departments that grant what a project needs, and one project led by the housing bureau, served by the education bureau.
/// </summary>
internal sealed class ProcedureScene
{
    private ProcedureScene(TestApp app, SmallDistrict district) => (App, District) = (app, district);

    public TestApp App { get; }

    public SmallDistrict District { get; }

    /// <summary>
    /// 区发改局, 区自然资源局, 区生态环境局, 区水利局; their clerks' accounts are fgj, zrzy, hbj and slj. The first two are under the first leader, the others under the second.
    /// </summary>
    public IReadOnlyList<Unit> Departments { get; private set; } = [];

    public Project Project { get; private set; } = null!;

    public string Address => ProcedureLinks.Project(Project.Id);

    public static async Task<ProcedureScene> InAsync(TestApp app)
    {
        var scene = new ProcedureScene(app, await SmallDistrict.InAsync(app));
        await using var db = app.Open();
        (string Account, string Name, string Function)[] given =
            [("fgj", "区发改局", "发展改革"), ("zrzy", "区自然资源局", "自然资源和规划"), ("hbj", "区生态环境局", "生态环境"), ("slj", "区水利局", "水利")];
        var units = new List<Unit>();
        foreach (var (account, name, function) in given)
        {
            var unit = new Unit { Order = 10 + units.Count, Name = $"云泽{name}", ShortName = name, Functions = function };
            var post = new Post { Order = 20 + units.Count, Name = $"{name}联络员", Kind = PostKind.UnitClerk, Unit = unit };
            var person = new Person { Name = $"{name}小李" };
            db.Tenures.Add(new Tenure { Person = person, Post = post, From = new DateOnly(2025, 1, 1) });
            db.Users.Add(new Account
            {
                UserName = account,
                NormalizedUserName = account.ToUpperInvariant(),
                Person = person,
                SecurityStamp = Guid.NewGuid().ToString("n"),
                PasswordChangedAt = DateTime.UtcNow,
                LockoutEnabled = true,
            });
            db.Divisions.Add(new Division
            {
                PostId = units.Count < 2 ? scene.District.Leader.Id : scene.District.OtherLeader.Id,
                Unit = unit,
                From = new DateOnly(2025, 1, 1),
            });
            units.Add(unit);
        }

        db.ProcedureTemplates.AddRange(TemplateCatalogue.All());
        await TestApp.SaveAsync(db);
        scene.Departments = units;
        scene.Project = await scene.AddAsync("XM-2026-001", "云泽实验小学新建项目", new DateOnly(2026, 7, 1));
        return scene;
    }

    public async Task<Project> AddAsync(string code, string name, DateOnly? start)
    {
        await using var db = App.Open();
        var project = new Project
        {
            Code = code,
            Name = name,
            Sector = Sector.Livelihood,
            TotalInvestment = 12_000,
            Stage = Stage.Preparing,
            StageSince = SmallDistrict.Today,
            LeadUnitId = District.Housing.Id,
            ServiceUnitId = District.Education.Id,
            LeaderPostId = District.Leader.Id,
            PlannedStart = start,
        };
        db.Projects.Add(project);
        await TestApp.SaveAsync(db);
        return project;
    }

    /// <summary>Gives the project the template of government buildings from today.</summary>
    public async Task GiveAsync()
    {
        using var web = await App.AsAsync("coordinator");
        await SendAsync(web, Address, "Give", new() { ["TemplateId"] = "1", ["From"] = "2026-03-02" });
    }

    public async Task<Procedure> ProcedureAsync(int order)
    {
        await using var db = App.Open();
        return await db.Procedures.AsNoTracking().SingleAsync(p => p.ProjectId == Project.Id && p.Order == order);
    }

    /// <summary>Moves the business date.</summary>
    public async Task OnAsync(DateOnly day)
    {
        await using var db = App.Open();
        (await db.Regions.SingleAsync()).BusinessDate = day;
        await TestApp.SaveAsync(db);
    }

    /// <summary>Sends a page's form of a handler and expects to be sent on.</summary>
    /// <param name="button">name=value of the button pressed.</param>
    public static async Task SendAsync(WebClient web, string path, string handler, Dictionary<string, string?> changes, string? button = null)
    {
        using var answer = await web.SubmitAsync(Form(await web.PageAsync(path), handler), changes, button);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            Assert.Fail($"{handler} answered {(int)answer.StatusCode}: {Errors(await WebClient.ParseAsync(answer, answer.StatusCode))}");
    }

    /// <summary>Sends a form that must be refused.</summary>
    /// <returns>The page with the message and what was typed.</returns>
    public static async Task<IHtmlDocument> RefusedAsync(
        WebClient web, string path, string handler, Dictionary<string, string?> changes, string code, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        using var answer = await web.SubmitAsync(Form(await web.PageAsync(path), handler), changes);
        var page = await WebClient.ParseAsync(answer, status);
        Assert.Contains(code, Errors(page), StringComparison.Ordinal);
        return page;
    }

    /// <summary>Uploads a small text file by a page's form.</summary>
    public static async Task UploadAsync(WebClient web, string path, string handler, string name)
    {
        var form = Form(await web.PageAsync(path), handler);
        using var content = new MultipartFormDataContent();
        foreach (var field in form.Elements.OfType<IHtmlInputElement>().Where(e => e.Type == "hidden"))
            content.Add(new StringContent(field.Value), field.Name!);
        var file = new ByteArrayContent("可行性研究报告正文"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        content.Add(file, "Upload", name);
        using var answer = await web.Http.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public static IHtmlFormElement Form(IHtmlDocument page, string handler)
    {
        var selector = handler.Length == 0
            ? "main form[method=post]"
            : $"main form[action*='handler={handler}'], main form:has([name=Move][value='{handler}'])";
        return (IHtmlFormElement?)page.QuerySelector(selector) ?? throw new ArgumentException($"There is no form {selector} on {page.Title}.", nameof(handler));
    }

    public static string Words(IHtmlDocument page, string selector) =>
        string.Join(' ', page.QuerySelector(selector)?.TextContent.Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? throw new ArgumentException($"There is none on {page.Title}.", nameof(selector)));

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Errors(IHtmlDocument page) => page.QuerySelector(".errors")?.TextContent ?? page.QuerySelector("main")?.TextContent ?? "";
}
