namespace Maoding.Domain;

/// <summary>Why a request was refused; the numbers are the HTTP status that tells it.</summary>
public enum RefusalKind
{
    /// <summary>What was given is wrong or the move is illegal in the present state.</summary>
    Invalid = 400,
    SignedOut = 401,
    Forbidden = 403,
    Missing = 404,

    /// <summary>Someone else changed the row in between, or it was done already.</summary>
    Conflict = 409,
    TooLarge = 413,
}

/// <summary>A request that rules forbid: nothing was written.</summary>
/// <param name="code">Stable, three letters and three digits (LED003); listed in docs/errors.md.</param>
/// <param name="message">Chinese, says what to do.</param>
public sealed class RefusalException(string code, string message, RefusalKind kind = RefusalKind.Invalid) : Exception(message)
{
    public string Code => code;

    public RefusalKind Kind => kind;

    /// <summary>The form field at fault; null when the whole request is.</summary>
    public string? Field { get; init; }
}
