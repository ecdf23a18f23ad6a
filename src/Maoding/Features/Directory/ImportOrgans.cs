using System.Globalization;
using Maoding.Documents.Reading;
using Maoding.Domain.Organization;

namespace Maoding.Features.Organs;

/// <summary>Takes over the sheets 单位 and 岗位.</summary>
internal sealed class ImportOrgans(ImportState state, FunctionNames functions)
{
    private const int LongestName = 100;
    private const int LongestShortName = 50;

    public void Units(HeadedSheet sheet)
    {
        var inFile = new List<Unit>();
        foreach (var row in sheet.Rows)
            if (Unit(sheet, row, inFile) is { } unit) inFile.Add(unit);
        state.Reorder("单位", inFile, state.Units, u => u.Order, (u, order) => u.Order = order);
    }

    public void Posts(HeadedSheet sheet)
    {
        var inFile = new List<Post>();
        foreach (var row in sheet.Rows)
            if (Post(sheet, row, inFile) is { } post) inFile.Add(post);
        state.Reorder("岗位", inFile, state.Posts, p => p.Order, (p, order) => p.Order = order);
    }

    private Unit? Unit(HeadedSheet sheet, ReadRow row, List<Unit> inFile)
    {
        string At(string column) => sheet.At(row, column);
        void Wrong(string column, string message) => state.Errors.Add(sheet.Wrong(row, column, message));
        var (name, shortName) = (At(DirectorySheets.UnitName), At(DirectorySheets.ShortName));
        var before = state.Errors.Count;
        if (name.Length is 0 or > LongestName) Wrong(DirectorySheets.UnitName, name.Length == 0 ? "单位名称是空的。请补上，或删去这一行。" : $"单位名称太长，最多{LongestName}个字。");
        if (shortName.Length > LongestShortName) Wrong(DirectorySheets.ShortName, $"简称太长，最多{LongestShortName}个字。");
        var kind = At(DirectorySheets.Kind) is { Length: > 0 } words ? PostWords.UnitKindOf(words) : UnitKind.Government;
        if (kind is null) Wrong(DirectorySheets.Kind, $"没有类别“{At(DirectorySheets.Kind)}”。可以填：{string.Join('、', PostWords.UnitKinds.Select(PostWords.Of))}。");
        var duties = functions.Clean(At(DirectorySheets.Functions), out var unknown);
        if (unknown is not null) Wrong(DirectorySheets.Functions, $"没有职能“{unknown}”。可以填：{string.Join('、', functions.All)}。");
        var existing = Existing(sheet, row, state.Units, u => u.Id) ?? state.Units.Find(u => u.Name == name);
        if (existing is not null && inFile.Contains(existing)) Wrong(DirectorySheets.UnitName, $"“{name}”写了两行。请删去一行。");
        else if (state.Units.Exists(u => u != existing && u.Name == name)) Wrong(DirectorySheets.UnitName, $"已有别的单位叫“{name}”。请改名，或核对编号。");
        if (state.Errors.Count > before) return null;
        if (existing is null)
        {
            existing = new Unit { Name = name, ShortName = shortName.Length > 0 ? shortName : name };
            state.Units.Add(existing);
            state.Changes.Add($"新增单位：{name}");
            (existing.Kind, existing.Functions, existing.Phone) = (kind!.Value, duties, At(DirectorySheets.Phone));
            existing.IsClosed = At(DirectorySheets.State) == DirectorySheets.Closed;
            return existing;
        }

        Update(existing, name, shortName, kind!.Value, duties, At(DirectorySheets.Phone), At(DirectorySheets.State) == DirectorySheets.Closed);
        return existing;
    }

    private void Update(Unit unit, string name, string shortName, UnitKind kind, string duties, string phone, bool closed)
    {
        var what = $"单位“{unit.ShortName}”";
        state.Set(what, "名称", unit.Name, name, v => unit.Name = v);
        state.Set(what, "简称", unit.ShortName, shortName.Length > 0 ? shortName : name, v => unit.ShortName = v);
        state.Set(what, "类别", PostWords.Of(unit.Kind), PostWords.Of(kind), _ => unit.Kind = kind);
        state.Set(what, "职能", unit.Functions, duties, v => unit.Functions = v);
        state.Set(what, "电话", unit.Phone, phone, v => unit.Phone = v);
        state.Set(what, "停用", unit.IsClosed ? "是" : "否", closed ? "是" : "否", _ => unit.IsClosed = closed);
    }

    private Post? Post(HeadedSheet sheet, ReadRow row, List<Post> inFile)
    {
        string At(string column) => sheet.At(row, column);
        void Wrong(string column, string message) => state.Errors.Add(sheet.Wrong(row, column, message));
        var before = state.Errors.Count;
        var name = At(DirectorySheets.PostName);
        if (name.Length is 0 or > LongestName) Wrong(DirectorySheets.PostName, name.Length == 0 ? "岗位名称是空的。请补上，或删去这一行。" : $"岗位名称太长，最多{LongestName}个字。");
        var kind = PostWords.PostKindOf(At(DirectorySheets.PostKind));
        if (kind is null) Wrong(DirectorySheets.PostKind, $"没有类型“{At(DirectorySheets.PostKind)}”。可以填：{string.Join('、', PostWords.PostKinds.Select(PostWords.Of))}。");
        var unitWords = At(DirectorySheets.PostUnit);
        var unit = unitWords.Length > 0 ? state.Unit(unitWords) : null;
        if (unitWords.Length > 0 && unit is null) Wrong(DirectorySheets.PostUnit, $"没有这个单位“{unitWords}”。请先在“单位”表里添上。");
        if (unitWords.Length == 0 && kind is { } needs && PostWords.NeedsUnit(needs)) Wrong(DirectorySheets.PostUnit, $"{PostWords.Of(needs)}的岗位要写明所在单位。");
        var existing = Existing(sheet, row, state.Posts, p => p.Id);
        if (existing is null && state.Posts.FindAll(p => p.Name == name && !inFile.Contains(p)) is [var only]) existing = only;
        if (existing is not null && inFile.Contains(existing)) Wrong(DirectorySheets.Number, "同一个岗位写了两行。请删去一行，或删去编号作为新岗位。");
        if (state.Errors.Count > before) return null;
        var closed = At(DirectorySheets.State) == DirectorySheets.Closed;
        if (existing is null)
        {
            existing = new Post { Name = name, Kind = kind!.Value, Unit = unit, IsClosed = closed };
            state.Posts.Add(existing);
            state.Changes.Add($"新增岗位：{name}");
            return existing;
        }

        var what = $"岗位“{existing.Name}”";
        state.Set(what, "名称", existing.Name, name, v => existing.Name = v);
        state.Set(what, "类型", PostWords.Of(existing.Kind), PostWords.Of(kind!.Value), _ => existing.Kind = kind.Value);
        state.Set(what, "所在单位", existing.Unit?.ShortName, unit?.ShortName, _ => existing.Unit = unit);
        state.Set(what, "停用", existing.IsClosed ? "是" : "否", closed ? "是" : "否", _ => existing.IsClosed = closed);
        return existing;
    }

    private T? Existing<T>(HeadedSheet sheet, ReadRow row, List<T> all, Func<T, int> id)
        where T : class
    {
        var words = sheet.At(row, DirectorySheets.Number);
        if (words.Length == 0) return null;
        var found = int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? all.Find(x => id(x) == number && number > 0) : null;
        if (found is null) state.Errors.Add(sheet.Wrong(row, DirectorySheets.Number, $"没有编号“{words}”。新增的行请把编号留空。"));
        return found;
    }
}
