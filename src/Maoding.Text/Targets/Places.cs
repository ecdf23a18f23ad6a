namespace Maoding.Text.Targets;

/// <summary>Reads a place in an order: 全市前三, 前列, 第一方阵.</summary>
internal static class Places
{
    private static readonly string[] _words = MarkLexicon.Words("位次");

    /// <summary>全市前三, 前列, 第一方阵 at the end of a clause; gives the number where one is named.</summary>
    public static bool? At(ReadOnlySpan<char> text, out int? value)
    {
        value = null;
        foreach (var word in _words)
            if (text.EndsWith(word, StringComparison.Ordinal)) return true;
        var front = text.LastIndexOf('前');
        var first = text.LastIndexOf('第');
        var at = Math.Max(front, first);
        if (at < 0 || text.Length - at > 6) return null;
        var number = text[(at + 1)..].TrimEnd("位名强个之内以内");
        value = number switch
        {
            "一" => 1,
            "二" or "两" => 2,
            "三" => 3,
            "四" => 4,
            "五" => 5,
            "六" => 6,
            "七" => 7,
            "八" => 8,
            "九" => 9,
            "十" => 10,
            "二十" => 20,
            "三十" => 30,
            "五十" => 50,
            "百" or "一百" => 100,
            _ => int.TryParse(number, out var parsed) ? parsed : null,
        };
        return value is not null || number is "X" or "XX" ? true : null;
    }
}
