using System.Globalization;

namespace Maoding.Shared.Charts;

/// <summary>
/// A bar to the right of a middle line for what adds, to the left and hatched by its outline for what takes away; the number stands beside it.
/// </summary>
public static class SignedBar
{
    private const int Half = 60;

    /// <param name="largest">The longest of the bars it stands among, above 0.</param>
    public static Markup Of(decimal value, decimal largest)
    {
        var length = largest <= 0 ? 0 : Math.Min(Half, Math.Abs(value) / largest * Half);
        var width = length.ToString("0.#", CultureInfo.InvariantCulture);
        var bar = value < 0
            ? $"<rect class=\"less\" x=\"{(Half - length).ToString("0.#", CultureInfo.InvariantCulture)}\" y=\"2\" width=\"{width}\" height=\"10\"/>"
            : $"<rect class=\"more\" x=\"{Half}\" y=\"2\" width=\"{width}\" height=\"10\"/>";
        return new Markup(
            $"<svg class=\"signed-bar\" viewBox=\"0 0 {2 * Half} 14\" aria-hidden=\"true\"><line x1=\"{Half}\" x2=\"{Half}\" y1=\"0\" y2=\"14\"/>{bar}</svg>");
    }
}
