using Maoding.Districts;
using Maoding.Domain.Organization;
using Maoding.Shared.Workbooks;

namespace Maoding.Features.Administration.Organs;

/// <summary>Takes over the sheets 人员任职, 分工 and 账号.</summary>
internal sealed class ImportPeople(ImportState state)
{
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

    private void PersonAndTenure(HeadedSheet sheet, BookRow row)
    {
        var phone = HeadedSheet.At(row, DirectorySheets.Phone);
        if (Person(sheet, row, phone, create: true) is not { } person) return;
        if (phone.Length > 0) state.Set($"人员“{person.Name}”", "电话", person.Phone, phone, v => person.Phone = v);
        var words = HeadedSheet.At(row, DirectorySheets.PostName);
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

    private void Division(HeadedSheet sheet, BookRow row)
    {
        var (post, why) = state.Post(HeadedSheet.At(row, DirectorySheets.LeaderPost));
        if (post is null) state.Errors.Add(sheet.Wrong(row, DirectorySheets.LeaderPost, $"{why}。"));
        else if (post.Kind != PostKind.Leader) state.Errors.Add(sheet.Wrong(row, DirectorySheets.LeaderPost, $"“{post.Name}”不是牵头领导的岗位。"));
        var named = HeadedSheet.At(row, DirectorySheets.RelatedUnit);
        var unit = state.Unit(named);
        if (unit is null) state.Errors.Add(sheet.Wrong(row, DirectorySheets.RelatedUnit, $"没有这个单位“{named}”。请先在“单位”表里添上。"));
        DivisionKind? kind = HeadedSheet.At(row, DirectorySheets.Relation) switch { "分管" => DivisionKind.InCharge, "联系" => DivisionKind.Linked, _ => null };
        if (kind is null) state.Errors.Add(sheet.Wrong(row, DirectorySheets.Relation, "请填“分管”或“联系”。"));
        var (from, to) = (Day(sheet, row, DirectorySheets.Since), Day(sheet, row, DirectorySheets.Until));
        if (post is not { Kind: PostKind.Leader } || unit is null || kind is null || from.IsWrong || to.IsWrong) return;
        var existing = state.Divisions.Find(
            d => Same(d.Post, post) && Same(d.Unit, unit) && d.Kind == kind && (d.From == from.Day || (from.Day is null && d.To is null)));
        var begin = from.Day ?? existing?.From ?? state.Today;
        var what = $"{post.Name}{PostWords.Of(kind.Value)}{unit.ShortName}";
        if (to.Day < begin) state.Errors.Add(sheet.Wrong(row, DirectorySheets.Until, "结束日期早于开始日期。"));
        else if (kind == DivisionKind.InCharge
            && state.Divisions.Find(d => d != existing && Same(d.Unit, unit) && d.Kind == kind && Overlap(d.From, d.To, begin, to.Day)) is { } other)
            state.Errors.Add(sheet.Wrong(row, DirectorySheets.RelatedUnit, $"“{unit.ShortName}”这段时间已由“{other.Post!.Name}”分管。请先写明那一行的结束日期。"));
        else if (existing is not null)
            state.Set(what, "结束日期", existing.To, to.Day, v => existing.To = v);
        else
        {
            state.Divisions.Add(new Division { Post = post, Unit = unit, Kind = kind.Value, From = begin, To = to.Day });
            state.Changes.Add($"新增分工：{what}，自{begin:yyyy-MM-dd}");
        }
    }

    private void Account(HeadedSheet sheet, BookRow row, bool mayCreate)
    {
        void Wrong(string column, string message) => state.Errors.Add(sheet.Wrong(row, column, message));
        var name = HeadedSheet.At(row, DirectorySheets.UserName);
        if (DirectoryRules.OfUserName(name) is { } fault)
        {
            Wrong(DirectorySheets.UserName, fault.Message);
            return;
        }

        if (Person(sheet, row, phone: "", create: false) is not { } person) return;
        var existing = state.Accounts.Find(a => string.Equals(a.UserName, name, StringComparison.OrdinalIgnoreCase));
        if (existing is not null && existing.PersonId != person.Id) Wrong(DirectorySheets.UserName, $"账号“{name}”已是别人的。请换一个。");
        else if (existing is null
            && (state.Accounts.Exists(a => person.Id > 0 && a.PersonId == person.Id) || state.NewAccounts.Exists(a => a.Person == person)))
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

    private Person? Person(HeadedSheet sheet, BookRow row, string phone, bool create)
    {
        void Wrong(string column, string message) => state.Errors.Add(sheet.Wrong(row, column, message));
        var name = HeadedSheet.At(row, DirectorySheets.PersonName);
        var before = state.Errors.Count;
        foreach (var fault in DirectoryRules.OfPerson(name, phone))
            Wrong(fault.Field == "Phone" ? DirectorySheets.Phone : DirectorySheets.PersonName, fault.Message);
        var known = state.Numbered(
            HeadedSheet.At(row, DirectorySheets.PersonNumber), state.PersonNumbers, message => Wrong(DirectorySheets.PersonNumber, message), out var number);
        if (state.Errors.Count > before) return null;
        if (known is not null)
        {
            state.Set($"人员“{known.Name}”", "姓名", known.Name, name, v => known.Name = v);
            return known;
        }

        if (number is null && Namesake(sheet, row, name, phone, create) is var (found, isWrong) && (found is not null || isWrong)) return found;
        var added = new Person { Name = name, Phone = phone };
        state.Persons.Add(added);
        if (number is { } key) state.PersonNumbers[key] = added;
        state.Changes.Add($"新增人员：{name}");
        return added;
    }

    /// <summary>The person that a name without a number means; an error where it may mean several, or must mean one and does not.</summary>
    private (Person? Found, bool IsWrong) Namesake(HeadedSheet sheet, BookRow row, string name, string phone, bool create)
    {
        var namesakes = state.Persons.FindAll(p => p.Name == name && (phone.Length == 0 || p.Phone.Length == 0 || p.Phone == phone));
        if (namesakes.Count == 1) return (namesakes[0], false);
        if (namesakes.Count == 0 && create) return (null, false);
        state.Errors.Add(sheet.Wrong(
            row, DirectorySheets.PersonName, namesakes.Count > 1 ? $"有{namesakes.Count}个人都叫“{name}”。请写上人员编号或电话。" : $"没有这个人“{name}”。请先在“人员任职”表里添上。"));
        return (null, true);
    }

    private (DateOnly? Day, bool IsWrong) Day(HeadedSheet sheet, BookRow row, string column)
    {
        var cell = DayCell.Read(HeadedSheet.At(row, column));
        var wrong = cell.IsWrong ? cell.Wrong : cell.Value is { } day ? DirectoryRules.OfDay(day, state.Today, column)?.Message : null;
        if (wrong is null) return (cell.Value, false);
        state.Errors.Add(sheet.Wrong(row, column, wrong));
        return (null, true);
    }

    /// <summary>Tracked rows: one object for each.</summary>
    private static bool Same(object? one, object other) => ReferenceEquals(one, other);

    private static bool Overlap(DateOnly from, DateOnly? to, DateOnly otherFrom, DateOnly? otherTo) =>
        (otherTo is null || from <= otherTo) && (to is null || otherFrom <= to);
}
