using Maoding.Documents.Writing;
using Maoding.Text;
using Maoding.Text.Ledgers;
using Maoding.Text.Themes;

using Maoding.Shared;
namespace Maoding.Commands.Decomposing;

/// <summary>Puts what was read into the rows that people see, the same for screen, Markdown, xlsx and docx.</summary>
internal static class LedgerMapping
{
    public static LedgerDocument Of(Report report)
    {
        var read = report.Read;
        var title = read.Outline.Facts.Title is { Length: > 0 } known ? known : "未命名文件";
        return new LedgerDocument
        {
            Title = title,
            SourceTitle = title,
            PlanYear = read.PlanYear,
            Sections = [.. read.Ledger is null ? Proposed(report) : Given(read, read.Ledger)],
            Targets = [.. read.Targets.Select((target, i) => new LedgerTarget(
                i + 1,
                target.Name,
                target.Dimension ?? "",
                PlainNames.Of(target.Kind),
                PlainNames.ValueOf(target),
                target.Unit ?? "",
                Words(read, target.Span),
                Place(read, target.Span)))],
            Themes = [.. read.Themes.Where(t => t.Kind == ThemeKind.Work).Select((theme, i) => new LedgerTheme(
                i + 1,
                theme.Name,
                theme.Members,
                Words(read, theme.Definition ?? theme.Spans[0]),
                Place(read, theme.Definition ?? theme.Spans[0])))],
            Reviews = [.. read.Review.Select((note, i) => new LedgerReview(
                i + 1,
                PlainNames.Of(note.Code),
                note.Message,
                Words(read, note.Span),
                Place(read, note.Span)))],
        };
    }

    private static IEnumerable<LedgerSection> Proposed(Report report)
    {
        foreach (var section in report.Read.Commitments.GroupBy(c => c.Sentence.Section))
            yield return new LedgerSection(section.Key.Level == 0 ? "" : section.Key.Path, [.. section.Select(c => Row(report, c))]);
    }

    private static LedgerCommitment Row(Report report, Commitment commitment)
    {
        var suggested = report.Suggested(commitment);
        return new LedgerCommitment(
            $"{commitment.Number}",
            commitment.Title,
            [.. commitment.Measures.Select(m => m.Measure.Text)],
            [],
            [.. suggested.Take(1)],
            [.. suggested.Skip(1).Take(3)],
            commitment.Deadline?.Words ?? "",
            commitment.Deadline is { WholeYear: false } deadline ? deadline.Date : null,
            Words(report.Read, commitment.Quotes[0]),
            Place(report.Read, commitment.Quotes[0]));
    }

    private static IEnumerable<LedgerSection> Given(Decomposition read, IReadOnlyList<LedgerRow> rows)
    {
        string PathAt(int offset) => read.Outline.SentenceAt(offset)?.Section is { Level: > 0 } section ? section.Path : "";
        foreach (var section in rows.GroupBy(row => PathAt(row.Span.Offset)))
        {
            yield return new LedgerSection(section.Key, [.. section.Select(row => new LedgerCommitment(
                row.Number,
                row.Text,
                [],
                row.Leaders,
                row.Leads,
                row.CoUnits,
                row.DeadlineWords,
                row.Deadline,
                Words(read, row.Span),
                Place(read, row.Span)))]);
        }
    }

    private static string Words(Decomposition read, TextSpan span) => read.Outline.Source.Slice(span).ToString();

    private static string Place(Decomposition read, TextSpan span) => read.Outline.Source.PlaceOf(span.Offset).ToString();
}
