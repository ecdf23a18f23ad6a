using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;
using Maoding.Domain.Typed;
using Maoding.Shared.Workbooks;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>Reads what people type for a row, in a form or a cell: names, times, quantities. Each refusal (ASG020–ASG029) says what would be right.</summary>
public sealed partial class CellReader(DirectorySnapshot directory, DateOnly today, int planYear, IReadOnlyList<Theme> themes)
{
    private static readonly char[] _between = ['、', '，', ',', '；', ';', '\n', '\r', '\t'];

    private static readonly SearchValues<char> _anyBetween = SearchValues.Create(_between);

    private static readonly char[] _lines = ['；', ';', '\n', '\r'];

    public static PlanShape? Shape(string text) => text.Trim() is not { Length: > 0 } name
        ? null
        : MonthlyPlans.ShapeOf(name) ?? throw new RefusalException("ASG020", ChoiceCell.Wrong(name, MonthlyPlans.Names, "计划方式"));

    /// <summary>The code of a kind of comparison, by its words; empty for none.</summary>
    public static string Comparison(string text) => text.Trim() is not { Length: > 0 } name
        ? ""
        : TargetKinds.CodeOf(name) ?? throw new RefusalException("ASG028", ChoiceCell.Wrong(name, TargetKinds.All.Select(k => k.Name), "比较方式"));

    /// <summary>A share typed as 12.5 or 12.5%, in per mille.</summary>
    public static int PerMille(string text)
    {
        if (NumberCell.Read(text.Trim().TrimEnd('%', '％')) is not { Value: { } percent } || percent is < 0 or > 100)
            throw new RefusalException("ASG021", $"“{text.Trim()}”不是 0 至 100 之间的百分数。");
        return (int)Math.Round(percent * 10, MidpointRounding.AwayFromZero);
    }

    /// <summary>改造小区12个；新建幼儿园3所.</summary>
    public static IReadOnlyList<QuantityValue> Quantities(string text)
    {
        var found = new List<QuantityValue>();
        foreach (var part in Parts(text, _lines))
        {
            var match = QuantityWords().Match(HalfWidth().Replace(part, sign => TypedText.Plain(sign.Value)));
            if (!match.Success || TypedNumber.Read(match.Groups[2].Value) is not { } value)
                throw new RefusalException("ASG022", $"看不懂数量“{part}”，请用阿拉伯数字写成“改造老旧小区12个”，几个数量用分号隔开。");
            var (name, unit) = (Spaces().Replace(match.Groups[1].Value, " ").Trim(), Spaces().Replace(match.Groups[3].Value, " ").Trim());
            if (name.Length > 100 || unit.Length > 20) throw new RefusalException("ASG022", $"数量“{part[..20]}……”太长：名称最多 100 字，计量单位最多 20 字，请缩短。");
            found.Add(new QuantityValue(name, value, unit));
        }

        return found;
    }

    /// <summary>2026-06-30 完成主体（权重 2）.</summary>
    public IReadOnlyList<MilestoneValue> Milestones(string text)
    {
        var found = new List<MilestoneValue>();
        foreach (var part in Parts(text, _lines))
        {
            var match = MilestoneWords().Match(part);
            if (!match.Success || Day(match.Groups[1].Value) is not { } day || (match.Groups[3].Success && !int.TryParse(match.Groups[3].Value, out _)))
                throw new RefusalException("ASG023", $"看不懂节点“{part}”，请写成“{planYear}-06-30 完成主体（权重 2）”，几个节点用分号隔开，权重可以不写。");
            found.Add(new MilestoneValue(
                match.Groups[2].Value.Trim(), day, match.Groups[3].Success ? int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) : 1));
        }

        return [.. found.OrderBy(m => m.Due)];
    }

    /// <summary>2026-06-30, 2026年6月30日, 6月30日, 6月底, 全年持续, or nothing.</summary>
    public (DueKind Kind, DateOnly? Due) Due(string text)
    {
        var cleaned = text.Trim();
        if (cleaned.Length == 0) return (DueKind.None, null);
        if (cleaned is "全年持续" or "全年") return (DueKind.AllYear, new DateOnly(planYear, 12, 31));
        return Day(cleaned) is { } day
            ? (DueKind.Date, day)
            : throw new RefusalException("ASG024", $"看不懂时限“{cleaned}”，请写成 {planYear}-06-30、6月底、二季度、年底前 或 全年持续。");
    }

    public int? Leader(string text) => OwnerCells.Leader(text, directory, today).OrRefuse("ASG025");

    public int? Unit(string text) => OwnerCells.Unit(text, directory).OrRefuse("ASG026");

    public IReadOnlyList<int> Units(string text)
    {
        var known = directory.OpenUnits.SelectMany(u => (string[])[u.ShortName, u.Name]).Concat(directory.FormerNames().Select(f => f.Name));
        return [.. Names(text, known).Select(p => Unit(p)!.Value).Distinct()];
    }

    public IReadOnlyList<int> Themes(string text) => [.. Names(text, themes.Select(t => t.Name)).Select(Theme).Distinct().Order()];

    /// <summary>A name may hold the sign that stands between names (三片联建、一河串城): known names are taken first, the longest of them.</summary>
    private static IEnumerable<string> Names(string text, IEnumerable<string> known)
    {
        List<string> longestFirst = [.. known.OrderByDescending(n => n.Length)];
        for (var rest = text.Trim([.. _between, ' ']); rest.Length > 0; rest = rest.TrimStart([.. _between, ' ']))
        {
            bool Ends(int at) => at == rest.Length || _between.Contains(rest[at]) || char.IsWhiteSpace(rest[at]);
            var next = rest.AsSpan().IndexOfAny(_anyBetween);
            var name = longestFirst.Find(n => rest.StartsWith(n, StringComparison.Ordinal) && Ends(n.Length)) ?? (next < 0 ? rest : rest[..next]);
            rest = rest[name.Length..];
            yield return name.Trim();
        }
    }

    private int Theme(string name) => themes.FirstOrDefault(t => t.Name == name)?.Id
        ?? throw new RefusalException("ASG027", $"没有这个专题“{name}”{NearWord.Hint(name, themes.Select(t => t.Name), "台账筛选里“专题”")}");

    private DateOnly? Day(string text) => DayCell.Read(text, planYear).Value;

    private static string[] Parts(string text, char[] separators) =>
        text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^(.*?)\s*([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,6})?|[0-9]{1,12}(?:\.[0-9]{1,6})?)\s*(\D{0,20})$", RegexOptions.Singleline)]
    private static partial Regex QuantityWords();

    [GeneratedRegex("[０-９．]+")]
    private static partial Regex HalfWidth();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(\S*?[0-9日底])[\s：:]+(.{1,200}?)(?:\s*（权重\s*([0-9]{1,4})）)?$")]
    private static partial Regex MilestoneWords();
}
