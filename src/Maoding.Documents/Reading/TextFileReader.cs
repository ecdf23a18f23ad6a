using Maoding.Text;

namespace Maoding.Documents.Reading;

/// <summary>Reads plain text: nothing is altered but the byte order mark and the line ends.</summary>
internal static class TextFileReader
{
    public static SourceText Read(ReadOnlySpan<byte> bytes, string name)
    {
        var text = WithLineFeeds(TextEncodings.Decode(bytes, name));
        if (text.AsSpan().Count('\n') >= ReadingLimits.Lines) throw DocumentErrors.Bomb(name);
        return SourceText.FromPlain(text);
    }

    // Not ReplaceLineEndings: that also rewrites form feeds and U+2028, which must stay as they are.
    private static string WithLineFeeds(string text)
    {
        var first = text.IndexOf('\r');
        if (first < 0) return text;
        var pairs = text.AsSpan().Count("\r\n");
        return string.Create(text.Length - pairs, (text, first), static (target, state) =>
        {
            var rest = state.text.AsSpan();
            for (var at = state.first; at >= 0; at = rest.IndexOf('\r'))
            {
                rest[..at].CopyTo(target);
                target[at] = '\n';
                target = target[(at + 1)..];
                rest = rest[(at + (at + 1 < rest.Length && rest[at + 1] == '\n' ? 2 : 1))..];
            }

            rest.CopyTo(target);
        });
    }
}
