namespace Maoding.Domain.Projects;

/// <summary>统一社会信用代码 after GB 32100-2015. Codes in use fail the check now and then, so that a wrong one is warned of and never refused.</summary>
public static class CreditCode
{
    public const int Length = 18;

    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>What is wrong with a code, in words for whoever typed it; empty when nothing is, and for no code at all.</summary>
    public static string Problem(string code)
    {
        if (code.Length == 0) return "";
        if (code.Length != Length) return $"统一社会信用代码应为 {Length} 位，现在是 {code.Length} 位，请核对。";
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < Length; i++)
        {
            var value = Alphabet.IndexOf(code[i], StringComparison.Ordinal);
            if (value < 0) return $"统一社会信用代码第 {i + 1} 位“{code[i]}”不在规定的字符里（数字和除 I、O、S、V、Z 以外的大写字母），请核对。";
            if (i == Length - 1) break;
            sum += value * weight;
            weight = weight * 3 % Alphabet.Length;
        }

        var check = Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
        return code[^1] == check ? "" : $"统一社会信用代码的校验位应为“{check}”，现在是“{code[^1]}”，可能有一位写错，请核对。";
    }
}
