using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Maoding.Storage.Archiving;

/// <summary>The table of contents of an archive, written last because it holds the hashes.</summary>
/// <param name="Format">The layout of the archive itself.</param>
/// <param name="Schema">Name of the newest migration of the database that was archived.</param>
public sealed record ArchiveManifest(int Format, string Schema, string Region, DateTime MadeAt, IReadOnlyList<ArchivedTable> Tables)
{
    public const int PresentFormat = 1;

    public const string Part = "manifest.json";

    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Rows of all tables.</summary>
    public long Rows => Tables.Sum(t => t.Rows);
}

/// <param name="LastKey">The last number that the database gave by itself here, so that none is given twice; null without.</param>
/// <param name="Bytes">The values of binary columns one after another; null without such a column.</param>
public sealed record ArchivedTable(string Name, IReadOnlyList<string> Columns, long Rows, long? LastKey, ArchivedPart Text, ArchivedPart? Bytes);

/// <param name="Length">Bytes, unpacked.</param>
/// <param name="Sha256">Lower-case hex, of the unpacked bytes.</param>
public sealed record ArchivedPart(long Length, string Sha256);
