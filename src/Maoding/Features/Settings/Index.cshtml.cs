using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Settings;

/// <summary>Names, the password policy, and in a demonstration the business date.</summary>
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
    public DateOnly? BusinessDate { get; set; }

    public bool IsDemo => Directory.Region.IsDemo;

    [Needs(Permission.ManageSettings)]
    public void OnGet()
    {
        var region = Directory.Region;
        (Version, Name, City, Policy, BusinessDate) = (region.Version, region.Name, region.CityName, region.PasswordPolicy, region.BusinessDate);
    }

    [Needs(Permission.ManageSettings)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            await settings.SaveAsync(Actor, Version, (Name ?? "").Trim(), (City ?? "").Trim(), Policy ?? "", BusinessDate, Once("/settings"), stop);
            Notice("设置已保存。");
            return Redirect("/settings");
        },
        () => Task.CompletedTask);
}
