using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Features.Planning.Ledger.Files;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Ledger;

/// <summary>A row with everything that belongs to it.</summary>
public sealed class RowModel(RowReader reader, IEnumerable<RowPart> parts) : MaodingPage
{
    public RowDetails Details { get; private set; } = null!;

    public Commitment Row => Details.Row;

    public AccessFacts Facts { get; private set; } = null!;

    /// <summary>May see drafts, arguments, files and changes, not only what is in force.</summary>
    public bool SeesWorkings { get; private set; }

    public IReadOnlyList<AuditEntry> Changes { get; private set; } = [];

    /// <summary>Where older changes are; null when all are shown.</summary>
    public string? OlderHref { get; private set; }

    public bool IsOlder { get; private set; }

    public FileList Files { get; private set; } = new(0, [], false);

    /// <summary>What can be done with the row now, by its state and the actor's posts.</summary>
    public IReadOnlyList<RowButton> Buttons { get; private set; } = [];

    /// <summary>What features add, in their order.</summary>
    public IReadOnlyList<RowSection> Sections { get; private set; } = [];

    /// <summary>See <see cref="RowSection.Actual"/>.</summary>
    public IReadOnlyList<int?> Actual => Sections.Select(s => s.Actual).FirstOrDefault(a => a.Count > 0) ?? [];

    /// <summary>The plan's value at the end of each month in per mille; empty until planned.</summary>
    public IReadOnlyList<int> Curve { get; private set; } = [];

    [Needs(Permission.SeeRow)]
    public async Task<IActionResult> OnGetAsync(int id, long? before, CancellationToken stop)
    {
        if (await reader.ReadAsync(Actor, id, stop) is not { } details) return NotFound();
        Details = details;
        Current.ShowYearOf(details.Plan);
        Facts = RowFacts.Of(Row);
        SeesWorkings = May(Permission.SeeRowWorkings, Facts);
        Buttons = [.. ButtonsOf(Row, permission => May(permission, Facts))];
        var hasTarget = Row is { Kind: CommitmentKind.Target, ParentId: null } && await AddTargetAsync(stop);
        Curve = MonthlyPlans.Values(PlannedShare.PlanOf(Row.Kind, Row.MonthlyPlan));
        await AddPartsAsync(new RowScene(Actor, Directory, Today, Row, Details.Plan, Details.Issue, Facts, SeesWorkings, hasTarget), stop);
        if (SeesWorkings)
        {
            var changes = await reader.ChangesAsync(id, before, stop);
            IsOlder = before is not null;
            OlderHref = changes.Count > RowReader.ChangesShown
                ? string.Create(CultureInfo.InvariantCulture, $"{LedgerLinks.Row(id)}?before={changes[RowReader.ChangesShown - 1].Sequence}#changes") : null;
            Changes = [.. changes.Take(RowReader.ChangesShown)];
            Files = new FileList(id, await reader.FilesAsync(id, stop), May(Permission.AttachFile, Facts));
        }

        return Page();
    }

    /// <summary>Where a quote stands: its document's title with the headings above it.</summary>
    public string PlaceOf(Quote quote)
    {
        var document = Directory.Ledger.Plans.SelectMany(p => Directory.Ledger.Documents(p.Id)).FirstOrDefault(d => d.Id == quote.DocumentId);
        var section = Directory.Ledger.Sections(quote.DocumentId).LastOrDefault(s => s.Start <= quote.Start && quote.Start < s.Start + s.Length);
        return $"《{document?.Title}》{(document?.IsReplaced == true ? "（已有更正版）" : "")}{(section is null ? "" : $"　{section.Path}")}";
    }

    private async Task AddPartsAsync(RowScene scene, CancellationToken stop)
    {
        var sections = new List<RowSection>();
        foreach (var part in parts.OrderBy(p => p.Place))
            if (await part.ReadAsync(scene, stop) is { } section) sections.Add(section);
        Sections = sections;
        Buttons = [.. Buttons, .. sections.SelectMany(s => s.Buttons)];
    }

    /// <returns>Whether figures judge the row.</returns>
    private async Task<bool> AddTargetAsync(CancellationToken stop)
    {
        var target = await reader.TargetOfAsync(Row.Id, stop);
        if (target is { } id && May(Permission.SeeTargets, Facts)) Buttons = [.. Buttons, new RowButton("看目标", TargetLinks.Target(id))];
        else if (Row.State is >= CommitmentState.Draft and < CommitmentState.Stopped && May(Permission.SetTargets))
            Buttons = [.. Buttons, new RowButton("关联指标", TargetLinks.Row(Row.Id))];
        return target is not null;
    }

    private static IEnumerable<RowButton> ButtonsOf(Commitment row, Func<Permission, bool> may)
    {
        bool Open(CommitmentMove move) => CommitmentMoves.Table.Allowed(row.State, move);
        if (row.State == CommitmentState.Proposed && row.DocumentId is { } document && may(Permission.ReviewFindings))
            yield return new RowButton("去确认", string.Create(CultureInfo.InvariantCulture, $"/documents/{document}/review?row={row.Id}"), First: true);
        if (CommitmentMoves.IsOpen(row.State) && may(Permission.AssignRows)) yield return new RowButton("修改", LedgerLinks.Edit(row.Id), First: true);
        if (PlaceService.Moves(row) && may(Permission.AssignRows)) yield return new RowButton("调整次序", AssignLinks.Place(row.Id));
        if (CommitmentMoves.IsOpen(row.State) && row.IsLeaf && may(Permission.ReviewReports))
            yield return new RowButton(ReportPeriods.NameOf(row.Rhythm), ReportLinks.Rhythm(row.Id));
        if (row.State == CommitmentState.Consulting && may(Permission.AnswerConsultation)) yield return new RowButton("反馈意见", "/consulting", First: true);
        if (Open(CommitmentMove.Consult) && may(Permission.StartConsultation)) yield return new RowButton("征求意见", "/consulting");
        if (Open(CommitmentMove.Reopen) && row.ParentId is null && may(Permission.StartConsultation))
            yield return new RowButton("退回草稿", ConsultLinks.Reopen(row.Id));
        if (Open(CommitmentMove.Issue) && may(Permission.IssueLedger)) yield return new RowButton("印发", "/issuing");
        if (Open(CommitmentMove.Stop) && may(Permission.AmendRow)) yield return new RowButton("调整", LedgerLinks.Amend(row.Id), First: true);
    }
}
