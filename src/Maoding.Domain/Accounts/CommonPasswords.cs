using System.Collections.Frozen;

namespace Maoding.Domain.Accounts;

/// <summary>Passwords that everybody tries first: each stem of common-passwords.md with each of its suffixes, and its whole words.</summary>
internal static class CommonPasswords
{
    private const string Name = "common-passwords.md";

    private static readonly FrozenSet<string> _all = Read();

    public static int Count => _all.Count;

    public static IEnumerable<string> All => _all;

    /// <summary>Whether a password is one of them; letter case does not make it another.</summary>
    public static bool Contains(string password) => _all.Contains(password.ToLowerInvariant());

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"{Name} is not embedded");
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<string, List<string>>();
        var heading = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) lists[heading = line[3..].Trim()] = [];
            if (!line.StartsWith("- ", StringComparison.Ordinal)) continue;
            lists[heading].AddRange(line[(line.IndexOf('：', StringComparison.Ordinal) + 1)..].Split('、', StringSplitOptions.TrimEntries));
        }

        // Shorter ones are refused for their length.
        return lists["词干"].SelectMany(stem => lists["后缀"].Select(suffix => stem + suffix))
            .Concat(lists["整词"])
            .Where(p => p.Length >= PasswordRules.ShortestLength)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
