namespace Maoding.Documents.Reading;

/// <summary>Counts what a packed part expands to and stops at the limits of <see cref="ReadingLimits"/>.</summary>
internal sealed class BoundedStream(Stream inner, long packed, Action<int> count) : Stream
{
    private long _expanded;
    private long _gap;

    /// <summary>True once a limit was met; the reader above turns that into a <see cref="DocumentException"/>.</summary>
    public bool Exceeded { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        count(read);
        _expanded += read;
        var end = buffer[..read].LastIndexOf((byte)'>');
        _gap = end < 0 ? _gap + read : read - end - 1;
        Exceeded = _expanded > ReadingLimits.PartBytes || _gap > ReadingLimits.MarkupGap
            || (_expanded > ReadingLimits.RatioFloor && _expanded / packed > ReadingLimits.Ratio);
        return Exceeded ? throw new InvalidDataException("The part expands too far.") : read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
