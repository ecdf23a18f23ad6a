using System.Globalization;

namespace Maoding.Training;

/// <summary>Reads priors.md: lines of the form “- name：weight”.</summary>
internal static class Priors
{
    public static Dictionary<string, double> Read() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "priors.md"))
            .Where(line => line.StartsWith("- ", StringComparison.Ordinal))
            .Select(line => line[2..].Split('：'))
            .ToDictionary(parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture));
}
