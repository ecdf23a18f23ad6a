using Maoding.Text.Structure;

namespace Maoding.Text.Themes;

public static class ThemeReader
{
    public static IReadOnlyList<Theme> Read(Outline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        return [];
    }

    public static IReadOnlyList<string> Of(IReadOnlyList<Theme> themes, Sentence sentence) => themes.Count > 0 && sentence.Index < 0 ? [""] : [];
}
