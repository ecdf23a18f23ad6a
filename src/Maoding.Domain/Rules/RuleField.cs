using System.Globalization;
using Maoding.Domain.Typed;

namespace Maoding.Domain.Rules;

/// <summary>How a value of a rule is typed in.</summary>
public enum RuleFieldKind
{
    Number = 1,
    Choice = 2,
    YesNo = 3,

    /// <summary>Lines of fields, as many as are needed up to <see cref="RuleField.Most"/>.</summary>
    Lines = 4,
}

/// <summary>One value of a kind of rules, as the page asks for it.</summary>
/// <param name="Key">Its name in <see cref="RuleInput"/>.</param>
/// <param name="Unit">百分点; empty without one.</param>
/// <param name="Least">Of a number.</param>
/// <param name="Most">Of a number; of lines how many.</param>
/// <param name="Decimals">Digits a number may have after the point.</param>
/// <param name="Choices">Words to choose from, the first of lines' first column meaning that the line is not used.</param>
/// <param name="Columns">Of lines.</param>
public sealed record RuleField(
    string Key,
    string Label,
    RuleFieldKind Kind,
    string Unit = "",
    decimal Least = 0,
    decimal Most = 0,
    int Decimals = 0,
    IReadOnlyList<string>? Choices = null,
    IReadOnlyList<RuleField>? Columns = null)
{
    /// <summary>The number typed in.</summary>
    /// <param name="where">Said before the field's name: 第2条.</param>
    /// <exception cref="RefusalException">RUL001: it is none, or out of range.</exception>
    public decimal Number(string? typed, string where = "")
    {
        if (TypedNumber.Read(typed) is { } number && number >= Least && number <= Most && decimal.Round(number, Decimals) == number) return number;
        var digits = Decimals == 0 ? "整数" : $"数，最多{Decimals}位小数";
        throw new RefusalException("RUL001", $"{where}{Label}“{typed}”不对，请填{Text(Least)}到{Text(Most)}{Unit}的{digits}。") { Field = Key };
    }

    private static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}

/// <summary>The values of a kind as they stand in a form: text by the keys of the fields, lines as their columns.</summary>
public sealed record RuleInput(IReadOnlyDictionary<string, string> Values, IReadOnlyList<IReadOnlyDictionary<string, string>> Lines)
{
    public bool Says(string key) => Values.GetValueOrDefault(key) == "true";
}

/// <summary>Values to begin with: the kind's own, and those that others have published.</summary>
/// <param name="Values">As an edition keeps them.</param>
public sealed record RulePreset(string Name, string About, string Values);
