using System.IO.Compression;
using System.Security.Cryptography;

namespace Maoding.Storage.Archiving;

/// <summary>Reads one part of an archive, never more than its table of contents says, and checks its hash at the end.</summary>
internal sealed class ArchivePartReader : IDisposable
{
    /// <summary>The longest line or binary value, in bytes.</summary>
    private const int Longest = 64 << 20;

    private readonly string _name;
    private readonly ArchivedPart _declared;
    private readonly Stream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[128 << 10];
    private int _start;
    private int _end;
    private long _read;

    public ArchivePartReader(ZipArchive zip, string name, ArchivedPart declared)
    {
        (_name, _declared) = (name, declared);
        var entry = zip.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing");
        if (entry.Length != declared.Length) throw new InvalidDataException($"{name} is not as long as the table of contents says");
        _stream = entry.Open();
    }

    /// <summary>The next line without its end, valid until the next call; null after the last.</summary>
    public ReadOnlyMemory<byte>? Line()
    {
        var looked = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + looked, _end - _start - looked).IndexOf((byte)'\n');
            if (at >= 0) return Take(looked + at, skip: 1);
            looked = _end - _start;
            if (Fill()) continue;
            return looked == 0 ? null : throw new InvalidDataException($"{_name} ends within a line");
        }
    }

    /// <summary>The next <paramref name="length"/> bytes.</summary>
    public byte[] Bytes(long length)
    {
        if (length is < 0 or > Longest) throw new InvalidDataException($"{_name} has a value of {length} bytes");
        while (_end - _start < length)
            if (!Fill()) throw new InvalidDataException($"{_name} ends too early");
        return Take((int)length, skip: 0).ToArray();
    }

    /// <exception cref="InvalidDataException">Something is left over, or the bytes are not those that were written.</exception>
    public void Finish()
    {
        if (_end > _start || Fill()) throw new InvalidDataException($"{_name} has more than its rows");
        if (_read != _declared.Length || Convert.ToHexStringLower(_hash.GetHashAndReset()) != _declared.Sha256)
            throw new InvalidDataException($"{_name} was changed: its SHA-256 differs");
    }

    public void Dispose()
    {
        _stream.Dispose();
        _hash.Dispose();
    }

    private ReadOnlyMemory<byte> Take(int length, int skip)
    {
        var taken = _buffer.AsMemory(_start, length);
        _start += length + skip;
        return taken;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= Longest) throw new InvalidDataException($"{_name} has a line of more than {Longest >> 20} MB");
            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, Longest));
        }

        var count = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _hash.AppendData(_buffer, _end, count);
        (_end, _read) = (_end + count, _read + count);
        if (_read > _declared.Length) throw new InvalidDataException($"{_name} is longer than the table of contents says");
        return count > 0;
    }
}
