using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Indicators;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Measuring.Figures;

/// <summary>
/// A sheet to write into: its unit and month, and its version when it was looked at; 0 for one that was not there, null for whatever it is now.
/// </summary>
public sealed record SheetWrite(int UnitId, int Month, int? Version, IReadOnlyList<FigureEntry> Entries);

/// <summary>Figures from entry to lock. Each act is one save; who may do it is checked with the unit.</summary>
public sealed partial class FigureService(MaodingContext db, AuditedSave save, CurrentRequest current, TimeProvider clock)
{
    /// <summary>Keeps what was entered, right or doubted; a returned sheet stays returned.</summary>
    /// <returns>How many figures were changed.</returns>
    /// <exception cref="RefusalException">PER001, FIG003–FIG006, FIG012, FIG017, FIG019; SYS001.</exception>
    public async Task<int> SaveDraftAsync(
        Actor actor, IReadOnlyList<SheetWrite> sheets, string action = "填报数据", HandledRequest? request = null, CancellationToken stop = default)
    {
        var written = 0;
        foreach (var sheet in sheets) written += (await WriteAsync(actor, sheet, stop)).Written;
        await save.SaveAsync(actor, action, "", request, stop);
        return written;
    }

    /// <summary>Writes what was entered and hands the sheet in.</summary>
    /// <exception cref="RefusalException">
    /// As <see cref="SaveDraftAsync"/>, and FIG001; FIG007: figures that cannot be right; FIG008: doubts without a reason; FIG009: nothing to hand in.
    /// </exception>
    public async Task SubmitAsync(Actor actor, SheetWrite write, HandledRequest? request = null, CancellationToken stop = default)
    {
        var (sheet, figures, _, _) = await WriteAsync(actor, write, stop);
        var pending = figures.Where(f => !f.InForce).ToList();
        if (figures.Count == 0) throw new RefusalException("FIG009", "这张表还没有数据，不能提交。");
        await DemandSoundAsync(write, pending, stop);
        sheet.State = SheetMoves.After(sheet, SheetMove.Submit, current.Today);
        (sheet.SubmittedOn, sheet.SubmittedById, sheet.Reason) = (current.Today, actor.AccountId, "");
        await save.SaveAsync(actor, "提交数据", "", request, stop);
    }

    /// <returns>The sheet, the newest revision of each of its figures, what was in force before, and how many were changed.</returns>
    private async Task<(DataSheet Sheet, List<Observation> Newest, Dictionary<FigureKey, Observation> InForce, int Written)> WriteAsync(
        Actor actor, SheetWrite write, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EnterFigures, AccessFacts.OfUnit(write.UnitId));
        if (current.Directory.Unit(write.UnitId) is null || !FigurePeriods.IsMonth(write.Month)) throw NoSheet();
        if (FigurePeriods.End(write.Month) > current.Today) throw new RefusalException("FIG006", $"{FigurePeriods.Words(write.Month)}还没有过完，不能报它的数据。");
        var indicators = await IndicatorsAsync(stop);
        var areas = await AreasAsync(stop);
        foreach (var entry in write.Entries) DemandEnterable(entry, write, indicators, areas);
        var sheet = await db.DataSheets.FirstOrDefaultAsync(s => s.UnitId == write.UnitId && s.Month == write.Month, stop);
        if (write.Version is { } seen) Versions.Demand(sheet?.Version ?? 0, seen, "这张报送表");
        if (sheet is null) db.DataSheets.Add(sheet = new DataSheet { UnitId = write.UnitId, Month = write.Month });
        else if (!SheetMoves.IsOpen(sheet.State)) SheetMoves.After(sheet, SheetMove.Submit, current.Today);
        var own = indicators.Values.Where(i => i.UnitId == write.UnitId).Select(i => i.Id).ToList();
        var stored = await db.Observations.Where(o => o.Month == write.Month && own.Contains(o.IndicatorId)).ToListAsync(stop);
        await LoadSheetsAsync(stored, stop);
        var newest = stored.GroupBy(MonthFigures.KeyOf).ToDictionary(g => g.Key, g => g.MaxBy(o => o.Revision)!);
        var inForce = stored.Where(o => o.InForce).ToDictionary(MonthFigures.KeyOf);
        var written = write.Entries.Count(entry => Put(actor, sheet, entry, newest, inForce));
        return (sheet, [.. newest.Values], inForce, written);
    }

    /// <summary>Puts one figure in its place: a new one, a draft changed or taken away, or a revision of what is in force.</summary>
    private bool Put(Actor actor, DataSheet sheet, FigureEntry entry, Dictionary<FigureKey, Observation> newest, Dictionary<FigureKey, Observation> inForce)
    {
        var key = entry.Key(sheet.Month);
        var there = newest.GetValueOrDefault(key);
        if (entry.Value is not { } value) return there is not null && TakeAway(there, newest, inForce);
        if (there is null)
        {
            newest[key] = Add(actor, sheet, entry, value, 1);
            return true;
        }

        var notes = entry.ChangesNotes ? entry.Notes : FigureNotes.Of(there);
        var isSame = MonthFigures.ValueOf(there) == value;
        if (isSame && FigureNotes.Of(there) == notes) return false;
        if (!there.InForce)
        {
            Fill(actor, there, value, notes);
            there.SheetId = sheet.Id;
            return true;
        }

        // The reason of a row is that of its neighbours too: by itself it revises nothing.
        if (isSame && notes with { Why = there.Why } == FigureNotes.Of(there)) return false;
        if (entry.Notes.Why.Length == 0 || entry.Notes.Why == there.Why)
            throw new RefusalException("FIG012", "这个数据已经审核，改它要在同一行写明修订原因，旧数据保留备查。") { Field = CellNames.Of(key) };
        newest[key] = Add(actor, sheet, entry with { Notes = notes with { Why = entry.Notes.Why } }, value, there.Revision + 1);
        return true;
    }

    private bool TakeAway(Observation there, Dictionary<FigureKey, Observation> newest, Dictionary<FigureKey, Observation> inForce)
    {
        var key = MonthFigures.KeyOf(there);
        if (there.InForce)
            throw new RefusalException("FIG019", "已经审核的数据不能清空。数据有误的，请改成正确的数并写明修订原因。") { Field = CellNames.Of(key) };
        db.Observations.Remove(there);
        newest.Remove(key);
        if (inForce.TryGetValue(key, out var before)) newest[key] = before;
        return true;
    }

    private Observation Add(Actor actor, DataSheet sheet, FigureEntry entry, FigureValue value, int revision)
    {
        var figure =
            new Observation { IndicatorId = entry.IndicatorId, AreaId = entry.AreaId, Month = sheet.Month, Measure = entry.Measure, Revision = revision };
        Fill(actor, figure, value, entry.Notes);
        sheet.Observations.Add(figure);
        return figure;
    }

    private void Fill(Actor actor, Observation figure, FigureValue value, FigureNotes notes)
    {
        notes.Demand(current.Today);
        (figure.Value, figure.Decimals) = (value.Value, value.Decimals);
        (figure.Stage, figure.PublishedOn, figure.Basis, figure.Source, figure.Why) = (notes.Stage, notes.PublishedOn, notes.Basis, notes.Source, notes.Why);
        (figure.EnteredById, figure.EnteredAt) = (actor.AccountId, clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>Refuses what cannot be right, and what is doubted and not explained.</summary>
    private async Task DemandSoundAsync(SheetWrite write, IReadOnlyList<Observation> pending, CancellationToken stop)
    {
        var indicators = await IndicatorsAsync(stop);
        var areas = await AreasAsync(stop);
        var month = await MonthFigures.LoadAsync(db, write.Month, indicators.Values, pending.Select(p => p.IndicatorId), withDrafts: true, track: false, stop);
        foreach (var figure in pending) month.Typed[MonthFigures.KeyOf(figure)] = MonthFigures.ValueOf(figure);
        FigureFinding? doubt = null;
        foreach (var figure in pending)
        {
            var findings = month.Checks.Of(MonthFigures.KeyOf(figure), MonthFigures.ValueOf(figure));
            if (findings.FirstOrDefault(f => f.Blocks) is { } wrong) throw Refuse("FIG007", wrong, "请改正后再提交。");
            if (figure.Why.Length == 0) doubt ??= findings is [var first, ..] ? first : null;
        }

        if (doubt is not null) throw Refuse("FIG008", doubt, "核对无误的，请在这一行的“说明”里写明原因再提交。");
        RefusalException Refuse(string code, FigureFinding finding, string then) => new(
            code, $"{indicators[finding.Key.IndicatorId].Name}（{areas[finding.Key.AreaId].Name}）{FigureWords.Of(finding.Key.Measure)}：{finding.Words}{then}")
        { Field = CellNames.Of(finding.Key) };
    }

    private static void DemandEnterable(FigureEntry entry, SheetWrite write, Dictionary<int, Indicator> indicators, Dictionary<int, Area> areas)
    {
        if (indicators.GetValueOrDefault(entry.IndicatorId) is not { } indicator || indicator.UnitId != write.UnitId)
            throw new RefusalException("FIG004", "有指标不归这个单位报送。请刷新页面后再填。");
        if (indicator.IsRetired) throw new RefusalException("FIG004", $"“{indicator.Name}”已停用，不再报新数据。");
        if (areas.GetValueOrDefault(entry.AreaId) is not { IsClosed: false } area) throw new RefusalException("FIG004", "有数据对象不存在或已停用。请刷新页面后再填。");
        if (!FigureMeasures.Of(indicator, area.Kind).Contains(entry.Measure))
            throw new RefusalException("FIG004", $"“{indicator.Name}”（{area.Name}）不报{FigureWords.Of(entry.Measure)}。");
        if (!FigurePeriods.Has(indicator, write.Month)) throw NoPeriod(indicator, write.Month);
    }

    internal static RefusalException NoPeriod(Indicator indicator, int month) => new("FIG006", indicator.Frequency switch
    {
        Frequency.Quarter => $"“{indicator.Name}”是季度指标，只在 3、6、9、12 月报，{month % 100} 月没有数据。",
        Frequency.Year => $"“{indicator.Name}”是年度指标，只在 12 月报，{month % 100} 月没有数据。",
        _ => indicator.January == January.Joined ? $"“{indicator.Name}”1、2 月合并，在 2 月报。" : $"“{indicator.Name}”1 月不报。",
    });

    private async Task<Dictionary<int, Indicator>> IndicatorsAsync(CancellationToken stop) =>
        _indicators ??= await db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Id, stop);

    private async Task<Dictionary<int, Area>> AreasAsync(CancellationToken stop) => _areas ??= await db.Areas.AsNoTracking().ToDictionaryAsync(a => a.Id, stop);

    /// <summary>A figure is audited with its sheet, which another unit's may be if the indicator changed hands.</summary>
    private async Task LoadSheetsAsync(IEnumerable<Observation> figures, CancellationToken stop)
    {
        var missing = figures.Select(f => f.SheetId).Distinct().Where(id => db.DataSheets.Local.FindEntry(id) is null).ToList();
        if (missing.Count > 0) await db.DataSheets.Where(s => missing.Contains(s.Id)).LoadAsync(stop);
    }

    internal static RefusalException NoSheet() => new("FIG003", "没有这张报送表。请从数据报送重新进入。", RefusalKind.Missing);

    private Dictionary<int, Indicator>? _indicators;

    private Dictionary<int, Area>? _areas;
}
