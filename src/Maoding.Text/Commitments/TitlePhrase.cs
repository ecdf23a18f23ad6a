namespace Maoding.Text.Commitments;

/// <summary>Shortens one phrase of a title by cutting words out, the least needed first.</summary>
internal static class TitlePhrase
{
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("“”‘’（）《》\"'");

    /// <summary>The phrase whole where it is short enough, else in at most 48 code units.</summary>
    public static string Shorten(string text, int verbEnd)
    {
        text = Balance(text);
        if (text.Length <= TitleWriter.Longest) return text;
        var list = ShortenList(text, verbEnd);
        if (list.Length is > 0 and <= TitleWriter.Longest) return list;
        var modifier = DropModifier(text, verbEnd);
        if (modifier.Length is > 3 and <= TitleWriter.Longest) return modifier;
        return Truncate(text);
    }

    /// <summary>Drops members of a list: before 等 from the last, without 等 what follows the last 、 that fits; empty when that does not help.</summary>
    public static string ShortenList(string text, int verbEnd)
    {
        if (text.Length <= TitleWriter.Longest) return text;
        var commas = MeasureSplitter.Commas(text, 0, text.Length);
        var and = commas.Count == 0 ? -1 : text.IndexOf('等', commas[^1]);
        if (and > 0 && text.Length - and <= 14)
        {
            for (var i = commas.Count - 1; i >= 0; i--)
            {
                var cut = string.Concat(text.AsSpan(0, commas[i]), text.AsSpan(and));
                if (cut.Length <= TitleWriter.Longest) return Balance(cut);
            }
        }

        for (var i = commas.Count - 1; i >= 0 && and < 0; i--)
            if (commas[i] <= TitleWriter.Longest && commas[i] > verbEnd + 2 && text.IndexOf('的', commas[^1]) < 0) return Balance(text[..commas[i]]);
        return "";
    }

    /// <summary>Removes quotes and brackets that lost their partner.</summary>
    public static string Balance(string text)
    {
        if (text.AsSpan().IndexOfAny(Marks) < 0) return text;
        var kept = new bool[text.Length];
        var open = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var opener = text[i] switch { '”' => '“', '’' => '‘', '）' => '（', '》' => '《', _ => '\0' };
            if (text[i] is '“' or '‘' or '（' or '《') open.Add(i);
            else if (opener == '\0') kept[i] = text[i] is not ('"' or '\'');
            else if (open.Count > 0 && text[open[^1]] == opener)
            {
                kept[open[^1]] = kept[i] = true;
                open.RemoveAt(open.Count - 1);
            }
        }

        var length = 0;
        var words = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
            if (kept[i]) words[length++] = text[i];
        while (length > 0 && words[length - 1] is '、' or '，') length--;
        return new string(words, 0, length);
    }

    /// <summary>改进因…的退税制度 becomes 改进退税制度.</summary>
    private static string DropModifier(string text, int verbEnd)
    {
        var of = text.LastIndexOf('的');
        if (of < verbEnd || text.Length - of - 1 < 2 || verbEnd == 0) return "";
        return Balance(string.Concat(text.AsSpan(0, verbEnd), text.AsSpan(of + 1)));
    }

    /// <summary>Cuts at the last place within the limit where a list or a phrase ends.</summary>
    private static string Truncate(string text)
    {
        for (var end = TitleWriter.Longest; end > 8; end--)
        {
            var c = text[end];
            if (c is '、' or '，' || (c is '和' or '与' or '及' && end < TitleWriter.Longest)) return Balance(text[..end]);
        }

        var hard = TitleWriter.Longest;
        while (hard > 8 && text[hard - 1] is '的' or '和' or '与' or '、' or '，' or '在' or '为') hard--;
        return Balance(text[..hard]);
    }
}
