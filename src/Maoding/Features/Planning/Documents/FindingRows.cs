using System.Globalization;
using System.Text.RegularExpressions;
using Maoding.Domain.Ledger;
using Maoding.Shared;
using Maoding.Features.Planning.Ledger;
using Maoding.Shared.Units;
using Maoding.Text;
using Maoding.Text.Deadlines;
using Maoding.Text.Targets;
using Found = Maoding.Text.Commitment;
using LedgerRow = Maoding.Text.Ledgers.LedgerRow;
using Row = Maoding.Domain.Ledger.Commitment;

namespace Maoding.Features.Planning.Documents;

/// <summary>One proposed row with the themes it names, before they have keys.</summary>
internal sealed record FindingRow(Row Row, IReadOnlyList<string> Themes);

/// <summary>Puts what the reader found into proposed rows of the ledger, in the order of the text.</summary>
internal sealed partial class FindingRows(SpeechReader reader, Decomposition read, UnitFinder units, int planYear)
{
    /// <summary>Rows of one document lie within this many places of the ledger's order.</summary>
    public const int PlacesOfDocument = 1_000_000;

    private const int PlacesOfSentence = 10;
    private const int CoUnitsProposed = 3;
    private readonly Dictionary<TextSpan, LedgerRow> _given = Given(read);
    /// <summary>Code units looked back for the time of a target.</summary>
    private const int LongestClause = 200;

    private readonly Dictionary<Target, string> _titles = Titles(read);
    private readonly ILookup<int, ReviewNote> _notes = read.Review.ToLookup(n => read.Outline.SentenceAt(n.Span.Offset)?.Index ?? -1);

    /// <param name="documentOrder">How many documents of the plan stand before this one.</param>
    /// <param name="documentId">Key of the document, temporary or not.</param>
    public IReadOnlyList<FindingRow> All(int documentOrder, int documentId)
    {
        var found = read.Commitments.Select(c => (c.Quotes[0].Offset, Finding: OfWork(c, documentId)))
            .Concat(read.Targets.Select(t => (t.Span.Offset, Finding: OfTarget(t, documentId))))
            .OrderBy(f => f.Offset).ThenByDescending(f => f.Finding.Row.Kind).Select(f => f.Finding).ToList();
        TellTwoFigures(found);
        var last = -1;
        foreach (var (row, _) in found) last = row.Order = Math.Max(PlaceOf(documentOrder, row.Quotes[0].Sentence), last + 1);

        return found;
    }

    /// <summary>The place among the plan's documents that a place of the ledger belongs to.</summary>
    public static int BlockOf(int order) => order / PlacesOfDocument;

    /// <summary>The first place of a sentence's rows.</summary>
    public static int PlaceOf(int documentOrder, int sentence) =>
        (documentOrder * PlacesOfDocument) + (Math.Min(sentence, (PlacesOfDocument / PlacesOfSentence) - 1) * PlacesOfSentence);

    private FindingRow OfWork(Found found, int documentId)
    {
        var functions = found.Functions.Select(f => f.Name).ToList();
        var row = new Row
        {
            Kind = CommitmentKind.Work,
            Title = found.Title,
            Measures = string.Join('\n', found.Measures.Select(m => read.Outline.Source.Slice(m.Span).ToString().ReplaceLineEndings(""))),
            Score = (int)Math.Round(1000 / (1 + Math.Exp(-found.Score))),
            Functions = Cut(string.Join('、', functions), 400),
            Quotes = [.. found.Quotes.Select(q => Quote(q, found.Sentence.Index, documentId))],
            Quantities = [.. found.Measures.Select(m => m.Measure.Quantity).OfType<Text.Commitments.Quantity>()
                .Where(q => q is { Value.Number: not null, Thing.Length: > 0 }).Select(Count)],
        };
        var lines = EvidenceLines.Lines(reader.Explain(read, found.Sentence)).ToList();
        SetDue(row, found);
        if (_given.TryGetValue(found.Quotes[0], out var given)) Assign(row, given, lines);
        else Suggest(row, functions, lines);
        if (functions.Count > 0 && _given.Count == 0) lines.Add(EvidenceLines.Line($"牵头建议{functions[0]}", string.Join('、', found.Functions[0].Words)));
        lines.AddRange(found.Split.Select(
            g => EvidenceLines.Line(EvidenceLines.Part, $"{g.Function}：{string.Join('；', g.Measures.Select(i => found.Measures[i].Measure.Text))}")));
        lines.AddRange(NotesOf(found.Sentence.Index, found.Quotes[0]));
        row.Evidence = string.Join('\n', lines);
        return new FindingRow(row, found.Themes);
    }

    private FindingRow OfTarget(Target found, int documentId)
    {
        var value = found.Value?.ToString() ?? "";
        if (found.Value2 is { } upper) value = $"{value}—{upper}";
        var (unit, partner) = (found.Unit ?? "", found.Partner ?? "");
        var functions = TargetFunctions.Of(reader, read.Outline, found).ToList();
        var row = new Row
        {
            Kind = CommitmentKind.Target,
            Title = _titles[found] is { Length: > 0 } title ? title : Cut(TargetWords.Title(found.Name, found.Kind, value, unit, partner), 300),
            Functions = Cut(string.Join('、', functions.Select(f => f.Name)), 400),
            DueKind = DueKind.Date,
            Due = new DateOnly(planYear, 12, 31),
            DueMonth = (planYear * 100) + 12,
            Quotes = [Quote(found.Span, found.Sentence, documentId)],
            Target = new TargetFigure
            {
                Indicator = Cut(found.Name, 200),
                Kind = PlainNames.CodeOf(found.Kind),
                Value = Cut(value, 40),
                Unit = Cut(unit, 20),
                Partner = Cut(partner, 200),
                Dimension = found.Dimension ?? "",
            },
        };
        if (DeadlineReader.FrameOf(ClauseOf(found), planYear) is { } frame)
            (row.Due, row.DueMonth, row.DueWords) = (frame.Day, (frame.Day.Year * 100) + frame.Day.Month, frame.Words);
        var lines = EvidenceLines.Lines(found.Evidence).ToList();
        Suggest(row, [.. functions.Select(f => f.Name)], lines);
        if (functions.Count > 0) lines.Add(EvidenceLines.Line($"牵头建议{functions[0].Name}", string.Join('、', functions[0].Words)));
        lines.AddRange(read.Review.Where(n => n.Code == ReviewCode.Placeholder && n.Span == found.Span)
            .Select(n => EvidenceLines.Line(EvidenceLines.Look, n.Message)));
        row.Evidence = string.Join('\n', lines);
        return new FindingRow(row, []);
    }

    /// <summary>From the sentence's or part's begin to the end of the target's words.</summary>
    private string ClauseOf(Target found)
    {
        var end = found.Span.Offset + found.Span.Length;
        var start = Math.Max(0, end - LongestClause);
        var words = read.Outline.Source.Slice(new TextSpan(start, end - start)).ToString();
        return words[(words[..Math.Max(0, words.Length - found.Span.Length)].LastIndexOfAny(['。', '；', '：', '！', '？', '\n']) + 1)..];
    }

    /// <summary>The same indicator with another figure elsewhere in the text: a person should look at both.</summary>
    private static void TellTwoFigures(List<FindingRow> found)
    {
        var targets = found.ConvertAll(f => f.Row).FindAll(r => r.Target is { Value.Length: > 0 });
        foreach (var same in targets.GroupBy(r => (r.Target!.Indicator, r.Target.Unit, IsGrowth: TargetKinds.IsGrowth(r.Target.Kind))))
            foreach (var row in same)
                if (same.FirstOrDefault(o => o.Target!.Value != row.Target!.Value) is { } other)
                    row.Evidence += $"\n{EvidenceLines.Line(EvidenceLines.Look, $"这份文件里另有一处写的是“{other.Title}”。确是一件事的，请并为一项并选定数值")}";
    }

    /// <summary>Targets in the words of the text; empty where these are not enough.</summary>
    private static Dictionary<Target, string> Titles(Decomposition read)
    {
        var titles = new Dictionary<Target, string>(ReferenceEqualityComparer.Instance);
        foreach (var group in read.Targets.GroupBy(t => t.Span))
        {
            var targets = group.ToList();
            var words = TargetTitles.Of(read.Outline.Source.Slice(group.Key).ToString(), [.. targets.Select(t => t.Name)]);
            for (var i = 0; i < targets.Count; i++) titles[targets[i]] = words[i];
        }

        return titles;
    }

    private static void SetDue(Row row, Found found)
    {
        if (found.Deadline is not { } deadline) return;
        row.DueWords = Cut(deadline.Words, 200);
        row.DueKind = deadline.WholeYear ? DueKind.AllYear : deadline.Date is null ? DueKind.None : DueKind.Date;
        row.Due = deadline.Date;
        row.DueMonth = row.Due is { } day ? (day.Year * 100) + day.Month : 0;
    }

    /// <summary>Lead, co-units and leader from what the words ask for and who has that duty.</summary>
    private void Suggest(Row row, List<string> functions, List<string> lines)
    {
        var first = functions.FirstOrDefault(f => units.LeadFor(f) is not null || units.TogetherFor(f) is not null);
        if (first is null) return;
        if (units.TogetherFor(first) is { } together) lines.Add(EvidenceLines.Line(EvidenceLines.Together, together));
        else row.LeadUnitId = units.LeadFor(first)!.Id;
        var others = functions.Where(f => f != first).Select(units.LeadFor).OfType<Domain.Organization.Unit>().Select(u => u.Id);
        SetCoUnits(row, others.Take(CoUnitsProposed + 1).ToList(), CoUnitsProposed);
        row.LeaderPostId = units.LeaderOf(row.LeadUnitId)?.Id;
    }

    /// <summary>What a breakdown plan says itself; names that the directory does not know are kept for a person.</summary>
    private void Assign(Row row, LedgerRow given, List<string> lines)
    {
        var co = new List<int>();
        foreach (var name in given.Leads)
        {
            if (UnitFinder.IsTogether(name)) lines.Add(EvidenceLines.Line(EvidenceLines.Together, name));
            else if (units.Named(name) is not { } unit) lines.Add(EvidenceLines.Line(EvidenceLines.UnknownLead, name));
            else if (row.LeadUnitId is null) row.LeadUnitId = unit.Id;
            else co.Add(unit.Id);
        }

        foreach (var name in given.CoUnits)
        {
            if (units.Named(name) is { } unit) co.Add(unit.Id);
            else lines.Add(EvidenceLines.Line(EvidenceLines.UnknownCoUnit, name));
        }

        SetCoUnits(row, co, int.MaxValue);
        foreach (var name in given.Leaders)
        {
            if (units.LeaderNamed(name) is not { } post) lines.Add(EvidenceLines.Line(EvidenceLines.UnknownLeader, name));
            else if (row.LeaderPostId is null) row.LeaderPostId = post.Id;
            else if (row.LeaderPostId != post.Id) row.SecondLeaderPostId ??= post.Id;
        }

        if (given.Leaders.Count == 0) row.LeaderPostId = units.LeaderOf(row.LeadUnitId)?.Id;
    }

    private static void SetCoUnits(Row row, List<int> ids, int most) =>
        row.CoUnits = [.. ids.Where(id => id != row.LeadUnitId).Distinct().Take(most).Select((id, i) => new CoUnit { UnitId = id, Order = i + 1 })];

    /// <summary>The reader counts its findings from 1; on the page they are called by their titles.</summary>
    private IEnumerable<string> NotesOf(int sentence, TextSpan quote)
    {
        foreach (var note in _notes[sentence].Where(n => n.Code is not (ReviewCode.ThemeCount or ReviewCode.Split) && quote.Overlap(n.Span) > 0))
        {
            if (note.Code == ReviewCode.Placeholder && note.Message.StartsWith("指标", StringComparison.Ordinal)) continue;
            var words = RowNumber().Replace(note.Message, m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) is var number
                && read.Commitments.FirstOrDefault(c => c.Number == number) is { } other && other.Quotes[0] != quote ? $"“{other.Title}”" : "这一项");
            yield return EvidenceLines.Line(EvidenceLines.Look, words);
        }
    }

    private Domain.Ledger.Quote Quote(TextSpan span, int sentence, int documentId) => new()
    {
        DocumentId = documentId,
        Start = span.Offset,
        Length = span.Length,
        Sentence = sentence + 1,
        Text = read.Outline.Source.Slice(span).ToString(),
    };

    private static Domain.Ledger.Quantity Count(Text.Commitments.Quantity found) =>
        new() { Name = Cut(found.Thing, 100), Value = found.Value.Number!.Value, Unit = Cut(found.Unit, 20) };

    private static Dictionary<TextSpan, LedgerRow> Given(Decomposition read)
    {
        var given = new Dictionary<TextSpan, LedgerRow>();
        foreach (var row in read.Ledger ?? []) given.TryAdd(row.Span, row);
        return given;
    }

    private static string Cut(string words, int longest) => words.Length <= longest ? words : words[..longest];

    [GeneratedRegex(@"任务(\d+)")]
    private static partial Regex RowNumber();
}
