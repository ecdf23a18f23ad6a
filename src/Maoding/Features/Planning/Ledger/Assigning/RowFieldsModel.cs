using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>The fields of a row in a form: of one that is assigned, and of one that is amended.</summary>
/// <param name="Row">As it stands, with its quotes.</param>
/// <param name="Suggested">What of the form is a suggestion.</param>
public sealed record RowFieldsModel(RowForm Form, Commitment Row, Plan Plan, IReadOnlyList<Theme> Themes, Suggestion Suggested);
