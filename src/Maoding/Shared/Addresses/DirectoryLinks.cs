namespace Maoding.Shared.Addresses;

/// <summary>Addresses of the directory's pages.</summary>
public static class DirectoryLinks
{
    public const string Index = "/organs";
    public const string Posts = "/organs/posts";
    public const string Division = "/organs/division";
    public const string Import = "/organs/import";
    public const string Planned = "/organs/planned";
    public const string Export = "/organs/export";
    public const string NewUnit = "/organs/unit";
    public const string NewPost = "/organs/post";

    public static string Unit(int id) => $"/organs/unit/{id}";

    public static string UnitChange(int id) => $"/organs/unit/{id}/change";

    public static string PostChange(int id) => $"/organs/post/{id}/change";

    /// <summary>Whoever holds the post leaves it, and what hangs on it goes to somebody else.</summary>
    public static string Leaving(int id) => $"{PostChange(id)}?Kind=Transferred&Leaves=true";

    public static string Post(int id) => $"/organs/post/{id}";

    public static string Person(int id) => $"/organs/person/{id}";

    public static string DivisionOf(int postId) => $"/organs/division/{postId}";
}
