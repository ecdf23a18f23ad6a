using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Indicators;
using Maoding.Shared.Workbooks;

namespace Maoding.Features.Measuring.Figures;

/// <summary>The notes of a row as typed.</summary>
/// <param name="Stage">Null: as the whole sheet.</param>
public sealed record TypedNotes(FigureStage? Stage, string PublishedOn, string Basis, string Source, string Why);

/// <summary>The grid as typed: by hand, or put there from a workbook.</summary>
public sealed class SheetForm
{
    private readonly Dictionary<(int Indicator, int Area, FigureMeasure Measure), string> _values = [];
    private readonly Dictionary<(int Indicator, int Area), TypedNotes> _notes = [];

    /// <summary>Of rows that say none.</summary>
    public FigureStage Stage { get; set; } = FigureStage.Preliminary;

    /// <summary>Of new figures in rows that say none.</summary>
    public string PublishedOn { get; set; } = "";

    public static SheetForm Of(IFormCollection form)
    {
        var typed = new SheetForm { PublishedOn = form["PublishedOn"].ToString() };
        if (Enum.TryParse<FigureStage>(form["Stage"], out var stage) && Enum.IsDefined(stage)) typed.Stage = stage;
        foreach (var (name, value) in form)
        {
            var parts = name.Split('-');
            if (parts is ["v", _, _, _] && Number(parts[1]) is { } i && Number(parts[2]) is { } a && Number(parts[3]) is { } m)
                typed._values[(i, a, (FigureMeasure)m)] = value.ToString();
            else if (parts is ["why", _, _] && Number(parts[1]) is { } row && Number(parts[2]) is { } area)
                typed._notes[(row, area)] = NotesOf(form, row, area);
        }

        return typed;
    }

    public void Put(FigureKey key, string text) => _values[(key.IndicatorId, key.AreaId, key.Measure)] = text;

    public void Put(int indicatorId, int areaId, TypedNotes notes) => _notes[(indicatorId, areaId)] = notes;

    public IEnumerable<int> AreasOf(int indicatorId) => _values.Keys.Where(k => k.Indicator == indicatorId).Select(k => k.Area).Distinct();

    /// <summary>Puts what was typed into the grid's fields, with an error where it is no figure.</summary>
    public void Overlay(SheetGrid grid)
    {
        foreach (var row in grid.Rows)
        {
            foreach (var cell in row.Cells.OfType<GridCell>())
            {
                if (!_values.TryGetValue((cell.Key.IndicatorId, cell.Key.AreaId, cell.Key.Measure), out var text)) continue;
                cell.Text = text.Trim();
                cell.Error = Fault(() => FigureText.Read(text, FigureUnit.Of(row.Indicator, cell.Key.Measure)));
            }

            if (_notes.TryGetValue((row.Indicator.Id, row.Area.Id), out var notes))
                row.Notes = new FigureNotes(notes.Stage ?? StageOf(row), DayCell.Read(notes.PublishedOn).Value, notes.Basis, notes.Source, notes.Why);
        }
    }

    /// <summary>What is to be written, by the rows and cells of the stored grid; empty when cells are wrong.</summary>
    /// <param name="stored">The grid without what was typed.</param>
    /// <param name="errors">By field.</param>
    public IReadOnlyList<FigureEntry> Entries(SheetGrid stored, out IReadOnlyList<(string Field, string Message)> errors)
    {
        var entries = new List<FigureEntry>();
        var wrong = new List<(string, string)>();
        foreach (var row in stored.Rows.Where(r => !r.Area.IsClosed))
        {
            var typed = _notes.GetValueOrDefault((row.Indicator.Id, row.Area.Id)) ?? new TypedNotes(null, "", "", "", "");
            var notes = Notes(row, typed, wrong);
            var changes = row.HasFigures && _notes.ContainsKey((row.Indicator.Id, row.Area.Id)) && notes != row.Notes;
            foreach (var cell in row.Cells.OfType<GridCell>())
            {
                if (!_values.TryGetValue((cell.Key.IndicatorId, cell.Key.AreaId, cell.Key.Measure), out var text)) continue;
                FigureValue? value = null;
                if (Fault(() => value = FigureText.Read(text, FigureUnit.Of(row.Indicator, cell.Key.Measure))) is { } fault)
                    wrong.Add((cell.Name, $"{row.Indicator.Name}（{row.Area.Name}）{FigureWords.Of(cell.Key.Measure)}：{fault}"));
                else entries.Add(new FigureEntry(cell.Key.IndicatorId, cell.Key.AreaId, cell.Key.Measure, value, notes, changes));
            }
        }

        errors = wrong;
        return wrong.Count > 0 ? [] : entries;
    }

    private FigureStage StageOf(GridRow row) => row.HasFigures ? row.Notes.Stage : Stage;

    private FigureNotes Notes(GridRow row, TypedNotes typed, List<(string, string)> wrong)
    {
        // A row with figures shows its own date: a blank takes it away. A new one has the sheet's.
        var date = typed.PublishedOn.Trim() is { Length: > 0 } own ? own : row.HasFigures ? "" : PublishedOn.Trim();
        var published = DayCell.Read(date);
        if (published.IsWrong) wrong.Add((row.NoteName("published"), $"{row.Indicator.Name}（{row.Area.Name}）公布日期{published.Wrong}"));
        return new FigureNotes(typed.Stage ?? StageOf(row), published.Value, typed.Basis.Trim(), typed.Source.Trim(), typed.Why.Trim());
    }

    private static TypedNotes NotesOf(IFormCollection form, int indicator, int area)
    {
        string Text(string name) => form[CellNames.Note(name, indicator, area)].ToString();
        return new TypedNotes(Enum.TryParse<FigureStage>(Text("stage"), out var stage)
            && Enum.IsDefined(stage) ? stage : null, Text("published"), Text("basis"), Text("source"), Text("why"));
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Fault(Func<FigureValue?> read)
    {
        try
        {
            read();
            return null;
        }
        catch (RefusalException refusal)
        {
            return refusal.Message;
        }
    }
}
