namespace Maoding.Text.Deadlines;

/// <summary>A time phrase of a commitment.</summary>
/// <param name="Normal">Where the phrase stands in the normal text.</param>
/// <param name="Words">The phrase as the source writes it.</param>
/// <param name="Date">The last day it allows; null when words give none that a calendar can tell (近期).</param>
/// <param name="WholeYear">全年, 常态化: checked monthly, ends 31 December.</param>
/// <param name="Tentative">力争, 争取, 提前: wished for rather than promised.</param>
public sealed record Deadline(TextSpan Normal, string Words, DateOnly? Date, bool WholeYear, bool Tentative, Evidence Evidence);
