namespace Maoding.Text.Lexicons;

/// <summary>Words with a value each, in the order they were met. Made of types the runtime has compiled already (see <see cref="Rows{T}"/>).</summary>
internal sealed class WordMap<T>
    where T : struct
{
    private readonly Dictionary<string, int> _places;
    private T[] _values;

    public WordMap(int capacity = 256)
    {
        _places = new Dictionary<string, int>(capacity);
        _values = new T[capacity];
    }

    /// <summary>The value of a word, the default for a new one, to read and to set.</summary>
    public ref T this[string word]
    {
        get
        {
            if (!_places.TryGetValue(word, out var place))
            {
                place = _places.Count;
                _places.Add(word, place);
                if (place == _values.Length) _values = Copy(place * 2);
            }

            return ref _values[place];
        }
    }

    public bool TryGetValue(string word, out T value)
    {
        var known = _places.TryGetValue(word, out var place);
        value = known ? _values[place] : default;
        return known;
    }

    public string[] Words
    {
        get
        {
            var words = new string[_places.Count];
            _places.Keys.CopyTo(words, 0);
            return words;
        }
    }

    /// <summary>The values in the order of <see cref="Words"/>.</summary>
    public T[] Values => Copy(_places.Count);

    private T[] Copy(int length)
    {
        var copy = new T[length];
        Array.Copy(_values, copy, Math.Min(length, _places.Count));
        return copy;
    }
}
