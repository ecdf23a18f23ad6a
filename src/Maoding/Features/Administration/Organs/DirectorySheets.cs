using Maoding.Documents.Reading;
using Maoding.Shared.Workbooks;

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

    /// <summary>The directory's version when the workbook went out.</summary>
    public const string Version = "名录版本";
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

/// <summary>One of the five sheets of a workbook.</summary>
internal sealed class HeadedSheet
{
    /// <summary>Columns with names, in which blanks only spread the characters.</summary>
    private static readonly HashSet<string> Names =
    [
        DirectorySheets.UnitName, DirectorySheets.ShortName, DirectorySheets.PostName, DirectorySheets.PostUnit,
        DirectorySheets.PersonName, DirectorySheets.LeaderPost, DirectorySheets.RelatedUnit,
    ];

    private static readonly string[] Heads =
    [
        .. Names, DirectorySheets.Kind, DirectorySheets.Functions, DirectorySheets.Phone, DirectorySheets.State, DirectorySheets.Number,
        DirectorySheets.PostKind, DirectorySheets.Line, DirectorySheets.Chief, DirectorySheets.From, DirectorySheets.To,
        DirectorySheets.PersonNumber, DirectorySheets.Relation, DirectorySheets.Since, DirectorySheets.Until, DirectorySheets.UserName,
    ];

    private readonly BookSheet _sheet;

    private HeadedSheet(BookSheet sheet) => _sheet = sheet;

    public IReadOnlyList<BookRow> Rows => _sheet.Rows;

    /// <summary>Null when the book has no such sheet; an error when the sheet has no such first column, and for each cell that shows nothing certain.</summary>
    public static HeadedSheet? Find(IReadOnlyList<ReadSheet> book, string name, string firstColumn, List<string> errors)
    {
        if (book.FirstOrDefault(s => s.Name == name) is not { } sheet) return null;
        if (BookSheet.Find(sheet, firstColumn) is not { } found)
        {
            errors.Add($"{name}：表头里没有“{firstColumn}”一栏。请用“导出”得到的文件修改后再导入。");
            return null;
        }

        errors.AddRange(found.Faults(Heads).Select(f => $"{name}!{f.Cell}：{f.Words}"));
        return new HeadedSheet(found);
    }

    public static string At(BookRow row, string column) => Names.Contains(column) ? row.Name(column) : row[column];

    /// <summary>岗位!C7：…</summary>
    public string Wrong(BookRow row, string column, string message) => $"{_sheet.Name}!{row.CellOf(row.Has(column) ? column : _sheet.First)}：{message}";
}
