using System.IO.Compression;
using Maoding.Shared;

namespace Maoding.Features.Planning.Ledger.Files;

/// <summary>The kinds of file that may be attached, told by what is in them and not by their names alone.</summary>
public static class FileType
{
    public const string Words = "docx、xlsx、pdf、jpg、png、txt、ofd";

    /// <summary>For the file field of a form.</summary>
    public const string Accept = ".docx,.xlsx,.pdf,.jpg,.jpeg,.png,.txt,.ofd";

    private const int Head = 4096;

    private static readonly (string Extension, string ContentType, Func<byte[], bool> Holds)[] Table =
    [
        (".docx", MediaTypes.Docx, bytes => IsPackageWith(bytes, "word/document.xml")),
        (".xlsx", MediaTypes.Xlsx, bytes => IsPackageWith(bytes, "xl/workbook.xml")),
        (".ofd", "application/ofd", bytes => IsPackageWith(bytes, "OFD.xml")),
        (".pdf", "application/pdf", bytes => Starts(bytes, "%PDF-"u8)),
        (".jpg", "image/jpeg", bytes => Starts(bytes, [0xFF, 0xD8, 0xFF])),
        (".jpeg", "image/jpeg", bytes => Starts(bytes, [0xFF, 0xD8, 0xFF])),
        (".png", "image/png", bytes => Starts(bytes, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        (".txt", "text/plain", IsText),
    ];

    /// <summary>The content type to keep; null when the kind is not allowed or the content is something else than the name says.</summary>
    public static string? Of(string name, byte[] bytes)
    {
        var extension = Path.GetExtension(name);
        foreach (var (known, contentType, holds) in Table)
            if (known.Equals(extension, StringComparison.OrdinalIgnoreCase)) return holds(bytes) ? contentType : null;
        return null;
    }

    private static bool Starts(byte[] bytes, ReadOnlySpan<byte> signature) => bytes.AsSpan().StartsWith(signature);

    /// <summary>No control characters but line ends, tabs and page ends at its beginning: UTF-8, GBK and GB18030 have none.</summary>
    private static bool IsText(byte[] bytes) => bytes.Length > 0 && !bytes.AsSpan(0, Math.Min(bytes.Length, Head)).ContainsAnyExcept(_textual);

    private static readonly System.Buffers.SearchValues<byte> _textual =
        System.Buffers.SearchValues.Create([9, 10, 12, 13, .. Enumerable.Range(32, 224).Where(b => b != 127).Select(b => (byte)b)]);

    private static bool IsPackageWith(byte[] bytes, string entry)
    {
        if (!Starts(bytes, "PK\u0003\u0004"u8)) return false;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return archive.GetEntry(entry) is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
