using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Maoding.Documents.Reading;

internal enum PackageKind
{
    Word,
    Sheet,
    Slides,
    BinarySheet,
    OpenDocument,
    Ofd,
    Incomplete,
    Archive,
}

/// <summary>
/// A zip of XML parts, read as streams within <see cref="ReadingLimits"/>. What is expanded is counted as it comes
/// out, because declared sizes can lie. Relationships that lead outside the package are not seen at all.
/// </summary>
internal sealed class BoundedPackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _expanded;

    private BoundedPackage(ZipArchive zip, string name)
    {
        _zip = zip;
        Name = name;
        foreach (var entry in zip.Entries) _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    /// <summary>The document's name, for messages.</summary>
    public string Name { get; }

    public PackageKind Kind { get; private set; }

    /// <summary>The part that holds the text, or the list of sheets.</summary>
    public string MainPart { get; private set; } = "";

    public static BoundedPackage Open(ReadOnlyMemory<byte> bytes, string name)
    {
        // Counted before the directory is read: a directory of a million entries is itself a bomb.
        if (bytes.Span.Count("PK\u0001\u0002"u8) > ReadingLimits.Entries) throw DocumentErrors.Bomb(name);
        MemoryMarshal.TryGetArray(bytes, out var segment);
        try
        {
            var package = new BoundedPackage(new ZipArchive(new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)), name);
            package.FindMainPart();
            return package;
        }
        catch (Exception cause) when (IsDamage(cause))
        {
            throw DocumentErrors.Broken(name, cause);
        }
    }

    public bool Has(string part) => _entries.ContainsKey(part);

    public PartReader OpenPart(string part)
    {
        if (!_entries.TryGetValue(part, out var entry)) throw DocumentErrors.NoBody(Name);
        if (entry.IsEncrypted) throw DocumentErrors.HasPassword(Name);
        try
        {
            return new PartReader(new BoundedStream(entry.Open(), Math.Max(entry.CompressedLength, 1), Count), Name);
        }
        catch (Exception cause) when (IsDamage(cause))
        {
            throw DocumentErrors.Broken(Name, cause);
        }
    }

    /// <summary>The parts inside the package that <paramref name="part"/> points to: id, last word of the type, target.</summary>
    public List<(string Id, string Type, string Target)> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var file = $"{part[..slash]}_rels/{part[slash..]}.rels";
        var relations = new List<(string, string, string)>();
        if (!Has(file)) return relations;
        using var reader = OpenPart(file);
        while (reader.Read())
        {
            if (!reader.IsElement || reader.Name != "Relationship" || reader.Attribute("TargetMode") == "External") continue;
            var type = reader.Attribute("Type") ?? "";
            relations.Add((reader.Attribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(part[..slash], reader.Attribute("Target") ?? "")));
        }

        return relations;
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>What a damaged zip makes the framework throw.</summary>
    internal static bool IsDamage(Exception cause) =>
        cause is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or IOException or OverflowException;

    private void Count(int bytes)
    {
        _expanded += bytes;
        if (_expanded > ReadingLimits.TotalBytes) throw DocumentErrors.Bomb(Name);
    }

    private void FindMainPart()
    {
        MainPart = Relations("").FirstOrDefault(r => r.Type == "officeDocument").Target ?? "";
        if (!Has(MainPart)) MainPart = Has("word/document.xml") ? "word/document.xml" : Has("xl/workbook.xml") ? "xl/workbook.xml" : "";
        Kind = MainPart.Length > 0 ? KindOfMainPart()
            : Has("OFD.xml") ? PackageKind.Ofd
            : Has("mimetype") && Has("content.xml") ? PackageKind.OpenDocument
            : Has("[Content_Types].xml") || Has("_rels/.rels") ? PackageKind.Incomplete
            : PackageKind.Archive;
    }

    private PackageKind KindOfMainPart()
    {
        if (MainPart.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)) return PackageKind.BinarySheet;
        using var part = OpenPart(MainPart);
        while (part.Read())
        {
            if (!part.IsElement) continue;
            return part.Name switch
            {
                "document" => PackageKind.Word,
                "workbook" => PackageKind.Sheet,
                "presentation" => PackageKind.Slides,
                _ => PackageKind.Incomplete,
            };
        }

        return PackageKind.Incomplete;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (step is not (".." or "." or "")) parts.Add(step);
        }

        return string.Join('/', parts);
    }
}
