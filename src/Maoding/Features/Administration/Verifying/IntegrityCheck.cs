using Maoding.Storage;

namespace Maoding.Features.Administration.Verifying;

/// <summary>How bad it is when a check finds something.</summary>
public enum Severity
{
    /// <summary>提示: nothing is lost or wrong, someone should tidy up.</summary>
    Hint = 1,

    /// <summary>错误.</summary>
    Error = 2,
}

/// <summary>What a check reads: one moment of the database, and the records outside it.</summary>
/// <param name="HeadsFolder">Where the audit's head is written down daily; null when nowhere.</param>
/// <param name="Now">System clock, UTC.</param>
public sealed record VerifyScope(MaodingContext Db, string? HeadsFolder, DateTime Now);

/// <summary>One thing that must be true of every database. Reads in pages, so that memory does not grow with the rows.</summary>
public abstract class IntegrityCheck
{
    /// <summary>Stable, VER and three digits.</summary>
    public abstract string Code { get; }

    /// <summary>In a few words, for the list.</summary>
    public abstract string Name { get; }

    /// <summary>What must be true.</summary>
    public abstract string What { get; }

    /// <summary>What it would mean if it were not.</summary>
    public abstract string Why { get; }

    /// <summary>What to do then.</summary>
    public abstract string Remedy { get; }

    public virtual Severity Severity => Severity.Error;

    /// <summary>Everything that is not as it must be, a sentence each.</summary>
    public abstract IAsyncEnumerable<string> FindAsync(VerifyScope scope, CancellationToken stop);
}
