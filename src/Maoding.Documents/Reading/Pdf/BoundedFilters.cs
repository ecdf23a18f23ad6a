using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Maoding.Documents.Reading.Pdf;

/// <summary>
/// The library expands a whole stream into memory, which a small one can fill. This looks first how far a
/// deflated stream expands, in a small buffer, and keeps account of all streams and of the memory.
/// </summary>
internal sealed class BoundedFilters(string document) : IFilterProvider
{
    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;
    private readonly long _memoryBefore = GC.GetTotalMemory(forceFullCollection: false);
    private long _total;

    public bool Exceeded { get; private set; }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(_inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(_inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(_inner.GetAllFilters());

    private List<IFilter> Bound(IReadOnlyList<IFilter> filters)
    {
        // Asked for each stream, so that forms that call forms do not go on unseen; garbage does not count.
        if (GC.GetTotalMemory(false) - _memoryBefore > ReadingLimits.PdfMemory
            && GC.GetTotalMemory(true) - _memoryBefore > ReadingLimits.PdfMemory) throw Refuse();
        var bound = new List<IFilter>(filters.Count);
        foreach (var filter in filters) bound.Add(filter is BoundedFilter ? filter : new BoundedFilter(filter, this));
        return bound;
    }

    private void Count(long bytes)
    {
        _total += bytes;
        if (bytes > ReadingLimits.PdfStreamBytes || _total > ReadingLimits.PdfTotalBytes) throw Refuse();
    }

    private DocumentException Refuse()
    {
        Exceeded = true;
        return DocumentErrors.Bomb(document);
    }

    private sealed class BoundedFilter(IFilter inner, BoundedFilters owner) : IFilter
    {
        // The packings that can expand a byte to hundreds; the others at most triple it.
        private readonly bool _deflates = inner is FlateFilter;

        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken dictionary, IFilterProvider provider, int index)
        {
            if (_deflates && input.Length > ReadingLimits.PdfStreamBytes / 1100) owner.Count(Expanded(input));
            var output = inner.Decode(input, dictionary, provider, index);
            owner.Count(output.Length);
            return output;
        }

        private static long Expanded(ReadOnlyMemory<byte> input)
        {
            var buffer = new byte[64 << 10];
            long total = 0;
            try
            {
                using var stream = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
                for (int read; (read = stream.Read(buffer)) > 0 && total <= ReadingLimits.PdfStreamBytes;) total += read;
            }
            catch (InvalidDataException)
            {
                // The library mends damaged streams as far as it can; what came out so far is what counts.
            }

            return total;
        }
    }
}
