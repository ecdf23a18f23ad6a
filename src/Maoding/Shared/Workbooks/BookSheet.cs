using Maoding.Documents.Reading;
using Maoding.Domain.Typed;

namespace Maoding.Shared.Workbooks;

/// <summary>A sheet with its columns found by their heads, wherever they stand. Every import reads its cells here.</summary>
public sealed class BookSheet
{
    /// <summary>A title and notes may stand above the head.</summary>
    private const int HeadSearch = 5;

    private readonly Dictionary<string, int> _columns = [];
    private readonly List<(string Head, int First, int Second)> _twice = [];
    private readonly int _headNumber;

    private BookSheet(ReadSheet sheet, int head, IReadOnlyDictionary<string, string>? formerly)
    {
        Name = sheet.Name;
        _headNumber = sheet.Rows[head].Number;
        for (var i = 0; i < sheet.Rows[head].Cells.Count; i++)
        {
            var name = TypedText.Name(sheet.Rows[head].Cells[i]);
            if (formerly?.GetValueOrDefault(name) is { } now) name = now;
            if (name.Length > 0 && !_columns.TryAdd(name, i)) _twice.Add((name, _columns[name], i));
        }

        Rows = [.. sheet.Rows.Skip(head + 1).Select(r => new BookRow(r, _columns))];
    }

    public string Name { get; }

    public IReadOnlyList<BookRow> Rows { get; }

    /// <summary>Null when the sheet has no head with this column.</summary>
    /// <param name="formerly">What columns were called before, with their names now.</param>
    public static BookSheet? Find(ReadSheet sheet, string telling, IReadOnlyDictionary<string, string>? formerly = null)
    {
        for (var i = 0; i < Math.Min(HeadSearch, sheet.Rows.Count); i++)
            if (sheet.Rows[i].Cells.Any(c => TypedText.Name(c) == telling)) return new BookSheet(sheet, i, formerly);
        return null;
    }

    /// <summary>The head of the first column.</summary>
    public string First => _columns.MinBy(c => c.Value).Key;

    public bool Has(string head) => _columns.ContainsKey(head);

    /// <summary>A head that stands there twice, and cells of which it cannot be told what they show. With any of them nothing is to be written.</summary>
    /// <param name="heads">Columns that are read; what stands in others does not matter.</param>
    public IEnumerable<(string Cell, string Words)> Faults(IReadOnlyCollection<string> heads)
    {
        foreach (var (head, first, second) in _twice.Where(t => heads.Contains(t.Head)))
        {
            var (one, other) = (TableBookReader.CellName(first + 1, _headNumber), TableBookReader.CellName(second + 1, _headNumber));
            yield return (other, $"“{head}”一列出现两次（{one}、{other}），不知道该用哪一列。请删去一列。");
        }

        foreach (var row in Rows)
            foreach (var fault in row.Faults(heads)) yield return fault;
    }
}

/// <summary>One row, cell by head.</summary>
public sealed class BookRow(ReadRow row, IReadOnlyDictionary<string, int> columns)
{
    public int Line => row.Number;

    /// <summary>Empty for a column that the sheet does not have.</summary>
    public string this[string head] => row.At(Column(head));

    public bool Has(string head) => columns.ContainsKey(head);

    /// <summary>A name in a cell, without the blanks that spread it.</summary>
    public string Name(string head) => TypedText.Name(this[head]);

    /// <summary>A whole number without sign; null for anything else.</summary>
    public int? Number(string head) => TypedNumber.Whole(this[head]);

    /// <summary>F12.</summary>
    public string CellOf(string head) => TableBookReader.CellName(Column(head) + 1, row.Number);

    /// <summary>第 5 行“总投资（万元）”（K5）.</summary>
    public string Place(string head) => $"第 {row.Number} 行“{head}”（{CellOf(head)}）";

    internal IEnumerable<(string Cell, string Words)> Faults(IReadOnlyCollection<string> heads) =>
        from head in heads
        where Has(head) && row.Wrong.ContainsKey(columns[head])
        select (CellOf(head), row.Wrong[columns[head]]);

    private int Column(string head) => columns.GetValueOrDefault(head, -1);
}
