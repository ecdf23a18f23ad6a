using System.Globalization;
using System.Text.RegularExpressions;

namespace Maoding.Domain.Issuing;

/// <summary>发文字号 after GB/T 9704-2012: 机关代字, year in 〔〕, number without leading zeros, 号.</summary>
public static partial class DocumentNumber
{
    public const string Example = "云办发〔2026〕3号";

    /// <summary>The number as the standard writes it; other brackets and spaces are put right.</summary>
    /// <param name="issuedOn">Its year must be the number's.</param>
    /// <exception cref="RefusalException">ISS001: not a document number; ISS002: another year.</exception>
    public static string Of(string words, DateOnly issuedOn)
    {
        var match = Shape().Match(Spaces().Replace(words, ""));
        if (!match.Success)
            throw new RefusalException("ISS001", $"发文字号应写成“{Example}”的样子：机关代字、六角括号中的年份、不带“第”和前置零的序号。") { Field = "DocumentNumber" };
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        if (year != issuedOn.Year)
            throw new RefusalException("ISS002", $"发文字号的年份（{year}）与印发日期的年份（{issuedOn.Year}）不一致，请改其中一个。") { Field = "DocumentNumber" };
        return $"{match.Groups["organ"].Value}〔{year}〕{match.Groups["number"].Value}号";
    }

    /// <summary>发文机关 by its full name, as the number's 机关代字 says; empty where it does not say.</summary>
    /// <param name="number">云政办发〔2026〕3号.</param>
    /// <param name="region">云泽区.</param>
    public static string OrganOf(string number, string region)
    {
        var code = number.Split('〔')[0];
        bool Has(string mark) => code.Contains(mark, StringComparison.Ordinal);
        return Has("政办") ? $"{region}人民政府办公室" : Has("政") ? $"{region}人民政府" : Has("办") ? $"中共{region}委办公室" : Has("委") ? $"中共{region}委员会" : "";
    }

    [GeneratedRegex(@"^(?<organ>\p{IsCJKUnifiedIdeographs}{2,15})[〔\[［（(【](?<year>20[0-9]{2})[〕\]］）)】](?<number>[1-9][0-9]{0,4})号$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
