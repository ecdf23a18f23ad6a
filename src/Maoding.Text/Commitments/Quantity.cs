using Maoding.Text.Targets;

namespace Maoding.Text.Commitments;

/// <summary>An amount of work: 新增学位7000个 is 7000, 个, 学位.</summary>
/// <param name="Normal">The number and its unit in the normal text.</param>
/// <param name="Value">The number as written before 万 or 亿, which stay with the unit; null inside when redacted.</param>
/// <param name="Unit">As written, with 万 or 亿: 万亩, 亿元, 个.</param>
/// <param name="Thing">What is counted, in the sentence's words; empty when the words do not say.</param>
public sealed record Quantity(TextSpan Normal, Figure Value, string Unit, string Thing);
