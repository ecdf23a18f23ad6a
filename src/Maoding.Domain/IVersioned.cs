namespace Maoding.Domain;

/// <summary>A row that two people may change at once: saving one with an old version is refused.</summary>
public interface IVersioned
{
    /// <summary>Counts the writes, from 1.</summary>
    int Version { get; set; }
}

/// <summary>A row whose every change becomes an audit entry with its values before and after.</summary>
public interface IAudited;

/// <summary>A form made from an older state of a row is refused before anything is changed.</summary>
public static class Versions
{
    /// <param name="what">What the refusal calls the row.</param>
    /// <exception cref="RefusalException">SYS001.</exception>
    public static void Demand(int present, int seen, string what = "这一项")
    {
        if (present != seen) throw Changed(what);
    }

    /// <summary>SYS001: somebody else was faster.</summary>
    public static RefusalException Changed(string what = "这一项") =>
        new("SYS001", $"{what}刚被别人改过，您的改动没有保存。请刷新页面，看过对方的改动后再改。", RefusalKind.Conflict);
}
