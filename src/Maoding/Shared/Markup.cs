using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Maoding.Shared;

/// <summary>
/// Ready HTML that joins the page's own words. Content of any other kind is written and flushed
/// piece by piece: a list with two in each row would send its page in two hundred parts.
/// </summary>
/// <param name="html">Safe as it is.</param>
public class Markup(string html) : IHtmlContentContainer
{
    /// <summary>The encoder of all pages: Chinese stays as it is.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(html);

    public void CopyTo(IHtmlContentBuilder builder) => builder.AppendHtml(html);

    public void MoveTo(IHtmlContentBuilder builder) => builder.AppendHtml(html);
}
