namespace Maoding.Documents.Reading;

/// <summary>What one document may cost. Together they keep a hostile file under 512 MB of memory.</summary>
public static class ReadingLimits
{
    /// <summary>Bytes of the file: 64 MB.</summary>
    public const int FileBytes = 64 << 20;

    /// <summary>Lines of a text.</summary>
    public const int Lines = 3_000_000;

    /// <summary>UTF-16 units of the text read out of a package.</summary>
    public const int Characters = 40_000_000;

    /// <summary>Entries of a zip.</summary>
    public const int Entries = 20_000;

    /// <summary>Bytes one part of a package may expand to.</summary>
    public const long PartBytes = 256L << 20;

    /// <summary>Bytes all parts that are read may expand to.</summary>
    public const long TotalBytes = 320L << 20;

    /// <summary>Expanded bytes for each packed byte, asked only after <see cref="RatioFloor"/>.</summary>
    public const int Ratio = 100;

    /// <summary>Expanded bytes below which the ratio does not matter: a small file of blanks is harmless.</summary>
    public const long RatioFloor = 32L << 20;

    /// <summary>Bytes between two ends of XML tags; XmlReader keeps such a stretch in memory.</summary>
    public const int MarkupGap = 8 << 20;

    /// <summary>Distinct XML names; XmlReader keeps all of them.</summary>
    public const int XmlNames = 20_000;

    /// <summary>Elements inside elements.</summary>
    public const int XmlDepth = 400;

    /// <summary>Cells of all tables.</summary>
    public const int Cells = 1_000_000;

    /// <summary>Columns of a table in a word-processor file; Word itself allows 63.</summary>
    public const int WordColumns = 256;

    /// <summary>Fields inside fields of a word-processor file.</summary>
    public const int OpenFields = 256;

    /// <summary>Bytes of drawing instructions on one page of a pdf; a page full of text has a hundredth of it.</summary>
    public const int PdfPageBytes = 8 << 20;

    /// <summary>Saved drawing states on one page of a pdf, counted by their letter.</summary>
    public const int PdfPageStates = 300_000;

    /// <summary>Bytes of memory a pdf may add while it is read.</summary>
    public const long PdfMemory = 320L << 20;

    /// <summary>Bytes one stream of a pdf may expand to.</summary>
    public const int PdfStreamBytes = 64 << 20;

    /// <summary>Bytes all streams of a pdf may expand to.</summary>
    public const long PdfTotalBytes = 512L << 20;

    /// <summary>Glyphs of a pdf.</summary>
    public const int PdfGlyphs = 20_000_000;
}
