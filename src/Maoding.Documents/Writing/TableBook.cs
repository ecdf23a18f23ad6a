namespace Maoding.Documents.Writing;

/// <summary>A sheet of a workbook made to be filled in by hand and read again: the head stands in row 1.</summary>
/// <param name="Name">At most 31 characters, none of \ / ? * [ ] :</param>
/// <param name="Rows">Cells by column: text, whole or decimal numbers, <see cref="DateOnly"/>, bool (是, 否) or null.</param>
public sealed record TableSheet(string Name, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>A column of a <see cref="TableSheet"/>.</summary>
/// <param name="Width">In digits of the default font.</param>
/// <param name="Choices">What may be picked in the cells; null or empty: anything.</param>
/// <param name="IsFixed">What is written stays: typing over it is refused. The sheet is not protected, since then no row could be deleted or sorted.</param>
public sealed record TableColumn(string Header, double Width, IReadOnlyList<string>? Choices = null, bool IsFixed = false);
