using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Settings;

/// <summary>Names, the password policy, the days of the month, the ladder of problems, and in a demonstration the business date.</summary>
public sealed class IndexModel(SettingsService settings) : MaodingPage
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? City { get; set; }

    [BindProperty]
    public string? Policy { get; set; }

    [BindProperty]
    public int ReportDay { get; set; }

    [BindProperty]
    public int CloseDay { get; set; }

    [BindProperty]
    public int UnitDays { get; set; }

    [BindProperty]
    public int LeaderDays { get; set; }

    [BindProperty]
    public int ChiefDays { get; set; }

    [BindProperty]
    public DateOnly? BusinessDate { get; set; }

    public bool IsDemo => Directory.Region.IsDemo;

    [Needs(Permission.ManageSettings)]
    public void OnGet()
    {
        var region = Directory.Region;
        (Version, Name, City, Policy) = (region.Version, region.Name, region.CityName, region.PasswordPolicy);
        (ReportDay, CloseDay, BusinessDate) = (region.ReportDay, region.CloseDay, region.BusinessDate);
        (UnitDays, LeaderDays, ChiefDays) = (region.ProblemUnitDays, region.ProblemLeaderDays, region.ProblemChiefDays);
    }

    [Needs(Permission.ManageSettings)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            var values = new SettingsValues(
                (Name ?? "").Trim(), (City ?? "").Trim(), Policy ?? "", ReportDay, CloseDay, new Ladder(UnitDays, LeaderDays, ChiefDays), BusinessDate);
            await settings.SaveAsync(Actor, Version, values, Once("/settings"), stop);
            Notice("设置已保存。");
            return Redirect("/settings");
        },
        () => Task.CompletedTask);
}
