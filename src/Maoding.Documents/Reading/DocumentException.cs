namespace Maoding.Documents.Reading;

/// <summary>A document cannot be read. The message is one Chinese line: what is wrong and what to do.</summary>
public sealed class DocumentException : Exception
{
    internal DocumentException(string code, string message, Exception? cause = null)
        : base(message, cause) => Code = code;

    /// <summary>One of the codes in <see cref="DocumentErrors"/>; stable between versions.</summary>
    public string Code { get; }
}
