namespace Maoding.Features.Organs;

/// <summary>Addresses of the directory's pages.</summary>
public static class DirectoryLinks
{
    public const string Index = "/directory";
    public const string Posts = "/directory/posts";
    public const string Division = "/directory/division";
    public const string Import = "/directory/import";
    public const string Export = "/directory/export";
    public const string NewUnit = "/directory/unit";
    public const string NewPost = "/directory/post";

    public static string Unit(int id) => $"/directory/unit/{id}";

    public static string Post(int id) => $"/directory/post/{id}";

    public static string Person(int id) => $"/directory/person/{id}";

    public static string DivisionOf(int postId) => $"/directory/division/{postId}";
}
