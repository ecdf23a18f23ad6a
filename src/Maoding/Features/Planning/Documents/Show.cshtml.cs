using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Documents;

public sealed class ShowModel(DocumentService documents) : MaodingPage
{
    public SourceDocument Document { get; private set; } = null!;

    public IReadOnlyList<TextParagraph> Paragraphs { get; private set; } = [];

    public StoredFile? Original { get; private set; }

    [Needs(Permission.SeeDocuments)]
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        Current.ShowYearOf(Directory.Ledger.OfDocument(id));
        Document = await documents.DocumentAsync(Actor, id, stop);
        Paragraphs = DocumentText.Cut(Document.Text, await documents.SectionsAsync(id, stop), await documents.MarksAsync(Actor, id, stop));
        Original = await documents.FileAsync(id, stop);
        return Page();
    }
}
