namespace Maoding.TestKit;

/// <summary>The labelled corpus beside the checkout; absent in a stranger's clone, where its tests skip.</summary>
public static class Corpus
{
    /// <summary>The folder ../shared/corpus seen from the checkout, or null when it is not there.</summary>
    public static string? Folder { get; } = Find(Path.Combine("..", "shared", "corpus"));

    /// <summary>The folder ../shared/data with real series, or null when it is not there.</summary>
    public static string? Data { get; } = Find(Path.Combine("..", "shared", "data"));

    /// <summary>The folder ../shared/cases/reports with small inputs that once failed, or null when it is not there.</summary>
    public static string? Reports { get; } = Find(Path.Combine("..", "shared", "cases", "reports"));

    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = Find(".")!;

    private static string? Find(string relative)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (!File.Exists(Path.Combine(folder, "Maoding.slnx"))) continue;
            var found = Path.GetFullPath(Path.Combine(folder, relative));
            return Directory.Exists(found) ? found : null;
        }

        return null;
    }
}
