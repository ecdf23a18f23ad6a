using System.Diagnostics;
using Maoding.TestKit;
using Maoding.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace Maoding.Tests.WholeWay;

/// <summary>From an empty database to the printed plan that a unit signed for, in a real Chromium, by the pages alone.</summary>
public sealed class WholeWayTests
{
    [Fact]
    public async Task From_the_first_run_to_the_printed_plan()
    {
        Walk.Skip();
        await using var app = await TestApp.StartAsync();
        await Walk.AllAsync(app, Looks.AtEverything);
    }
}

/// <summary>A class of its own runs beside the other; scripts have nothing to do with the database, so this way is also the one on PostgreSQL.</summary>
public sealed class WholeWayWithoutScriptsTests
{
    [Fact]
    [Trait("Part", "long")]
    public async Task From_the_first_run_to_the_signed_and_printed_plan_by_plain_forms_on_PostgreSQL()
    {
        Walk.Skip();
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var app = await TestApp.StartAsync(await MigratedDatabase.OnPostgresAsync());
        await using var admin = await Window.OpenAsync(app, Looks.WithoutScripts);
        var slips = await NewDistrict.FoundAsync(app, admin);
        await using var coordinator = await NewDistrict.EnterAsync(app, slips[NewDistrict.Coordinator], Looks.WithoutScripts);
        await Reviewing.ImportAsync(coordinator, byFile: false);
        await Reviewing.ByFormsAsync(coordinator);
        Walk.Tell("reviewed");
        await Assigning.ByFormAsync(coordinator);
        Walk.Tell("assigned");
        await using var unit = await NewDistrict.EnterAsync(app, slips[NewDistrict.Head], Looks.WithoutScripts);
        await using var leader = await NewDistrict.EnterAsync(app, slips[NewDistrict.Leader], Looks.WithoutScripts);
        var disputed = await Walk.ConsultAsync(app, coordinator, unit, leader);
        var batch = await Issuing.IssueAsync(coordinator);
        await coordinator.SeeAsync(disputed);
        await Issuing.SignAsync(unit, coordinator, batch);
        Walk.Tell("signed");
        Assert.Contains(Issuing.Number, await Issuing.PrintedAsync(unit), StringComparison.Ordinal);
    }
}

internal static class Walk
{
    public static async Task AllAsync(TestApp app, Looks looks)
    {
        await using var admin = await Window.OpenAsync(app, looks);
        var slips = await NewDistrict.FoundAsync(app, admin);
        Tell("founded");
        await using var coordinator = await NewDistrict.EnterAsync(app, slips[NewDistrict.Coordinator], looks);
        await Reviewing.ImportAsync(coordinator, byFile: true);
        await Reviewing.ByKeyboardAsync(coordinator);
        Tell("reviewed");
        await Assigning.InBulkAsync(coordinator, admin);
        var split = await Assigning.ToStreetsAsync(coordinator);
        Tell("assigned");
        await using var unit = await NewDistrict.EnterAsync(app, slips[NewDistrict.Head], looks);
        await using var leader = await NewDistrict.EnterAsync(app, slips[NewDistrict.Leader], looks);
        var disputed = await ConsultAsync(app, coordinator, unit, leader);
        Tell("consulted");
        var batch = await Issuing.IssueAsync(coordinator);
        await Issuing.SignAsync(unit, coordinator, batch);
        await Issuing.AmendAsync(coordinator, disputed);
        Tell("issued");
        await LookUpAsync(unit, disputed);
        var plan = await Issuing.PrintedAsync(unit);
        Assert.Contains(disputed, plan, StringComparison.Ordinal);
        Assert.Contains(split, plan, StringComparison.Ordinal);
        Assert.Contains(Issuing.Number, plan, StringComparison.Ordinal);
        Tell("printed");
    }

    public static async Task<string> ConsultAsync(TestApp app, Window coordinator, Window unit, Window leader)
    {
        var round = await Consulting.StartAsync(coordinator);
        var disputed = await Consulting.AnswerAsync(unit);
        await Consulting.RestAsync(leader);
        await Consulting.DecideAsync(app, coordinator, round, disputed);
        return disputed;
    }

    /// <summary>The list by unit, and from it the row's own page.</summary>
    private static async Task LookUpAsync(Window unit, string title)
    {
        await unit.GoAsync("/ledger");
        await unit.ArriveAsync(() => unit.Page.Locator("select[name=unit]").SelectOptionAsync(new SelectOptionValue { Label = Consulting.OtherUnit }));
        await Window.SeeAsync(unit.Page.Locator(".chip"), $"单位：{Consulting.OtherUnit}");
        await Assertions.Expect(unit.Page.Locator("table.ledger td[data-label=牵头单位]").First).ToHaveTextAsync(Consulting.OtherUnit);
        await unit.FollowAsync(title);
        await unit.SeeAsync(Issuing.Number);
        await unit.SeeAsync("2026-11-20");
        Assert.NotEqual("", await unit.Page.Locator("blockquote.context .quote-mark").First.InnerTextAsync());
    }

    public static void Skip() => Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");

    public static void Tell(string step) =>
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{step} after {(DateTime.Now - Process.GetCurrentProcess().StartTime).TotalSeconds:0.0} s of the process");
}
