using Maoding.Districts;
using Maoding.Domain.Typed;
using Maoding.Shared.Units;

namespace Maoding.Shared.Workbooks;

/// <summary>Units and leaders in cells. A cell says who answers for something, so that nothing is guessed: what is close is only named.</summary>
public static class OwnerCells
{
    /// <summary>A unit in use, by its short or full name.</summary>
    public static CellValue<int?> Unit(string? text, DirectorySnapshot directory)
    {
        var written = TypedText.Name(text);
        if (written.Length == 0) return new(null);
        if (UnitFinder.Written(directory, written) is { } unit) return new(unit.Id);
        return new(null, $"没有这个单位“{written}”{NearWord.Hint(written, directory.OpenUnits.SelectMany(u => (string[])[u.ShortName, u.Name]))}");
    }

    /// <summary>A leader by name, by post, or as 王立军（常务副区长）.</summary>
    public static CellValue<int?> Leader(string? text, DirectorySnapshot directory, DateOnly today)
    {
        var written = TypedText.Name(text);
        if (written.Length == 0) return new(null);
        string NameOf(int post) => directory.Holder(post, today)?.Name ?? "";
        var leaders = directory.Leaders.ToList();
        var found = leaders.Where(p => written == p.Name || written == directory.LeaderName(p.Id, today) || written == NameOf(p.Id)).ToList();
        return found.Count switch
        {
            1 => new(found[0].Id),
            > 1 => new(null, $"“{written}”不止一个岗位，请写成“姓名（岗位）”，如“{directory.LeaderName(found[0].Id, today)}”。"),
            _ => new(null, $"没有这位领导“{written}”{NearWord.Hint(written, leaders.SelectMany(p => (string[])[p.Name, NameOf(p.Id)]))}"),
        };
    }
}
