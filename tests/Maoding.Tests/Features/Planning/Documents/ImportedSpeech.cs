using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Maoding.Domain.Ledger;
using Maoding.Storage;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using WebClient = Maoding.Tests.Hosting.WebClient;

namespace Maoding.Tests.Features.Planning.Documents;

/// <summary>Brings documents in as a coordinator does, and reads what came of it.</summary>
internal static class ImportedSpeech
{
    public static string Sample { get; } = File.ReadAllText(Path.Combine(Corpus.Root, "samples", "plenary-speech.txt"));

    /// <summary>Sends the import form with a file or pasted words.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        WebClient web, string words, bool asFile = false, int? replaces = null, string title = "", string name = "讲话.txt", byte[]? bytes = null)
    {
        var page = await web.PageAsync("/documents/import");
        using var content = new MultipartFormDataContent();
        foreach (var field in page.QuerySelectorAll<IHtmlInputElement>("#import input[type=hidden]")) content.Add(new StringContent(field.Value), field.Name!);
        if (asFile || bytes is not null) content.Add(new ByteArrayContent(bytes ?? System.Text.Encoding.UTF8.GetBytes(words)), "Upload", name);
        else content.Add(new StringContent(words), "Pasted");
        if (title.Length > 0) content.Add(new StringContent(title), "Title");
        if (replaces is { } old) content.Add(new StringContent(old.ToString(System.Globalization.CultureInfo.InvariantCulture)), "Edition");
        return await web.Http.PostAsync(new Uri("/documents/import", UriKind.Relative), content);
    }

    /// <returns>Key of the new document.</returns>
    public static async Task<int> ImportAsync(TestApp app, WebClient web, string words, bool asFile = false, int? replaces = null, string title = "")
    {
        using var answer = await SendAsync(web, words, asFile, replaces, title);
        if (answer.StatusCode != HttpStatusCode.Redirect) await WebClient.ParseAsync(answer, HttpStatusCode.Redirect);
        await using var db = app.Open();
        return await db.Documents.MaxAsync(d => d.Id);
    }

    public static Task<List<Commitment>> RowsAsync(MaodingContext db, int document) => db.Commitments
        .Include(c => c.Quotes).Include(c => c.CoUnits).Include(c => c.Themes).Include(c => c.Quantities).AsSplitQuery().AsNoTracking()
        .Where(c => c.DocumentId == document).OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync();

    public static async Task<Commitment> RowAsync(TestApp app, int id)
    {
        await using var db = app.Open();
        return await db.Commitments.Include(c => c.Quotes).Include(c => c.CoUnits).AsNoTracking().SingleAsync(c => c.Id == id);
    }

    /// <summary>The form of a page, by its id or by the handler it is sent to.</summary>
    public static IHtmlFormElement Form(IHtmlDocument page, string handler) =>
        page.Forms.OfType<IHtmlFormElement>()
            .FirstOrDefault(f => f.GetAttribute("action")?.EndsWith($"handler={handler}", StringComparison.Ordinal) == true && f.Id != "pick")
        ?? throw new Xunit.Sdk.XunitException($"No form goes to {handler}.");

    public static void Redirected(HttpResponseMessage answer) => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
}
