using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Features.Progress.Closings;
using Maoding.Features.Progress.Completing;
using Maoding.Features.Planning.Consulting;
using Maoding.Features.Planning.Ledger.Amending;
using Maoding.Features.Planning.Ledger.Files;
using Maoding.Features.Building.Projects;
using Maoding.Features.Progress.Reporting;
using Maoding.Features.Progress.Settling;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Ledger;

/// <summary>A row with everything that belongs to it.</summary>
public sealed class RowModel(RowReader reader, ConsultReader consult, AmendService amend, RowLights lights, ReportReader reports, CompletionReader completions, SettlementReader settlements, ProjectReader projects) : MaodingPage
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

    /// <summary>What was changed by decision since the row was issued, newest first.</summary>
    public IReadOnlyList<RowAmendment> Amendments { get; private set; } = [];

    public RowCompletion Completion { get; private set; } = RowCompletion.None;

    public RowSettlement Settlement { get; private set; } = RowSettlement.None;

    public FileList Files { get; private set; } = new(0, [], false);

    public RowOpinions Opinions { get; private set; } = RowOpinions.None;

    /// <summary>Null before the row is issued, and for a row with leaves.</summary>
    public RowReports? Reports { get; private set; }

    /// <summary>Those that serve the row.</summary>
    public RowProjects Projects { get; private set; } = RowProjects.None;

    /// <summary>The row's share comes from its projects: it has no quantities, milestones or figures of its own.</summary>
    public bool IsByProjects { get; private set; }

    /// <summary>What can be done with the row now, by its state and the actor's posts.</summary>
    public IReadOnlyList<(string Text, string Href, bool First)> Buttons { get; private set; } = [];

    /// <summary>The plan's value at the end of each month in per mille; empty until planned.</summary>
    public IReadOnlyList<int> Curve { get; private set; } = [];

    /// <summary>The lights of closed months and the share done, once the row is in force.</summary>
    public RowYear Year { get; private set; } = RowYear.None;

    [Needs(Permission.SeeRow)]
    public async Task<IActionResult> OnGetAsync(int id, long? before, CancellationToken stop)
    {
        if (await reader.ReadAsync(Actor, id, stop) is not { } details) return NotFound();
        Details = details;
        Facts = RowFacts.Of(Row);
        SeesWorkings = May(Permission.SeeRowWorkings, Facts);
        Buttons = [.. ButtonsOf(Row, permission => May(permission, Facts))];
        var hasTarget = Row is { Kind: CommitmentKind.Target, ParentId: null } && await AddTargetAsync(stop);
        if (May(Permission.SeeProjects)) Projects = await projects.OfCommitmentAsync(Actor, id, Details.Plan.Year, stop);
        IsByProjects = Row.IsLeaf && !hasTarget && Projects.Source is { } source && ReportShare.BasisOf(Row, source) == ShareBasis.Projects;
        Curve = [.. Row.MonthlyPlan.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(v => int.Parse(v, CultureInfo.InvariantCulture))];
        if (Facts.IsInForce) Year = await lights.ReadAsync(Row, Details.Plan, stop);
        if (Row.IssueId is not null) Amendments = await amend.OfRowAsync(Actor, id, stop);
        if (Row is { IsLeaf: true, IssueId: not null }) Reports = await reports.OfRowAsync(Actor, Row, stop);
        if (Row.IssueId is not null && SeesWorkings) Completion = await completions.OfRowAsync(Actor, Row, stop);
        if (Row.IsLeaf) Settlement = await settlements.OfRowAsync(Actor, Row, Details.Plan, stop);
        if (Facts.IsInForce && May(Permission.RaiseProblem)) Buttons = [.. Buttons, ("提出问题", ProblemLinks.NewOfRow(Row.Id), false)];
        if (SeesWorkings)
        {
            Opinions = await consult.OpinionsOfAsync(Actor, id, Directory, Today, stop);
            var changes = await reader.ChangesAsync(id, before, stop);
            IsOlder = before is not null;
            OlderHref = changes.Count > RowReader.ChangesShown ? string.Create(CultureInfo.InvariantCulture, $"{LedgerLinks.Row(id)}?before={changes[RowReader.ChangesShown - 1].Sequence}#changes") : null;
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

    /// <returns>Whether figures judge the row.</returns>
    private async Task<bool> AddTargetAsync(CancellationToken stop)
    {
        var target = await reader.TargetOfAsync(Row.Id, stop);
        if (target is { } id && May(Permission.SeeTargets, Facts)) Buttons = [.. Buttons, ("看目标", TargetLinks.Target(id), false)];
        else if (CommitmentMoves.IsOpen(Row.State) && May(Permission.SetTargets)) Buttons = [.. Buttons, ("关联指标", TargetLinks.Row(Row.Id), false)];
        return target is not null;
    }

    private static IEnumerable<(string, string, bool)> ButtonsOf(Commitment row, Func<Permission, bool> may)
    {
        bool Open(CommitmentMove move) => CommitmentMoves.Table.Allowed(row.State, move);
        if (row.State == CommitmentState.Proposed && row.DocumentId is { } document && may(Permission.ReviewFindings))
            yield return ("去确认", string.Create(CultureInfo.InvariantCulture, $"/documents/{document}/review?row={row.Id}"), true);
        if (CommitmentMoves.IsOpen(row.State) && may(Permission.AssignRows)) yield return ("修改", LedgerLinks.Edit(row.Id), true);
        if (CommitmentMoves.IsOpen(row.State) && row.IsLeaf && may(Permission.ReviewReports)) yield return (ReportPeriods.NameOf(row.Rhythm), ReportLinks.Rhythm(row.Id), false);
        if (row.State == CommitmentState.Consulting && may(Permission.AnswerConsultation)) yield return ("反馈意见", "/consulting", true);
        if (Open(CommitmentMove.Consult) && may(Permission.StartConsultation)) yield return ("征求意见", "/consulting", false);
        if (Open(CommitmentMove.Reopen) && row.ParentId is null && may(Permission.StartConsultation)) yield return ("退回草稿", ConsultLinks.Reopen(row.Id), false);
        if (Open(CommitmentMove.Issue) && may(Permission.IssueLedger)) yield return ("印发", "/issuing", false);
        if (Open(CommitmentMove.Stop) && may(Permission.AmendRow)) yield return ("调整", LedgerLinks.Amend(row.Id), true);
    }
}
