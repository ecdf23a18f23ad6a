using System.Runtime.InteropServices;
using Maoding.Text.Structure;

namespace Maoding.Text.Corrections;

/// <summary>
/// What two texts share: whole sentences first, between them whole clauses, between those characters. Each step is
/// bounded, so a text made to be slow loses detail, not time.
/// </summary>
internal sealed class CorrectionBlocks
{
    private const int MostPieceEdits = 200;
    private const int MostCharacterEdits = 400;

    /// <summary>A stretch without a shared clause that is longer than this was rewritten: its characters are not compared.</summary>
    private const int LongestRewrite = 20_000;

    /// <summary>In a stretch longer than this one shared character alone says nothing.</summary>
    private const int ShortRewrite = 8;

    private readonly string _old;
    private readonly string _new;
    private readonly List<Block> _blocks = [];

    private enum Level
    {
        Sentences,
        Clauses,
        Characters,
    }

    private CorrectionBlocks(string old, string now) => (_old, _new) = (old, now);

    /// <summary>Shared stretches, rising on both sides; touching ones are one.</summary>
    public static List<Block> Of(string old, string now)
    {
        var blocks = new CorrectionBlocks(old, now);
        blocks.Align(TextSpan.FromBounds(0, old.Length), TextSpan.FromBounds(0, now.Length), Level.Sentences);
        return blocks._blocks;
    }

    /// <summary>The sentences of a text with the blanks around them; together they are the whole text.</summary>
    public static List<TextSpan> Sentences(string text) => Pieces(text, TextSpan.FromBounds(0, text.Length), Level.Sentences);

    /// <summary>The words of a stretch without blanks.</summary>
    public static string Key(string text, TextSpan span)
    {
        var words = text.AsSpan(span.Offset, span.Length);
        Span<char> kept = words.Length <= 512 ? stackalloc char[words.Length] : new char[words.Length];
        var length = 0;
        foreach (var c in words)
            if (!char.IsWhiteSpace(c)) kept[length++] = c;
        return kept[..length].ToString();
    }

    private void Align(TextSpan old, TextSpan now, Level level)
    {
        var head = _old.AsSpan(old.Offset, old.Length).CommonPrefixLength(_new.AsSpan(now.Offset, now.Length));
        Add(old.Offset, now.Offset, head);
        var tail = 0;
        var most = Math.Min(old.Length, now.Length) - head;
        while (tail < most && _old[old.End - tail - 1] == _new[now.End - tail - 1]) tail++;
        var (innerOld, innerNew) = (TextSpan.FromBounds(old.Offset + head, old.End - tail), TextSpan.FromBounds(now.Offset + head, now.End - tail));
        if (innerOld.Length > 0 && innerNew.Length > 0)
        {
            if (level == Level.Characters) AlignCharacters(innerOld, innerNew);
            else AlignPieces(innerOld, innerNew, level);
        }

        Add(old.End - tail, now.End - tail, tail);
    }

    private void AlignPieces(TextSpan old, TextSpan now, Level level)
    {
        List<TextSpan> oldPieces = Pieces(_old, old, level), newPieces = Pieces(_new, now, level);
        var ids = new Dictionary<string, int>();
        var pairs = SequenceDiff.Match(Numbers(_old, oldPieces, ids), Numbers(_new, newPieces, ids), MostPieceEdits);
        int fromOld = old.Offset, fromNew = now.Offset;
        foreach (var (o, n) in pairs)
        {
            Align(TextSpan.FromBounds(fromOld, oldPieces[o].Offset), TextSpan.FromBounds(fromNew, newPieces[n].Offset), level + 1);
            Align(oldPieces[o], newPieces[n], Level.Characters);
            (fromOld, fromNew) = (oldPieces[o].End, newPieces[n].End);
        }

        Align(TextSpan.FromBounds(fromOld, old.End), TextSpan.FromBounds(fromNew, now.End), level + 1);
    }

    private void AlignCharacters(TextSpan old, TextSpan now)
    {
        if (old.Length + now.Length > LongestRewrite) return;
        var pairs = new List<(int Old, int New)>();
        SequenceDiff.Shortest(_old.AsSpan(old.Offset, old.Length), _new.AsSpan(now.Offset, now.Length), old.Offset, now.Offset, MostCharacterEdits, pairs);
        var shortest = old.Length + now.Length > ShortRewrite ? 2 : 1;
        for (var i = 0; i < pairs.Count;)
        {
            var next = i + 1;
            while (next < pairs.Count && pairs[next].Old == pairs[next - 1].Old + 1 && pairs[next].New == pairs[next - 1].New + 1) next++;
            if (next - i >= shortest) Add(pairs[i].Old, pairs[i].New, next - i);
            i = next;
        }
    }

    private void Add(int old, int now, int length)
    {
        if (length == 0) return;
        if (_blocks.Count > 0 && _blocks[^1] is var last && last.OldEnd == old && last.NewEnd == now) _blocks[^1] = last with { Length = last.Length + length };
        else _blocks.Add(new Block(old, now, length));
    }

    private static int[] Numbers(string text, List<TextSpan> pieces, Dictionary<string, int> ids)
    {
        var numbers = new int[pieces.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, Key(text, pieces[i]), out var known);
            if (!known) id = ids.Count;
            numbers[i] = id;
        }

        return numbers;
    }

    private static List<TextSpan> Pieces(string text, TextSpan span, Level level)
    {
        var pieces = new List<TextSpan>();
        for (var start = span.Offset; start < span.End;)
        {
            var line = text.IndexOf('\n', start, span.End - start);
            var end = SentenceSplitter.End(text, start, line < 0 ? span.End : line + 1);
            if (level == Level.Clauses)
            {
                var pause = text.AsSpan(start, end - start).IndexOfAny("，；：、");
                if (pause >= 0) end = start + pause + 1;
            }

            pieces.Add(TextSpan.FromBounds(start, end));
            start = end;
        }

        return pieces;
    }
}
