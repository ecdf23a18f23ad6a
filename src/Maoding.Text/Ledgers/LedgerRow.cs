namespace Maoding.Text.Ledgers;

/// <summary>One row of a breakdown plan that already names who is responsible, read exactly as written.</summary>
/// <param name="Number">As written, or empty.</param>
/// <param name="Text">The item without the brackets or lines that name the responsible.</param>
/// <param name="Leaders">责任领导, 牵头领导 in order; two leads: first one, then jointly named.</param>
/// <param name="Leads">牵头单位 in order; where only 责任单位 is given, its first.</param>
/// <param name="CoUnits">责任单位 and 配合单位 other than the leads.</param>
/// <param name="Deadline">The date the time limit means; null when the words give none.</param>
public sealed record LedgerRow(
    string Number,
    string Text,
    TextSpan Span,
    IReadOnlyList<string> Leaders,
    IReadOnlyList<string> Leads,
    IReadOnlyList<string> CoUnits,
    DateOnly? Deadline,
    string DeadlineWords);
