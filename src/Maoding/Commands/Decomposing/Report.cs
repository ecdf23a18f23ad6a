using Maoding.Documents.Units;
using Maoding.Text;

namespace Maoding.Commands.Decomposing;

/// <summary>What was read from a document, with what the writers of the output formats ask of it.</summary>
/// <param name="Units">The district's own units; null when no list was given.</param>
/// <param name="Explain">Whether each decision's rule and words are wanted.</param>
internal sealed record Report(SpeechReader Reader, Decomposition Read, UnitDirectory? Units, bool Explain)
{
    /// <summary>The district's units for a commitment's functions, lead first, each once; functions no unit has are left out.</summary>
    public IReadOnlyList<string> UnitsOf(Commitment commitment) =>
        Units is null ? [] : [.. commitment.Functions.Select(f => Units.LeadFor(f.Name)).OfType<string>().Distinct()];

    /// <summary>Names to show as suggested lead and co-units: units when a list was given, else functions.</summary>
    public IReadOnlyList<string> Suggested(Commitment commitment) =>
        Units is null ? [.. commitment.Functions.Select(f => f.Name)] : UnitsOf(commitment);

    public IReadOnlyList<Evidence> Evidence(Commitment commitment) =>
    [
        .. Reader.Explain(Read, commitment.Sentence),
        .. commitment.Functions.Take(1).Select(f => new Evidence($"牵头建议{f.Name}", string.Join('、', f.Words))),
        .. commitment.Deadline is { } deadline ? [deadline.Evidence] : Array.Empty<Evidence>(),
    ];
}
