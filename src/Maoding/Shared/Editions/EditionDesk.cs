using Maoding.Domain.Access;
using Maoding.Domain.Editions;

namespace Maoding.Shared.Editions;

/// <summary>A file of an edition with its bytes.</summary>
public sealed record EditionFile(string Name, string ContentType, byte[] Bytes)
{
    public static EditionFile Written(string name, string contentType, Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        write(buffer);
        return new EditionFile(name, contentType, buffer.ToArray());
    }
}

/// <summary>A paper to be kept as it is.</summary>
/// <param name="Number">发文字号; empty for what has none.</param>
/// <param name="Day">The day on the paper.</param>
/// <param name="Basis">What it was made from, in words.</param>
public sealed record EditionDraft(string Number, string Name, DateOnly Day, string ApprovedBy, string Basis, IReadOnlyList<EditionFile> Files);

/// <summary>A kind of editions with what its feature knows of it; registered by the feature, so that the store knows no kind by name.</summary>
public abstract class EditionDesk
{
    public abstract EditionKind Kind { get; }

    /// <summary>Name of the type of the things that these are papers of.</summary>
    public abstract string Subject { get; }

    /// <summary>Whether the actor sees any of this kind.</summary>
    public abstract Permission Needs { get; }

    /// <summary>The page of the thing.</summary>
    public abstract string Href(int subjectId);

    /// <summary>The year of the plan that the thing belongs to; null where it belongs to none.</summary>
    public virtual Task<int?> YearAsync(int subjectId, CancellationToken stop) => Task.FromResult<int?>(null);

    /// <summary>Ids of the things whose papers the actor may see.</summary>
    public abstract IQueryable<int> SeenBy(Actor actor);

    /// <summary>Things that were published; those without an edition get one afterwards.</summary>
    public abstract IQueryable<int> Published();

    /// <summary>The paper as the database says it now.</summary>
    public abstract Task<EditionDraft> MakeAsync(int subjectId, CancellationToken stop);
}
