using Maoding.Text.Deadlines;

namespace Maoding.Text.Commitments;

/// <summary>One action inside a commitment.</summary>
/// <param name="Normal">Where it stands in the normal text; <see cref="NormalText.ToSource"/> leads to the source.</param>
/// <param name="Text">Its words in the normal text.</param>
/// <param name="Verb">The verb that leads it, which may stand before it (改造 in 改造小区32个、城中村1处); empty when none does.</param>
/// <param name="Quantity">The amount of work; null when it names none.</param>
/// <param name="Deadline">Its own time; null when the sentence gives it none.</param>
/// <param name="Listed">One member of a list of works (控煤 in 控尘、控煤、控车措施).</param>
public sealed record Measure(TextSpan Normal, string Text, string Verb, Quantity? Quantity, Deadline? Deadline, bool Listed, Evidence Evidence);
