using System.Runtime.InteropServices;

namespace Maoding.Text.Matching;

/// <summary>How alike two rows are, and why.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Covered">The share of the first row's telling words that the second has.</param>
/// <param name="Covering">The share of the second row's telling words that the first has.</param>
internal sealed record Likeness(Profile Other, double Score, double Covered, double Covering, AmountComparison Amounts);

/// <summary>
/// Rows by their pairs of characters. Rare pairs weigh more: the weight of a pair is the logarithm of how seldom it is in
/// all rows compared. Likeness does not depend on the order of the rows.
/// </summary>
internal sealed class ProfileIndex
{
    /// <summary>Rows with the most shared weight that are looked at in full.</summary>
    private const int Candidates = 12;

    /// <summary>A pair in more rows than this (and more than a fifth of them) tells nothing and would make the search slow.</summary>
    private const int CommonFrom = 60;

    private const double TitleWeight = 1.3;

    /// <summary>A finding that says much besides the row belongs to it less than one that the row wholly covers.</summary>
    private const double RowInFinding = 0.6;

    private readonly Dictionary<int, double> _weights = [];
    private readonly Dictionary<int, List<int>> _rowsOf = [];
    private readonly List<Profile> _rows;
    private readonly double[] _shared;

    /// <param name="rows">The rows that are searched.</param>
    /// <param name="others">Rows that will be searched for: they count in how seldom a pair is.</param>
    public ProfileIndex(List<Profile> rows, List<Profile> others)
    {
        _rows = rows;
        _shared = new double[rows.Count];
        var all = rows.Count + others.Count;
        var counts = new Dictionary<int, int>();
        foreach (var pair in rows.Concat(others).SelectMany(r => r.Pairs)) CollectionsMarshal.GetValueRefOrAddDefault(counts, pair, out _)++;
        foreach (var (pair, count) in counts)
            if (count <= Math.Max(CommonFrom, all / 5)) _weights[pair] = Math.Log((1.0 + all) / count);
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var pair in rows[i].Pairs.Where(_weights.ContainsKey))
                (CollectionsMarshal.GetValueRefOrAddDefault(_rowsOf, pair, out _) ??= []).Add(i);
        }
    }

    /// <summary>The rows most like this one, best first; it itself is left out.</summary>
    public List<Likeness> Nearest(Profile profile)
    {
        var touched = new List<int>();
        foreach (var pair in profile.Pairs)
        {
            if (!_rowsOf.TryGetValue(pair, out var rows)) continue;
            foreach (var row in rows)
            {
                if (_shared[row] == 0) touched.Add(row);
                _shared[row] += _weights[pair];
            }
        }

        var best = touched.Where(r => _rows[r] != profile).OrderByDescending(r => _shared[r])
            .ThenBy(r => _rows[r].Entry.Id).Take(Candidates).Select(r => _rows[r]).ToList();
        foreach (var row in touched) _shared[row] = 0;
        return [.. best.Select(other => Compare(profile, other)).OrderByDescending(l => l.Score).ThenBy(l => l.Other.Entry.Id)];
    }

    /// <summary>Shared words of two rows that weigh most, at most four.</summary>
    public List<string> Telling(Profile one, Profile other) =>
        [.. one.SharedWords(other).Distinct().OrderByDescending(WeightOf).ThenBy(w => w, StringComparer.Ordinal).Take(4)];

    private double WeightOf(string words) =>
        Enumerable.Range(0, words.Length - 1).Sum(i => _weights.GetValueOrDefault((words[i] << 16) | words[i + 1]));

    private Likeness Compare(Profile one, Profile other)
    {
        double dot = 0, ones = 0, others = 0, shared = 0, onesSquare = 0, othersSquare = 0;
        foreach (var pair in one.Pairs) Add(one, pair, ref ones, ref onesSquare);
        foreach (var pair in other.Pairs) Add(other, pair, ref others, ref othersSquare);
        foreach (var pair in one.Pairs)
        {
            if (Array.BinarySearch(other.Pairs, pair) < 0) continue;
            dot += Weight(one, pair) * Weight(other, pair);
            shared += _weights.GetValueOrDefault(pair);
        }

        if (dot == 0) return new Likeness(other, 0, 0, 0, AmountComparison.None);
        double covered = shared / ones, covering = shared / others;
        var words = (0.6 * dot / Math.Sqrt(onesSquare * othersSquare)) + (0.4 * Math.Max(covered, RowInFinding * covering));
        var amounts = AmountComparison.Of(one, other);
        return new Likeness(other, Math.Clamp(words + amounts.Bonus, 0, 1), covered, covering, amounts);
    }

    private void Add(Profile row, int pair, ref double sum, ref double square)
    {
        sum += _weights.GetValueOrDefault(pair);
        square += Weight(row, pair) * Weight(row, pair);
    }

    private double Weight(Profile row, int pair) => _weights.GetValueOrDefault(pair) * (row.TitlePairs.Contains(pair) ? TitleWeight : 1);
}
