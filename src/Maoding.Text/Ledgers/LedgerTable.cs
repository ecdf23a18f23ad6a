namespace Maoding.Text.Ledgers;

/// <summary>Reads the rows under a table's head.</summary>
internal sealed class LedgerTable(SourceTable table, LedgerColumns columns, int first)
{
    private static readonly string[] Same = ["同上", "〃", "″", "\"", "”", "同前"];

    private sealed record Entry(string Number, SourceCell Item, Responsibility Note);

    public List<LedgerRow> Read(int planYear)
    {
        var byDetail = DetailTells();
        var entries = new List<Entry>();
        for (var i = first; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            if (IsHeading(row) || IsRepeatedHead(row)) continue;
            var item = ItemOf(row, byDetail);
            var note = NoteOf(row, i > first ? table.Rows[i - 1] : null);
            if (item.Text.Length == 0)
            {
                // A second line of the same item, left unmerged by hand.
                if (entries.Count > 0 && !note.IsEmpty) entries[^1].Note.Merge(note);
                continue;
            }

            var entry = new Entry(NumberOf(row), item, note);
            if (entries.Count > 0 && IsSameItem(entries[^1], entry)) entries[^1].Note.Merge(note);
            else entries.Add(entry);
        }

        return entries.FindAll(entry => !entry.Note.IsEmpty || entries.Count > 1 && entry.Number.Length > 0)
            .ConvertAll(entry => entry.Note.ToRow(entry.Number, entry.Item.Text, entry.Item.Span, planYear));
    }

    // A merged item cell over rows that say different things beside it: what they say are the items.
    private bool DetailTells()
    {
        if (columns.Detail < 0) return false;
        for (var i = first + 1; i < table.Rows.Count; i++)
        {
            var (above, here) = (table.Rows[i - 1], table.Rows[i]);
            if (IsHeading(above) || IsHeading(here)) continue;
            var (detailAbove, detail) = (above[columns.Detail], here[columns.Detail]);
            if (here[columns.Item].Span == above[columns.Item].Span && here[columns.Item].Text.Length > 0
                && detail.Text.Length > 0 && detailAbove.Text.Length > 0 && detail.Span != detailAbove.Span) return true;
        }

        return false;
    }

    private SourceCell ItemOf(IReadOnlyList<SourceCell> row, bool byDetail) =>
        byDetail && row[columns.Detail].Text.Length > 0 || row[columns.Item].Text.Length == 0 && columns.Detail >= 0 ? row[columns.Detail] : row[columns.Item];

    private string NumberOf(IReadOnlyList<SourceCell> row)
    {
        // Of 总序号 and 序号 the one nearest the item.
        for (var i = Math.Max(columns.Item, columns.Detail) - 1; i >= 0; i--)
            if (columns.Roles[i] == LabelRole.Number && row[i].Text.Length is > 0 and < 12) return row[i].Text.Trim();
        return "";
    }

    private Responsibility NoteOf(IReadOnlyList<SourceCell> row, IReadOnlyList<SourceCell>? above)
    {
        var note = new Responsibility { Strength = 3 };
        for (var i = 0; i < row.Count; i++)
        {
            if (!LedgerLabels.Names(columns.Roles[i]) || i > 0 && IsSpread(row, i)) continue;
            var words = row[i].Text;
            if (above is not null && Array.IndexOf(Same, words.Trim()) >= 0) words = above[i].Text;
            AddCell(note, columns.Roles[i], columns.Heads[i], words);
        }

        return note;
    }

    // The same merged cell under two heads of one role is read once.
    private bool IsSpread(IReadOnlyList<SourceCell> row, int i) =>
        row[i].Span.Length > 0 && row[i].Span == row[i - 1].Span && columns.Roles[i] == columns.Roles[i - 1];

    private static void AddCell(Responsibility note, LabelRole role, string head, string words)
    {
        if (role != LabelRole.Deadline && LabelledNote.StartsWithLabel(words.Trim(), out _, out _) && LabelledNote.Read(words) is { } labelled)
        {
            note.Merge(labelled);
            return;
        }

        if (role is LabelRole.Lead or LabelRole.Responsible && head.AsSpan().IndexOfAny("人长") >= 0 && !head.Contains("人民", StringComparison.Ordinal))
        {
            // 牵头单位及责任人: units and people in one cell.
            foreach (var name in NameList.Read(words))
            {
                if (name.Length > 3 || UnitWords.LooksLikeUnit(name)) note.AddUnit(role, name);
                else note.Add(LabelRole.Leader, name);
            }

            return;
        }

        note.Add(role, words);
    }

    private static bool IsSameItem(Entry before, Entry here) =>
        before.Item.Span.Length > 0 && before.Item.Span == here.Item.Span && before.Note.Leads.SequenceEqual(here.Note.Leads)
        && (before.Note.Leads.Count > 0 || before.Note.Responsible.SequenceEqual(here.Note.Responsible) || here.Note.Leaders.SequenceEqual(before.Note.Leaders))
        && (before.Note.DeadlineWords == here.Note.DeadlineWords || here.Note.DeadlineWords.Length == 0);

    // One merged cell over the whole row, or words under nothing but number, area and item: 一、经济发展（12项）.
    private bool IsHeading(IReadOnlyList<SourceCell> row)
    {
        var filled = row.Where(cell => cell.Text.Length > 0).ToList();
        if (filled.Count == 0) return true;
        if (filled.Count > 1 && filled.TrueForAll(cell => cell.Span == filled[0].Span)) return true;
        for (var i = 0; i < row.Count; i++)
            if (LedgerLabels.Names(columns.Roles[i]) && row[i].Text.Length > 0 && row[i].Span != row[columns.Item].Span) return false;
        var number = columns.First(LabelRole.Number);
        var written = number >= 0 ? row[number].Text.Trim() : "";
        return filled.Count == 1 || written.Length == 0 || ItemNumber.Chinese(written.TrimStart('（', '('), out _) > 0;
    }

    private bool IsRepeatedHead(IReadOnlyList<SourceCell> row)
    {
        var matches = 0;
        for (var i = 0; i < row.Count; i++)
            if (row[i].Text.Length > 0 && (row[i].Text == columns.Heads[i] || LedgerLabels.OfHead(row[i].Text) is not LabelRole.None)) matches++;
            else if (row[i].Text.Length > 0) return false;
        return matches > 1;
    }
}
