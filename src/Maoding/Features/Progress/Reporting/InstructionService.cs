using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Progress;
using Maoding.Features.Planning.Ledger.Files;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Reporting;

/// <summary>What the coordinator enters about an issued row: leaders' paper instructions, and how often it is reported on.</summary>
public sealed class InstructionService(MaodingContext db, AuditedSave save, CurrentRequest current, FileService files)
{
    /// <summary>Enters 批示, with its scan when there is one.</summary>
    /// <exception cref="RefusalException">PER001, REP002, REP022–REP024, FIL001–FIL003.</exception>
    public async Task EnterAsync(
        Actor actor, int rowId, int? postId, DateOnly? givenOn, string text, IFormFile? scan, HandledRequest? request = null, CancellationToken stop = default)
    {
        var row = await RowAsync(actor, rowId, stop);
        if (current.Directory.Post(postId) is not { Kind: PostKind.Leader } post) throw new RefusalException("REP022", "请选是哪位领导的批示。") { Field = "PostId" };
        if (givenOn is not { } day || day > current.Today) throw new RefusalException("REP023", "请写批示日期，不能晚于今天。") { Field = "GivenOn" };
        if (text.Trim().Length is 0 or > 1000) throw new RefusalException("REP024", "请照原文写批示内容，1000 字以内。") { Field = "Text" };
        var instruction = new Instruction
        {
            CommitmentId = row.Id,
            PostId = post.Id,
            GivenOn = day,
            Text = text.ReplaceLineEndings("\n").Trim(),
            EnteredById = actor.AccountId,
        };
        if (scan is { Length: > 0 }) instruction.FileId = await files.TrackAsync(actor, row.Id, scan, stop);
        db.Instructions.Add(instruction);
        await save.SaveAsync(actor, "录入批示", "", request, stop);
    }

    /// <summary>Changes how often a row is reported on, from its next period; of a row in force with a reason.</summary>
    /// <exception cref="RefusalException">PER001, REP002, REP025; SYS001.</exception>
    public async Task SetRhythmAsync(
        Actor actor, int rowId, int version, Rhythm rhythm, string reason, HandledRequest? request = null, CancellationToken stop = default)
    {
        var row = await RowAsync(actor, rowId, stop, fromDraft: true);
        Versions.Demand(row.Version, version);
        if (!Enum.IsDefined(rhythm) || rhythm == row.Rhythm) throw new RefusalException("REP025", "填报频次没有变化。请选新的频次。") { Field = "Rhythm" };
        if (reason.Trim().Length > 500 || (reason.Trim().Length == 0 && !CommitmentMoves.IsOpen(row.State)))
            throw new RefusalException("REP025", "请写明为什么改（500 字以内）。") { Field = "Reason" };
        row.Rhythm = rhythm;
        await save.SaveAsync(actor, "改填报频次", reason.Trim(), request, stop);
    }

    /// <summary>A leaf in force, tracked.</summary>
    /// <param name="fromDraft">One that is not issued yet will do.</param>
    /// <exception cref="RefusalException">PER001, REP002, REP003.</exception>
    public async Task<Commitment> RowAsync(Actor actor, int id, CancellationToken stop, bool fromDraft = false)
    {
        var row = await db.Commitments.Include(c => c.CoUnits).SingleOrDefaultAsync(c => c.Id == id && c.IsLeaf, stop)
            ?? throw new RefusalException("REP002", "没有这一项任务。请从台账重新进入。", RefusalKind.Missing);
        Permissions.Demand(actor, Permission.ReviewReports, RowFacts.Of(row));
        return row.State >= CommitmentState.Issued || (fromDraft && CommitmentMoves.IsOpen(row.State))
            ? row
            : throw new RefusalException("REP003", $"这一项现在是“{CommitmentMoves.NameOf(row.State)}”，印发以后再办。", RefusalKind.Conflict);
    }
}
