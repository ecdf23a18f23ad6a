using Maoding.Domain;
using Maoding.Domain.Ledger;
using Maoding.Shared;
using Maoding.Shared.Units;

namespace Maoding.Features.Planning.Documents;

/// <summary>The lines a person splits a row by: words, then ｜ and a unit where its lead differs.</summary>
internal static class SplitLines
{
    private static readonly char[] Bars = ['｜', '|'];

    /// <exception cref="RefusalException">REV018: a unit's name is not in the directory.</exception>
    public static IReadOnlyList<SplitPart> Read(string lines, UnitFinder units)
    {
        var parts = new List<SplitPart>();
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var bar = line.LastIndexOfAny(Bars);
            var name = bar < 0 ? "" : line[(bar + 1)..].Trim();
            var unit = name.Length == 0 ? null : units.Named(name)
                ?? throw new RefusalException("REV018", $"机构名单里没有“{name}”。请写单位的全称或简称，或者去掉竖线和后面的字。") { Field = "Parts" };
            parts.Add(new SplitPart(bar < 0 ? line : line[..bar].Trim(), unit?.Id, units.LeaderOf(unit?.Id)?.Id));
        }

        return parts;
    }

    /// <summary>The reader's proposal as lines, else one line for each measure.</summary>
    public static string Propose(Commitment row, UnitFinder units)
    {
        var proposed = EvidenceLines.Of(row, EvidenceLines.Part).Select(words => words.Split('：', 2)).Where(p => p.Length == 2)
            .Select(p => units.LeadFor(p[0]) is { } unit ? $"{p[1]}｜{unit.ShortName}" : p[1]).ToList();
        return proposed.Count > 1 ? string.Join('\n', proposed) : row.Measures.Length > 0 ? row.Measures : row.Title;
    }
}
