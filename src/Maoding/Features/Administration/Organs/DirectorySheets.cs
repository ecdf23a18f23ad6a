using Maoding.Documents.Reading;

namespace Maoding.Features.Administration.Organs;

/// <summary>The names of the directory's five sheets and of their columns, for writing and reading.</summary>
internal static class DirectorySheets
{
    public const string Units = "单位";
    public const string Posts = "岗位";
    public const string People = "人员任职";
    public const string Divisions = "分工";
    public const string Accounts = "账号";

    public const string UnitName = "单位名称";
    public const string ShortName = "简称";
    public const string Kind = "类别";
    public const string Functions = "职能";
    public const string Phone = "电话";
    public const string State = "状态";
    public const string Number = "编号";
    public const string PostName = "岗位";
    public const string PostKind = "类型";

    /// <summary>Not 单位: the reader of unit lists would take the sheet of posts for one.</summary>
    public const string PostUnit = "所在单位";
    public const string Line = "条线";
    public const string Chief = "主要负责同志";
    public const string Yes = "是";
    public const string No = "否";
    public const string PersonName = "姓名";
    public const string From = "任职日期";
    public const string To = "离任日期";
    public const string PersonNumber = "人员编号";
    public const string LeaderPost = "领导岗位";
    public const string Relation = "方式";
    public const string RelatedUnit = "对口单位";
    public const string Since = "自";
    public const string Until = "至";
    public const string UserName = "账号名";

    public const string Open = "正常";
    public const string Closed = "停用";
}

/// <summary>A sheet with its columns found by their heads, wherever they stand.</summary>
internal sealed class HeadedSheet
{
    private const int HeadSearch = 5;
    private readonly Dictionary<string, int> _columns = [];

    private HeadedSheet(ReadSheet sheet, int head)
    {
        Name = sheet.Name;
        var cells = sheet.Rows[head].Cells;
        for (var i = 0; i < cells.Count; i++) _columns.TryAdd(cells[i], i);
        Rows = [.. sheet.Rows.Skip(head + 1)];
    }

    public string Name { get; }

    public IReadOnlyList<ReadRow> Rows { get; }

    /// <summary>Null when the book has no such sheet; an error when the sheet has no such first column.</summary>
    public static HeadedSheet? Find(IReadOnlyList<ReadSheet> book, string name, string firstColumn, List<string> errors)
    {
        if (book.FirstOrDefault(s => s.Name == name) is not { } sheet) return null;
        for (var i = 0; i < Math.Min(HeadSearch, sheet.Rows.Count); i++)
            if (sheet.Rows[i].Cells.Contains(firstColumn)) return new HeadedSheet(sheet, i);
        errors.Add($"{name}：表头里没有“{firstColumn}”一栏。请用“导出”得到的文件修改后再导入。");
        return null;
    }

    public string At(ReadRow row, string column) => row.At(_columns.GetValueOrDefault(column, -1));

    /// <summary>岗位!C7：…</summary>
    public string Wrong(ReadRow row, string column, string message) =>
        $"{Name}!{TableBookReader.CellName(_columns.GetValueOrDefault(column, 0) + 1, row.Number)}：{message}";
}
