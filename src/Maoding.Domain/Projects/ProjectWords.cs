using Maoding.Domain.Audit;

namespace Maoding.Domain.Projects;

/// <summary>What the choices of a project are called in the office.</summary>
public static class ProjectWords
{
    public static string Of(ProjectLevel level) => ChoiceWords.Of(level);

    public static string Of(Sector sector) => ChoiceWords.Of(sector);

    public static string Of(YearClass wanted) => ChoiceWords.Of(wanted);

    public static string Of(FundSource source) => ChoiceWords.Of(source);

    public static string Of(SoughtKind kind) => ChoiceWords.Of(kind);
}
