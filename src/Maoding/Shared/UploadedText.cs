using Maoding.Documents.Reading;
using Maoding.Domain;
using Maoding.Text;

namespace Maoding.Shared;

/// <summary>Reads the text of a document that somebody sent in; what cannot be read is refused with the reader's own words.</summary>
public static class UploadedText
{
    /// <param name="name">As the sender calls it: its ending tells the kind.</param>
    /// <param name="field">Of the form, for the refusal.</param>
    /// <exception cref="RefusalException">A DOC code of the reader.</exception>
    public static SourceText Read(byte[] bytes, string name, string field)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            return DocumentReader.Read(stream, name);
        }
        catch (DocumentException error)
        {
            throw new RefusalException(error.Code, error.Message, error.Code == DocumentErrors.TooLarge ? RefusalKind.TooLarge : RefusalKind.Invalid)
            {
                Field = field,
            };
        }
    }
}
