using System.Globalization;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;

namespace Maoding.Shared;

/// <summary>Share done as a small bar with the plan marked on it, and lights, written straight into lists of many rows.</summary>
public static class ShareBar
{
    private static readonly Markup[] Lights =
        [.. Enum.GetValues<Light>().Order().Select(l => new Markup($"<span class=\"{LightMark.Class(l)}\">{LightWords.Of(l)}</span>"))];

    /// <param name="done">0 to 1000; null before the first report.</param>
    /// <param name="planned">0 to 1000; null without a plan.</param>
    /// <returns>Null where there is neither.</returns>
    public static Markup? Of(int? done, int? planned) => done is null && planned is null ? null : new Markup(Bar(done ?? 0, planned));

    /// <summary>For a row whose progress is no share: its figures tell it.</summary>
    public static Markup ByFigures { get; } = new($"<span class=\"muted\">{ReportShare.ByFigures}</span>");

    /// <summary>The mark of a light; null for a row that has none.</summary>
    public static Markup? Lit(Light light) => light == Light.None ? null : Lights[(int)light];

    private static string Bar(int done, int? planned)
    {
        var (line, words) = planned is { } plan
            ? ($"<rect class=\"plan\" x=\"{Number(Math.Clamp(plan - 10, 0, 980))}\" width=\"2\" height=\"10\"/>",
                $"<span class=\"visually-hidden\">，应完成{Number(plan)}%</span>")
            : ("", "");
        return "<span class=\"share\"><svg class=\"share-bar\" viewBox=\"0 0 100 10\" "
            + "preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"10\"/>"
            + $"<rect class=\"done\" width=\"{Number(done)}\" height=\"10\"/>{line}</svg>{Number(done)}%{words}</span>";
    }

    private static string Number(int perMille) => (perMille / 10m).ToString("0.#", CultureInfo.InvariantCulture);
}
