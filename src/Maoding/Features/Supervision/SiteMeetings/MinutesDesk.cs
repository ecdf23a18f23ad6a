using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain.Access;
using Maoding.Domain.Editions;
using Maoding.Domain.Problems;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Editions;
using Maoding.Storage;

namespace Maoding.Features.Supervision.SiteMeetings;

/// <summary>Signed minutes of site meetings.</summary>
internal sealed class MinutesDesk(MaodingContext db, SiteMeetingReader reader, CurrentRequest current) : EditionDesk
{
    public override EditionKind Kind => EditionKind.Minutes;

    public override string Subject => nameof(SiteMeeting);

    public override Permission Needs => Permission.SeeProblems;

    public override string Href(int subjectId) => SiteMeetingLinks.Meeting(subjectId);

    public override IQueryable<int> SeenBy(Actor actor) => reader.Visible(actor).Select(m => m.Id);

    public override IQueryable<int> Published() => db.SiteMeetings.Where(m => m.SignedOn != null).Select(m => m.Id);

    public override async Task<EditionDraft> MakeAsync(int subjectId, CancellationToken stop)
    {
        var details = await reader.LoadAsync(subjectId, stop);
        var (meeting, paper) = (details.Meeting, MinutesPaper.Of(details, current.Directory));
        var basis = string.Create(CultureInfo.InvariantCulture, $"{meeting.HeldOn:yyyy年M月d日}现场办公的记录，议定事项{details.Decisions.Count}条");
        return new EditionDraft(
            "",
            $"{paper.Title}（{meeting.Place}）",
            meeting.SignedOn!.Value,
            current.Directory.LeaderName(meeting.LeaderPostId, meeting.SignedOn.Value),
            basis,
            [EditionFile.Written(MinutesPaper.NameOf(meeting), MediaTypes.Docx, to => OfficialPaperWriter.Write(paper, to))]);
    }
}
