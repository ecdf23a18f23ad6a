using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Figures;

/// <summary>What happens to a sheet after it was handed in.</summary>
public sealed partial class FigureService
{
    /// <summary>For how many days a locked sheet may be opened at most.</summary>
    private const int LongestOpening = 90;

    /// <summary>The unit takes its sheet back before it is approved.</summary>
    /// <exception cref="RefusalException">PER001, FIG001, FIG003; SYS001.</exception>
    public Task WithdrawAsync(Actor actor, int unitId, int month, int version, HandledRequest? request = null, CancellationToken stop = default) =>
        MoveAsync(actor, Permission.EnterFigures, (unitId, month, version), SheetMove.Withdraw, "撤回数据", "", request, stop);

    /// <summary>Late figures and revisions: the sheet is open for entry again, what is in force stays so until it is approved once more.</summary>
    /// <exception cref="RefusalException">PER001; FIG001: locked and not opened, or not approved; FIG003; SYS001.</exception>
    public Task ReopenAsync(Actor actor, int unitId, int month, int version, HandledRequest? request = null, CancellationToken stop = default) =>
        MoveAsync(actor, Permission.EnterFigures, (unitId, month, version), SheetMove.Reopen, "补报、修订数据", "", request, stop);

    /// <summary>Sends a sheet back with a reason.</summary>
    /// <exception cref="RefusalException">PER001, FIG001, FIG003; FIG010: no reason; SYS001.</exception>
    public async Task ReturnAsync(
        Actor actor, int unitId, int month, int version, string? reason, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.ApproveFigures, AccessFacts.OfUnit(unitId));
        var why = SheetMoves.WhyReturned.Demand(reason, "Reason");
        var sheet = await SheetAsync(unitId, month, version, stop);
        sheet.State = SheetMoves.After(sheet, SheetMove.Return, current.Today);
        sheet.Reason = why;
        await save.SaveAsync(actor, "退回数据", why, request, stop);
    }

    /// <summary>
    /// Approves a sheet: its newest figures are in force from now on, what they replace is kept. That somebody approved figures of his own is written down.
    /// </summary>
    /// <exception cref="RefusalException">PER001, FIG001, FIG003; SYS001.</exception>
    public async Task ApproveAsync(Actor actor, int unitId, int month, int version, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.ApproveFigures, AccessFacts.OfUnit(unitId));
        var sheet = await SheetAsync(unitId, month, version, stop);
        sheet.State = SheetMoves.After(sheet, SheetMove.Approve, current.Today);
        (sheet.ApprovedOn, sheet.ApprovedById) = (current.Today, actor.AccountId);
        var indicators = await db.Observations.Where(o => o.SheetId == sheet.Id).Select(o => o.IndicatorId).Distinct().ToListAsync(stop);
        var stored = await db.Observations.Where(o => o.Month == month && indicators.Contains(o.IndicatorId)).ToListAsync(stop);
        await LoadSheetsAsync(stored, stop);
        var isOwn = false;
        foreach (var revisions in stored.GroupBy(MonthFigures.KeyOf))
        {
            var newest = revisions.MaxBy(o => o.Revision)!;
            if (newest.SheetId != sheet.Id || newest.InForce) continue;
            isOwn |= newest.EnteredById == actor.AccountId;
            foreach (var older in revisions) older.InForce = older == newest;
        }

        await save.SaveAsync(actor, "审核数据", isOwn ? "本人录入、本人审核" : sheet.SubmittedById == actor.AccountId ? "本人提交、本人审核" : "", request, stop);
    }

    /// <summary>Locks sheets, all or none.</summary>
    /// <param name="sheets">Unit, month and version of each.</param>
    /// <exception cref="RefusalException">PER001, FIG001, FIG003; SYS001.</exception>
    public async Task LockAsync(
        Actor actor, IReadOnlyList<(int UnitId, int Month, int Version)> sheets, HandledRequest? request = null, CancellationToken stop = default)
    {
        foreach (var (unitId, month, version) in sheets)
        {
            Permissions.Demand(actor, Permission.ApproveFigures, AccessFacts.OfUnit(unitId));
            var sheet = await SheetAsync(unitId, month, version, stop);
            sheet.State = SheetMoves.After(sheet, SheetMove.Lock, current.Today);
            sheet.OpenUntil = null;
        }

        await save.SaveAsync(actor, "锁定数据", "", request, stop);
    }

    /// <summary>Opens a locked sheet until a day, for a reason: a recorded exception.</summary>
    /// <exception cref="RefusalException">PER001, FIG001, FIG003; FIG011: no reason, or a day that is past or too far; SYS001.</exception>
    public async Task OpenAsync(
        Actor actor, int unitId, int month, int version, DateOnly? until, string? reason, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.ApproveFigures, AccessFacts.OfUnit(unitId));
        var why = SheetMoves.WhyOpened.Demand(reason, "Reason");
        if (until is not { } day || day < current.Today || day > current.Today.AddDays(LongestOpening))
            throw new RefusalException("FIG011", string.Create(CultureInfo.InvariantCulture, $"请填解锁到哪一天：从今天起，最多 {LongestOpening} 天。")) { Field = "Until" };
        var sheet = await SheetAsync(unitId, month, version, stop);
        sheet.State = SheetMoves.After(sheet, SheetMove.Open, current.Today);
        (sheet.OpenUntil, sheet.OpenReason) = (day, why);
        await save.SaveAsync(actor, "解锁数据", why, request, stop);
    }

    /// <summary>Revises one figure that is in force: the new revision counts at once, the old one is kept.</summary>
    /// <param name="version">Of the sheet.</param>
    /// <exception cref="RefusalException">
    /// PER001; FIG001: the sheet is on its way, or locked and not opened; FIG002, FIG007, FIG012: no reason, or nothing changed; FIG013, FIG017; SYS001.
    /// </exception>
    public async Task<int> ReviseAsync(
        Actor actor, int figureId, int version, string? value, FigureNotes notes, HandledRequest? request = null, CancellationToken stop = default)
    {
        var figure = await db.Observations.FirstOrDefaultAsync(o => o.Id == figureId, stop) ?? throw NoFigure();
        var sheet = await db.DataSheets.FirstAsync(s => s.Id == figure.SheetId, stop);
        Permissions.Demand(actor, Permission.ApproveFigures, AccessFacts.OfUnit(sheet.UnitId));
        Versions.Demand(sheet.Version, version, "这张报送表");
        sheet.State = SheetMoves.After(sheet, SheetMove.Revise, current.Today);
        if (!figure.InForce) throw new RefusalException("FIG013", "这一版已经不是现行数据。请打开现行的一版再修订。", RefusalKind.Conflict);
        var given = FigureText.Read(value) ?? throw new RefusalException("FIG002", "请填修订后的数。") { Field = "Value" };
        var why = SheetMoves.WhyRevised.Demand(notes.Why, "Reason");
        if (given == MonthFigures.ValueOf(figure) && notes with { Why = figure.Why } == FigureNotes.Of(figure))
            throw new RefusalException("FIG012", "数据没有变化，不用修订。");
        await DemandPossibleAsync(figure, given, stop);
        var revision = Add(actor, sheet,
            new FigureEntry(figure.IndicatorId, figure.AreaId, figure.Measure, given, notes with { Why = why }, true), given, figure.Revision + 1);
        (figure.InForce, revision.InForce) = (false, true);
        await save.SaveAsync(actor, "修订数据", why, request, stop);
        return revision.Id;
    }

    /// <summary>
    /// Writes and approves figures that were published before this system, in one save; a sheet in which nothing else waits is locked.
    /// </summary>
    /// <returns>How many figures were changed.</returns>
    /// <exception cref="RefusalException">PER001; FIG008: no reason; and those of <see cref="SaveDraftAsync"/>.</exception>
    public async Task<int> TakeOverAsync(
        Actor actor, IReadOnlyList<SheetWrite> writes, string? reason, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.ApproveFigures);
        var why = Reason(reason, "FIG008", "请写明这些历史数据的出处（500 字以内），如“2015—2024年统计年鉴”。");
        var written = 0;
        foreach (var write in writes)
        {
            var (sheet, newest, inForce, count) = await WriteAsync(actor, write, stop);
            written += count;
            var taken = write.Entries.Select(e => e.Key(write.Month)).ToHashSet();
            foreach (var figure in newest.Where(f => !f.InForce && taken.Contains(MonthFigures.KeyOf(f))))
            {
                if (figure.Why.Length == 0) figure.Why = why;
                if (inForce.TryGetValue(MonthFigures.KeyOf(figure), out var older)) older.InForce = false;
                figure.InForce = true;
            }

            // What others still have to hand in stays with them: the sheet goes its usual way.
            if (newest.Exists(f => !f.InForce)) continue;
            foreach (var move in (SheetMove[])[SheetMove.Submit, SheetMove.Approve, SheetMove.Lock]) sheet.State = SheetMoves.After(sheet, move, current.Today);
            (sheet.SubmittedOn, sheet.SubmittedById, sheet.ApprovedOn, sheet.ApprovedById, sheet.OpenUntil, sheet.Reason) =
                (current.Today, actor.AccountId, current.Today, actor.AccountId, null, "");
        }

        await save.SaveAsync(actor, "导入历史数据", why, request, stop);
        return written;
    }

    private async Task DemandPossibleAsync(Observation figure, FigureValue given, CancellationToken stop)
    {
        var month = await MonthFigures.LoadAsync(
            db, figure.Month, (await IndicatorsAsync(stop)).Values, [figure.IndicatorId], withDrafts: false, track: false, stop);
        month.Typed[MonthFigures.KeyOf(figure)] = given;
        if (month.Checks.Of(MonthFigures.KeyOf(figure), given).FirstOrDefault(f => f.Blocks) is { } wrong)
            throw new RefusalException("FIG007", wrong.Words) { Field = "Value" };
    }

    private async Task MoveAsync(
        Actor actor, Permission needs, (int UnitId, int Month, int Version) which, SheetMove move,
        string action, string why, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, needs, AccessFacts.OfUnit(which.UnitId));
        var sheet = await SheetAsync(which.UnitId, which.Month, which.Version, stop);
        sheet.State = SheetMoves.After(sheet, move, current.Today);
        await save.SaveAsync(actor, action, why, request, stop);
    }

    private async Task<DataSheet> SheetAsync(int unitId, int month, int version, CancellationToken stop)
    {
        var sheet = await db.DataSheets.FirstOrDefaultAsync(s => s.UnitId == unitId && s.Month == month, stop) ?? throw NoSheet();
        Versions.Demand(sheet.Version, version, "这张报送表");
        return sheet;
    }

    private static string Reason(string? text, string code, string message) =>
        (text ?? "").Trim() is { Length: > 0 and <= 500 } reason ? reason : throw new RefusalException(code, message) { Field = "Reason" };

    internal static RefusalException NoFigure() => new("FIG013", "没有这个数据。请从数据报送重新进入。", RefusalKind.Missing);
}
