using Maoding.Domain.Audit;

namespace Maoding.Domain.Projects;

/// <summary>What the choices of a project are called in the office.</summary>
public static class ProjectWords
{
    /// <summary>What the lowest level is called in districts, counties and banners: a workbook may come from another one.</summary>
    public static IReadOnlyList<string> OwnLevels { get; } = ["区级", "县级", "旗级", "区县级", "本级"];

    /// <summary>The lowest level by the region's own word: 县级 in 青禾县, and in a city of that level, where 市级 is the level above.</summary>
    public static string Of(ProjectLevel level, string region) => (level, Region.OwnOf(region)) switch
    {
        (ProjectLevel.District, "市") => "县级",
        (ProjectLevel.District, var own) => $"{own}级",
        _ => ChoiceWords.Of(level),
    };

    public static string Of(Sector sector) => ChoiceWords.Of(sector);

    public static string Of(YearClass wanted) => ChoiceWords.Of(wanted);

    public static string Of(FundSource source) => ChoiceWords.Of(source);

    public static string Of(SoughtKind kind) => ChoiceWords.Of(kind);
}
