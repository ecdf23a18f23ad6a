using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Maoding.Shared;

/// <summary>The options of a select, written as they come: a page with several long ones would spend more on them than on its rows.</summary>
/// <param name="options">Value and words of each.</param>
/// <param name="chosen">Value of the one selected; null for none.</param>
public sealed class Choices(IEnumerable<(int Value, string Text)> options, int? chosen) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var (value, text) in options)
        {
            writer.Write("<option value=\"");
            writer.Write(value.ToString(CultureInfo.InvariantCulture));
            writer.Write(value == chosen ? "\" selected>" : "\">");
            encoder.Encode(writer, text);
            writer.Write("</option>");
        }
    }
}
