using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Calendar;
using Maoding.Domain.Rules;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Rules;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Holidays;

/// <summary>A year whose notice is known.</summary>
/// <param name="Edition">The edition that holds; null for one that came with the program.</param>
public sealed record KnownYear(int Year, HolidayYear Holidays, RuleEdition? Edition);

/// <summary>节假日: the years' days off and shifted working days; a year is pasted as its notice or typed, looked at as it was read, and entered.</summary>
public sealed class IndexModel(RuleStore rules, HolidayDesk desk) : MaodingPage
{
    private const string Office = "国务院办公厅";

    /// <summary>Bytes of an uploaded notice, which is a page of text.</summary>
    private const int LargestNotice = 2 * 1024 * 1024;

    /// <summary>The year to enter; the address's year is the plan's.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Of { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The notice as a file; its text takes the place of what was pasted.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Name and number of the notice.</summary>
    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public DateOnly? ApprovedOn { get; set; }

    /// <summary>The values that were shown as read: they are entered only when nothing was changed since.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<KnownYear> Known { get; private set; } = [];

    /// <summary>This year and the next, where they are missing.</summary>
    public IEnumerable<int> Missing => ((int[])[Today.Year, Today.Year + 1]).Where(y => !Directory.Calendar.IsOfficial(y));

    /// <summary>What was read; null before it was looked at.</summary>
    public HolidayYear? Read { get; private set; }

    [Needs(Permission.EditHolidays)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        Of ??= Missing.Append(Today.Year + 1).First();
        if (Known.FirstOrDefault(k => k.Year == Of) is not { } known) return;
        (Text, Source, ApprovedOn) = (string.Join('\n', HolidayNotice.Lines(known.Holidays)), known.Edition?.Source, known.Edition?.ApprovedOn);
    }

    [Needs(Permission.EditHolidays)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            await LoadAsync(stop);
            if (Upload is { Length: > 0 } notice)
            {
                Text = await TextOfAsync(notice, stop);
                ModelState.Remove(nameof(Text));
            }

            var values = desk.Kind.Read(HolidayKind.Input(Of ?? 0, Text ?? ""));
            Read = HolidayKind.Only.Parse(values);
            if (Seen != values)
            {
                Seen = values;
                ModelState.Remove(nameof(Seen));
                return Page();
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{Read.Year}年节假日安排");
            var asked = new NewEdition(name, new DateOnly(Read.Year, 1, 1), values, (Source ?? "").Trim(), Office, ApprovedOn);
            await rules.SaveAsync(Actor, desk, asked, Today, Once(HolidayLinks.Index), stop);
            Notice($"{name}已录入，工作日从现在起按它推算。已经月结的结果、已经定下的期限不变。");
            return Redirect(HolidayLinks.Index);
        },
        () => LoadAsync(stop));

    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static async Task<string> TextOfAsync(IFormFile notice, CancellationToken stop)
    {
        if (notice.Length > LargestNotice)
            throw new RefusalException("HOL002", "文件超过 2 MB，不像是放假通知。请核对后再传，或者粘贴通知原文。", RefusalKind.TooLarge) { Field = "Upload" };
        using var bytes = new MemoryStream();
        await notice.CopyToAsync(bytes, stop);
        return UploadedText.Read(bytes.ToArray(), Path.GetFileName(notice.FileName), "Upload").Text;
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        var editions = await rules.ListAsync(desk.Kind, stop);
        var entered = editions.GroupBy(e => e.From.Year).Select(g => g.MaxBy(e => e.Number)!)
            .Select(e => new KnownYear(e.From.Year, HolidayKind.Only.Parse(e.Values), e)).ToList();
        Known = [.. HolidayFile.Years.Values.Where(y => entered.TrueForAll(k => k.Year != y.Year)).Select(y => new KnownYear(y.Year, y, null))
            .Concat(entered).OrderByDescending(k => k.Year)];
    }
}
