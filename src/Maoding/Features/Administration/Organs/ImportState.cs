using System.Globalization;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Storage.Accounts;

namespace Maoding.Features.Administration.Organs;

/// <summary>What an import works on: the tracked directory, what is wrong by cell, what changes.</summary>
internal sealed class ImportState
{
    private Dictionary<int, Unit>? _unitNumbers;
    private Dictionary<int, Post>? _postNumbers;
    private Dictionary<int, Person>? _personNumbers;

    public required List<Unit> Units { get; init; }

    public required List<Post> Posts { get; init; }

    public required List<Person> Persons { get; init; }

    public required List<Tenure> Tenures { get; init; }

    public required List<Division> Divisions { get; init; }

    public required List<Account> Accounts { get; init; }

    /// <summary>What was decided about units and posts: a workbook from before it does not undo it.</summary>
    public required IReadOnlyList<OrganChange> Decided { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>The database is empty: numbers in the file tie its own rows together and mean nothing else.</summary>
    public bool IsFirstRun { get; init; }

    public Dictionary<int, Unit> UnitNumbers => _unitNumbers ??= Units.ToDictionary(u => u.Id);

    public Dictionary<int, Post> PostNumbers => _postNumbers ??= Posts.ToDictionary(p => p.Id);

    public Dictionary<int, Person> PersonNumbers => _personNumbers ??= Persons.ToDictionary(p => p.Id);

    public List<string> Errors { get; } = [];

    public List<string> Changes { get; } = [];

    /// <summary>Accounts to be made, with their names and the persons they are for.</summary>
    public List<(string UserName, Person Person)> NewAccounts { get; } = [];

    /// <summary>A unit by its name or short name, open ones first.</summary>
    public Unit? Unit(string words) =>
        Units.OrderBy(u => u.IsClosed).FirstOrDefault(u => u.Name == words) ?? Units.OrderBy(u => u.IsClosed).FirstOrDefault(u => u.ShortName == words);

    /// <summary>A post by its label; with the reason why there is none.</summary>
    public (Post? Post, string Why) Post(string words)
    {
        if (words.LastIndexOf('〔') is > 0 and var at
            && int.TryParse(words[(at + 1)..].TrimEnd('〕'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && PostNumbers.TryGetValue(number, out var numbered) && numbered.Name == words[..at]) return (numbered, "");
        var named = Posts.FindAll(p => p.Name == words);
        return named.Count switch
        {
            1 => (named[0], ""),
            0 => (null, $"没有这个岗位“{words}”。请先在“岗位”表里添上"),
            _ => (null, $"有{named.Count}个岗位都叫“{words}”。请在后面用〔〕写上岗位表里的编号，或把岗位改成不同的名字"),
        };
    }

    /// <summary>Why a line about a unit would take a decision back; null where it would not.</summary>
    public string? Undoing(Unit unit, string name, bool closed)
    {
        var ended = closed || !unit.IsClosed ? null : Decided.LastOrDefault(c => c.Ends && c.UnitId == unit.Id);
        var renamed = name == unit.Name ? null : Decided.LastOrDefault(c => c.Kind == OrganChangeKind.Renamed && c.UnitId == unit.Id && c.Name == name);
        var words = ended is not null ? $"“{unit.ShortName}”已于{ended.On:yyyy年M月d日}{EndOf(ended)}"
            : renamed is not null ? $"“{name}”已于{renamed.On:yyyy年M月d日}更名为“{unit.Name}”" : null;
        return words is null ? null : $"{words}，这张表是以前导出的。请重新导出名录，在新表上改。";
    }

    /// <summary>The same of a line about a post.</summary>
    public string? Undoing(Post? post, Unit? unit, bool closed)
    {
        if (closed) return null;
        if (post is { IsClosed: true } && Decided.LastOrDefault(c => c.Ends && c.PostId == post.Id) is { } ended)
            return $"“{post.Name}”已于{ended.On:yyyy年M月d日}{EndOf(ended)}，这张表是以前导出的。请重新导出名录，在新表上改。";
        return unit is { IsClosed: true } && (post is null or { IsClosed: true } || post.Unit != unit)
            ? $"“{unit.ShortName}”已停用，在用的岗位不能放在那里。请改为接收其职责的单位；这张表是以前导出的，请重新导出名录再改。" : null;
    }

    /// <summary>Sets one value and notes the change in words; the same value changes nothing.</summary>
    public void Set<T>(string what, string field, T before, T after, Action<T> set)
    {
        if (EqualityComparer<T>.Default.Equals(before, after)) return;
        set(after);
        Changes.Add($"{what}：{field}由“{Show(before)}”改为“{Show(after)}”");
    }

    /// <summary>
    /// The row that a number of the file means; null for a new one, with the number to give it, and with an error for a number that means none.
    /// </summary>
    public T? Numbered<T>(string words, Dictionary<int, T> numbers, Action<string> wrong, out int? toGive)
        where T : class
    {
        toGive = null;
        if (words.Length == 0) return null;
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            if (numbers.TryGetValue(number, out var found)) return found;
            toGive = number;
            if (IsFirstRun) return null;
        }

        wrong($"没有编号“{words}”。新增的行请把编号留空。");
        return null;
    }

    /// <summary>Gives all orders anew when rows were moved or put in between; rows added at the end only get the next ones.</summary>
    public void Reorder<T>(string what, IReadOnlyList<T> inFile, List<T> all, Func<T, int> order, Action<T, int> set)
        where T : class
    {
        T[] before = [.. all.Where(x => order(x) > 0).OrderBy(order)];
        T[] wanted = [.. inFile, .. before.Where(x => !inFile.Contains(x))];
        if (wanted.Take(before.Length).SequenceEqual(before))
        {
            var last = before.Length == 0 ? 0 : order(before[^1]);
            foreach (var added in wanted.Skip(before.Length)) set(added, last += OfficialOrder.Step);
            return;
        }

        for (var i = 0; i < wanted.Length; i++) set(wanted[i], (i + 1) * OfficialOrder.Step);
        if (before.Length > 0) Changes.Add($"{what}的排列次序有调整");
    }

    private string EndOf(OrganChange ended) =>
        ended.Kind == OrganChangeKind.Merged && Units.Find(u => u.Id == ended.SuccessorUnitId) is { } into
            ? $"并入“{into.ShortName}”" : ChoiceWords.Of(ended.Kind);

    private static string Show<T>(T value) => value is DateOnly day ? $"{day:yyyy-MM-dd}" : $"{value}";
}
