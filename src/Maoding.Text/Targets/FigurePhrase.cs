namespace Maoding.Text.Targets;

/// <summary>A figure with its unit and the words of bound around it, as it stands in a sentence.</summary>
/// <param name="Start">First character of the number.</param>
/// <param name="End">After the unit.</param>
/// <param name="Close">After 以上, 左右 and the like.</param>
/// <param name="Class">The unit's mark; none when there is no unit.</param>
/// <param name="Suffix">Floor, Ceiling, About, or none.</param>
/// <param name="Main">False when it only describes a noun that follows (亿元以上项目).</param>
/// <param name="TailMarks">Marks of the word that follows directly (增长 in 5%的增长).</param>
internal readonly record struct FigurePhrase(
    int Start, int End, int Close, Figure Value, Figure? Value2, string? Unit, Mark Class, Mark Suffix, bool Main, Mark TailMarks);
