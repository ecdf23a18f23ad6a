using System.Globalization;
using System.Text;
using Maoding.Text.Structure;

namespace Maoding.Training;

/// <summary>A linear rule: bias and one weight a feature, in log odds.</summary>
internal sealed record Weights(double[] Values, IReadOnlyList<string> Names)
{
    /// <summary>The bias stands after the weights.</summary>
    public double Bias => Values[^1];

    public double LogOdds(Example example)
    {
        var sum = Bias;
        for (var i = 0; i < Names.Count; i++) sum += Values[i] * example.Features![i];
        return sum;
    }

    /// <summary>Stores the weights as the lexicon file that the product reads.</summary>
    public void Write(string path, IReadOnlyList<LabelledDocument> documents)
    {
        var text = new StringBuilder();
        text.Append("# 判断任务句的轻重\n\n");
        text.Append(CultureInfo.InvariantCulture,
            $"由督查人员的经验值（bench/Maoding.Training/priors.md）出发，按 {documents.Count} 份已标注文件的 {documents.Sum(d => d.Examples.Count)} 句话校正得到。\n");
        text.Append("正数说明更像任务，负数说明更不像；一句话把见到的各项相加，大于 0 列为任务，接近 0 的请人看。“含”：句中有这类词；“多”：两个以上。\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- 起点：{Bias:0.00}\n");
        foreach (var (name, value) in Names.Zip(Values).Where(p => Math.Abs(p.Second) >= 0.005).OrderByDescending(p => p.Second))
            text.Append(CultureInfo.InvariantCulture, $"- {name}：{value:0.00}\n");
        File.WriteAllText(path, text.ToString());
    }
}

/// <summary>
/// Logistic regression drawn towards the priors of priors.md: what few labels cannot show keeps the weight that
/// knowledge of the genre gave it. Every document weighs the same however long it is.
/// </summary>
internal sealed class Trainer(IReadOnlyDictionary<string, double> priors, double strength)
{
    private const int Steps = 3000;
    private const double Rate = 0.02;

    public Weights Train(IReadOnlyList<LabelledDocument> documents)
    {
        var names = documents[0].FeatureNames;
        var prior = Prior(documents).Values;
        var values = (double[])prior.Clone();
        var rows = Rows(documents);
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[values.Length];
            for (var i = 0; i < values.Length; i++) gradient[i] = strength * (values[i] - prior[i]);
            foreach (var (active, label, weight) in rows)
            {
                var odds = values[^1];
                foreach (var id in active) odds += values[id];
                var error = weight * ((1 / (1 + Math.Exp(-odds))) - (label ? 1 : 0));
                foreach (var id in active) gradient[id] += error;
                gradient[^1] += error;
            }

            for (var i = 0; i < values.Length; i++) values[i] -= Rate * gradient[i] / documents.Count;
        }

        return new Weights(values, names);
    }

    /// <summary>The priors as they stand, untrained.</summary>
    public Weights Prior(IReadOnlyList<LabelledDocument> documents)
    {
        var names = documents[0].FeatureNames;
        return new Weights([.. names.Select(n => priors.GetValueOrDefault(n)), priors.GetValueOrDefault("起点")], names);
    }

    private static List<(int[] Active, bool Label, double Weight)> Rows(IReadOnlyList<LabelledDocument> documents)
    {
        var rows = new List<(int[], bool, double)>();
        foreach (var document in documents)
        {
            var usable = document.Examples.Where(e => e.Features is not null).ToList();
            foreach (var example in usable)
            {
                var active = Enumerable.Range(0, example.Features!.Length).Where(i => example.Features[i] != 0).ToArray();
                rows.Add((active, example.Label, 150.0 / usable.Count));
            }
        }

        return rows;
    }

    /// <summary>What layout alone would say, to compare with.</summary>
    public static bool Baseline(Example example) =>
        example.Sentence.Kind == SentenceKind.Body && example.Sentence.Role is SectionRole.Deployment or SectionRole.Safeguards;
}
