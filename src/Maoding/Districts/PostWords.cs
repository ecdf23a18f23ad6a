using Maoding.Domain.Audit;
using Maoding.Domain.Organization;

namespace Maoding.Districts;

/// <summary>The Chinese words for kinds of posts, units and divisions, the same on pages and in sheets.</summary>
public static class PostWords
{
    /// <summary>Those that can be chosen.</summary>
    public static IEnumerable<OrganLine> OrganLines { get; } = [.. Enum.GetValues<OrganLine>().Where(l => l != OrganLine.Unsaid)];

    /// <summary>In the order in which lists offer them.</summary>
    public static IEnumerable<PostKind> PostKinds { get; } = Enum.GetValues<PostKind>();

    /// <summary>In official order.</summary>
    public static IEnumerable<UnitKind> UnitKinds { get; } = Enum.GetValues<UnitKind>();

    public static string Of(PostKind kind) => ChoiceWords.Of(kind);

    public static string Of(UnitKind kind) => ChoiceWords.Of(kind);

    /// <summary>Empty while nobody said it.</summary>
    public static string Of(OrganLine line) => ChoiceWords.Of(line);

    public static string Of(DivisionKind kind) => ChoiceWords.Of(kind);

    /// <summary>Null for words that name none.</summary>
    public static OrganLine? OrganLineOf(string words) => Find(OrganLines, words);

    /// <summary>Null for words that name none.</summary>
    public static PostKind? PostKindOf(string words) => Find(PostKinds, words);

    /// <summary>Null for words that name none.</summary>
    public static UnitKind? UnitKindOf(string words) => Find(UnitKinds, words);

    /// <summary>A post belongs to a unit unless it is a leader's.</summary>
    public static bool NeedsUnit(PostKind kind) => kind is PostKind.UnitHead or PostKind.UnitClerk;

    private static T? Find<T>(IEnumerable<T> choices, string words)
        where T : struct, Enum =>
        choices.Where(c => ChoiceWords.Of(c) == words).Select(c => (T?)c).FirstOrDefault();
}
