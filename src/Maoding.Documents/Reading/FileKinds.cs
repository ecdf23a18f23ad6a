namespace Maoding.Documents.Reading;

internal enum FileKind
{
    Text,
    Zip,
    Pdf,
    Ole,
    Rtf,
    Web,
    Picture,
    Archive,
}

/// <summary>Tells kinds of files apart by their first bytes.</summary>
internal static class FileKinds
{
    public static FileKind Recognise(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8)) return FileKind.Zip;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return FileKind.Ole;
        if (bytes.StartsWith("{\\rtf"u8)) return FileKind.Rtf;
        if (IsPicture(bytes)) return FileKind.Picture;
        if (bytes.StartsWith("Rar!"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF])
            || bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]))
            return FileKind.Archive;
        // Writers may put a few bytes before the pdf header; a text that mentions %PDF- further on stays a text.
        var pdf = bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8);
        if (pdf == 0 || (pdf > 0 && bytes.IndexOf("endobj"u8) > 0)) return FileKind.Pdf;
        return IsWeb(bytes) ? FileKind.Web : FileKind.Text;
    }

    /// <summary>Word and Excel wrap an encrypted package in an OLE file with a stream of this name (UTF-16).</summary>
    public static bool IsEncryptedOffice(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<char> name = "EncryptedPackage";
        return bytes.IndexOf(System.Runtime.InteropServices.MemoryMarshal.AsBytes(name)) >= 0;
    }

    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
        || bytes.StartsWith("GIF8"u8) || bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8);

    // Old programs save “Word” files that are web pages inside; their text would be full of markup.
    private static bool IsWeb(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 512)];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) head = head[3..];
        var text = System.Text.Encoding.Latin1.GetString(head).TrimStart();
        return text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<?mso-application", StringComparison.Ordinal)
            || (text.StartsWith("<?xml", StringComparison.Ordinal)
                && (text.Contains("mso-application", StringComparison.Ordinal) || text.Contains("<html", StringComparison.OrdinalIgnoreCase)));
    }
}
