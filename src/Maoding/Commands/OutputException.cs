namespace Maoding.Commands;

/// <summary>The result could not be written. Codes: OUT001 no folder, OUT002 no permission, OUT003 disk,
/// OUT004 binary to a terminal, OUT005 unknown extension, OUT006 the input itself.</summary>
internal sealed class OutputException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
