using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Ledger.Files;

/// <summary>The files of one row: where the row's upload form is sent.</summary>
public sealed class IndexModel(FileService files, RowReader reader) : MaodingPage
{
    public FileList Files { get; private set; } = new(0, [], false);

    public string RowTitle { get; private set; } = "";

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [Needs(Permission.SeeRowWorkings)]
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    [Needs(Permission.AttachFile)]
    public Task<IActionResult> OnPostAsync(int id, CancellationToken stop) => Try(
        async () =>
        {
            var target = $"{LedgerLinks.Row(id)}#files";
            await files.AttachAsync(Actor, id, Upload, Once(target), stop);
            Notice("附件已上传。");
            return Redirect(target);
        },
        () => LoadAsync(id, stop));

    private async Task<bool> LoadAsync(int id, CancellationToken stop)
    {
        if (await reader.ReadAsync(Actor, id, stop) is not { } details) return false;
        var facts = RowFacts.Of(details.Row);
        Permissions.Demand(Actor, Permission.SeeRowWorkings, facts);
        Current.ShowYearOf(details.Plan);
        RowTitle = details.Row.Title;
        Files = new FileList(id, await reader.FilesAsync(id, stop), May(Permission.AttachFile, facts));
        return true;
    }
}
