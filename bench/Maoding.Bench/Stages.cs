using Maoding.Text;
using Maoding.Text.Commitments;
using Maoding.Text.Deadlines;
using Maoding.Text.Functions;
using Maoding.Text.Structure;
using Maoding.Text.Targets;
using Maoding.Text.Themes;
using Maoding.Text.Ledgers;
using Maoding.Text.Lexicons;
namespace Maoding.Bench;
internal static class Stages
{
    public static void Print(int length)
    {
        var source = SourceText.FromPlain(BenchText.Of(length));
        var o = OutlineReader.Read(source);
        var ranker = new FunctionRanker(); var cls = new CommitmentClassifier();
        var targets = TargetReader.Read(o); var themes = ThemeReader.Read(o);
        var facts = SentenceFactsReader.Read(o, targets, ranker);
        var cues = new CueLexicon(); var fl = new FunctionLexicon();
        var hits = new List<TermHit>();
        var reader = new SpeechReader();
        var read = reader.Read(source, null, 2026);
        var cs = read.Commitments;
        void T(string n, Action a) { var m = Measured.Of(5, TimeSpan.FromSeconds(0.7), a); Console.WriteLine($"{n,-24} {m.NanosecondsPer(length),8:F1} {m.MedianNanosecondsPer(length),8:F1}"); }
        Console.WriteLine($"{o.Sentences.Count} sentences {cs.Count} commitments {cs.Sum(c => c.Measures.Count)} measures {cs.Sum(c=>c.Sentence.Normal.Length)} chars in commitments; eligible {o.Sentences.Where(s => CommitmentClassifier.LayoutRule(s) is null).Sum(s => s.Normal.Length)}");
        T("normalise", () => Normalizer.Normalize(source));
        T("outline", () => OutlineReader.Read(source));
        T("ledger", () => LedgerReader.Read(source, 2026));
        T("targets", () => TargetReader.Read(o));
        T("themes", () => ThemeReader.Read(o));
        T("facts", () => SentenceFactsReader.Read(o, targets, ranker));
        T("judge", () => { for (var i = 0; i < facts.Length; i++) cls.Judge(o, o.Sentences[i], facts[i]); });
        T("scan cues all", () => { foreach (var s in o.Sentences) { cues.Scan(o.Words(s), hits); } });
        T("scan functions all", () => { foreach (var s in o.Sentences) { hits.Clear(); fl.Scanner.Scan(o.Words(s), hits); } });
        T("rank sentences", () => { foreach (var c in cs) { ranker.Rank(o.Words(c.Sentence), c.Sentence.Topic); } });
        T("rank measures", () => { foreach (var c in cs) foreach (var m in c.Measures) ranker.Rank(m.Measure.Text, ""); });
        T("deadlines", () => { foreach (var c in cs) DeadlineReader.Read(o.Words(c.Sentence), c.Sentence.Normal.Offset, 2026, null); });
        T("clauses", () => { foreach (var c in cs) MeasureClauses.Read(o.Words(c.Sentence), [], c.Sentence.Normal.Offset); });
        T("measures", () => { foreach (var c in cs) MeasureReader.Read(o.Words(c.Sentence), c.Sentence.Normal.Offset, [], MeasureClauses.Read(o.Words(c.Sentence), [], c.Sentence.Normal.Offset)); });
        T("titles", () => { foreach (var c in cs) TitleWriter.Write(o.Words(c.Sentence), c.Sentence.Normal.Offset, [], MeasureClauses.Read(o.Words(c.Sentence), [], c.Sentence.Normal.Offset)); });
        T("by sentence", () => ThemeReader.BySentence(o, themes));
        T("review", () => ReviewReader.Read(o, targets, cs, themes, new Verdict[o.Sentences.Count]));
        T("whole", () => reader.Read(source, null, 2026));
    }
}
