using Maoding.Documents.Units;

namespace Maoding.Features.Administration.Organs;

/// <summary>The functions that a unit may have: those of the reader, so that its proposals find the unit.</summary>
public sealed class FunctionNames
{
    private static readonly char[] Separators = ['、', '，', ',', '；', ';', ' ', '\n'];

    public IReadOnlyList<string> All { get; } = UnitFunctions.All;

    /// <summary>The names as the reader writes them, joined by 、.</summary>
    /// <param name="unknown">The first word that names no function; null when all do.</param>
    public string Clean(string words, out string? unknown)
    {
        var names = new List<string>();
        unknown = null;
        foreach (var word in words.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (UnitFunctions.Named(word) is { } name) names.Add(name);
            else unknown ??= word;
        }

        return string.Join('、', names.Distinct());
    }
}
