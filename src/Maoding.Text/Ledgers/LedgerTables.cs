namespace Maoding.Text.Ledgers;

/// <summary>Reads the tables of a document whose head names an item column and who is responsible.</summary>
internal static class LedgerTables
{
    private const int HeadSearch = 12;

    /// <summary>The rows of all ledger tables, and the spans of their cells in order.</summary>
    public static (List<LedgerRow> Rows, List<TextSpan> Cells) Read(SourceText source, int planYear)
    {
        var rows = new List<LedgerRow>();
        var cells = new List<TextSpan>();
        LedgerColumns? columns = null;
        foreach (var table in source.Tables.Count > 0 ? source.Tables : TabbedTables.Read(source))
        {
            var first = FindHead(table, out var found);
            if (found is not null) columns = found;
            else if (columns is null || !Continues(table, columns)) continue;
            rows.AddRange(new LedgerTable(table, columns, first).Read(planYear));
            foreach (var row in table.Rows)
                foreach (var cell in row)
                    if (cell.Span.Length > 0) cells.Add(cell.Span);
        }

        cells.Sort((a, b) => a.Offset.CompareTo(b.Offset));
        return (rows, cells);
    }

    // A table without a head that goes on where the one before ended, as page breaks leave it.
    private static bool Continues(SourceTable table, LedgerColumns columns)
    {
        if (table.Rows.Count == 0 || table.Rows[0].Count != columns.Roles.Length) return false;
        var number = columns.First(LabelRole.Number);
        return number >= 0 ? table.Rows.Any(row => row[number].Text.Length > 0 && row[number].Text.All(char.IsAsciiDigit))
            : UnitWords.LooksLikeUnit(table.Rows[0][columns.FirstUnit].Text);
    }

    private static int FindHead(SourceTable table, out LedgerColumns? columns)
    {
        columns = null;
        for (var i = 0; i < table.Rows.Count && i < HeadSearch; i++)
        {
            var roles = Roles(table.Rows[i]);
            if (!IsHead(roles)) continue;
            var heads = table.Rows[i].Select(cell => cell.Text).ToArray();
            var next = i + 1;
            for (; next < table.Rows.Count && next < i + 3 && IsSecondHead(table.Rows[i], table.Rows[next]); next++)
                Refine(table.Rows[next], roles, heads);
            var found = LedgerColumns.Of(roles, heads);
            if (found is null) continue;
            columns = found;
            return next;
        }

        return 0;
    }

    internal static LabelRole[] Roles(IReadOnlyList<SourceCell> row) => row.Select(cell => LedgerLabels.OfHead(cell.Text)).ToArray();

    // One long title over all columns is no head, nor is a row of words of which one happens to be a label.
    internal static bool IsHead(LabelRole[] roles) => roles.Where(role => role != LabelRole.None).Distinct().Count() >= 2;

    // Under 责任分工 stand 牵头单位 and 配合单位; heads that span both rows are repeated.
    private static bool IsSecondHead(IReadOnlyList<SourceCell> above, IReadOnlyList<SourceCell> row)
    {
        var (same, labels, other) = (0, 0, 0);
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].Text.Length == 0) continue;
            if (row[i].Text == above[i].Text) same++;
            else if (LedgerLabels.OfHead(row[i].Text) != LabelRole.None) labels++;
            else other++;
        }

        return labels > 0 && other <= labels || (same > 1 && labels + other == 0);
    }

    private static void Refine(IReadOnlyList<SourceCell> row, LabelRole[] roles, string[] heads)
    {
        for (var i = 0; i < row.Count; i++)
        {
            var role = LedgerLabels.OfHead(row[i].Text);
            if (role == LabelRole.None || row[i].Text == heads[i]) continue;
            roles[i] = role;
            heads[i] = row[i].Text;
        }
    }
}

/// <summary>Which column holds what.</summary>
internal sealed record LedgerColumns(LabelRole[] Roles, string[] Heads, int Item, int Detail)
{
    public int FirstUnit => Array.FindIndex(Roles, role => role is LabelRole.Lead or LabelRole.Responsible or LabelRole.CoUnit or LabelRole.Leader);

    public int First(LabelRole role) => Array.IndexOf(Roles, role);

    /// <summary>Null when there is no column for the item or none for those responsible.</summary>
    public static LedgerColumns? Of(LabelRole[] roles, string[] heads)
    {
        var item = Array.IndexOf(roles, LabelRole.Item);
        var detail = Array.IndexOf(roles, LabelRole.Detail);
        // Two item columns, 重点任务 and 工作内容: the second breaks the first down.
        if (item >= 0)
        {
            var second = Array.FindIndex(roles, item + 1, role => role == LabelRole.Item);
            while (second >= 0 && heads[second] == heads[item])
                second = second + 1 < roles.Length ? Array.FindIndex(roles, second + 1, role => role == LabelRole.Item) : -1;
            if (second >= 0) detail = second;
        }
        else
        {
            (item, detail) = (detail, -1);
        }

        if (item < 0) item = Array.IndexOf(roles, LabelRole.Area);
        var columns = new LedgerColumns(roles, heads, item, detail);
        return item >= 0 && columns.FirstUnit >= 0 ? columns : null;
    }
}
