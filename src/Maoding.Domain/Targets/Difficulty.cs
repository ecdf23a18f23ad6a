using Maoding.Domain.Indicators;

namespace Maoding.Domain.Targets;

/// <summary>How hard a target is beside one reference.</summary>
public enum Stretch
{
    /// <summary>留有余地: the reference is already better.</summary>
    Slack = 1,

    /// <summary>相当.</summary>
    Level = 2,

    /// <summary>跳起来: the target asks for more than the reference.</summary>
    Reach = 3,
}

/// <summary>One figure that a target is held against.</summary>
/// <param name="Name">去年完成, 去年目标, 全市目标, 翠屏区目标, 趋势预测.</param>
/// <param name="Source">市政府工作报告; empty for the district's own figures.</param>
/// <param name="IsPeer">A neighbour's target: told of together with the others'.</param>
public sealed record Reference(string Name, decimal Value, int Decimals, string Source = "", bool IsPeer = false);

/// <summary>A reference with where the target stands to it.</summary>
/// <param name="Above">How much more the target asks for, in the unit of differences; negative: less.</param>
public sealed record ReferenceView(Reference Reference, decimal Above, Stretch Stretch, string Words);

/// <summary>跳起来摘桃子: a target among its references.</summary>
/// <param name="Overall">By the trend forecast where there is one, else by last year's result, else by the city's target; null without any.</param>
/// <param name="Words">Beside every reference.</param>
public sealed record Difficulty(IReadOnlyList<ReferenceView> References, Stretch? Overall, string Words)
{
    /// <summary>For the design sheet, whose columns show last year's and the city's already: the deciding reference and the peers.</summary>
    public string Brief => Decisive(References) is { } deciding
        ? $"{WordOf(deciding.Stretch)}：{string.Join('，', Peers(References).Prepend(deciding.Words))}。"
        : Words;

    public const string Forecast = "趋势预测";

    public const string LastResult = "去年完成";

    public const string LastTarget = "去年目标";

    public const string CityTarget = "全市目标";

    /// <summary>What decides whether it is a stretch, the first that is known.</summary>
    private static readonly string[] _deciding = [Forecast, LastResult, CityTarget];

    /// <param name="line">The value promised; null while there is none.</param>
    /// <param name="lowerIsHarder">Ceilings, falls in growth, ranks: a smaller number asks for more.</param>
    public static Difficulty Of(FigureUnit unit, decimal? line, int decimals, bool lowerIsHarder, decimal margin, IReadOnlyList<Reference> references)
    {
        if (line is not { } value) return new([], null, "还没有可以比较的目标值。");
        var views = references.Select(r => View(unit, value, decimals, lowerIsHarder, margin, r)).ToList();
        var deciding = Decisive(views);
        if (views.Count == 0) return new(views, null, "没有去年数据、全市目标可比，难度说不准。");
        var words = string.Join('，', views.Where(v => !v.Reference.IsPeer).Select(v => v.Words).Concat(Peers(views))) + "。";
        return deciding is null ? new(views, null, words) : new(views, deciding.Stretch, $"{WordOf(deciding.Stretch)}（对照{deciding.Reference.Name}）：{words}");
    }

    /// <summary>定得比4个兄弟区县中的2个高.</summary>
    private static IEnumerable<string> Peers(IReadOnlyList<ReferenceView> views)
    {
        var peers = views.Where(v => v.Reference.IsPeer).ToList();
        if (peers.Count > 0) yield return $"要求比{peers.Count}个兄弟区县中的{peers.Count(p => p.Above > 0)}个高";
    }

    private static ReferenceView? Decisive(IReadOnlyList<ReferenceView> views) =>
        _deciding.Select(name => views.FirstOrDefault(v => v.Reference.Name == name)).FirstOrDefault(v => v is not null);

    public static string WordOf(Stretch stretch) => stretch switch { Stretch.Slack => "留有余地", Stretch.Level => "大体相当", _ => "跳起来摘桃子" };

    private static ReferenceView View(FigureUnit unit, decimal value, int decimals, bool lowerIsHarder, decimal margin, Reference reference)
    {
        var off = value - reference.Value;
        var above = lowerIsHarder ? -off : off;
        var stretch = above > margin ? Stretch.Reach : above < -margin ? Stretch.Slack : Stretch.Level;
        var places = Math.Max(decimals, reference.Decimals);
        var said = $"{(off > 0 ? "高" : "低")}{unit.DifferenceWords(off, places)}";
        if (unit.IsPlace) said = $"{(off < 0 ? "靠前" : "靠后")}{unit.DifferenceWords(off, 0)}";
        return new(reference, above, stretch, off == 0 ? $"与{reference.Name}（{unit.Words(reference.Value, reference.Decimals)}）持平"
            : $"比{reference.Name}（{unit.Words(reference.Value, reference.Decimals)}）{said}");
    }
}
