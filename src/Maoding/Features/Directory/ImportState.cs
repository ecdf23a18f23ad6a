using Maoding.Domain.Organization;
using Maoding.Storage.Accounts;

namespace Maoding.Features.Organs;

/// <summary>What an import works on: the tracked directory, what is wrong by cell, what changes.</summary>
internal sealed class ImportState
{
    public required List<Unit> Units { get; init; }

    public required List<Post> Posts { get; init; }

    public required List<Person> Persons { get; init; }

    public required List<Tenure> Tenures { get; init; }

    public required List<Division> Divisions { get; init; }

    public required List<Account> Accounts { get; init; }

    public required DateOnly Today { get; init; }

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
        if (Posts.Find(p => p.Id > 0 && $"{p.Name}〔{p.Id}〕" == words) is { } numbered) return (numbered, "");
        var named = Posts.FindAll(p => p.Name == words);
        return named.Count switch
        {
            1 => (named[0], ""),
            0 => (null, $"没有这个岗位“{words}”。请先在“岗位”表里添上"),
            _ => (null, $"有{named.Count}个岗位都叫“{words}”。请在后面用〔〕写上岗位表里的编号，或把岗位改成不同的名字"),
        };
    }

    /// <summary>Sets one value and notes the change in words; the same value changes nothing.</summary>
    public void Set<T>(string what, string field, T before, T after, Action<T> set)
    {
        if (EqualityComparer<T>.Default.Equals(before, after)) return;
        set(after);
        Changes.Add($"{what}：{field}由“{Show(before)}”改为“{Show(after)}”");
    }

    /// <summary>Gives orders from 1 when rows were moved or put in between; rows added at the end only get the next ones.</summary>
    public void Reorder<T>(string what, IReadOnlyList<T> inFile, List<T> all, Func<T, int> order, Action<T, int> set)
        where T : class
    {
        T[] before = [.. all.Where(x => order(x) > 0).OrderBy(order)];
        T[] wanted = [.. inFile, .. before.Where(x => !inFile.Contains(x))];
        if (wanted.Take(before.Length).SequenceEqual(before))
        {
            var last = before.Length == 0 ? 0 : order(before[^1]);
            foreach (var added in wanted.Skip(before.Length)) set(added, ++last);
            return;
        }

        for (var i = 0; i < wanted.Length; i++) set(wanted[i], i + 1);
        if (before.Length > 0) Changes.Add($"{what}的排列次序有调整");
    }

    private static string Show<T>(T value) => value is DateOnly day ? $"{day:yyyy-MM-dd}" : $"{value}";
}
