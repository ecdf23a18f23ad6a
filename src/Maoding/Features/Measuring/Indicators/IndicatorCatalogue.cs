using System.Globalization;
using Maoding.Domain.Indicators;
using Maoding.Domain.Organization;

namespace Maoding.Features.Measuring.Indicators;

/// <summary>The starting catalogue of a district: what it usually follows, offered for editing.</summary>
public static class IndicatorCatalogue
{
    /// <summary>Between two indicators' places, so that one can be put between them.</summary>
    private const int Step = 10;

    private static readonly Lazy<IReadOnlyList<Line>> Lines = new(Read);

    private sealed record Line(IReadOnlyDictionary<string, string> Cells)
    {
        public string this[string name] => Cells[name];
    }

    /// <summary>New indicators in the order of the lists; the answering unit is the first in official order that has the function.</summary>
    public static IEnumerable<Indicator> All(IReadOnlyCollection<Unit> units) => Lines.Value.Select((line, index) => new Indicator
    {
        Code = line["代码"],
        Name = line["名称"],
        Order = (index + 1) * Step,
        Dimension = Choice<Dimension>(line["方面"], FigureWords.Of),
        Unit = line["单位"],
        Direction = Choice<Direction>(line["方向"], FigureWords.Of),
        Frequency = Choice<Frequency>(line["频率"], FigureWords.Of),
        January = Choice<January>(line["1月"], FigureWords.Of),
        Kind = Choice<FigureKind>(line["类型"], FigureWords.Of),
        Accumulation = Choice<Accumulation>(line["累计"], FigureWords.Of),
        UnitId = units.Where(u => !u.IsClosed && u.FunctionNames.Contains(line["职能"])).OrderBy(u => u.Order).FirstOrDefault()?.Id,
        ReleaseDays = int.Parse(line["发布"], CultureInfo.InvariantCulture),
        Jump = Number(line["异动"]),
        Threshold = Number(line["分界线"]),
        Aliases = line["别名"],
        Source = line["来源"],
        Definition = line["口径"],
    });

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static T Choice<T>(string word, Func<T, string> of)
        where T : struct, Enum =>
        Enum.GetValues<T>().First(value => of(value) == word);

    private static IReadOnlyList<Line> Read()
    {
        using var stream = typeof(IndicatorCatalogue).Assembly.GetManifestResourceStream("indicator-catalogue.md")!;
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd().Split('\n').Where(l => l.StartsWith('|'))
            .Select(l => l.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        return [.. rows.Skip(2).Select(cells => new Line(rows[0].Zip(cells).ToDictionary(c => c.First, c => c.Second)))];
    }
}
