using Maoding.Documents.Reading;
using Maoding.Domain;

namespace Maoding.Features.Administration.Organs;

/// <summary>Reads a workbook that a form carries along.</summary>
internal static class Workbooks
{
    /// <param name="content">Base64.</param>
    /// <exception cref="RefusalException">The reader's own code and message; DIR023 for no file.</exception>
    public static IReadOnlyList<ReadSheet> Read(string content, string fileName)
    {
        try
        {
            return TableBookReader.Read(new MemoryStream(Convert.FromBase64String(content)), fileName.Length > 0 ? fileName : "上传的文件");
        }
        catch (DocumentException bad)
        {
            throw new RefusalException(bad.Code, bad.Message) { Field = "File" };
        }
        catch (FormatException)
        {
            throw new RefusalException("DIR023", "上传的文件不完整。请重新选择文件。") { Field = "File" };
        }
    }
}
