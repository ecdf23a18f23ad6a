namespace Maoding.Features.Administration.Organs;

/// <summary>Places in the official order are numbers with gaps, so that a move writes what is moved and nothing else.</summary>
internal static class OfficialOrder
{
    /// <summary>Between two neighbours numbered anew.</summary>
    public const int Step = 10;

    /// <summary>Puts an item before the one at an index, or last; those behind it move only where there is no gap.</summary>
    /// <param name="others">In their order, without the item.</param>
    public static void Put<T>(IReadOnlyList<T> others, T item, int index, Func<T, int> order, Action<T, int> set)
    {
        var before = index == 0 ? 0 : order(others[index - 1]);
        if (index < others.Count && order(others[index]) - before > 1)
        {
            set(item, before + ((order(others[index]) - before) / 2));
            return;
        }

        var last = before + Step;
        set(item, last);
        for (var i = index; i < others.Count && order(others[i]) <= last; i++) set(others[i], last += Step);
    }
}
