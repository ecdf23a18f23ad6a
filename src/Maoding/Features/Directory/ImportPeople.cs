using System.Globalization;
using Maoding.Documents.Reading;
using Maoding.Domain.Organization;

namespace Maoding.Features.Organs;

/// <summary>Takes over the sheets 人员任职, 分工 and 账号.</summary>
internal sealed class ImportPeople(ImportState state)
{
    private const int LongestName = 50;
    private const int LongestUserName = 64;

    public void People(HeadedSheet sheet)
    {
        foreach (var row in sheet.Rows) PersonAndTenure(sheet, row);
    }

    public void Divisions(HeadedSheet sheet)
    {
        foreach (var row in sheet.Rows) Division(sheet, row);
    }

    /// <param name="mayCreate">Only administrators make accounts.</param>
    public void Accounts(HeadedSheet sheet, bool mayCreate)
    {
        foreach (var row in sheet.Rows) Account(sheet, row, mayCreate);
    }

    private void PersonAndTenure(HeadedSheet sheet, ReadRow row)
    {
        if (Person(sheet, row, create: true) is not { } person) return;
        var phone = sheet.At(row, DirectorySheets.Phone);
        if (phone.Length > 0) state.Set($"人员“{person.Name}”", "电话", person.Phone, phone, v => person.Phone = v);
        var words = sheet.At(row, DirectorySheets.PostName);
        if (words.Length == 0) return;
        var (post, why) = state.Post(words);
        if (post is null) state.Errors.Add(sheet.Wrong(row, DirectorySheets.PostName, $"{why}。"));
        var from = Day(sheet, row, DirectorySheets.From);
        var to = Day(sheet, row, DirectorySheets.To);
        if (post is null || from.IsWrong || to.IsWrong) return;
        var existing = state.Tenures.Find(t => Same(t.Post, post) && Same(t.Person, person) && (t.From == from.Day || (from.Day is null && t.To is null)));
        var begin = from.Day ?? existing?.From ?? state.Today;
        if (to.Day < begin) state.Errors.Add(sheet.Wrong(row, DirectorySheets.To, "离任日期早于任职日期。"));
        else if (state.Tenures.Find(t => t != existing && Same(t.Post, post) && Overlap(t.From, t.To, begin, to.Day)) is { } other)
            state.Errors.Add(sheet.Wrong(row, DirectorySheets.From, $"“{post.Name}”这段时间已由{other.Person!.Name}担任（{other.From:yyyy-MM-dd}起）。请先写明他的离任日期。"));
        else if (existing is not null)
            state.Set($"{person.Name}任“{post.Name}”", "离任日期", existing.To, to.Day, v => existing.To = v);
        else
            Add(new Tenure { Post = post, Person = person, From = begin, To = to.Day });
    }

    private void Add(Tenure tenure)
    {
        state.Tenures.Add(tenure);
        state.Changes.Add($"新增任职：{tenure.Person!.Name}任“{tenure.Post!.Name}”，自{tenure.From:yyyy-MM-dd}");
    }

    private void Division(HeadedSheet sheet, ReadRow row)
    {
        var (post, why) = state.Post(sheet.At(row, DirectorySheets.LeaderPost));
        if (post is null) state.Errors.Add(sheet.Wrong(row, DirectorySheets.LeaderPost, $"{why}。"));
        else if (post.Kind != PostKind.Leader) state.Errors.Add(sheet.Wrong(row, DirectorySheets.LeaderPost, $"“{post.Name}”不是牵头领导的岗位。"));
        var unit = state.Unit(sheet.At(row, DirectorySheets.RelatedUnit));
        if (unit is null) state.Errors.Add(sheet.Wrong(row, DirectorySheets.RelatedUnit, $"没有这个单位“{sheet.At(row, DirectorySheets.RelatedUnit)}”。请先在“单位”表里添上。"));
        DivisionKind? kind = sheet.At(row, DirectorySheets.Relation) switch { "分管" => DivisionKind.InCharge, "联系" => DivisionKind.Linked, _ => null };
        if (kind is null) state.Errors.Add(sheet.Wrong(row, DirectorySheets.Relation, "请填“分管”或“联系”。"));
        var (from, to) = (Day(sheet, row, DirectorySheets.Since), Day(sheet, row, DirectorySheets.Until));
        if (post is not { Kind: PostKind.Leader } || unit is null || kind is null || from.IsWrong || to.IsWrong) return;
        var existing = state.Divisions.Find(d => Same(d.Post, post) && Same(d.Unit, unit) && d.Kind == kind && (d.From == from.Day || (from.Day is null && d.To is null)));
        var begin = from.Day ?? existing?.From ?? state.Today;
        var what = $"{post.Name}{PostWords.Of(kind.Value)}{unit.ShortName}";
        if (to.Day < begin) state.Errors.Add(sheet.Wrong(row, DirectorySheets.Until, "结束日期早于开始日期。"));
        else if (kind == DivisionKind.InCharge && state.Divisions.Find(d => d != existing && Same(d.Unit, unit) && d.Kind == kind && Overlap(d.From, d.To, begin, to.Day)) is { } other)
            state.Errors.Add(sheet.Wrong(row, DirectorySheets.RelatedUnit, $"“{unit.ShortName}”这段时间已由“{other.Post!.Name}”分管。请先写明那一行的结束日期。"));
        else if (existing is not null)
            state.Set(what, "结束日期", existing.To, to.Day, v => existing.To = v);
        else
        {
            state.Divisions.Add(new Division { Post = post, Unit = unit, Kind = kind.Value, From = begin, To = to.Day });
            state.Changes.Add($"新增分工：{what}，自{begin:yyyy-MM-dd}");
        }
    }

    private void Account(HeadedSheet sheet, ReadRow row, bool mayCreate)
    {
        void Wrong(string column, string message) => state.Errors.Add(sheet.Wrong(row, column, message));
        var name = sheet.At(row, DirectorySheets.UserName);
        if (name.Length is 0 or > LongestUserName || name.Any(char.IsWhiteSpace))
        {
            Wrong(DirectorySheets.UserName, $"账号名应为1至{LongestUserName}个字符，中间没有空格。");
            return;
        }

        if (Person(sheet, row, create: false) is not { } person) return;
        var existing = state.Accounts.Find(a => string.Equals(a.UserName, name, StringComparison.OrdinalIgnoreCase));
        if (existing is not null && existing.PersonId != person.Id) Wrong(DirectorySheets.UserName, $"账号“{name}”已是别人的。请换一个。");
        else if (existing is null && (state.Accounts.Exists(a => person.Id > 0 && a.PersonId == person.Id) || state.NewAccounts.Exists(a => a.Person == person)))
            Wrong(DirectorySheets.PersonName, $"{person.Name}已有账号，一人一个。");
        else if (existing is null && state.NewAccounts.Exists(a => string.Equals(a.UserName, name, StringComparison.OrdinalIgnoreCase)))
            Wrong(DirectorySheets.UserName, $"账号“{name}”写了两行。");
        else if (existing is null && !mayCreate) Wrong(DirectorySheets.UserName, "账号由系统管理员开通。请删去这一行，或请系统管理员导入。");
        else if (existing is null)
        {
            state.NewAccounts.Add((name, person));
            state.Changes.Add($"开通账号：{name}（{person.Name}）");
        }
    }

    private Person? Person(HeadedSheet sheet, ReadRow row, bool create)
    {
        var (name, number) = (sheet.At(row, DirectorySheets.PersonName), sheet.At(row, DirectorySheets.PersonNumber));
        if (name.Length is 0 or > LongestName)
        {
            state.Errors.Add(sheet.Wrong(row, DirectorySheets.PersonName, name.Length == 0 ? "姓名是空的。请补上，或删去这一行。" : $"姓名太长，最多{LongestName}个字。"));
            return null;
        }

        if (number.Length > 0)
        {
            var known = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? state.Persons.Find(p => p.Id == id && id > 0) : null;
            if (known is null) state.Errors.Add(sheet.Wrong(row, DirectorySheets.PersonNumber, $"没有人员编号“{number}”。新增的人请把编号留空。"));
            else state.Set($"人员“{known.Name}”", "姓名", known.Name, name, v => known.Name = v);
            return known;
        }

        var phone = sheet.At(row, DirectorySheets.Phone);
        var namesakes = state.Persons.FindAll(p => p.Name == name && (phone.Length == 0 || p.Phone.Length == 0 || p.Phone == phone));
        if (namesakes.Count == 1) return namesakes[0];
        if (namesakes.Count > 1 || !create)
        {
            state.Errors.Add(sheet.Wrong(row, DirectorySheets.PersonName, namesakes.Count > 1 ? $"有{namesakes.Count}个人都叫“{name}”。请写上人员编号或电话。" : $"没有这个人“{name}”。请先在“人员任职”表里添上。"));
            return null;
        }

        var added = new Person { Name = name, Phone = phone };
        state.Persons.Add(added);
        state.Changes.Add($"新增人员：{name}");
        return added;
    }

    private (DateOnly? Day, bool IsWrong) Day(HeadedSheet sheet, ReadRow row, string column)
    {
        var words = sheet.At(row, column);
        if (words.Length == 0) return (null, false);
        if (DirectorySheets.TryDate(words, out var day)) return (day, false);
        state.Errors.Add(sheet.Wrong(row, column, $"“{words}”不是日期。请写成 2026-01-05 这样。"));
        return (null, true);
    }

    /// <summary>Tracked rows: one object for each.</summary>
    private static bool Same(object? one, object other) => ReferenceEquals(one, other);

    private static bool Overlap(DateOnly from, DateOnly? to, DateOnly otherFrom, DateOnly? otherTo) =>
        (otherTo is null || from <= otherTo) && (to is null || otherFrom <= to);
}
