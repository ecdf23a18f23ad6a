using Maoding.Districts;
using Maoding.Domain.Organization;
using Maoding.Shared.Workbooks;

namespace Maoding.Features.Administration.Organs;

/// <summary>Takes over the sheets 单位 and 岗位.</summary>
internal sealed class ImportOrgans(ImportState state, FunctionNames functions)
{
    private static readonly Dictionary<string, string> Columns = new()
    {
        ["ShortName"] = DirectorySheets.ShortName,
        ["Phone"] = DirectorySheets.Phone,
        ["UnitId"] = DirectorySheets.PostUnit,
        ["IsChief"] = DirectorySheets.Chief,
    };

    public void Units(HeadedSheet sheet)
    {
        var inFile = new List<Unit>();
        var read = new List<(BookRow Row, Unit Unit)>();
        foreach (var row in sheet.Rows)
        {
            if (Unit(sheet, row, inFile) is not { } unit) continue;
            inFile.Add(unit);
            read.Add((row, unit));
        }

        // Only now are all names as the file wants them: two units may have changed theirs over.
        foreach (var (row, unit) in read) Faults(sheet, row, DirectorySheets.UnitName, DirectoryRules.AmongUnits(unit, state.Units));
        foreach (var post in state.Posts)
            if (post.Unit is { } unit) post.Line = unit.Line;
        state.Reorder("单位", inFile, state.Units, u => u.Order, (u, order) => u.Order = order);
    }

    public void Posts(HeadedSheet sheet)
    {
        var inFile = new List<Post>();
        var read = new List<(BookRow Row, Post Post)>();
        foreach (var row in sheet.Rows)
        {
            if (Post(sheet, row, inFile) is not { } post) continue;
            inFile.Add(post);
            read.Add((row, post));
        }

        // Only now is every chief as the file wants it.
        foreach (var (row, post) in read) Faults(sheet, row, DirectorySheets.PostName, DirectoryRules.OfChief(post, state.Posts));
        state.Reorder("岗位", inFile, state.Posts, p => p.Order, (p, order) => p.Order = order);
    }

    private void Faults(HeadedSheet sheet, BookRow row, string nameColumn, IEnumerable<Fault> faults)
    {
        foreach (var fault in faults) state.Errors.Add(sheet.Wrong(row, Columns.GetValueOrDefault(fault.Field, nameColumn), fault.Message));
    }

    /// <summary>Null where the cell is empty: as it is, or as the name suggests.</summary>
    private OrganLine? Line(HeadedSheet sheet, BookRow row)
    {
        var words = HeadedSheet.At(row, DirectorySheets.Line);
        var line = PostWords.OrganLineOf(words);
        if (words.Length > 0 && line is null)
            state.Errors.Add(sheet.Wrong(row, DirectorySheets.Line, ChoiceCell.Wrong(words, PostWords.OrganLines.Select(PostWords.Of), "条线")));
        return line;
    }

    /// <summary>The title suggests it, and the line has no chief yet.</summary>
    private bool Proposed(Post post) => !post.IsClosed && LineProposal.IsChief(post.Name, post.Kind, post.Line) && Chiefs.Of(state.Posts, post.Line) is null;

    private Unit? Unit(HeadedSheet sheet, BookRow row, List<Unit> inFile)
    {
        string At(string column) => HeadedSheet.At(row, column);
        void Wrong(string column, string message) => state.Errors.Add(sheet.Wrong(row, column, message));
        var (name, phone) = (At(DirectorySheets.UnitName), At(DirectorySheets.Phone));
        var shortName = At(DirectorySheets.ShortName) is { Length: > 0 } given ? given : name;
        var before = state.Errors.Count;
        Faults(sheet, row, DirectorySheets.UnitName, DirectoryRules.OfUnit(name, shortName, phone));
        var kind = At(DirectorySheets.Kind) is { Length: > 0 } words ? PostWords.UnitKindOf(words) : UnitKind.Government;
        if (kind is null) Wrong(DirectorySheets.Kind, ChoiceCell.Wrong(At(DirectorySheets.Kind), PostWords.UnitKinds.Select(PostWords.Of), "类别"));
        var line = Line(sheet, row);
        var duties = functions.Clean(At(DirectorySheets.Functions), out var unknown);
        if (unknown is not null) Wrong(DirectorySheets.Functions, ChoiceCell.Wrong(unknown, functions.All, "职能"));
        var existing = state.Numbered(At(DirectorySheets.Number), state.UnitNumbers, message => Wrong(DirectorySheets.Number, message), out var number)
            ?? state.Units.Find(u => u.Name == name);
        if (existing is not null && inFile.Contains(existing)) Wrong(DirectorySheets.UnitName, $"“{name}”写了两行。请删去一行。");
        var closed = At(DirectorySheets.State) == DirectorySheets.Closed;
        if (existing is not null && state.Undoing(existing, name, closed) is { } decided) Wrong(DirectorySheets.UnitName, decided);
        if (state.Errors.Count > before) return null;
        if (existing is not null)
        {
            Update(existing, name, shortName, kind!.Value, duties, phone, closed);
            state.Set($"单位“{existing.ShortName}”", "条线", PostWords.Of(existing.Line), PostWords.Of(line ?? existing.Line), _ => existing.Line = line!.Value);
            return existing;
        }

        var added = new Unit { Name = name, ShortName = shortName, Kind = kind!.Value, Functions = duties, Phone = phone, IsClosed = closed };
        added.Line = line ?? LineProposal.OfUnit(name, added.Kind);
        state.Units.Add(added);
        if (number is { } key) state.UnitNumbers[key] = added;
        state.Changes.Add($"新增单位：{name}（{PostWords.Of(added.Line)}）");
        return added;
    }

    private void Update(Unit unit, string name, string shortName, UnitKind kind, string duties, string phone, bool closed)
    {
        var what = $"单位“{unit.ShortName}”";
        state.Set(what, "名称", unit.Name, name, v => unit.Name = v);
        state.Set(what, "简称", unit.ShortName, shortName, v => unit.ShortName = v);
        state.Set(what, "类别", PostWords.Of(unit.Kind), PostWords.Of(kind), _ => unit.Kind = kind);
        state.Set(what, "职能", unit.Functions, duties, v => unit.Functions = v);
        state.Set(what, "电话", unit.Phone, phone, v => unit.Phone = v);
        state.Set(what, "停用", unit.IsClosed ? "是" : "否", closed ? "是" : "否", _ => unit.IsClosed = closed);
    }

    private Post? Post(HeadedSheet sheet, BookRow row, List<Post> inFile)
    {
        string At(string column) => HeadedSheet.At(row, column);
        void Wrong(string column, string message) => state.Errors.Add(sheet.Wrong(row, column, message));
        var before = state.Errors.Count;
        var name = At(DirectorySheets.PostName);
        var kind = PostWords.PostKindOf(At(DirectorySheets.PostKind));
        if (kind is null)
            Wrong(DirectorySheets.PostKind, ChoiceCell.Wrong(At(DirectorySheets.PostKind), PostWords.PostKinds.Select(PostWords.Of), "类型"));
        var unitWords = At(DirectorySheets.PostUnit);
        var unit = unitWords.Length > 0 ? state.Unit(unitWords) : null;
        if (unitWords.Length > 0 && unit is null) Wrong(DirectorySheets.PostUnit, $"没有这个单位“{unitWords}”。请先在“单位”表里添上。");
        Faults(sheet, row, DirectorySheets.PostName, DirectoryRules.OfPost(name, kind, unitWords.Length > 0));
        var existing = state.Numbered(At(DirectorySheets.Number), state.PostNumbers, message => Wrong(DirectorySheets.Number, message), out var number);
        if (existing is null && state.Posts.FindAll(p => p.Name == name && !inFile.Contains(p)) is [var only]) existing = only;
        if (existing is not null && inFile.Contains(existing)) Wrong(DirectorySheets.Number, "同一个岗位写了两行。请删去一行，或删去编号作为新岗位。");
        var line = unit is null ? Line(sheet, row) : unit.Line;
        var chief = At(DirectorySheets.Chief);
        if (chief is not ("" or DirectorySheets.Yes or DirectorySheets.No)) Wrong(DirectorySheets.Chief, $"“{chief}”不对，请填“是”或“否”，不清楚的留空。");
        var closed = At(DirectorySheets.State) == DirectorySheets.Closed;
        if (state.Undoing(existing, unit, closed) is { } decided) Wrong(DirectorySheets.PostName, decided);
        if (state.Errors.Count > before) return null;
        if (existing is null)
        {
            existing = new Post { Name = name, Kind = kind!.Value, Unit = unit, IsClosed = closed };
            existing.Line = line ?? LineProposal.OfPost(name, null);
            existing.IsChief = chief.Length > 0 ? chief == DirectorySheets.Yes : Proposed(existing);
            state.Posts.Add(existing);
            if (number is { } key) state.PostNumbers[key] = existing;
            state.Changes.Add($"新增岗位：{name}（{PostWords.Of(existing.Line)}{(existing.IsChief ? "，主要负责同志" : "")}）");
            return existing;
        }

        var what = $"岗位“{existing.Name}”";
        state.Set(what, "名称", existing.Name, name, v => existing.Name = v);
        state.Set(what, "类型", PostWords.Of(existing.Kind), PostWords.Of(kind!.Value), _ => existing.Kind = kind.Value);
        state.Set(what, "条线", PostWords.Of(existing.Line), PostWords.Of(line ?? existing.Line), _ => existing.Line = line!.Value);
        if (chief.Length > 0) state.Set(what, "主要负责同志", existing.IsChief ? "是" : "否", chief, _ => existing.IsChief = chief == DirectorySheets.Yes);
        state.Set(what, "所在单位", existing.Unit?.ShortName, unit?.ShortName, _ => existing.Unit = unit);
        state.Set(what, "停用", existing.IsClosed ? "是" : "否", closed ? "是" : "否", _ => existing.IsClosed = closed);
        return existing;
    }
}
