namespace Maoding.Domain.Organization;

/// <summary>主要负责同志 of the lines.</summary>
public static class Chiefs
{
    /// <summary>The open post at the head of a line; null while nobody said which it is.</summary>
    public static Post? Of(IEnumerable<Post> posts, OrganLine line) => posts.FirstOrDefault(p => p.IsChief && !p.IsClosed && p.Line == line);

    /// <summary>
    /// Whom a unit's business goes up to last: the chief of its own line, else the government's, whose business most units outside
    /// the lines do, else the Party's.
    /// </summary>
    public static Post? Above(IReadOnlyCollection<Post> posts, OrganLine? line) =>
        (line is { } own ? Of(posts, own) : null) ?? Of(posts, OrganLine.Government) ?? Of(posts, OrganLine.Party);
}
