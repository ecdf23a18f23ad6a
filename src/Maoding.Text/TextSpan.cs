namespace Maoding.Text;

/// <summary>A stretch of a text: offset and length in UTF-16 code units (.NET string indices).</summary>
public readonly record struct TextSpan(int Offset, int Length)
{
    /// <summary>The index after the last code unit.</summary>
    public int End => Offset + Length;

    /// <summary>True when <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => other.Offset >= Offset && other.End <= End;

    /// <summary>Shared code units divided by covered code units, from 0 (apart) to 1 (the same).</summary>
    public double Overlap(TextSpan other)
    {
        var shared = Math.Min(End, other.End) - Math.Max(Offset, other.Offset);
        return shared <= 0 ? 0 : (double)shared / (Length + other.Length - shared);
    }

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
