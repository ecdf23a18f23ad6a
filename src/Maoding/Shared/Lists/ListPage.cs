namespace Maoding.Shared.Lists;

/// <summary>
/// One page of a list whose length is known. A number beyond the last page means the last one: a list that has shrunk,
/// or an address written by hand, must not look as if nothing were there.
/// </summary>
/// <param name="Size">Entries of a page.</param>
/// <param name="Total">Entries of all pages.</param>
/// <param name="Asked">Number of the page asked for, from 1.</param>
public sealed record ListPage(int Size, int Total, int Asked)
{
    public int Last => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>The page shown.</summary>
    public int Number => Math.Clamp(Asked, 1, Last);

    private int Before => (Number - 1) * Size;

    public IQueryable<T> Of<T>(IQueryable<T> ordered) => ordered.Skip(Before).Take(Size);

    public IEnumerable<T> Of<T>(IEnumerable<T> ordered) => ordered.Skip(Before).Take(Size);

    /// <summary>The links to the neighbours, with how many there are.</summary>
    /// <param name="href">The address of the page of this number.</param>
    /// <param name="measure">The word that counts the entries, such as 个.</param>
    public PagerModel Pager(Func<int, string> href, string measure) => new(
        Number > 1 ? href(Number - 1) : null,
        Number < Last ? href(Number + 1) : null,
        $"共 {Total} {measure}，本页 {Math.Min(Size, Total - Before)} {measure}");
}
