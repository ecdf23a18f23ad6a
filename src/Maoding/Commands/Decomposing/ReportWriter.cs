using System.Text;
using Maoding.Documents.Writing;

namespace Maoding.Commands.Decomposing;

/// <summary>Writes a report in one of the formats of decompose.</summary>
internal static class ReportWriter
{
    /// <summary>Columns of a text report in a file.</summary>
    public const int FileWidth = 160;

    public static void Write(Report report, string format, Stream stream, int width)
    {
        switch (format)
        {
            case "json":
                JsonReport.Write(report, stream);
                break;
            case "xlsx":
                LedgerSheetWriter.Write(LedgerMapping.Of(report), stream);
                break;
            case "docx":
                LedgerDocxWriter.Write(LedgerMapping.Of(report), stream);
                break;
            default:
                using (var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true))
                {
                    if (format == "md") MarkdownReport.Write(report, writer);
                    else TextReport.Write(report, writer, width);
                }

                break;
        }
    }
}
