using Maoding.Domain.Rules;

namespace Maoding.Shared.Rules;

/// <summary>The address of the page of rules.</summary>
public static class RuleLinks
{
    public const string All = "/rules";

    public static string Of(RuleKind kind) => $"{All}?kind={kind.Key}";

    /// <summary>The form with a preset's values.</summary>
    public static string Preset(RuleKind kind, int number) => $"{All}?kind={kind.Key}&preset={number}#new";
}
