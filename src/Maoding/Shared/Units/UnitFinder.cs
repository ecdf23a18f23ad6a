using Maoding.Districts;
using Maoding.Documents.Units;
using Maoding.Domain.Organization;

namespace Maoding.Shared.Units;

/// <summary>The district's units as the reader's suggestions and a breakdown plan's names find them.</summary>
internal sealed class UnitFinder
{
    private readonly List<Unit> _units;
    private readonly UnitDirectory _directory;
    private readonly DirectorySnapshot _snapshot;
    private readonly DateOnly _today;

    public UnitFinder(DirectorySnapshot snapshot, DateOnly today)
    {
        (_snapshot, _today) = (snapshot, today);
        _units = [.. snapshot.OpenUnits];
        _directory = new UnitDirectory([.. _units.Select((u, i) => new UnitEntry(i, u.Name, u.ShortName, u.Functions))]);
    }

    /// <summary>The unit that leads for a function; null when there is none, or several at once (各街道).</summary>
    public Unit? LeadFor(string function) =>
        TogetherFor(function) is null && _directory.UnitFor(function) is { } found ? _units[found.Order] : null;

    /// <summary>各街道 where a function belongs to all towns and streets; else null.</summary>
    public string? TogetherFor(string function) =>
        _directory.LeadFor(function) is { } label && _directory.UnitFor(function)?.Label != label ? label : null;

    /// <summary>The unit in use that is written by its short or full name, as a cell must have it, or by one that it had before.</summary>
    public static Unit? Written(DirectorySnapshot snapshot, string name) =>
        snapshot.OpenUnits.FirstOrDefault(u => u.ShortName == name || u.Name == name)
        ?? snapshot.FormerNames().FirstOrDefault(f => f.Name == name).Unit;

    /// <summary>The unit that a document means by a name; an older name means the unit that goes on.</summary>
    public Unit? Named(string name)
    {
        var words = name.Trim();
        if (Written(_snapshot, words) is { } written) return written;
        if (_directory.Find(words) is { } found) return _units[found.Order];
        var ending = words.Length < 3 ? []
            : _snapshot.FormerNames().Where(f => f.Name.EndsWith(words, StringComparison.Ordinal)).Select(f => f.Unit).Distinct().Take(2).ToList();
        return ending.Count == 1 ? ending[0] : null;
    }

    /// <summary>A plural lead: 各街道, 各镇（街道）.</summary>
    public static bool IsTogether(string name) =>
        name.StartsWith('各') || name.StartsWith("相关", StringComparison.Ordinal) || name.StartsWith("有关", StringComparison.Ordinal);

    public Post? LeaderOf(int? unitId) => _snapshot.LeaderOf(unitId, _today);

    /// <summary>The leader's post meant by a person's name, or by the post's own.</summary>
    public Post? LeaderNamed(string name)
    {
        var words = name.Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);
        return _snapshot.Leaders.FirstOrDefault(p => _snapshot.Holder(p.Id, _today)?.Name == words || p.Name == words)
            ?? _snapshot.Leaders.FirstOrDefault(p => _snapshot.Holder(p.Id, _today) is { } holder && words.EndsWith(holder.Name, StringComparison.Ordinal));
    }
}
