using System.Text.RegularExpressions;
using Maoding.Districts;
using Maoding.Domain.Organization;

namespace Maoding.Features.Administration.FirstRun;

/// <summary>A unit of the starting directory, as the list or the form says.</summary>
/// <param name="Line">Unsaid: as the name suggests.</param>
public sealed record StartingUnit(UnitKind Kind, string Name, string ShortName, string Functions, OrganLine Line);

/// <summary>A post of the starting directory that is no unit's head or clerk.</summary>
/// <param name="UnitShortName">Empty for leaders.</param>
/// <param name="Line">Of leaders; unsaid: as the title suggests.</param>
public sealed record StartingPost(PostKind Kind, string Name, string UnitShortName, OrganLine Line = OrganLine.Unsaid, bool IsChief = false);

/// <summary>The organs and posts that most districts have, with the district's own name put in: typical-district.md.</summary>
public sealed partial class TypicalDistrict
{
    private const string Leaders = "领导岗位";
    private const string File = "typical-district.md";

    private TypicalDistrict(List<StartingUnit> units, List<StartingPost> posts) => (Units, Posts) = (units, posts);

    /// <summary>In official order.</summary>
    public IReadOnlyList<StartingUnit> Units { get; }

    public IReadOnlyList<StartingPost> Posts { get; }

    /// <param name="region">云泽区.</param>
    /// <param name="city">云州市; empty when there is none.</param>
    public static TypicalDistrict For(string region, string city)
    {
        var (units, posts) = (new List<StartingUnit>(), new List<StartingPost>());
        using var stream = typeof(TypicalDistrict).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"{File} is not embedded");
        using var reader = new StreamReader(stream);
        var heading = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) heading = line[3..].Trim();
            if (!line.StartsWith("- ", StringComparison.Ordinal)) continue;
            var parts = line[2..].Split('｜').Select(part => Localise(part.Trim(), region, city)).ToArray();
            if (heading == Leaders) posts.Add(new StartingPost(PostKind.Leader, parts[0], "", LineOf(parts[1]), parts.Length > 2));
            else if (PostWords.PostKindOf(heading) is { } post) posts.Add(new StartingPost(post, parts[0], parts[1]));
            else units.Add(new StartingUnit(KindOf(heading), parts[0], parts[1], parts[2], LineOf(parts[3])));
        }

        return new TypicalDistrict(units, posts);
    }

    private static UnitKind KindOf(string words) =>
        PostWords.UnitKindOf(words) ?? throw new InvalidOperationException($"{File} has an unknown heading {words}");

    private static OrganLine LineOf(string words) => PostWords.OrganLineOf(words) ?? throw new InvalidOperationException($"{File} has an unknown line {words}");

    private static string Localise(string words, string region, string city)
    {
        var level = Level().Match(region) is { Success: true } found ? found.Value : "区";
        var name = region.EndsWith(level, StringComparison.Ordinal) ? region[..^level.Length] : region;
        return words.Replace("〔地〕", region, StringComparison.Ordinal)
            .Replace("〔级〕", level[^1..], StringComparison.Ordinal)
            .Replace("〔名〕", name, StringComparison.Ordinal)
            .Replace("〔市〕", city, StringComparison.Ordinal);
    }

    [GeneratedRegex("(?:自治县|自治旗|新区|特区|区|县|市|旗)$")]
    private static partial Regex Level();
}
