using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;

namespace Maoding.Domain.Targets;

/// <summary>What the choices of targets are called in the office, and their codes in the ledger.</summary>
public static class TargetNames
{
    /// <summary>The code of the ledger's row: growth_at_least.</summary>
    public static string CodeOf(TargetKind kind) => TargetKinds.CodeOf(kind);

    /// <summary>The kind that a row's code means; Other where it is not known.</summary>
    public static TargetKind KindOf(string code) => TargetKinds.KindOf(code) ?? TargetKind.Other;

    /// <summary>The words of the row decide nothing by themselves (位居前列, 明显改善): a person has to say what they mean.</summary>
    /// <param name="code">Of the ledger's row.</param>
    public static bool IsVague(string code, string value) =>
        KindOf(code) is TargetKind.Stable or TargetKind.Improve or TargetKind.Other
            || (KindOf(code) is TargetKind.RankTop or TargetKind.InStep && value.Length == 0);

    public static string Of(TargetKind kind) => ChoiceWords.Of(kind);

    public static string Of(TargetNature nature) => ChoiceWords.Of(nature);

    public static string Of(CurveShape shape) => ChoiceWords.Of(shape);

    public static string Of(Verdict verdict) => ChoiceWords.Of(verdict);
}
