using System.Globalization;
using System.Text.Encodings.Web;
using Maoding.Domain.Lights;
using Microsoft.AspNetCore.Html;

namespace Maoding.Shared;

/// <summary>Share done as a small bar with the plan marked on it, and lights, written straight into lists of many rows.</summary>
public static class ShareBar
{
    /// <param name="done">0 to 1000; null before the first report.</param>
    /// <param name="planned">0 to 1000; null without a plan.</param>
    public static IHtmlContent Of(int? done, int? planned) => done is null && planned is null ? HtmlString.Empty : new Bar(done ?? 0, planned);

    /// <summary>The mark of a light; nothing for a row that has none.</summary>
    public static IHtmlContent Lit(Light light) => light == Light.None ? HtmlString.Empty : new Mark(light);

    private sealed class Bar(int done, int? planned) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("<span class=\"share\"><svg class=\"share-bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"10\"/><rect class=\"done\" width=\"");
            writer.Write(Number(done));
            writer.Write("\" height=\"10\"/>");
            if (planned is { } plan)
            {
                writer.Write("<rect class=\"plan\" x=\"");
                writer.Write(Number(Math.Clamp(plan - 10, 0, 980)));
                writer.Write("\" width=\"2\" height=\"10\"/>");
            }

            writer.Write("</svg>");
            writer.Write(Number(done));
            writer.Write("%");
            if (planned is { } should)
            {
                writer.Write("<span class=\"visually-hidden\">，应完成");
                writer.Write(Number(should));
                writer.Write("%</span>");
            }

            writer.Write("</span>");
        }

        private static string Number(int perMille) => (perMille / 10m).ToString("0.#", CultureInfo.InvariantCulture);
    }

    private sealed class Mark(Light light) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("<span class=\"");
            writer.Write(LightMark.Class(light));
            writer.Write("\">");
            writer.Write(LightWords.Of(light));
            writer.Write("</span>");
        }
    }
}
