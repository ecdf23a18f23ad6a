using System.Globalization;
using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Supervision.SiteMeetings;

/// <summary>The minutes of a site meeting as a paper laid out after GB/T 9704.</summary>
internal static class MinutesPaper
{
    public static void MapSiteMeetings(this IEndpointRouteBuilder app) =>
        app.MapGet($"{SiteMeetingLinks.Index}/{{id:int}}/minutes", PaperAsync).Needs(Permission.SeeProblems);

    /// <exception cref="Domain.RefusalException">SIT001; PER001.</exception>
    private static async Task<IResult> PaperAsync(int id, SiteMeetingReader reader, CurrentRequest current, Downloads downloads, CancellationToken stop)
    {
        var details = await reader.ReadAsync(current.Actor, id, stop);
        var name = string.Create(CultureInfo.InvariantCulture, $"现场办公会议纪要（{details.Meeting.HeldOn:yyyyMMdd}）.docx");
        return await downloads.PaperAsync(new TakenOut("下载会议纪要", nameof(SiteMeeting), id), name, Of(details, current.Directory), stop);
    }

    public static MemoDocument Of(MeetingDetails details, DirectorySnapshot directory)
    {
        var meeting = details.Meeting;
        var leader = directory.LeaderName(meeting.LeaderPostId, meeting.HeldOn);
        var blocks = new List<MemoBlock>
        {
            new MemoParagraph(
                $"{Day(meeting.HeldOn)}，{leader}在{meeting.Place}现场办公，研究{string.Join('、', details.Projects.Select(p => p.Name))}推进中的问题。现将有关情况纪要如下。"),
        };
        if (meeting.Text.Length > 0)
        {
            blocks.Add(new MemoHeading("一、现场情况"));
            blocks.AddRange(Lines(meeting.Text));
        }

        if (details.Decisions.Count > 0)
        {
            blocks.Add(new MemoHeading($"{(meeting.Text.Length > 0 ? "二" : "一")}、议定事项"));
            blocks.AddRange(details.Decisions.Select((d, i) => new MemoParagraph(
                $"{i + 1}．关于“{d.Title}”。{d.Step.Text.TrimEnd('。', '；')}。（责任单位：{directory.Unit(d.Step.UnitId)?.Name}；完成时限：{Day(d.Step.Due)}）")));
        }

        if (meeting.Attendees.Length > 0) blocks.Add(new MemoParagraph($"参加人员：{meeting.Attendees.ReplaceLineEndings("，").TrimEnd('。')}。"));
        if (meeting.SignedOn is { } signed) blocks.Add(new MemoParagraph($"{leader}签发，{Day(signed)}。"));
        return new MemoDocument($"{directory.Region.Name}现场办公会议纪要", meeting.SignedOn is null ? "未签发" : Day(meeting.HeldOn), blocks);
    }

    private static IEnumerable<MemoBlock> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => new MemoParagraph(l));

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
