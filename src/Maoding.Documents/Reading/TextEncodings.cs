using System.Text;
using System.Text.Unicode;

namespace Maoding.Documents.Reading;

/// <summary>Finds the encoding of a text by its content and decodes it, once.</summary>
internal static class TextEncodings
{
    private const int SampleBytes = 64 << 10;

    // A text with a broken byte here and there is still a text; more than this share of them is not. One byte can break four.
    private const double BrokenShare = 0.001;

    public static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Checked(Encoding.UTF8.GetString(bytes[3..]), name);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Checked(Encoding.Unicode.GetString(bytes[2..]), name);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Checked(Encoding.BigEndianUnicode.GetString(bytes[2..]), name);
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x84, 0x31, 0x95, 0x33])) return Checked(gb18030.GetString(bytes[4..]), name);
        if (!bytes.Contains((byte)0) && Utf8.IsValid(bytes)) return Checked(Encoding.UTF8.GetString(bytes), name);

        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        var little = Plausible(Encoding.Unicode.GetString(sample[..(sample.Length & ~1)]));
        var big = Plausible(Encoding.BigEndianUnicode.GetString(sample[..(sample.Length & ~1)]));
        if (Math.Max(little, big) > 0.85) return Checked((little > big ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes), name);
        var encoding = IsDamagedUtf8(sample) ? Encoding.UTF8 : gb18030;
        // The beginning of a large binary file is enough to refuse it.
        if (sample.Length < bytes.Length) Checked(encoding.GetString(sample), name);
        return Checked(encoding.GetString(bytes), name);
    }

    // GB18030 read as UTF-8 hardly ever holds a whole character, so a few broken ones among many whole ones are damage.
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> sample)
    {
        var text = Encoding.UTF8.GetString(sample);
        var (whole, broken) = (0, 0);
        foreach (var c in text)
        {
            if (c == '\uFFFD') broken++;
            else if (c > '\u007F') whole++;
        }

        return whole > 10 * broken;
    }

    /// <summary>The share of characters that Chinese texts are made of; UTF-16 read the wrong way has almost none.</summary>
    private static double Plausible(string text)
    {
        var good = 0;
        foreach (var c in text)
        {
            if (c is >= '\u4E00' and <= '\u9FA5' or >= ' ' and <= '~' or '\n' or '\r' or '\t'
                or >= '\u3000' and <= '\u3017' or >= '\uFF01' and <= '\uFF5E' or >= '\u2010' and <= '\u2026')
                good++;
        }

        return text.Length == 0 ? 0 : (double)good / text.Length;
    }

    // Control characters and undecodable bytes tell a binary file from a text.
    private static string Checked(string text, string name)
    {
        var broken = text.AsSpan().Count('\uFFFD');
        var allowed = Math.Max(Math.Max(1, Math.Min(4, text.Length / 20)), text.Length * BrokenShare);
        if (broken > allowed || text.Contains('\0')) throw DocumentErrors.NotKnown(name);
        var head = text.AsSpan(0, Math.Min(text.Length, SampleBytes));
        var control = 0;
        foreach (var c in head)
        {
            if (c < ' ' && c is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u001A')) control++;
        }

        return control > head.Length * 0.01 ? throw DocumentErrors.NotKnown(name) : text;
    }
}
