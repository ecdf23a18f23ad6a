using Maoding.Text.Deadlines;
using Maoding.Text.Structure;

namespace Maoding.Text.Ledgers;

/// <summary>The words of a ledger row as rules read them, apart from the units and limits written beside them.</summary>
/// <param name="Offset">Where they stand in the normal text; 0 when they do not stand there in one piece.</param>
/// <param name="Quoted">Whether they stand in one piece, so that parts of them can be quoted.</param>
/// <param name="Deadline">The limit the row gives, never one guessed from its words.</param>
internal readonly record struct LedgerItem(string Words, int Offset, bool Quoted, Deadline? Deadline)
{
    public static LedgerItem Find(Outline outline, Sentence sentence, LedgerRow row)
    {
        var words = Normalizer.Normalize(SourceText.FromPlain(row.Text)).Text.TrimEnd('\n');
        var text = outline.Normal.Text;
        var limit = Math.Min(text.Length, sentence.Normal.End + row.Span.Length);
        var found = words.Length == 0 ? -1 : text.AsSpan(sentence.Normal.Offset, limit - sentence.Normal.Offset).IndexOf(words, StringComparison.Ordinal);
        var offset = found < 0 ? 0 : sentence.Normal.Offset + found;
        return new LedgerItem(words.Length == 0 ? row.Text : words, offset, found >= 0, Limit(row));
    }

    private static Deadline? Limit(LedgerRow row) => row.DeadlineWords.Length == 0
        ? null
        : new Deadline(default, row.DeadlineWords, row.Deadline, TimeLimit.IsOpenEnded(row.DeadlineWords), false, new Evidence("时限照原文", row.DeadlineWords));
}
