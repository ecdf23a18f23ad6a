using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Maoding.Tests.Hosting;

/// <summary>A browser without a window: keeps cookies, reads pages, sends their forms. Follows no redirect by itself.</summary>
public sealed class WebClient : IDisposable
{
    private readonly HttpClient _http;

    public WebClient(Uri address, string? sessionCookie)
    {
        var cookies = new CookieContainer();
        if (sessionCookie is not null) cookies.Add(address, new Cookie("maoding", sessionCookie));
        SessionCookie = sessionCookie;
        _http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    /// <summary>For a real browser that goes on with the same session.</summary>
    public string? SessionCookie { get; }

    public HttpClient Http => _http;

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The parsed page; fails the test unless the status is the expected one.</summary>
    public async Task<IHtmlDocument> PageAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await GetAsync(path);
        return await ParseAsync(response, expected);
    }

    /// <summary>Sends a form of a page with all its fields, some of them changed; a field with null is left out.</summary>
    /// <param name="button">name=value of the button pressed, null for one without name.</param>
    public async Task<HttpResponseMessage> SubmitAsync(IHtmlFormElement form, IReadOnlyDictionary<string, string?> changes, string? button = null)
    {
        var fields = Fields(form).Where(f => !changes.ContainsKey(f.Key))
            .Concat(changes.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Key, c.Value!))).ToList();
        if (button?.Split('=', 2) is [var name, var value]) fields.Add(KeyValuePair.Create(name, value));
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : new Uri(form.Owner!.Url).PathAndQuery;
        using var content = new FormUrlEncodedContent(fields);
        return await _http.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), content);
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var body = await response.Content.ReadAsStringAsync();
        if (response.StatusCode != expected)
            Assert.Fail($"{response.RequestMessage!.RequestUri} answered {(int)response.StatusCode} "
                + $"{response.Headers.Location}, not {(int)expected}: {body[..Math.Min(body.Length, 2000)]}");
        var document = new HtmlParser().ParseDocument(body);
        document.Location.Href = response.RequestMessage!.RequestUri!.ToString();
        return document;
    }

    public void Dispose() => _http.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name || element.HasAttribute("disabled")) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }
                    or IHtmlInputElement { Type: "submit" or "file" or "button" } or IHtmlButtonElement:
                    break;
                case IHtmlInputElement input:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.SelectedOptions) yield return KeyValuePair.Create(name, option.Value);
                    break;
            }
        }
    }
}
