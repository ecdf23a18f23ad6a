using System.Globalization;
using System.Text;

namespace Maoding.Shared;

/// <summary>The options of a select: a page with several long ones would spend more on them than on its rows.</summary>
/// <param name="options">Value and words of each.</param>
/// <param name="chosen">Value of the one selected; null for none.</param>
public sealed class Choices(IEnumerable<(int Value, string Text)> options, int? chosen) : Markup(Html(options, chosen))
{
    private static string Html(IEnumerable<(int Value, string Text)> options, int? chosen)
    {
        var html = new StringBuilder();
        foreach (var (value, text) in options)
            html.Append(CultureInfo.InvariantCulture, $"<option value=\"{value}\"{(value == chosen ? " selected" : "")}>")
                .Append(Encoder.Encode(text)).Append("</option>");
        return html.ToString();
    }
}
