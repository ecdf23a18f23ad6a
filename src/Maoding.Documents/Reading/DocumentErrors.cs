namespace Maoding.Documents.Reading;

/// <summary>Every reason for refusing a document. Codes are stable; a new reason gets a new code.</summary>
public static class DocumentErrors
{
    /// <summary>There is no such file.</summary>
    public const string Missing = "DOC001";

    /// <summary>The path is a folder.</summary>
    public const string Folder = "DOC002";

    /// <summary>The account may not read the file.</summary>
    public const string NoPermission = "DOC003";

    /// <summary>The device or network failed, or the path is malformed.</summary>
    public const string Unreadable = "DOC004";

    /// <summary>No bytes, or no words in it.</summary>
    public const string Empty = "DOC005";

    /// <summary>Over <see cref="ReadingLimits.FileBytes"/>.</summary>
    public const string TooLarge = "DOC006";

    /// <summary>Neither text nor any known format.</summary>
    public const string UnknownKind = "DOC007";

    /// <summary>A format that is recognised but not read: rtf, odt, ofd, pptx, pictures, archives.</summary>
    public const string UnsupportedKind = "DOC008";

    /// <summary>A .doc, .xls or .wps of the binary kind.</summary>
    public const string LegacyOffice = "DOC009";

    /// <summary>A docx, xlsx or pdf that asks for a password.</summary>
    public const string Encrypted = "DOC010";

    /// <summary>A zip or XML that is truncated or damaged.</summary>
    public const string Damaged = "DOC011";

    /// <summary>Expands beyond the limits of <see cref="ReadingLimits"/>.</summary>
    public const string ExpandsTooFar = "DOC012";

    /// <summary>XML with a document type or entities.</summary>
    public const string ForbiddenXml = "DOC013";

    /// <summary>A package without the part that holds the text.</summary>
    public const string NoMainPart = "DOC014";

    /// <summary>A pdf or docx of pictures, without a usable text layer.</summary>
    public const string NoTextLayer = "DOC015";

    /// <summary>Marked 秘密, 机密 or 绝密.</summary>
    public const string Secret = "DOC016";

    /// <summary>A unit list cannot be understood; the message names the cell.</summary>
    public const string UnitList = "DOC017";

    /// <summary>A workbook (xlsx) is wanted and the content is something else.</summary>
    public const string NotWorkbook = "DOC018";

    /// <summary>A formula of a workbook without its result.</summary>
    public const string FormulaUnknown = "DOC019";

    internal static DocumentException NoResult(string name, string cell) =>
        new(FormulaUnknown, $"“{name}”的 {cell} 是公式，文件里没有保存计算结果。请用 WPS 或 Excel 打开后重新保存，再导入。");

    internal static DocumentException NoWorkbook(string name) =>
        new(NotWorkbook, $"“{name}”不是 xlsx 工作簿，请在 WPS 或 Excel 里另存为 xlsx 后再导入。");

    internal static DocumentException NoSuchFile(string name) => new(Missing, $"找不到文件“{name}”，请核对路径和文件名。");

    internal static DocumentException IsFolder(string name) => new(Folder, $"“{name}”是文件夹，请指定其中的一个文件。");

    internal static DocumentException Denied(string name, Exception? cause = null) =>
        new(NoPermission, $"没有权限读取“{name}”，请检查文件权限，或换一个有权限的账户。", cause);

    internal static DocumentException CannotRead(string name, Exception cause) =>
        new(Unreadable, $"读取“{name}”失败，请确认路径无误、磁盘或网络正常、文件没有被其他程序占用后重试。", cause);

    internal static DocumentException NoWords(string name) => new(Empty, $"“{name}”是空的，没有可读的文字，请核对是否选错文件。");

    internal static DocumentException OverLimit(string name) =>
        new(TooLarge, $"“{name}”超过 {ReadingLimits.FileBytes >> 20} MB 上限，请拆分文件或删去其中的图片后重试。");

    internal static DocumentException NotKnown(string name) =>
        new(UnknownKind, $"“{name}”不是可识别的文档，请提供 docx、xlsx、带文字层的 pdf 或 txt（UTF-8、UTF-16、GB18030）文件。");

    internal static DocumentException NotSupported(string name, string kind) =>
        new(UnsupportedKind, $"“{name}”是{kind}，暂不支持，请另存为 docx、xlsx、pdf 或 txt 后重试。");

    internal static DocumentException OldOffice(string name) =>
        new(LegacyOffice, $"“{name}”是旧版二进制格式（doc、xls、wps、et），请用 WPS 或 Word 打开后另存为 docx 或 xlsx 再导入。");

    internal static DocumentException HasPassword(string name) =>
        new(Encrypted, $"“{name}”已加密，请先用密码打开，取消加密另存后再导入。");

    internal static DocumentException Broken(string name, Exception? cause = null) =>
        new(Damaged, $"“{name}”已损坏或不完整，请重新获取文件，或打开修复后另存再导入。", cause);

    internal static DocumentException Bomb(string name) =>
        new(ExpandsTooFar, $"“{name}”展开后超出安全上限，可能是恶意或损坏的文件，已停止读取，请核实来源后另存为新文件。");

    internal static DocumentException HasEntities(string name, Exception? cause = null) =>
        new(ForbiddenXml, $"“{name}”含有不允许的 XML 文档类型或外部实体，已拒绝读取，请核实来源后另存为新文件。", cause);

    internal static DocumentException NoBody(string name) =>
        new(NoMainPart, $"“{name}”缺少正文部分，不是完整的文档，请用 WPS 或 Word 打开后另存再导入。");

    internal static DocumentException OnlyPictures(string name) =>
        new(NoTextLayer, $"“{name}”只有图片，没有可用的文字层，请先做文字识别（OCR），或提供 docx 原稿。");

    internal static DocumentException Marked(string name, string mark, string place) =>
        new(Secret, $"“{name}”标有密级“{mark}”（{place}），涉密文件不得在本系统处理，请按保密规定办理。");
}
