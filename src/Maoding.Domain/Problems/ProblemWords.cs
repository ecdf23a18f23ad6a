using Maoding.Domain.Audit;

namespace Maoding.Domain.Problems;

/// <summary>What the choices of a problem are called in the office.</summary>
public static class ProblemWords
{
    /// <summary>问题0012.</summary>
    public static string Number(int number) => $"问题{number:0000}";

    public static string Of(ProblemOrigin origin) => ChoiceWords.Of(origin);

    public static string Of(ProblemCause cause) => ChoiceWords.Of(cause);

    public static string Of(Tier tier) => ChoiceWords.Of(tier);
}
