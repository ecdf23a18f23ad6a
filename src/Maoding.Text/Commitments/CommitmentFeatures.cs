using Maoding.Text.Lexicons;
using Maoding.Text.Structure;

namespace Maoding.Text.Commitments;

/// <summary>Something observed about a sentence; its words stand in the normal text (empty for what layout shows).</summary>
internal readonly record struct Feature(int Id, TextSpan Words);

/// <summary>
/// What can be observed about a sentence that tells whether it directs work: what its clauses do, its tone, its
/// place in the layout. The names are the rows of commitment-weights.md.
/// </summary>
internal sealed class CommitmentFeatures
{
    /// <summary>Classes that tell the tone of the whole sentence.</summary>
    private const Cue Tones = Cue.过去 | Cue.判断 | Cue.条件 | Cue.原则 | Cue.口号 | Cue.政治 | Cue.问题 | Cue.引述
        | Cue.上级 | Cue.转承 | Cue.形势 | Cue.号召 | Cue.责任主体 | Cue.禁止 | Cue.载体 | Cue.任务引子 | Cue.频次 | Cue.例行 | Cue.虚名;

    private static readonly string[] _markNames = Enum.GetNames<Mark>();
    private static readonly Cue[] _toneCues = Single(Tones);
    private readonly CueLexicon _lexicon = new();
    private readonly DirectingClauseReader _clauseReader;
    private readonly Rows<TermHit> _hits = [];
    private readonly Rows<DirectingClause> _clauses = [];
    private readonly int[] _counts = new int[_toneCues.Length];
    private readonly TextSpan[] _first = new TextSpan[_toneCues.Length];

    public CommitmentFeatures() => _clauseReader = new DirectingClauseReader(_lexicon);

    /// <summary>The name of every feature, by id.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. _markNames, .. Array.ConvertAll(_toneCues, c => string.Concat("含", c.ToString())),
            .. Array.ConvertAll(_toneCues, c => string.Concat("多", c.ToString()))];

    /// <summary>The classes of a set one by one, lowest first.</summary>
    private static Cue[] Single(Cue set)
    {
        var cues = new Cue[System.Numerics.BitOperations.PopCount((uint)set)];
        var count = 0;
        for (var bit = 0; bit < 32; bit++)
            if (((uint)set >> bit & 1) != 0) cues[count++] = (Cue)(1 << bit);
        return cues;
    }

    private enum Mark
    {
        无办事分句,
        办事分句一个,
        办事分句两个,
        办事分句三个以上,
        首句办事,
        首句要求主体办事,
        首句务虚,
        首句陈述,
        首句陈述无数字,
        首句结果,
        陈述过半,
        务虚过半,
        要字领起,
        目标章节,
        保障章节,
        形势章节,
        形势章节有数量,
        段首短句,
        段首稍长,
        独句成段,
        清单项,
        后句要求,
        办事都在目标里,
        以过去起头,
        提到往年,
        以预计起头,
        段末要字句,
        章首段,
        一是短句,
        要字短句,
        短句,
        长句,
        办事有数量,
        陈述有数量,
        有时限,
        引号多,
        感叹,
        目标占满,
        目标占半,
        职责明确,
        职责很明确,
        职责不明,
        冒号结尾,
        保障章节务虚,
    }

    /// <summary>Adds what is seen in <paramref name="sentence"/> to <paramref name="features"/>.</summary>
    public void Collect(Outline outline, Sentence sentence, in SentenceFacts facts, Rows<Feature> features)
    {
        var words = outline.Words(sentence);
        _lexicon.Scan(words, _hits);
        _clauses.Clear();
        _clauseReader.Read(words, HeadingNumber.Read(words).Length, sentence.Normal.Offset, _hits, _clauses);
        AddClauses(sentence, facts, features);
        AddTones(words, sentence.Normal.Offset, features);
        AddLayout(words, sentence, facts, features);
    }

    private void AddClauses(Sentence sentence, in SentenceFacts facts, Rows<Feature> features)
    {
        int acts = 0, outside = 0, statements = 0, attitudes = 0;
        DirectingClause? main = null, act = null;
        foreach (var clause in _clauses)
        {
            if (clause.Kind is DirectingKind.Act or DirectingKind.SubjectAct)
            {
                acts++;
                if (!IsTarget(clause.Extent, facts.Targets)) outside++;
                act ??= clause;
            }

            if (clause.Kind == DirectingKind.Statement) statements++;
            if (clause.Kind == DirectingKind.Attitude) attitudes++;
            if (clause.Kind != DirectingKind.Frame) main ??= clause;
        }

        var where = act?.Words ?? default;
        Add(features, Mark.无办事分句, acts == 0);
        Add(features, Mark.办事分句一个, acts == 1, where);
        Add(features, Mark.办事分句两个, acts == 2, where);
        Add(features, Mark.办事分句三个以上, acts > 2, where);
        Add(features, Mark.办事都在目标里, facts.Targets.Count > 0 && outside == 0);
        Add(features, Mark.办事有数量, facts.HasQuantity && acts > 0);
        Add(features, Mark.陈述有数量, facts.HasQuantity && acts == 0);
        Add(features, Mark.陈述过半, statements * 2 > _clauses.Count);
        Add(features, Mark.务虚过半, attitudes * 2 > _clauses.Count);
        Add(features, Mark.保障章节务虚, sentence.Role == SectionRole.Safeguards && attitudes > acts);
        Add(features, Mark.后句要求, _clauses.Count > 1 && _clauses[0].Kind == DirectingKind.Statement && act is { Called: true }, where);
        if (main is not { } first) return;
        Add(features, Mark.首句办事, first.Kind == DirectingKind.Act, first.Words);
        Add(features, Mark.首句要求主体办事, first.Kind == DirectingKind.SubjectAct, first.Words);
        Add(features, Mark.首句务虚, first.Kind == DirectingKind.Attitude, first.Words);
        Add(features, Mark.首句陈述, first.Kind == DirectingKind.Statement);
        Add(features, Mark.首句陈述无数字, first.Kind == DirectingKind.Statement && !facts.HasQuantity && !facts.HasDeadline);
        Add(features, Mark.首句结果, first.Kind == DirectingKind.Result, first.Words);
    }

    /// <summary>Half of the clause or more is quoted by a target.</summary>
    private static bool IsTarget(TextSpan clause, IReadOnlyList<TextSpan> targets)
    {
        foreach (var target in targets)
            if (2 * (Math.Min(clause.End, target.End) - Math.Max(clause.Offset, target.Offset)) >= clause.Length) return true;
        return false;
    }

    private void AddTones(ReadOnlySpan<char> words, int offset, Rows<Feature> features)
    {
        Array.Clear(_counts);
        var covered = 0;
        var quoteEnd = -1;
        for (var i = 0; i < _hits.Count; i++)
        {
            var hit = _hits[i];
            // The longest word at a place speaks; a word inside one already heard is silent, and so is a quotation's inside.
            if ((i + 1 < _hits.Count && _hits[i + 1].Start == hit.Start) || hit.Start < covered) continue;
            if (hit.Start > quoteEnd) quoteEnd = QuoteAround(words, hit.Start);
            var cue = _lexicon.Of(hit) & Tones;
            if (cue == Cue.None || (hit.Start < quoteEnd && cue != Cue.政治)) continue;
            if (cue == Cue.判断 && IsNoCopula(words, hit)) continue;
            covered = hit.Start + hit.Length;
            if (hit.Start < 2 && (cue & Cue.过去) != 0) features.Add(new Feature((int)Mark.以过去起头, new TextSpan(offset + hit.Start, hit.Length)));
            for (var c = 0; c < _toneCues.Length; c++)
                if ((cue & _toneCues[c]) != 0 && _counts[c]++ == 0)
                    _first[c] = new TextSpan(offset + hit.Start, hit.Length);
        }

        for (var c = 0; c < _toneCues.Length; c++)
        {
            if (_counts[c] > 0) features.Add(new Feature(_markNames.Length + c, _first[c]));
            if (_counts[c] > 1) features.Add(new Feature(_markNames.Length + _toneCues.Length + c, _first[c]));
        }
    }

    /// <summary>The end of the quotation that <paramref name="at"/> lies in, or -1.</summary>
    private static int QuoteAround(ReadOnlySpan<char> words, int at)
    {
        var open = words[..at].LastIndexOf('“');
        if (open < 0 || words[open..at].Contains('”')) return -1;
        var close = words[at..].IndexOf('”');
        return close < 0 ? -1 : at + close;
    }

    /// <summary>是 in 尤其是 特别是 一是 还是 不是 只是 凡是 是否.</summary>
    private static bool IsNoCopula(ReadOnlySpan<char> words, TermHit hit)
    {
        if (hit.Length != 1) return false;
        if (hit.Start == 0) return false;
        var after = hit.Start + 1 < words.Length ? words[hit.Start + 1] : '。';
        return words[hit.Start - 1] is '其' or '别' or '还' or '凡' or '于' or '但' or '只' or '一' or '二' or '三' or '四' or '五' or '六' or '国' || after is '否' or '非';
    }

    private static void AddLayout(ReadOnlySpan<char> words, Sentence sentence, in SentenceFacts facts, Rows<Feature> features)
    {
        var length = words.Length;
        var commas = words.Count('，') + words.Count('；');
        var style = HeadingNumber.Read(words).Style;
        var first = sentence.Ordinal == 0;
        var led = first && facts.After > 0 && !facts.HasQuantity;
        Add(features, Mark.目标章节, sentence.Role == SectionRole.Targets);
        Add(features, Mark.保障章节, sentence.Role == SectionRole.Safeguards);
        Add(features, Mark.形势章节, sentence.Role == SectionRole.Situation);
        Add(features, Mark.形势章节有数量, sentence.Role == SectionRole.Situation && facts.HasQuantity);
        Add(features, Mark.段首短句, led && length <= 16 && commas == 0);
        Add(features, Mark.段首稍长, led && (length > 16 || commas > 0) && length <= 26);
        Add(features, Mark.独句成段, first && facts.After == 0);
        Add(features, Mark.清单项, facts.ListItem);
        Add(features, Mark.段末要字句, !first && facts.After == 0 && words[0] == '要' && !facts.HasQuantity);
        Add(features, Mark.章首段, facts.SectionIntroduction && !facts.HasQuantity && !facts.HasDeadline);
        Add(features, Mark.一是短句, style is HeadingStyle.RunIn or HeadingStyle.Ordinal && commas <= 1 && length <= 24 && facts.After > 0);
        Add(features, Mark.要字短句, !first && words[0] == '要' && commas == 0 && length <= 22 && facts.After > 0);
        Add(features, Mark.短句, length < 10);
        Add(features, Mark.长句, length > 60);
        Add(features, Mark.要字领起, words[0] == '要');
        Add(features, Mark.有时限, facts.HasDeadline);
        Add(features, Mark.提到往年, facts.NamesEarlierYear);
        Add(features, Mark.以预计起头, words.StartsWith("预计"));
        Add(features, Mark.引号多, words.Count('“') > 1);
        Add(features, Mark.感叹, words[^1] == '！');
        Add(features, Mark.目标占满, facts.TargetShare > 0.8);
        Add(features, Mark.目标占半, facts.TargetShare is > 0.4 and <= 0.8);
        Add(features, Mark.职责明确, facts.FunctionScore >= 3);
        Add(features, Mark.职责很明确, facts.FunctionScore >= 4);
        Add(features, Mark.职责不明, facts.FunctionScore <= 0);
        Add(features, Mark.冒号结尾, words[^1] == '：');
    }

    private static void Add(Rows<Feature> features, Mark mark, bool seen, TextSpan words = default)
    {
        if (seen) features.Add(new Feature((int)mark, words));
    }
}

/// <summary>What the other readers found in a sentence, as far as it helps to tell work from words.</summary>
/// <param name="After">Sentences that follow in the same paragraph.</param>
/// <param name="SectionIntroduction">It stands in the short paragraph between a heading and the first work paragraph.</param>
/// <param name="ListItem">It is a numbered line of its own among others of the same numbering.</param>
/// <param name="HasQuantity">A figure or a redacted figure other than a year or a meeting's number.</param>
/// <param name="HasDeadline">A time phrase.</param>
/// <param name="NamesEarlierYear">It names a year before the plan year.</param>
/// <param name="Targets">What its targets quote, in the normal text.</param>
/// <param name="TargetShare">Characters covered by targets ÷ characters, 0 to 1.</param>
/// <param name="FunctionScore">The best function's score, 0 when no duty of any organ is named.</param>
internal readonly record struct SentenceFacts(
    int After, bool SectionIntroduction, bool ListItem, bool HasQuantity, bool HasDeadline,
    bool NamesEarlierYear, IReadOnlyList<TextSpan> Targets, double TargetShare, double FunctionScore);
