using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Documents;

/// <summary>Title, kind, speaker and date of a document, its place among the others, and taking its import back.</summary>
public sealed class FilingModel(FilingService filings, DocumentService documents) : MaodingPage
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public DocumentKind Kind { get; set; }

    [BindProperty]
    public string? Speaker { get; set; }

    [BindProperty]
    public DateOnly? Date { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public FilingLimits Limits { get; private set; } = new("", "", "");

    public SourceDocument Document { get; private set; } = null!;

    [Needs(Permission.ImportDocument)]
    public async Task OnGetAsync(int id, CancellationToken stop)
    {
        await LoadAsync(id, stop);
        (Title, Kind, Speaker, Date) = (Document.Title, Document.Kind, Document.Speaker, Document.Date);
    }

    [Needs(Permission.ImportDocument)]
    public Task<IActionResult> OnPostAsync(int id, CancellationToken stop) => Try(
        async () =>
        {
            await filings.CorrectAsync(Actor, id, Version, new Filing(Title ?? "", Kind, Speaker ?? "", Date), Once(DocumentLinks.Document(id)), stop);
            Notice("文件信息已更正。");
            return Redirect(DocumentLinks.Document(id));
        },
        () => LoadAsync(id, stop));

    [Needs(Permission.ImportDocument)]
    public Task<IActionResult> OnPostWithdrawAsync(int id, CancellationToken stop) => Try(
        async () =>
        {
            await filings.WithdrawAsync(Actor, id, Version, Reason ?? "", Once(DocumentLinks.List), stop);
            Notice("导入已撤回：从中列出的任务和指标都不再列入，原文和原件留存备查。");
            return Redirect(DocumentLinks.List);
        },
        () => LoadAsync(id, stop));

    [Needs(Permission.ImportDocument)]
    public Task<IActionResult> OnPostMoveAsync(int id, bool earlier, CancellationToken stop) => Try(
        async () =>
        {
            await filings.MoveAsync(Actor, id, earlier, Once(DocumentLinks.List), stop);
            Notice("文件次序已调整，台账按新的次序排列。");
            return Redirect(DocumentLinks.List);
        },
        () => LoadAsync(id, stop));

    private async Task LoadAsync(int id, CancellationToken stop)
    {
        Document = await documents.DocumentAsync(Actor, id, stop);
        Current.ShowYearOf(Document.PlanId);
        if (Document.WithdrawnOn is null) Limits = await filings.LimitsAsync(Document, stop);
        Version = Version == 0 ? Document.Version : Version;
    }
}
