using System.Text;
using System.Text.RegularExpressions;
using Maoding.Text;

namespace Maoding.Documents.Reading;

/// <summary>
/// Finds the marking 秘密, 机密 or 绝密 at the head of a document. A marking stands by itself, with a period, an
/// urgency or a copy number at most; a sentence about 保守秘密 or 商业秘密 is none, nor is 内部资料.
/// </summary>
public static partial class SecrecyMark
{
    private const int HeadLines = 15;
    private const int LongestMark = 60;

    /// <summary>The marking as it is written, when <paramref name="line"/> is one; otherwise null.</summary>
    public static string? Find(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestMark * 3 || !line.Contains('密')) return null;
        var bare = WithoutSpaces(line);
        if (bare.Length > LongestMark) return null;
        var match = Marking().Match(bare);
        if (!match.Success) match = Statement().Match(bare);
        if (!match.Success) match = AfterTitle().Match(bare);
        return match.Success ? match.Groups["mark"].Value : null;
    }

    internal static void Refuse(SourceText source, string name)
    {
        var seen = 0;
        foreach (var line in source.Lines)
        {
            var words = source.Slice(line.Span);
            if (words.IsWhiteSpace()) continue;
            if (++seen > HeadLines) break;
            RefuseLine(words, line.Place.ToString(), name);
        }

        foreach (var table in source.Tables)
        {
            if (table.Rows.Count > 0 && table.Rows[0].Count > 0 && table.Rows[0][0].Span.Length > 0)
                RefuseLine(table.Rows[0][0].Text, new Place(PlaceKind.Row, table.FirstRow, table.Name).ToString(), name);
        }
    }

    /// <summary>The line as a whole, and each of its cells: the mark often shares its line with a copy number.</summary>
    internal static void RefuseLine(ReadOnlySpan<char> words, string place, string name)
    {
        if (!words.Contains('密')) return;
        if (Find(words) is { } mark) throw DocumentErrors.Marked(name, mark, place);
        foreach (var cell in words.Split('\t'))
        {
            if (Find(words[cell]) is { } inCell) throw DocumentErrors.Marked(name, inCell, place);
        }
    }

    private static string WithoutSpaces(ReadOnlySpan<char> line)
    {
        var bare = new StringBuilder(Math.Min(line.Length, 4 * LongestMark));
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF')) bare.Append(c is >= '\uFF10' and <= '\uFF19' ? (char)(c - 0xFEE0) : c);
        }

        return bare.ToString();
    }

    // 密级：机密★10年 ｜ 000012 秘密★1年 特急 ｜ 特急 绝密 ｜ 【机密】第3号 ｜ 绝密★启用前
    [GeneratedRegex(
        "^(?:(?:份号|编号|No[.:：]?)?[:：]?\\d{1,8}(?:号)?)?(?:特提|特急|加急|急件|平急|紧急)?"
        + "(?:(?:密级|保密等级|秘密等级|涉密等级|保密级别|保密期限|密级和保密期限|密级及保密期限|文件密级)[:：]?)?"
        + "[【（(\\[〔《“]?(?<mark>秘密|机密|绝密)(?:等?级|件|文件|材料|资料|档案)?[】）)\\]〕》”]?"
        + "(?:[★☆✩✭⭐*＊·•]\\S{0,14}|[,，、;；/]|特提|特急|加急|急件|平急|紧急|长期|启用前|保密期限[:：]?|份号[:：]?|编号[:：]?|第|No[.:：]?|[（(]|[）)]"
        + "|[\\d一二三四五六七八九十百〇零]+(?:年|个?月|日|天|号|份)?|共)*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Marking();

    // 本文件属机密级，请妥善保管 ｜ （此件为秘密文件）
    [GeneratedRegex("^[（(【\\[]?(?:本|此|该)(?:文件|材料|资料|件|文|稿|文稿|文档)(?:内容)?(?:属于|属|系|为|定为|是|密级为)(?:国家)?(?<mark>秘密|机密|绝密)", RegexOptions.CultureInvariant)]
    private static partial Regex Statement();

    // 关于…情况的报告（机密）
    [GeneratedRegex("[（(【\\[〔](?<mark>秘密|机密|绝密)(?:级|件|文件)?(?:[★☆*＊][^）)】\\]〕]{0,10})?[）)】\\]〕]$", RegexOptions.CultureInvariant)]
    private static partial Regex AfterTitle();
}
