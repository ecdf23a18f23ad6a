using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger;
using Maoding.Shared;
using Maoding.Shared.Units;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Maoding.Text;
using Maoding.Text.Commitments;
using Maoding.Text.Deadlines;
using Maoding.Text.Functions;
using Maoding.Text.Structure;
using Microsoft.EntityFrameworkCore;
using Commitment = Maoding.Domain.Ledger.Commitment;

namespace Maoding.Features.Planning.Documents;

/// <summary>A place in the text where the words stand.</summary>
/// <param name="Around">The words with what stands beside them.</param>
public sealed record FoundPlace(int Start, int Length, string Around);

/// <summary>Lists a row by hand, from words of the document.</summary>
public sealed class AddRowService(MaodingContext db, AuditedSave save, CurrentRequest current)
{
    /// <summary>The refusal whose form asks which of the places is meant.</summary>
    internal const string SeveralPlaces = "REV016";

    private const int MostPlaces = 20;
    private const int Beside = 15;
    private const int LongestQuote = 2000;

    /// <summary>Where the words stand in the text; blanks and line ends inside them do not matter.</summary>
    /// <param name="first">Where to begin to look.</param>
    public static IReadOnlyList<FoundPlace> Find(string text, string words, int first = 0)
    {
        var wanted = string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
        var places = new List<FoundPlace>();
        if (wanted.Length == 0) return places;
        var at = new List<int>(text.Length);
        for (var i = first; i < text.Length; i++)
            if (!char.IsWhiteSpace(text[i])) at.Add(i);
        var plain = string.Concat(at.Select(i => text[i]));
        for (var found = plain.IndexOf(wanted, StringComparison.Ordinal); found >= 0
            && places.Count < MostPlaces; found = plain.IndexOf(wanted, found + wanted.Length, StringComparison.Ordinal))
        {
            var (start, end) = (at[found], at[found + wanted.Length - 1] + 1);
            var (from, to) = (Math.Max(0, start - Beside), Math.Min(text.Length, end + Beside));
            places.Add(new FoundPlace(start, end - start, text[from..to].ReplaceLineEndings(" ")));
        }

        return places;
    }

    /// <returns>The new row's key.</returns>
    /// <exception cref="RefusalException">REV015–REV017: the words are not, or not only once, in the text.</exception>
    public async Task<int> AddAsync(Actor actor, int documentId, string words, int? start, CommitmentKind kind, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ReviewFindings);
        if (!Enum.IsDefined(kind)) throw new RefusalException("REV017", "请选是任务还是指标。") { Field = "AddKind" };
        var document = await db.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Id == documentId, stop) ?? throw DocumentService.Missing();
        if (document.WithdrawnOn is not null) throw DocumentService.Withdrawn();
        var places = Find(document.Text, words);
        var place = At(document.Text, words, start) ?? (places.Count > 0 ? places[0] : null);
        if (place is null || place.Length > LongestQuote) throw new RefusalException("REV015", "正文里找不到这些字。请从正文复制一段原话（2000 字以内）再试。") { Field = "Words" };
        if (places.Count > 1 && place.Start != start) throw new RefusalException(SeveralPlaces, $"正文里有 {places.Count} 处这样的字，请选是哪一处。") { Field = "Words" };
        var plan = await db.Plans.FirstAsync(p => p.Id == document.PlanId, stop);
        var order = await DocumentPlaces.BeforeAsync(db, plan.Id, documentId, stop);
        var row = Row(document, place, kind, plan.Year);
        (row.PlanId, row.DocumentId) = (plan.Id, documentId);
        row.SectionId = await db.Sections.Where(s => s.DocumentId == documentId && s.Start <= place.Start)
            .OrderByDescending(s => s.Order).Select(s => (int?)s.Id).FirstOrDefaultAsync(stop);
        row.Quotes[0].DocumentId = documentId;
        await LedgerPlaces.AtAsync(db, row, FindingRows.PlaceOf(order, row.Quotes[0].Sentence) + 9, stop);
        db.Commitments.Add(row);
        await save.SaveAsync(actor, kind == CommitmentKind.Work ? "列为任务" : "列为指标", "", once, stop);
        return row.Id;
    }

    /// <summary>The words where they were selected, however often they stand before it.</summary>
    private static FoundPlace? At(string text, string words, int? start) =>
        start is { } at && at >= 0 && at < text.Length && Find(text, words, at) is [var found, ..] && found.Start == at ? found : null;

    /// <summary>With the reader's suggestions for the words, as it would make them for a sentence.</summary>
    private Commitment Row(SourceDocument document, FoundPlace place, CommitmentKind kind, int year)
    {
        var text = document.Text;
        var words = text.Substring(place.Start, place.Length);
        var outline = OutlineReader.Read(SourceText.FromPlain(text));
        var deadlines = DeadlineReader.Read(words, 0, year, document.Date);
        var due = DeadlineReader.Governing(deadlines);
        var title = kind == CommitmentKind.Work ? TitleWriter.Write(words, 0, deadlines) : words.Trim('。', '；', '，').ReplaceLineEndings("");
        var functions = new FunctionRanker().Rank(words, outline.SentenceAt(place.Start)?.Section.Title ?? "");
        var units = new UnitFinder(current.Directory, current.Today);
        var lead = functions.Select(f => units.LeadFor(f.Name)).FirstOrDefault(u => u is not null);
        return new Commitment
        {
            Kind = kind,
            Title = title.Length is > 0 and <= 300 ? title : words[..Math.Min(words.Length, 300)].ReplaceLineEndings(""),
            Measures = kind == CommitmentKind.Work ? string.Join('\n', MeasureReader.Read(words, 0, deadlines).Select(m => m.Text)) : "",
            LeadUnitId = lead?.Id,
            LeaderPostId = units.LeaderOf(lead?.Id)?.Id,
            DueKind = due is null ? DueKind.None : due.WholeYear ? DueKind.AllYear : due.Date is null ? DueKind.None : DueKind.Date,
            Due = due?.Date,
            DueMonth = due?.Date is { } day ? (day.Year * 100) + day.Month : 0,
            DueWords = due?.Words is { Length: <= 200 } said ? said : "",
            Functions = string.Join('、', functions.Take(6).Select(f => f.Name)),
            Evidence = EvidenceLines.Line("由人从正文选出", ""),
            Quotes = [new Quote { Start = place.Start, Length = place.Length, Sentence = (outline.SentenceAt(place.Start)?.Index ?? 0) + 1, Text = words }],
        };
    }
}
