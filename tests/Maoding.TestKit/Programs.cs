namespace Maoding.TestKit;

/// <summary>Programs of the machine that tests use.</summary>
internal static class Programs
{
    /// <summary>The path of a program in the given folders or else on PATH; null when it is nowhere.</summary>
    public static string? Find(string name, params IEnumerable<string> folders) =>
        folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
