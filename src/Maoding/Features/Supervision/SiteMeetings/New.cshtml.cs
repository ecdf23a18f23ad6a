using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.SiteMeetings;

/// <summary>A meeting as it is typed.</summary>
public sealed class MeetingFields
{
    public DateOnly? HeldOn { get; set; }

    public string? Place { get; set; }

    public int? LeaderPostId { get; set; }

    public string? Attendees { get; set; }

    public string? Text { get; set; }

    public string? Projects { get; set; }

    public MeetingValues Values() => new(HeldOn, Place ?? "", LeaderPostId, Attendees ?? "", Text ?? "", Projects ?? "");
}

/// <summary>Writing a meeting down, of a project or as a correction of signed minutes.</summary>
public sealed class NewModel(SiteMeetingService service, SiteMeetingReader reader, MaodingContext db) : MaodingPage
{
    [BindProperty]
    public MeetingFields Fields { get; set; } = new();

    [Needs(Permission.HoldSiteMeeting)]
    public async Task OnGetAsync(int? project, int? corrects, CancellationToken stop)
    {
        Fields = new MeetingFields { HeldOn = Today, LeaderPostId = Actor.LeaderPosts.Cast<int?>().FirstOrDefault() };
        if (corrects is { } earlier)
        {
            var details = await reader.ReadAsync(Actor, earlier, stop);
            (Fields.Place, Fields.LeaderPostId, Fields.Attendees) = (details.Meeting.Place, details.Meeting.LeaderPostId, details.Meeting.Attendees);
            Fields.Projects = string.Join('\n', details.Projects.Select(p => $"{p.Code} {p.Name}"));
            Fields.Text = string.Create(CultureInfo.InvariantCulture, $"对{details.Meeting.HeldOn:yyyy年M月d日}在{details.Meeting.Place}现场办公纪要更正如下：\n");
        }
        else if (project is { } id && await db.Projects.AsNoTracking().Where(p => p.Id == id)
            .Select(p => new { p.Code, p.Name, p.Site, p.LeaderPostId }).FirstOrDefaultAsync(stop) is { } found)
        {
            (Fields.Projects, Fields.Place) = ($"{found.Code} {found.Name}", found.Site);
            Fields.LeaderPostId ??= found.LeaderPostId;
        }
    }

    [Needs(Permission.HoldSiteMeeting)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var id = await service.AddAsync(Actor, Fields.Values(), Once(SiteMeetingLinks.Index), HttpContext.RequestAborted);
            Notice("已记录。接着记议定事项。");
            return Redirect(SiteMeetingLinks.Meeting(id));
        },
        () => Task.CompletedTask);
}
