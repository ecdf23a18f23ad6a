using System.Globalization;
using Maoding.Domain.Indicators;
using Maoding.Domain.Targets;

namespace Maoding.Features.Demo;

/// <summary>A figure of the demonstration before anybody entered it.</summary>
/// <param name="Month">yyyymm: the last month of the period.</param>
internal sealed record DemoFigure(string Code, AreaKind Kind, string Area, int Month, FigureMeasure Measure, decimal Value, int Decimals);

/// <summary>What somebody aims at in a year.</summary>
internal sealed record DemoAim(int Year, string Area, string Code, TargetKind Kind, decimal Value, int Decimals, string Source);

/// <summary>Five years of figures of 云泽区, drawn from figures.md and always the same.</summary>
internal sealed class DemoFigures
{
    private const int FirstYear = 2022;

    private const int LastYear = 2026;

    /// <summary>What prices add to growth at constant prices, percent: levels are at current prices.</summary>
    private const double Prices = 0.6;

    private readonly string[] _lines;
    private readonly IReadOnlyDictionary<string, Indicator> _indicators;
    private readonly Dictionary<string, double[]> _seasons;
    private readonly string _district;

    public DemoFigures(IReadOnlyDictionary<string, Indicator> indicators, string district)
    {
        using var stream = typeof(DemoFigures).Assembly.GetManifestResourceStream("Maoding.Features.Demo.figures.md")!;
        using var reader = new StreamReader(stream);
        _lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        (_indicators, _district) = (indicators, district);
        _seasons = Table("名称").Concat(Table("形状")).ToDictionary(cells => cells[0], cells => Numbers(cells[1]));
    }

    public string City => Table("对象", 1).First()[1];

    public IEnumerable<string> Peers => Table("对象", 1).Select(cells => cells[1]).Distinct().Skip(1);

    public IEnumerable<string> Units => Table("单位", 1).Where(IsUnit).Select(cells => cells[1]).Distinct();

    public IEnumerable<string> Enterprises => Table("单位", 1).Where(cells => !IsUnit(cells)).Select(cells => cells[1]);

    public IEnumerable<DemoAim> Aims() => Table("参照", 1).Select(cells => new DemoAim(
        int.Parse(cells[0], CultureInfo.InvariantCulture),
        cells[1],
        cells[2],
        TargetNames.KindOf(cells[3]),
        decimal.Parse(cells[4], CultureInfo.InvariantCulture),
        cells[4].Contains('.') ? cells[4].Length - cells[4].IndexOf('.', StringComparison.Ordinal) - 1 : 0,
        cells[5]));

    /// <summary>Which of an indicator's figures a target of a kind is compared with.</summary>
    public static FigureMeasure Compared(Indicator indicator, TargetKind kind) => kind switch
    {
        TargetKind.GrowthAtLeast or TargetKind.GrowthAbout => FigureMeasure.CumulativeGrowth,
        _ => indicator.Kind == FigureKind.Level ? FigureMeasure.Cumulative : MeasureOf(indicator),
    };

    public IEnumerable<DemoFigure> All()
    {
        foreach (var cells in Table("2021年", 1))
        {
            var own = Own(cells).ToList();
            foreach (var figure in own) yield return figure;
            foreach (var figure in Parts(cells[0], own)) yield return figure;
        }

        foreach (var figure in Others()) yield return figure;
    }

    /// <summary>The district's own figures of one indicator.</summary>
    private IEnumerable<DemoFigure> Own(string[] cells)
    {
        var indicator = _indicators[cells[0]];
        var (decimals, season) = (int.Parse(cells[7], CultureInfo.InvariantCulture), cells[8]);
        var level = cells[1].Length > 0 ? Numbers(cells[1])[0] : 0;
        var shares = Shares(season);
        var last = new double[12];
        for (var year = FirstYear; year <= LastYear; year++)
        {
            var told = Numbers(cells[year - FirstYear + 2]);
            var months = Periods(indicator).ToArray();
            var path = year == LastYear ? told : [.. months.Select(m => Path(indicator, season, told.Length > 0 ? told[0] : 0, year, m))];
            if (told.Length == 0) continue;
            var levels = new double[12];
            for (var i = 0; i < Math.Min(path.Length, months.Length); i++)
            {
                var month = months[i];
                var key = (year * 100) + month;
                if (indicator.Kind != FigureKind.Level)
                {
                    yield return Figure(cells[0], key, MeasureOf(indicator), path[i], decimals);
                    continue;
                }

                var rate = (path[i] + Prices) / 100;
                levels[month - 1] = year == FirstYear ? level * (1 + rate) * shares[month - 1] : last[month - 1] * (1 + rate);
                var stock = indicator.Accumulation == Accumulation.EndOfPeriod;
                yield return Figure(cells[0], key, stock ? FigureMeasure.Current : FigureMeasure.Cumulative, levels[month - 1], decimals);
                yield return Figure(cells[0], key, stock ? FigureMeasure.CurrentGrowth : FigureMeasure.CumulativeGrowth, path[i], 1);
            }

            last = levels;
        }
    }

    /// <summary>What share of the year has passed by the end of each month; a stock has all of it but what is still to grow.</summary>
    private double[] Shares(string season)
    {
        if (!_seasons.TryGetValue(season, out var weights) || season is "霾" or "优良") return [.. Enumerable.Repeat(1.0, 12)];
        var sum = weights.Sum();
        double[] shares = [.. weights.Select((_, i) => weights.Take(i + 1).Sum() / sum)];
        return season == "期末" ? [.. shares.Select(s => 1 - (0.08 * (1 - s)))] : shares;
    }

    /// <summary>The figure since January of a year before this one: it swings about the year's until the year is over.</summary>
    private double Path(Indicator indicator, string season, double year, int ofYear, int month)
    {
        var swing = Noise(indicator.Code, ofYear, month) * (month == 12 ? 0 : 1);
        if (season is "霾" or "优良") return year * _seasons[season][month - 1] / 100 * (1 + (0.015 * swing));
        if (season == "当期") return indicator.Kind == FigureKind.Count ? 0 : year + (0.3 * Noise(indicator.Code, ofYear, month));
        if (indicator.Kind == FigureKind.Count) return Math.Floor(year * Shares(season)[month - 1] * (1 + (0.02 * swing)));
        var drift = Noise(indicator.Code, ofYear, 0) * (12 - month) / 12;
        var width = indicator.Kind == FigureKind.Ratio ? 0.4 : 0.9;
        return Math.Min(indicator.Unit == "%" && indicator.Kind == FigureKind.Ratio ? 100 : double.MaxValue, year + (width * drift) + (0.15 * swing));
    }

    /// <summary>Streets, parks and enterprises of one indicator, for the months of last year and this one.</summary>
    private IEnumerable<DemoFigure> Parts(string code, List<DemoFigure> own)
    {
        var parts = Table("单位", 1).Where(cells => cells[0] == code)
            .Select(cells => (Cells: cells, Share: Numbers(cells[2])[0] / 100, Ahead: Numbers(cells[3])[0])).ToList();
        var ahead = parts.Sum(p => p.Share * p.Ahead);
        foreach (var whole in own.Where(f => f.Month / 100 >= LastYear - 1 && f.Measure == FigureMeasure.Cumulative))
        {
            var rate = own.Find(f => f.Month == whole.Month && f.Measure == FigureMeasure.CumulativeGrowth)?.Value;
            foreach (var (cells, share, faster) in parts)
            {
                var lead = whole.Month / 100 == LastYear ? faster - ahead : 0.3 * Noise(cells[1], whole.Month, 1);
                var kind = IsUnit(cells) ? AreaKind.Unit : AreaKind.Enterprise;
                yield return Figure(code, whole.Month, FigureMeasure.Cumulative,
                    (double)whole.Value * share * (1 + (lead / 100)), whole.Decimals) with
                { Kind = kind, Area = cells[1] };
                if (rate is { } growth)
                    yield return Figure(code, whole.Month, FigureMeasure.CumulativeGrowth, (double)growth + lead, 1) with { Kind = kind, Area = cells[1] };
            }
        }
    }

    /// <summary>The city and the peers, and where the district stands among them.</summary>
    private IEnumerable<DemoFigure> Others()
    {
        foreach (var rows in Table("对象", 1).GroupBy(cells => cells[0]))
        {
            var months = Periods(_indicators[rows.Key]).ToArray();
            var own = Numbers(Table("2021年", 1).First(cells => cells[0] == rows.Key)[6]);
            var before = Numbers(Table("2021年", 1).First(cells => cells[0] == rows.Key)[5])[0];
            foreach (var cells in rows)
            {
                var kind = cells[1] == City ? AreaKind.City : AreaKind.Peer;
                yield return Figure(
                    rows.Key, ((LastYear - 1) * 100) + 12, FigureMeasure.CumulativeGrowth, Numbers(cells[2])[0], 1) with
                { Kind = kind, Area = cells[1] };
                foreach (var (value, i) in Numbers(cells[3]).Select((v, i) => (v, i)))
                    yield return Figure(rows.Key, (LastYear * 100) + months[i], FigureMeasure.CumulativeGrowth, value, 1) with { Kind = kind, Area = cells[1] };
            }

            var peers = rows.Skip(1).ToList();
            yield return Figure(rows.Key, ((LastYear - 1) * 100) + 12, FigureMeasure.Rank, 1 + peers.Count(p => Numbers(p[2])[0] > before), 0);
            for (var i = 0; i < own.Length; i++)
                yield return Figure(rows.Key, (LastYear * 100) + months[i], FigureMeasure.Rank, 1 + peers.Count(p => Numbers(p[3])[i] > own[i]), 0);
        }
    }

    /// <summary>Months of a year in which a figure comes out.</summary>
    private static IEnumerable<int> Periods(Indicator indicator) => indicator.Frequency switch
    {
        Frequency.Quarter => [3, 6, 9, 12],
        Frequency.Year => [12],
        _ => Enumerable.Range(1, 12).Where(m => m > 1 || indicator.January == January.Own),
    };

    private static FigureMeasure MeasureOf(Indicator indicator) => indicator.Kind switch
    {
        FigureKind.Rank => FigureMeasure.Rank,
        FigureKind.Growth => FigureMeasure.CumulativeGrowth,
        _ => indicator.Accumulation == Accumulation.Cumulative ? FigureMeasure.Cumulative : FigureMeasure.Current,
    };

    private DemoFigure Figure(string code, int month, FigureMeasure measure, double value, int decimals) =>
        new(code, AreaKind.District, _district, month, measure, Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero), decimals);

    private static bool IsUnit(string[] cells) => cells[0] != "KEYTAX";

    /// <summary>Between −1 and 1, the same for the same question.</summary>
    private static double Noise(string name, int a, int b)
    {
        var hash = 2166136261u;
        foreach (var c in string.Create(CultureInfo.InvariantCulture, $"{name}/{a}/{b}")) hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 15;
        return ((hash * 2246822519u) >> 8) / (double)(1 << 23) - 1;
    }

    private static double[] Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture))];

    /// <summary>The rows of the table that has this heading in this column.</summary>
    private IEnumerable<string[]> Table(string heading, int column = 0) => _lines
        .SkipWhile(line => !line.StartsWith('|') || line.Trim('|').Split('|', StringSplitOptions.TrimEntries)[column] != heading)
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
}
