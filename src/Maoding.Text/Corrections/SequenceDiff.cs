namespace Maoding.Text.Corrections;

/// <summary>Finds which items of two sequences answer to each other, in order, within a bound of work.</summary>
internal static class SequenceDiff
{
    /// <summary>Pairs of places: items met once on each side first (they cannot be mistaken), then the shortest edits between them.</summary>
    /// <param name="mostEdits">Between two such items, more edits than this are not searched for.</param>
    public static List<(int Old, int New)> Match(int[] old, int[] now, int mostEdits)
    {
        var pairs = new List<(int, int)>();
        int fromOld = 0, fromNew = 0;
        foreach (var (o, n) in Rising(Unique(old, now)).Append((old.Length, now.Length)))
        {
            Between(old.AsSpan(fromOld, o - fromOld), now.AsSpan(fromNew, n - fromNew), fromOld, fromNew, mostEdits, pairs);
            if (o < old.Length) pairs.Add((o, n));
            (fromOld, fromNew) = (o + 1, n + 1);
        }

        return pairs;
    }

    private static void Between(ReadOnlySpan<int> old, ReadOnlySpan<int> now, int atOld, int atNew, int mostEdits, List<(int, int)> pairs)
    {
        var head = old.CommonPrefixLength(now);
        for (var i = 0; i < head; i++) pairs.Add((atOld + i, atNew + i));
        old = old[head..];
        now = now[head..];
        var tail = 0;
        while (tail < Math.Min(old.Length, now.Length) && old[^(tail + 1)] == now[^(tail + 1)]) tail++;
        Shortest(old[..^tail], now[..^tail], atOld + head, atNew + head, mostEdits, pairs);
        for (var i = tail; i > 0; i--) pairs.Add((atOld + head + old.Length - i, atNew + head + now.Length - i));
    }

    /// <summary>Items that stand once in each sequence, by their old place.</summary>
    private static List<(int Old, int New)> Unique(int[] old, int[] now)
    {
        var places = new Dictionary<int, (int Old, int New)>();
        for (var i = 0; i < old.Length; i++) places[old[i]] = places.ContainsKey(old[i]) ? (-1, -1) : (i, -1);
        for (var i = 0; i < now.Length; i++)
            if (places.TryGetValue(now[i], out var place)) places[now[i]] = place.Old < 0 || place.New >= 0 ? (-1, -1) : (place.Old, i);
        return [.. places.Values.Where(p => p.New >= 0).OrderBy(p => p.Old)];
    }

    /// <summary>The longest choice of pairs that rises on both sides.</summary>
    private static List<(int Old, int New)> Rising(List<(int Old, int New)> pairs)
    {
        var tops = new List<int>();
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            int low = 0, high = tops.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[tops[middle]].New < pairs[i].New) low = middle + 1;
                else high = middle;
            }

            before[i] = low > 0 ? tops[low - 1] : -1;
            if (low == tops.Count) tops.Add(i);
            else tops[low] = i;
        }

        var rising = new List<(int, int)>();
        for (var at = tops.Count > 0 ? tops[^1] : -1; at >= 0; at = before[at]) rising.Add(pairs[at]);
        rising.Reverse();
        return rising;
    }

    /// <summary>Adds the pairs of a shortest edit script (Myers 1986, greedy); none when it has more than <paramref name="mostEdits"/> edits.</summary>
    public static void Shortest<T>(ReadOnlySpan<T> old, ReadOnlySpan<T> now, int atOld, int atNew, int mostEdits, List<(int, int)> pairs)
        where T : IEquatable<T>
    {
        if (old.IsEmpty || now.IsEmpty) return;
        var most = Math.Min(mostEdits, old.Length + now.Length);
        var trace = new List<int[]>();
        var reach = new int[(2 * most) + 3];
        for (var d = 0; d <= most; d++)
        {
            for (var k = -d; k <= d; k += 2)
            {
                var x = Down(reach.AsSpan(most + 1 - d, (2 * d) + 1), k, d) ? reach[most + 1 + k + 1] : reach[most + 1 + k - 1] + 1;
                while (x < old.Length && x - k < now.Length && old[x].Equals(now[x - k])) x++;
                reach[most + 1 + k] = x;
                if (x < old.Length || x - k < now.Length) continue;
                Trace(trace, d, old.Length, now.Length, atOld, atNew, pairs);
                return;
            }

            trace.Add(reach.AsSpan(most + 1 - d, (2 * d) + 1).ToArray());
        }
    }

    /// <summary>Whether diagonal k is best entered from the one above it: an insertion.</summary>
    private static bool Down(ReadOnlySpan<int> reach, int k, int d) => k == -d || (k != d && reach[d + k - 1] < reach[d + k + 1]);

    private static void Trace(List<int[]> trace, int edits, int x, int y, int atOld, int atNew, List<(int, int)> pairs)
    {
        var first = pairs.Count;
        for (var d = edits; d >= 0; d--)
        {
            var k = x - y;
            int beforeX = 0, beforeY = 0;
            if (d > 0)
            {
                var reach = trace[d - 1];
                var down = k == -d || (k != d && reach[d - 1 + k - 1] < reach[d - 1 + k + 1]);
                var beforeK = down ? k + 1 : k - 1;
                beforeX = reach[d - 1 + beforeK];
                beforeY = beforeX - beforeK;
            }

            while (x > beforeX && y > beforeY) pairs.Add((atOld + --x, atNew + --y));
            (x, y) = (beforeX, beforeY);
        }

        pairs.Reverse(first, pairs.Count - first);
    }
}
