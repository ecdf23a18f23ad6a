using Maoding.Domain.Ledger;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Xunit;

namespace Maoding.Tests.Features.Planning.Ledger;

/// <summary>The ledger on a phone.</summary>
public sealed class LedgerPhoneTests
{
    [Fact]
    public async Task The_rows_come_first_and_the_filters_when_asked_for_without_scripts_too()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        await using var app = await TestApp.StartAsync();
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        db.Add(district.Row("1", "印发的", CommitmentState.Issued, district.Housing));
        await TestApp.SaveAsync(db);
        await using var browser = await Browser.Open(phone: true, javaScript: false);
        await browser.EnterAsync(app, "coordinator");
        await browser.Page.GotoAsync(new Uri(app.Address, "/ledger").ToString());
        var filters = browser.Page.Locator("form.filters");
        Assert.False(await filters.IsVisibleAsync());
        Assert.InRange((await browser.Page.Locator("table.ledger tbody tr").First.BoundingBoxAsync())!.Y, 0, 600);
        await browser.Page.Locator(".fold summary").ClickAsync();
        Assert.True(await filters.IsVisibleAsync());
    }
}
