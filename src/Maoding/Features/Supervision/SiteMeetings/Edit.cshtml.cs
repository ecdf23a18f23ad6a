using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Supervision.SiteMeetings;

/// <summary>Changing a meeting whose minutes are not signed.</summary>
public sealed class EditModel(SiteMeetingService service, SiteMeetingReader reader) : MaodingPage
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public MeetingFields Fields { get; set; } = new();

    public int Id { get; private set; }

    [Needs(Permission.HoldSiteMeeting)]
    public async Task OnGetAsync(int id, CancellationToken stop)
    {
        Id = id;
        var details = await reader.ReadAsync(Actor, id, stop);
        var meeting = details.Meeting;
        Permissions.Demand(Actor, Permission.HoldSiteMeeting, ProblemFacts.Of(meeting, []));
        Version = meeting.Version;
        Fields = new MeetingFields
        {
            HeldOn = meeting.HeldOn,
            Place = meeting.Place,
            LeaderPostId = meeting.LeaderPostId,
            Attendees = meeting.Attendees,
            Text = meeting.Text,
            Projects = string.Join('\n', details.Projects.Select(p => $"{p.Code} {p.Name}")),
        };
    }

    [Needs(Permission.HoldSiteMeeting)]
    public Task<IActionResult> OnPostAsync(int id) => Try(
        async () =>
        {
            await service.ChangeAsync(Actor, id, Version, Fields.Values(), Once(SiteMeetingLinks.Meeting(id)), HttpContext.RequestAborted);
            Notice("已保存。");
            return Redirect(SiteMeetingLinks.Meeting(id));
        },
        () =>
        {
            Id = id;
            return Task.CompletedTask;
        });
}
