using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;

namespace Maoding.Features.Planning.Issuing;

/// <summary>印发通知: the covering notice before the plan that it issues.</summary>
internal static class NoticePaper
{
    private const int LongestTitle = 150;
    private const int LongestOrgan = 40;
    private const int LongestCopies = 500;

    /// <summary>Writes to a new batch what its notice will say; what was left empty is proposed.</summary>
    /// <exception cref="RefusalException">ISS013: a part is too long, or the approver is no leader.</exception>
    public static void Fill(Issue issue, Plan plan, NoticeOptions notice, DirectorySnapshot directory)
    {
        var (title, organ, copies) = (notice.Title.Trim(), notice.Organ.Trim(), notice.Copies.Trim().TrimEnd('。'));
        Demand(title.Length <= LongestTitle, $"通知标题最多 {LongestTitle} 字，请缩短。", nameof(IndexModel.NoticeTitle));
        Demand(organ.Length <= LongestOrgan, $"发文机关最多 {LongestOrgan} 字，请写规范全称。", nameof(IndexModel.Organ));
        Demand(copies.Length <= LongestCopies, $"抄送最多 {LongestCopies} 字，请缩短。", nameof(IndexModel.Copies));
        Demand(
            notice.ApprovedBy is not { } post || directory.Post(post) is { Kind: PostKind.Leader },
            "签发人请从领导中选择。", nameof(IndexModel.ApprovedBy));
        issue.NoticeTitle = title.Length > 0 ? title : TitleOf(plan.Name);
        issue.Organ = organ.Length > 0 ? organ : OrganOf(issue.DocumentNumber, directory);
        issue.Copies = copies;
        issue.ApprovedBy = directory.LeaderName(notice.ApprovedBy, issue.IssuedOn);
    }

    /// <summary>The title proposed for the notice of a plan.</summary>
    public static string TitleOf(string planName) => $"关于印发《{planName}》的通知";

    /// <summary>What organs of the other lines are told by, as the form proposes it.</summary>
    public static string CopiesOf(DirectorySnapshot directory) => string.Join(
        '，', directory.OpenUnits.Where(u => u.Line is OrganLine.Congress or OrganLine.Conference or OrganLine.Discipline).Select(u => u.Name));

    /// <param name="units">Units that lead or help, in official order.</param>
    /// <returns>Null for a batch that was issued without a notice.</returns>
    public static OfficialPaper? Of(Issue issue, Plan plan, IEnumerable<Unit> units)
    {
        if (issue.NoticeTitle.Length == 0) return null;
        var names = units.Select(u => u.Name).ToList();
        return new OfficialPaper(
            $"{issue.Organ}\n{issue.NoticeTitle}",
            [
                new PaperParagraph($"现将《{plan.Name}》印发给你们，请认真抓好落实。"),
                new PaperParagraph("各牵头单位要会同配合单位细化措施、按月报送进展。责任落实到岗位，人员变动的，由接任同志继续负责。"),
            ])
        {
            Head = new PaperHead(issue.Organ, issue.DocumentNumber),
            AddressedTo = string.Join('、', names),
            Signature = new PaperSignature(issue.Organ, issue.IssuedOn),
            // Whom the paper is addressed to gets no copy beside it.
            Imprint = new PaperImprint(issue.Organ, issue.IssuedOn) { Copies = string.Join('，', issue.Copies.Split('，').Except(names)) },
        };
    }

    /// <summary>发文机关 by the number; else the coordinators' unit, or the district's supervision office where they have none.</summary>
    public static string OrganOf(string number, DirectorySnapshot directory)
    {
        if (DocumentNumber.OrganOf(number, directory.Region.Name) is { Length: > 0 } known) return known;
        var unit = directory.Posts.Where(p => p is { Kind: PostKind.Coordinator, IsClosed: false })
            .Select(p => directory.Unit(p.UnitId)).FirstOrDefault(u => u is not null);
        return unit?.Name ?? $"{directory.Region.Name}督查室";
    }

    private static void Demand(bool holds, string message, string field)
    {
        if (!holds) throw new RefusalException("ISS013", message) { Field = field };
    }
}
