using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain.Access;
using Maoding.Domain.Editions;
using Maoding.Domain.Problems;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Editions;

namespace Maoding.Features.Supervision.SiteMeetings;

/// <summary>The minutes of a site meeting as a paper laid out after GB/T 9704.</summary>
internal static class MinutesPaper
{
    public static void MapSiteMeetings(this IEndpointRouteBuilder app) =>
        app.MapGet($"{SiteMeetingLinks.Index}/{{id:int}}/minutes", PaperAsync).Needs(Permission.SeeProblems);

    /// <exception cref="Domain.RefusalException">SIT001; PER001.</exception>
    private static async Task<IResult> PaperAsync(
        int id, SiteMeetingReader reader, CurrentRequest current, EditionStore editions, Downloads downloads, HttpContext context, CancellationToken stop)
    {
        var details = await reader.ReadAsync(current.Actor, id, stop);
        var taken = new TakenOut("下载会议纪要", nameof(SiteMeeting), id);
        if (details.Meeting.SignedOn is null) return await downloads.PaperAsync(taken, NameOf(details.Meeting), Of(details, current.Directory), stop);
        await editions.KeepMissingAsync(EditionKind.Minutes, id, stop);
        return await downloads.StoredAsync(taken, await editions.FileAsync(nameof(SiteMeeting), id, ".docx", stop), context.Response, stop);
    }

    public static string NameOf(SiteMeeting meeting) => string.Create(CultureInfo.InvariantCulture, $"现场办公会议纪要（{meeting.HeldOn:yyyyMMdd}）.docx");

    public static OfficialPaper Of(MeetingDetails details, DirectorySnapshot directory)
    {
        var meeting = details.Meeting;
        var leader = directory.LeaderName(meeting.LeaderPostId, meeting.HeldOn);
        var parts = new List<PaperPart>
        {
            new PaperParagraph(
                $"{Day(meeting.HeldOn)}，{leader}在{meeting.Place}现场办公，研究{string.Join('、', details.Projects.Select(p => p.Name))}推进中的问题。现将有关情况纪要如下。"),
        };
        if (meeting.Text.Length > 0)
        {
            parts.Add(new PaperHeading("现场情况"));
            parts.AddRange(Lines(meeting.Text));
        }

        if (details.Decisions.Count > 0)
        {
            parts.Add(new PaperHeading("议定事项"));
            parts.AddRange(details.Decisions.Select((d, i) => new PaperParagraph(
                $"{i + 1}．关于“{d.Title}”。{d.Step.Text.TrimEnd('。', '；')}。（责任单位：{directory.Unit(d.Step.UnitId)?.Name}；完成时限：{Day(d.Step.Due)}）")));
        }

        if (meeting.Attendees.Length > 0) parts.Add(new PaperParagraph($"参加人员：{meeting.Attendees.ReplaceLineEndings("，").TrimEnd('。')}。"));
        if (meeting.SignedOn is { } signed) parts.Add(new PaperParagraph($"{leader}签发，{Day(signed)}。"));
        return new OfficialPaper($"{directory.Region.Name}现场办公会议纪要", parts) { Note = meeting.SignedOn is null ? "未签发" : Day(meeting.HeldOn) };
    }

    private static IEnumerable<PaperPart> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => new PaperParagraph(l));

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
