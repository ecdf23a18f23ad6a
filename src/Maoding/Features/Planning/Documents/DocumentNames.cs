using Maoding.Domain.Audit;
using Maoding.Domain.Documents;

namespace Maoding.Features.Planning.Documents;

/// <summary>The words for kinds of documents.</summary>
public static class DocumentNames
{
    public static IReadOnlyList<DocumentKind> Kinds { get; } = Enum.GetValues<DocumentKind>();

    public static string Of(DocumentKind kind) => ChoiceWords.Of(kind);
}
