namespace Maoding.Features.Planning.Documents;

/// <summary>A document's text as it is shown.</summary>
/// <param name="ChosenRow">Its quotes are outlined.</param>
/// <param name="Link">Where a quote leads.</param>
public sealed record TextView(IReadOnlyList<TextParagraph> Paragraphs, int? ChosenRow, Func<int, string> Link);

/// <summary>Rows of the review's list, all of it or those that changed.</summary>
/// <param name="WithHeadings">The sections' headings stand between the rows.</param>
public sealed record RowsView(ReviewPage Page, IReadOnlyList<ReviewRow> Rows, bool WithHeadings = false);
