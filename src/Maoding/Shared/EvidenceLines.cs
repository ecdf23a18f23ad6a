using System.Text.RegularExpressions;
using Maoding.Domain.Ledger;
using Maoding.Text;
using Row = Maoding.Domain.Ledger.Commitment;

namespace Maoding.Shared;

/// <summary>The lines of a row's evidence: rule TAB words. Some rules have a meaning of their own for the review.</summary>
internal static partial class EvidenceLines
{
    /// <summary>Something a person should look at.</summary>
    public const string Look = "请看一看";

    /// <summary>Begins what is said of a row whose sentence has other numbers in a corrected edition: it is not taken in with its section.</summary>
    public const string Corrected = "更正版改了数";

    /// <summary>One proposed part: function, colon, measures separated by ；.</summary>
    public const string Part = "拆分建议";

    /// <summary>A lead that means several units at once (各街道), to be split into leaves.</summary>
    public const string Together = "牵头原文";

    /// <summary>A name in a breakdown plan that is no unit of the directory.</summary>
    public const string UnknownLead = "牵头单位对不上";

    public const string UnknownCoUnit = "配合单位对不上";

    public const string UnknownLeader = "牵头领导对不上";

    /// <summary>Below this certainty (per mille) a person should look: the reader's own narrow margin.</summary>
    public const int LowScore = 668;

    public static string Line(string rule, string words) => $"{rule}\t{words.ReplaceLineEndings(" ").Replace('\t', ' ')}";

    public static IEnumerable<(string Rule, string Words)> Read(string evidence) =>
        evidence.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t', 2)).Select(p => (p[0], p.Length > 1 ? p[1] : ""));

    public static IReadOnlyList<string> Of(Row row, string rule) => [.. Read(row.Evidence).Where(l => l.Rule == rule).Select(l => l.Words)];

    /// <summary>What spoke for listing the row, in words.</summary>
    public static string Grounds(Row row) => string.Join(
        "；",
        Read(row.Evidence)
            .Where(l => l.Rule is not (Look or Part or Together or UnknownLead or UnknownCoUnit or UnknownLeader))
            .Select(l => l.Words.Length == 0 ? l.Rule : $"{l.Rule}“{l.Words}”"));

    /// <summary>The weighing's numbers are for those who train it; what spoke against a listed row is left out.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Evidence> evidence)
    {
        foreach (var line in evidence)
        {
            var weight = Weight().Match(line.Rule);
            if (weight.Success && weight.Value[0] == '-') continue;
            yield return Line(weight.Success ? line.Rule[..weight.Index] : line.Rule, line.Words);
        }
    }

    /// <summary>Without the names that could not be found for fields which a person has set since.</summary>
    public static string Settled(string evidence, RowValues before, RowValues after)
    {
        bool Set(string rule) => rule switch
        {
            UnknownLead => after.LeadUnitId is not null && after.LeadUnitId != before.LeadUnitId,
            UnknownCoUnit => !after.CoUnitIds.SequenceEqual(before.CoUnitIds),
            UnknownLeader => after.LeaderPostId is not null
                && (after.LeaderPostId, after.SecondLeaderPostId) != (before.LeaderPostId, before.SecondLeaderPostId),
            _ => false,
        };
        return string.Join('\n', evidence.Split('\n').Where(line => !Set(line.Split('\t', 2)[0])));
    }

    /// <summary>Without the lines of one rule and these words.</summary>
    public static string Without(string evidence, string rule, string words) =>
        string.Join('\n', evidence.Split('\n').Where(line => line != Line(rule, words)));

    [GeneratedRegex(@"[+-]\d+\.\d+$")]
    private static partial Regex Weight();
}
