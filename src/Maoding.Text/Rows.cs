using System.Collections;
using System.Runtime.CompilerServices;

namespace Maoding.Text;

/// <summary>
/// A list of values. The runtime's own list of a value type of ours is compiled at every start, even in a program
/// compiled ahead of time; this one is not.
/// </summary>
public sealed class Rows<T> : IReadOnlyList<T>
    where T : struct
{
    private T[] _items = new T[4];

    public int Count { get; private set; }

    public T this[int index]
    {
        get => index < Count ? _items[index] : throw new ArgumentOutOfRangeException(nameof(index));
        internal set => Span[index] = value;
    }

    /// <summary>The values in place; valid until the next change.</summary>
    internal Span<T> Span => new(_items, 0, Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        if (Count == _items.Length) Grow();
        _items[Count++] = item;
    }

    public void AddRange(Rows<T> items)
    {
        foreach (ref readonly var item in items.Span) Add(item);
    }

    public void Clear() => Cut(0);

    /// <summary>Drops all values from <paramref name="count"/> on.</summary>
    internal void Cut(int count)
    {
        Array.Clear(_items, count, Count - count);
        Count = count;
    }

    private void Grow()
    {
        var grown = new T[Count * 2];
        Array.Copy(_items, grown, Count);
        _items = grown;
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator(Rows<T> rows) : IEnumerator<T>
    {
        private int _index = -1;

        public readonly T Current => rows._items[_index];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++_index < rows.Count;

        public void Reset() => _index = -1;

        public readonly void Dispose()
        {
            // Nothing is held.
        }
    }
}
