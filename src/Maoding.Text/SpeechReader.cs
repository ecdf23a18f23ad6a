using Maoding.Text.Commitments;
using Maoding.Text.Deadlines;
using Maoding.Text.Functions;
using Maoding.Text.Ledgers;
using Maoding.Text.Structure;
using Maoding.Text.Targets;
using Maoding.Text.Themes;

namespace Maoding.Text;

/// <summary>The reader: a speech in, targets and commitments out. One instance reads any number of documents, one at a time.</summary>
public sealed class SpeechReader
{
    private readonly FunctionRanker _ranker = new();
    private readonly CommitmentClassifier _classifier = new();

    /// <summary>Reads a document.</summary>
    /// <param name="planYear">The year to read time phrases in; null: the year the document plans for, else this of its date.</param>
    /// <param name="fallbackYear">The year when neither is known.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="writtenOn">The document's date where a person gives it; null: the one written in it.</param>
    public Decomposition Read(SourceText source, int? planYear, int fallbackYear, Action<double>? progress = null, DateOnly? writtenOn = null)
    {
        var outline = OutlineReader.Read(source);
        progress?.Invoke(0.15);
        var year = planYear ?? outline.Facts.PlanYear ?? fallbackYear;
        var ledger = LedgerReader.Read(source, year);
        var targets = TargetReader.Read(outline);
        progress?.Invoke(0.4);
        var themes = ThemeReader.Read(outline);
        var judged = Judge(outline, targets, progress);
        var on = writtenOn ?? outline.Facts.Date;
        var commitments = ledger is null ? Commitments(outline, judged, themes, year, on) : FromLedger(outline, ledger, themes, year, on);
        progress?.Invoke(0.95);
        var review = ReviewReader.Read(outline, targets, commitments, themes, ledger is null ? judged : []);
        progress?.Invoke(1);
        return new Decomposition(outline, year, targets, commitments, themes, ledger, review);
    }

    /// <summary>The rules and words that made a sentence a commitment or kept it out.</summary>
    public IReadOnlyList<Evidence> Explain(Decomposition read, Sentence sentence)
    {
        if (read.Ledger is not null) return [new Evidence("任务分解方案照原文读", "")];
        var facts = SentenceFactsReader.Read(read.Outline, read.Targets, _ranker, sentence.Index);
        return _classifier.Explain(read.Outline, sentence, facts);
    }

    /// <summary>Who leads and who helps by the words of duty, as <see cref="FunctionRanker.Rank"/> tells.</summary>
    public IReadOnlyList<FunctionScore> FunctionsOf(string words, string context) => _ranker.Rank(words, context);

    private Verdict[] Judge(Outline outline, IReadOnlyList<Target> targets, Action<double>? progress)
    {
        var facts = SentenceFactsReader.Read(outline, targets, _ranker);
        var judged = new Verdict[outline.Sentences.Count];
        for (var i = 0; i < judged.Length; i++)
        {
            judged[i] = _classifier.Judge(outline, outline.Sentences[i], facts[i]);
            if (i % 4096 == 0) progress?.Invoke(0.5 + (0.3 * i / judged.Length));
        }

        return judged;
    }

    private List<Commitment> Commitments(Outline outline, Verdict[] judged, IReadOnlyList<Theme> themes, int year, DateOnly? writtenOn)
    {
        var commitments = new List<Commitment>();
        var belonging = ThemeReader.BySentence(outline, themes);
        foreach (var sentence in outline.Sentences)
        {
            if (!judged[sentence.Index].IsCommitment) continue;
            var named = WorkThemes(belonging[sentence.Index], themes);
            var score = judged[sentence.Index].Score;
            commitments.Add(Commitment(
                outline, sentence, outline.Words(sentence), sentence.Normal.Offset, score, named, year, writtenOn, commitments.Count + 1));
        }

        return commitments;
    }

    /// <summary>A breakdown plan says itself what its rows are: each is one commitment, quoted as written.</summary>
    private List<Commitment> FromLedger(Outline outline, IReadOnlyList<LedgerRow> rows, IReadOnlyList<Theme> themes, int year, DateOnly? writtenOn)
    {
        var commitments = new List<Commitment>();
        var belonging = ThemeReader.BySentence(outline, themes);
        foreach (var row in rows)
        {
            if (outline.SentenceAt(row.Span.Offset) is not { } sentence) continue;
            var named = WorkThemes(belonging[sentence.Index], themes);
            var item = LedgerItem.Find(outline, sentence, row);
            var commitment = Commitment(outline, sentence, item.Words, item.Offset, CommitmentClassifier.Given, named, year, writtenOn, commitments.Count + 1);
            commitments.Add(commitment with
            {
                Quotes = [row.Span],
                Measures = item.Quoted ? commitment.Measures : [],
                Split = item.Quoted ? commitment.Split : [],
                Deadline = item.Deadline,
            });
        }

        return commitments;
    }

    private static IReadOnlyList<string> WorkThemes(IReadOnlyList<int> places, IReadOnlyList<Theme> themes) =>
        places.Count == 0 ? [] : [.. places.Select(t => themes[t]).Where(t => t.Kind == ThemeKind.Work).Select(t => t.Name)];

    private Commitment Commitment(
        Outline outline, Sentence sentence, ReadOnlySpan<char> words, int offset, double score, IReadOnlyList<string> themes, int year,
        DateOnly? writtenOn, int number)
    {
        var context = sentence.Topic.Length > 0 ? sentence.Topic : sentence.Section.Title;
        var deadlines = DeadlineReader.Read(words, offset, year, writtenOn);
        var clauses = MeasureClauses.Read(words, deadlines, offset);
        var measures = new List<AssignedMeasure>();
        foreach (var measure in MeasureReader.Read(words, offset, deadlines, clauses))
            measures.Add(new AssignedMeasure(measure, outline.Normal.ToSource(measure.Normal.Offset, measure.Normal.Length), _ranker.Rank(measure.Text, "")));
        return new Commitment(
            number,
            sentence,
            [sentence.Span],
            TitleWriter.Write(words, offset, deadlines, clauses),
            measures,
            _ranker.Rank(words, context),
            DeadlineReader.Governing(deadlines),
            themes,
            score,
            SplitProposal.Of(measures));
    }
}
