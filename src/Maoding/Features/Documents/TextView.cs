namespace Maoding.Features.Documents;

/// <summary>A document's text as it is shown.</summary>
/// <param name="ChosenRow">Its quotes are outlined.</param>
/// <param name="Link">Where a quote leads.</param>
public sealed record TextView(IReadOnlyList<TextParagraph> Paragraphs, int? ChosenRow, Func<int, string> Link);

/// <summary>A row of the review's list with what its names need.</summary>
/// <param name="ChangedBy">Who changed it a moment ago; empty for nobody else.</param>
public sealed record RowView(ReviewPage Page, ReviewRow Row, string ChangedBy = "");
