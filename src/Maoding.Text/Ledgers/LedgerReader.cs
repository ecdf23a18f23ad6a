namespace Maoding.Text.Ledgers;

/// <summary>Recognises a breakdown plan that already names who is responsible, and reads it exactly as written.</summary>
public static class LedgerReader
{
    /// <summary>The rows in reading order; null when the document is no ledger.</summary>
    /// <param name="planYear">The year that time limits without a year belong to.</param>
    public static IReadOnlyList<LedgerRow>? Read(SourceText source, int planYear)
    {
        if (source.Tables.Count == 0 && !LedgerCues.MayBeLedger(source.Text)) return null;
        var (rows, cells) = LedgerTables.Read(source, planYear);
        var fromText = ReadText(source, cells, planYear, bareNames: false) ?? (rows.Count == 0 ? ReadText(source, cells, planYear, bareNames: true) : null);
        if (fromText is not null && (rows.Count == 0 || fromText.Count > 4))
        {
            rows.AddRange(fromText);
            rows.Sort((a, b) => a.Span.Offset.CompareTo(b.Span.Offset));
        }

        return rows.Count == 0 ? null : rows;
    }

    private static List<LedgerRow>? ReadText(SourceText source, IReadOnlyList<TextSpan> cells, int planYear, bool bareNames)
    {
        var pieces = ItemPieces.Read(source, cells, bareNames);
        var (points, total) = (0, 0);
        foreach (var piece in pieces)
        {
            if (piece.Note is { NamesAnyone: true } note) points += note.Strength;
            total += piece.Span.Length;
        }

        if (points < 2) return null;
        var rows = ItemTree.Rows(source, pieces, planYear);
        var covered = 0.0;
        foreach (var row in rows) covered += row.Text.Length;
        covered /= Math.Max(total, 1);
        var titled = IsTitled(source);
        // A speech with a drafting note or two is no ledger: the notes must be many, or speak of most of the text.
        var enough = (points >= 9 && covered >= 0.12) || (points >= 2 && covered >= (titled ? 0.1 : 0.4));
        return enough && (!bareNames || points >= 3) ? rows : null;
    }

    private static bool IsTitled(SourceText source)
    {
        var head = source.Text.AsSpan(0, Math.Min(source.Text.Length, 300));
        foreach (var word in (ReadOnlySpan<string>)["任务分解", "责任分解", "责任分工", "任务分工", "分工方案", "分解方案", "分工表", "分解表", "工作台账", "责任清单", "任务清单", "责任书"])
            if (head.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
