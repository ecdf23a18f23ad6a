using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Documents;

public sealed class ImportModel(ImportService import, DocumentService documents) : MaodingPage
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Pasted { get; set; }

    [BindProperty]
    public DocumentKind? Kind { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public DateOnly? Date { get; set; }

    /// <summary>The key of the document that this one corrects, "another" for a document of its own, empty while nobody said.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Edition { get; set; }

    public int? ReplacesId => int.TryParse(Edition, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The document that this one is much alike.</summary>
    public int? Alike { get; private set; }

    [BindProperty]
    public int? Year { get; set; }

    /// <summary>Said of a document that is no correction.</summary>
    public const string Another = "another";

    /// <summary>The year of the ledger under way; null before the first.</summary>
    public int? NewestYear { get; private set; }

    /// <summary>The year whose ledger can be begun: the one that the text plans for, else the next.</summary>
    public int NextYear { get; private set; }

    /// <summary>Documents that a correction may take the place of.</summary>
    public IReadOnlyList<DocumentItem> Replaceable { get; private set; } = [];

    /// <summary>The document that has the same words already.</summary>
    public int? SameDocumentId { get; private set; }

    [Needs(Permission.ImportDocument)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    [Needs(Permission.ImportDocument)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(() => ImportAsync(stop), () => LoadAsync(stop));

    private async Task<IActionResult> ImportAsync(CancellationToken stop)
    {
        try
        {
            var request = new ImportRequest(
                Path.GetFileName(Upload?.FileName ?? ""), await BytesAsync(stop), Pasted ?? "", Kind, Title ?? "", Date, ReplacesId, Year, Edition == Another);
            var result = await import.ImportAsync(Actor, request, Once(DocumentLinks.List), stop);
            Notice(ReplacesId is null ? Words(result) : EditionWords(result));
            if (ReplacesId is not null) return Redirect(DocumentLinks.Correction(result.DocumentId));
            return Redirect(result.UnknownNames > 0 ? DocumentLinks.Names(result.DocumentId) : DocumentLinks.Review(result.DocumentId));
        }
        catch (RefusalException refusal) when (refusal.Data["document"] is int same)
        {
            SameDocumentId = same;
            throw;
        }
        catch (RefusalException refusal) when (refusal.Data["edition"] is int alike)
        {
            Alike = alike;
            throw;
        }
        catch (RefusalException refusal) when (refusal.Data["year"] is int year)
        {
            NextYear = year;
            throw;
        }
    }

    private static string EditionWords(ImportResult result) => result.Works + result.Targets == 0
        ? "更正版已导入，没有新增的任务或指标。请核对引文的变化。"
        : $"更正版已导入：新增任务 {result.Works} 项、指标 {result.Targets} 项。请先核对引文的变化，再逐条确认。";

    private static string Words(ImportResult result) => (result.Works + result.Targets) == 0
        ? "文件已导入，但没有读出任务或指标。如果文中确有部署，请在正文里选中那句话，点“列为任务”或“列为指标”。"
        : $"已导入：列出任务 {result.Works} 项、指标 {result.Targets} 项，请逐条确认。"
            + (result.Matched > 0 ? $"其中 {result.Matched} 项与台账里已有的相近，已标出来请您判断。" : "")
            + (result.UnknownNames > 0 ? "有的单位或领导在名单里找不到，请先对应。" : "");

    private async Task<byte[]?> BytesAsync(CancellationToken stop)
    {
        if (Upload is not { Length: > 0 } file) return null;
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        Replaceable = [.. (await documents.ListAsync(Actor, null, stop)).Where(d => d.Stands)];
        NewestYear = (await documents.YearsAsync(stop)) is [var newest, ..] ? newest : null;
        NextYear = Math.Max(NextYear, (NewestYear ?? 0) + 1);
    }
}
