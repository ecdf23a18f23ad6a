using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Audit;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;

namespace Maoding.Features.Planning.Consulting;

/// <summary>Opinions in the words of pages.</summary>
public static class OpinionWords
{
    public static string NameOf(OpinionKind kind) => ChoiceWords.Of(kind);

    public static string NameOf(OpinionState state) => ChoiceWords.Of(state);

    /// <summary>The colour class of a state's mark.</summary>
    public static string MarkOf(Opinion opinion) => opinion.State switch
    {
        OpinionState.Open or OpinionState.ToSign => "mark mark-yellow",
        OpinionState.Escalated => "mark mark-blue",
        OpinionState.Accepted => "mark mark-green",
        _ => "mark mark-plain",
    };

    /// <summary>区教育局, or 王立军（常务副区长）.</summary>
    public static string NameOf(Voice voice, DirectorySnapshot directory, DateOnly today) =>
        voice.UnitId is { } unit ? directory.UnitName(unit) : directory.LeaderName(voice.PostId, today);

    /// <summary>牵头单位, 配合单位, 牵头领导 or 共同牵头领导; empty when the row does not ask the voice any more.</summary>
    public static string RoleOf(Voice voice, Commitment row) => voice switch
    {
        { UnitId: { } unit } when unit == row.LeadUnitId => "牵头单位",
        { UnitId: { } unit } when row.CoUnits.Exists(u => u.UnitId == unit) => "配合单位",
        { PostId: { } post } when post == row.LeaderPostId => "牵头领导",
        { PostId: { } post } when post == row.SecondLeaderPostId => "共同牵头领导",
        _ => "",
    };

    public static IReadOnlyList<int> CoUnits(Opinion opinion) =>
        [.. opinion.ProposedCoUnits.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];

    public static IReadOnlyList<QuantityValue> Quantities(Opinion opinion) =>
        [.. opinion.ProposedQuantities.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Quantity).OfType<QuantityValue>()];

    /// <summary>Value and unit stand last: whatever is before them is the name. Null for a line that holds no quantity.</summary>
    private static QuantityValue? Quantity(string line) =>
        line.Split('\t') is [.. var name, var value, var unit] && decimal.TryParse(value, CultureInfo.InvariantCulture, out var number)
            ? new QuantityValue(string.Join(' ', name), number, unit)
            : null;

    /// <summary>What is proposed, with what it is now: 区住建局改为区教育局.</summary>
    public static string ProposalOf(Opinion opinion, Commitment row, DirectorySnapshot directory) => opinion.Kind switch
    {
        OpinionKind.OtherLead when opinion.State is OpinionState.Open or OpinionState.Escalated =>
            $"{Named(directory.UnitName(row.LeadUnitId))}改为{directory.UnitName(opinion.ProposedUnitId)}",
        OpinionKind.OtherLead => $"改为{directory.UnitName(opinion.ProposedUnitId)}",
        OpinionKind.OtherCoUnits => $"改为{Named(string.Join('、', CoUnits(opinion).Select(id => directory.UnitName(id))))}",
        OpinionKind.OtherTime => $"改为{opinion.ProposedDue:yyyy-MM-dd}",
        OpinionKind.FillIn => FilledIn(opinion),
        OpinionKind.OtherWording => $"改为“{opinion.ProposedText}”",
        OpinionKind.OtherTarget => $"改为{opinion.ProposedText}",
        OpinionKind.OtherLeader => $"改为{directory.Post(opinion.ProposedPostId)?.Name}",
        _ => "",
    };

    private static string Named(string name) => name.Length == 0 ? "（无）" : name;

    private static string FilledIn(Opinion opinion)
    {
        var quantities = string.Join("；", Quantities(opinion));
        var values = MonthlyPlans.Values(opinion.ProposedPlan);
        var plan = values.Count == 0
            ? "" : "月度计划 " + string.Join('、', values.Select((v, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}月{v / 10m:0.#}%")));
        return string.Join("；", new[] { quantities, plan }.Where(p => p.Length > 0));
    }
}
