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

    /// <summary>The years that the document can join: those that are open, and the one after the last, whose ledger it begins; none before the first.</summary>
    public IReadOnlyList<(int Year, string Words)> Years { get; private set; } = [];

    /// <summary>What the text plans for where no ledger of it is open.</summary>
    private int? _planned;

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
            _planned = year;
            Year ??= refusal.Data["proposed"] as int?;
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
        var ledger = Directory.Ledger;
        Replaceable = [.. (await documents.ListAsync(Actor, [.. ledger.Open.Select(p => p.Id)], stop)).Where(d => d.Stands)];
        if (ledger.Plans is not [{ Year: var newest }, ..]) return;
        List<int> begun = [newest + 1];
        if (_planned > newest + 1) begun.Add(_planned.Value);
        Years =
        [
            .. ledger.Open.Select(p => (p.Year, $"加入 {p.Year} 年台账")).Reverse(),
            .. begun.Select(year => (year, $"建立 {year} 年台账")),
        ];
    }
}
