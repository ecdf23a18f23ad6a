namespace Maoding.Domain;

/// <summary>A row that two people may change at once: saving one with an old version is refused.</summary>
public interface IVersioned
{
    /// <summary>Counts the writes, from 1.</summary>
    int Version { get; set; }
}

/// <summary>A row whose every change becomes an audit entry with its values before and after.</summary>
public interface IAudited;
