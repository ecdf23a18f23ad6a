namespace Maoding.Text.Corrections;

/// <summary>Finds one quote after another in the new text by what both texts share.</summary>
internal sealed class QuoteFinder(string oldText, string newText, List<Block> blocks, List<TextSpan> added)
{
    /// <summary>Words in their own place that share less than this are other words.</summary>
    private const double AlikeInPlace = 0.4;

    /// <summary>Words found elsewhere must be more alike: nothing but they themselves says that they belong together.</summary>
    private const double AlikeElsewhere = 0.6;

    /// <summary>Shorter words may stand elsewhere by chance.</summary>
    private const int ShortestMoved = 8;

    /// <summary>How many added sentences before and after its place a quote is compared with.</summary>
    private const int Neighbours = 200;

    private readonly CharacterPairs?[] _addedPairs = new CharacterPairs?[added.Count];

    public AnchoredQuote Find(TextSpan quote)
    {
        var words = oldText.Substring(quote.Offset, quote.Length);
        var first = FirstEndingAfter(quote.Offset);
        var after = first;
        while (after < blocks.Count && blocks[after].Old < quote.End) after++;
        var bounds = Bounds(quote, first, after);
        if (after > first)
        {
            if (SamePlace(quote, words, first, after, bounds) is { } same) return new AnchoredQuote(quote, QuoteFate.Unchanged, same, words, words, 1);
            var place = Whole(Trim(newText, TextSpan.FromBounds(Start(quote, first, bounds.Offset), End(quote, after - 1, after, bounds.End))));
            var now = newText.Substring(place.Offset, place.Length);
            if (CorrectionBlocks.Key(oldText, quote) == CorrectionBlocks.Key(newText, place))
                return new AnchoredQuote(quote, QuoteFate.Unchanged, place, words, now, 1);
            var likeness = new CharacterPairs(words).Likeness(new CharacterPairs(now));
            if (likeness >= AlikeInPlace) return new AnchoredQuote(quote, QuoteFate.Changed, place, words, now, likeness);
        }

        return Elsewhere(quote, words, bounds.Offset);
    }

    /// <summary>A span without the blanks at its ends; the span itself when it is all blank.</summary>
    public static TextSpan Trim(string text, TextSpan span)
    {
        int start = span.Offset, end = span.End;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return start < end ? TextSpan.FromBounds(start, end) : span;
    }

    /// <summary>The stretch of the new text between what stands before the quote and what stands after it.</summary>
    private TextSpan Bounds(TextSpan quote, int first, int after)
    {
        var low = first < blocks.Count && blocks[first].Old < quote.Offset ? blocks[first].New + quote.Offset - blocks[first].Old
            : first > 0 ? blocks[first - 1].NewEnd : 0;
        var high = after > 0 && blocks[after - 1].OldEnd > quote.End ? blocks[after - 1].New + quote.End - blocks[after - 1].Old
            : after < blocks.Count ? blocks[after].New : newText.Length;
        return TextSpan.FromBounds(low, Math.Max(low, high));
    }

    /// <summary>The same words where one of the shared stretches puts them.</summary>
    private TextSpan? SamePlace(TextSpan quote, string words, int first, int after, TextSpan bounds)
    {
        for (var i = first; i < after; i++)
        {
            var place = new TextSpan(blocks[i].New + quote.Offset - blocks[i].Old, quote.Length);
            if (bounds.Contains(place) && newText.AsSpan(place.Offset, place.Length).SequenceEqual(words)) return place;
            // Stretches of one shift stand for the same place: a quote in many pieces is not compared with each.
            if (i - first > Neighbours) break;
        }

        return null;
    }

    private int Start(TextSpan quote, int first, int low)
    {
        var block = blocks[first];
        // Words put before the first ones of a sentence belong to it.
        var opensSentence = quote.Offset == 0 || oldText[quote.Offset - 1] is '。' or '！' or '？' or '\n';
        if (block.Old < quote.Offset || (block.Old == quote.Offset && !opensSentence)) return block.New + quote.Offset - block.Old;
        var opensGap = quote.Offset == (first > 0 ? blocks[first - 1].OldEnd : 0);
        var start = opensGap ? low : Math.Max(low, block.New - (block.Old - quote.Offset));
        var stop = newText.AsSpan(start, block.New - start).LastIndexOfAny("。！？\n");
        return start + stop + 1;
    }

    private int End(TextSpan quote, int last, int after, int high)
    {
        var block = blocks[last];
        if (block.OldEnd >= quote.End) return block.New + quote.End - block.Old;
        var closesGap = quote.End == (after < blocks.Count ? blocks[after].Old : oldText.Length);
        var end = closesGap ? high : Math.Min(high, block.NewEnd + quote.End - block.OldEnd);
        var stop = newText.AsSpan(block.NewEnd, end - block.NewEnd).IndexOfAny("。！？\n");
        if (stop < 0) return end;
        return block.NewEnd + stop + (oldText[quote.End - 1] is '。' or '！' or '？' ? 1 : 0);
    }

    /// <summary>Not half a character of two code units at either end.</summary>
    private TextSpan Whole(TextSpan span)
    {
        int start = span.Offset, end = span.End;
        if (start > 0 && start < newText.Length && char.IsLowSurrogate(newText[start]) && char.IsHighSurrogate(newText[start - 1])) start--;
        if (end > 0 && end < newText.Length && char.IsLowSurrogate(newText[end]) && char.IsHighSurrogate(newText[end - 1])) end++;
        return TextSpan.FromBounds(start, end);
    }

    private AnchoredQuote Elsewhere(TextSpan quote, string words, int near)
    {
        if (words.Length >= ShortestMoved && Nearest(words, near) is { } moved) return new AnchoredQuote(quote, QuoteFate.Changed, moved, words, words, 1);
        var pairs = new CharacterPairs(words);
        var best = -1;
        var likeness = AlikeElsewhere;
        var middle = added.FindIndex(s => s.End > near);
        if (middle < 0) middle = added.Count;
        for (var i = Math.Max(0, middle - Neighbours); i < Math.Min(added.Count, middle + Neighbours); i++)
        {
            _addedPairs[i] ??= new CharacterPairs(newText.Substring(added[i].Offset, added[i].Length));
            var found = pairs.Likeness(_addedPairs[i]!);
            if (found < likeness || (found == likeness && best >= 0)) continue;
            (best, likeness) = (i, found);
        }

        return best < 0
            ? new AnchoredQuote(quote, QuoteFate.Lost, default, words, "", 0)
            : new AnchoredQuote(quote, QuoteFate.Changed, added[best], words, newText.Substring(added[best].Offset, added[best].Length), likeness);
    }

    /// <summary>Where the same words stand nearest to a place.</summary>
    private TextSpan? Nearest(string words, int near)
    {
        var next = newText.IndexOf(words, near, StringComparison.Ordinal);
        var before = newText.AsSpan(0, near).LastIndexOf(words, StringComparison.Ordinal);
        if (next < 0 && before < 0) return null;
        var at = before < 0 || (next >= 0 && next - near <= near - before) ? next : before;
        return new TextSpan(at, words.Length);
    }

    private int FirstEndingAfter(int offset)
    {
        int low = 0, high = blocks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (blocks[middle].OldEnd <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
