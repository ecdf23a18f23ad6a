using Maoding.Text;

namespace Maoding.Documents.Reading;

/// <summary>Reads a document of any supported kind. The kind is decided by content, never by the file's name.</summary>
public static class DocumentReader
{
    /// <exception cref="DocumentException">The file is missing, bad, encrypted, too large, of an unknown kind or marked secret.</exception>
    public static SourceText Read(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        try
        {
            if (Directory.Exists(path)) throw DocumentErrors.IsFolder(name);
            using var file = new FileStream(
                path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 });
            return Read(file, name);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw DocumentErrors.NoSuchFile(name);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw DocumentErrors.Denied(name, cause);
        }
        catch (Exception cause) when (cause is IOException or ArgumentException or NotSupportedException)
        {
            throw DocumentErrors.CannotRead(name, cause);
        }
    }

    /// <param name="stream">Read from its present position to its end; need not be seekable.</param>
    /// <param name="fileName">Names the document in messages only.</param>
    /// <exception cref="DocumentException">The content is bad, encrypted, too large, of an unknown kind or marked secret.</exception>
    public static SourceText Read(Stream stream, string fileName)
    {
        try
        {
            return Read(ReadAll(stream, fileName), fileName);
        }
        catch (OutOfMemoryException)
        {
            // A process may run under a heap limit; what it cannot hold is refused like what exceeds our own limits.
            throw DocumentErrors.Bomb(fileName);
        }
    }

    private static SourceText Read(ReadOnlyMemory<byte> bytes, string fileName)
    {
        var source = FileKinds.Recognise(bytes.Span) switch
        {
            FileKind.Text => TextFileReader.Read(bytes.Span, fileName),
            FileKind.Pdf => Pdf.PdfReader.Read(bytes, fileName),
            FileKind.Zip => ReadPackage(bytes, fileName),
            FileKind.Ole => throw (FileKinds.IsEncryptedOffice(bytes.Span) ? DocumentErrors.HasPassword(fileName) : DocumentErrors.OldOffice(fileName)),
            FileKind.Rtf => throw DocumentErrors.NotSupported(fileName, "RTF 文件"),
            FileKind.Web => throw DocumentErrors.NotSupported(fileName, "网页文件"),
            FileKind.Picture => throw DocumentErrors.NotSupported(fileName, "图片"),
            FileKind.Archive => throw DocumentErrors.NotSupported(fileName, "压缩包"),
            _ => throw DocumentErrors.NotKnown(fileName),
        };
        if (source.Text.AsSpan().IsWhiteSpace()) throw DocumentErrors.NoWords(fileName);
        SecrecyMark.Refuse(source, fileName);
        return source;
    }

    private static SourceText ReadPackage(ReadOnlyMemory<byte> bytes, string name)
    {
        using var package = BoundedPackage.Open(bytes, name);
        return package.Kind switch
        {
            PackageKind.Word => Word.WordReader.Read(package),
            PackageKind.Sheet => Sheets.SheetReader.Read(package),
            PackageKind.Slides => throw DocumentErrors.NotSupported(name, "演示文稿"),
            PackageKind.OpenDocument => throw DocumentErrors.NotSupported(name, "ODF 文档"),
            PackageKind.Ofd => throw DocumentErrors.NotSupported(name, "OFD 版式文件"),
            PackageKind.BinarySheet => throw DocumentErrors.NotSupported(name, "xlsb 二进制表格"),
            PackageKind.Incomplete => throw DocumentErrors.NoBody(name),
            _ => throw DocumentErrors.NotSupported(name, "压缩包"),
        };
    }

    // The length is asked first, and counted again while reading: a pipe or a growing file has none to trust.
    internal static ReadOnlyMemory<byte> ReadAll(Stream stream, string name)
    {
        var known = stream.CanSeek ? stream.Length - stream.Position : 0;
        if (known > ReadingLimits.FileBytes) throw DocumentErrors.OverLimit(name);
        var buffer = new byte[Math.Max(known + 1, 4096)];
        var filled = 0;
        while (true)
        {
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0) break;
            filled += read;
            if (filled > ReadingLimits.FileBytes) throw DocumentErrors.OverLimit(name);
            if (filled == buffer.Length) Array.Resize(ref buffer, Math.Min(buffer.Length * 2, ReadingLimits.FileBytes + 1));
        }

        return filled == 0 ? throw DocumentErrors.NoWords(name) : buffer.AsMemory(0, filled);
    }
}
