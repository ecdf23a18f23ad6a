namespace Maoding.Domain.Sampling;

/// <summary>
/// SplitMix64: the same numbers from the same seed on every machine and version, written out here because the platform's own generator
/// promises no such thing. docs/sampling.md says how it works and lists first numbers to compare with.
/// </summary>
internal struct SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>
    /// From 0 to one below <paramref name="end"/>, each as likely as the other: the few numbers at the end that would favour some are
    /// thrown away.
    /// </summary>
    public int Below(int end)
    {
        var (many, limit) = ((ulong)end, ulong.MaxValue - (ulong.MaxValue % (ulong)end));
        ulong drawn;
        do drawn = Next();
        while (drawn >= limit);
        return (int)(drawn % many);
    }
}
