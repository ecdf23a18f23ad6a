using System.Net;
using AngleSharp.Html.Dom;
using Maoding.Domain.Ledger;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Consulting;

/// <summary>Rows, rounds and forms that tests of consultation share.</summary>
internal static class ConsultScene
{
    public const string LastDay = "2026-03-09";

    public static IReadOnlyDictionary<string, string?> NoChange { get; } = new Dictionary<string, string?>();

    public static Task<Commitment> RowAsync(TestApp app, SmallDistrict district, string title, Action<Commitment> adjust) =>
        Ledger.Assigning.AssignTests.RowAsync(app, district, c =>
        {
            (c.Title, c.LeadUnitId) = (title, district.Housing.Id);
            adjust(c);
        });

    public static async Task StartAsync(TestApp app)
    {
        using var web = await app.AsAsync("coordinator");
        var page = await web.PageAsync("/consulting/start");
        await using var db = app.Open();
        var rows = await db.Commitments.Where(c => c.ParentId == null).Select(c => c.Id).ToListAsync();
        using var sent = await PostAsync(web, "/consulting/start", page, [("Until", LastDay), ("All", "false"), .. rows.Select(r => ("Rows", $"{r}"))]);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
    }

    public static async Task DecideAsync(WebClient coordinator, string decision)
    {
        using var answer = await coordinator.SubmitAsync(Form(await coordinator.PageAsync("/consulting/1"), "form.decide"), NoChange, $"decision={decision}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public static async Task DateAsync(TestApp app, DateOnly day)
    {
        await using var db = app.Open();
        (await db.Regions.SingleAsync()).BusinessDate = day;
        await TestApp.SaveAsync(db);
    }

    public static async Task<List<(CommitmentState State, string Number)>> StatesAsync(TestApp app, params Commitment[] rows)
    {
        await using var db = app.Open();
        var found = await db.Commitments.AsNoTracking().ToDictionaryAsync(c => c.Id);
        return [.. rows.Select(r => (found[r.Id].State, found[r.Id].Number))];
    }

    public static IHtmlFormElement Form(IHtmlDocument page, string selector) => (IHtmlFormElement)page.QuerySelector(selector)!;

    public static Task<HttpResponseMessage> PostAsync(WebClient web, string path, IHtmlDocument page, params (string Name, string Value)[] fields)
    {
        var token = (page.QuerySelector("input[name=__RequestVerificationToken]") as IHtmlInputElement)?.Value ?? "";
        return web.Http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(
            [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]));
    }
}
