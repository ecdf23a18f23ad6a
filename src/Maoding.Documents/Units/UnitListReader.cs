using Maoding.Documents.Reading;
using Maoding.Text;

namespace Maoding.Documents.Units;

/// <summary>
/// Reads a district's list of units from a sheet, a document's table or a text: columns 单位名称, 简称, 职能 in any
/// order, or one unit a line. The order of the list is the official order.
/// </summary>
public static class UnitListReader
{
    private const int HeadSearch = 10;
    private const int LongestName = 40;

    private static readonly string[] NameHeads = ["单位名称", "单位", "部门名称", "部门", "机构名称", "机构", "单位全称", "全称", "名称", "责任单位", "部门单位", "单位（部门）", "单位(部门)"];
    private static readonly string[] ShortHeads = ["简称", "单位简称", "部门简称", "规范简称", "机构简称"];
    private static readonly string[] DutyHeads = ["职能", "主要职责", "主要职能", "职责", "职能职责", "职责职能", "工作职责", "职能分工", "对应职能", "承担职能", "主管职能"];

    private readonly record struct Columns(int Name, int Short, int Duties);

    private sealed record Line(IReadOnlyList<string> Cells, string Table, int Row)
    {
        public string At(int column) => column >= 0 && column < Cells.Count ? Cells[column].Trim() : "";

        public string Cell(int column) => $"{Table} {(char)('A' + Math.Clamp(column, 0, 25))}{Row}";
    }

    /// <exception cref="DocumentException">The file cannot be read, has no column of names, or a cell of it is wrong; the message names the cell.</exception>
    public static UnitDirectory Read(string path) => Read(DocumentReader.Read(path), Path.GetFileName(path));

    public static UnitDirectory Read(SourceText source, string fileName)
    {
        var units = new List<UnitEntry>();
        var seen = new Dictionary<string, string>();
        var found = false;
        foreach (var lines in Tables(source))
        {
            var head = lines.FindIndex(0, Math.Min(HeadSearch, lines.Count), line => HeadOf(line).Name >= 0);
            if (head < 0 && source.Tables.Count > 0) continue;
            found = true;
            var columns = head >= 0 ? HeadOf(lines[head]) : lines.Exists(line => line.Cells.Count > 2) ? new Columns(0, 1, 2) : new Columns(0, -1, 1);
            foreach (var line in lines.Skip(head + 1)) Add(line, columns, units, seen);
        }

        if (!found) throw Wrong($"{fileName}：没有找到“单位名称”一栏。请在表头写明“单位名称”，可以另有“简称”“职能”两栏");
        if (units.Count == 0) throw Wrong($"{fileName}：单位表里没有单位。请在“单位名称”下每行写一个单位");
        return new UnitDirectory(units);
    }

    private static void Add(Line line, Columns columns, List<UnitEntry> units, Dictionary<string, string> seen)
    {
        var (name, shortName, duties) = (line.At(columns.Name), line.At(columns.Short), line.At(columns.Duties));
        if (name.Length == 0)
        {
            if (shortName.Length + duties.Length == 0) return;
            throw Wrong($"{line.Cell(columns.Name)}：单位名称是空的，但同一行写了“{(shortName.Length > 0 ? shortName : Cut(duties))}”。请补上名称或删去这一行");
        }

        if (IsHead(name, NameHeads) || line.Cells.Count > 1 && IsGroup(line, columns)) return;
        if (name.Length > LongestName) throw Wrong($"{line.Cell(columns.Name)}：“{Cut(name)}”太长，不像单位名称（最多{LongestName}个字）。请检查是否串了栏");
        // 纪委、监委 share one office; a short name shows that one unit is meant.
        if (name.Contains('、') && shortName.Length == 0 && name.AsSpan().IndexOfAny("（(纪监") < 0)
            throw Wrong($"{line.Cell(columns.Name)}：“{Cut(name)}”里有几个单位。请每行只写一个单位");
        foreach (var word in (string[])[name, shortName])
        {
            if (word.Length == 0 || (word == shortName && shortName == name)) continue;
            if (seen.TryGetValue(word, out var before)) throw Wrong($"{line.Cell(word == name ? columns.Name : columns.Short)}：“{word}”与 {before} 重复。请删去一个");
            seen[word] = line.Cell(word == name ? columns.Name : columns.Short);
        }

        units.Add(new UnitEntry(units.Count, name, shortName, duties));
    }

    // 一、区委部门: one merged cell over the row.
    private static bool IsGroup(Line line, Columns columns) =>
        line.Cells.Count > 1 && columns.Duties >= 0 && line.Cells.All(cell => cell == line.Cells[0]) && line.Cells[0].Length > 0;

    private static Columns HeadOf(Line line)
    {
        int Find(string[] heads) => line.Cells.ToList().FindIndex(cell => IsHead(cell, heads));
        // A title merged over all columns is no head, even if it says 单位.
        if (line.Cells.Count > 1 && line.Cells.Distinct().Count() == 1) return new Columns(-1, -1, -1);
        return new Columns(Find(NameHeads), Find(ShortHeads), Find(DutyHeads));
    }

    private static bool IsHead(string cell, string[] heads) => Array.IndexOf(heads, string.Concat(cell.Where(c => !char.IsWhiteSpace(c)))) >= 0;

    private static List<List<Line>> Tables(SourceText source)
    {
        if (source.Tables.Count > 0)
            return source.Tables.Select(
                table => table.Rows.Select((row, i) => new Line(row.Select(cell => cell.Text).ToList(), table.Name, table.FirstRow + i)).ToList()).ToList();
        var lines = new List<Line>();
        for (var i = 0; i < source.Lines.Count; i++)
        {
            var words = source.Slice(source.Lines[i].Span).Trim().ToString();
            if (words.Length == 0 || words[0] == '#') continue;
            var mark = words.Contains('\t') ? '\t' : words.Contains('|') ? '|' : words.Contains('：')
                ? '：' : words.Contains('，') ? '，' : words.Contains(',') ? ',' : ' ';
            lines.Add(new Line(words.Split(mark, mark is '：' ? 2 : 9, StringSplitOptions.TrimEntries), "单位表", i + 1));
        }

        return [lines];
    }

    private static string Cut(string words) => words.Length <= 16 ? words : words[..16] + "……";

    private static DocumentException Wrong(string message) => new(DocumentErrors.UnitList, message + "。");
}
