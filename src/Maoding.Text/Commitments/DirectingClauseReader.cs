using System.Buffers;
using Maoding.Text.Lexicons;

namespace Maoding.Text.Commitments;

/// <summary>One clause of a sentence: its kind, the word that opened it and how far it reaches, in the normal text.</summary>
/// <param name="Called">A word of call or manner (要, 应当, 大力) stands before the verb.</param>
internal readonly record struct DirectingClause(DirectingKind Kind, TextSpan Words, bool Called, TextSpan Extent = default);

/// <summary>Cuts a sentence at ，；： outside quotes and brackets and tells what each clause does.</summary>
internal sealed class DirectingClauseReader(CueLexicon lexicon)
{
    private const Cue Verbs = Cue.动作 | Cue.务虚 | Cue.框架 | Cue.结果;

    private const string Prepositions = "对与为向给由于在于";
    /// <summary>把…摆在…位置 says how much a thing matters, not what is done.</summary>
    private static readonly TermScanner _places = new(["摆在", "放在", "作为", "贯穿", "落到"]);
    private static readonly string[] _calls = ["都要", "也要", "还要", "要", "必须", "应当", "应该", "须", "将", "继续", "更多", "不得", "逐步", "全部", "全面"];
    private static readonly SearchValues<char> _callLetters = SearchValues.Create("都也还要必应须将继更不逐全");

    /// <summary>Adds the clauses of a sentence; <paramref name="hits"/> are the lexicon's hits in it, by start.</summary>
    public void Read(ReadOnlySpan<char> words, int start, int offset, Rows<TermHit> hits, Rows<DirectingClause> clauses)
    {
        var depth = 0;
        var from = start;
        for (var i = start; i <= words.Length; i++)
        {
            var c = i < words.Length ? words[i] : '。';
            if (c is '“' or '（' or '《' or '‘') depth++;
            else if (c is '”' or '）' or '》' or '’' && depth > 0) depth--;
            if (c is not ('。' or '！' or '？') && (depth > 0 || c is not ('，' or '；' or '：'))) continue;
            if (i > from) clauses.Add(Judge(words[from..i], from, offset, hits) with { Extent = new TextSpan(offset + from, i - from) });
            from = i + 1;
            depth = 0;
        }
    }

    private DirectingClause Judge(ReadOnlySpan<char> clause, int from, int offset, Rows<TermHit> hits)
    {
        if (clause.EndsWith("方面")) return new DirectingClause(DirectingKind.Frame, new TextSpan(offset + from, clause.Length), false);
        var (at, called) = SkipManner(clause, from, hits);
        var verb = lexicon.Longest(hits, from + at, from + clause.Length, Verbs);
        if (verb.Length > 0)
        {
            var kind = KindOf(lexicon.Of(verb));
            var after = at + verb.Length;
            if (kind == DirectingKind.Act && IsTalkedAbout(clause[after..])) kind = DirectingKind.Statement;
            if (clause[at] is '把' or '将' && _places.FoundIn(clause)) kind = DirectingKind.Attitude;
            return new DirectingClause(kind, new TextSpan(offset + verb.Start, verb.Length), called || at > 0);
        }

        if (at < clause.Length && Prepositions.Contains(clause[at])) return Prepositional(clause, from, at, offset, hits, called);
        var call = Call(clause, from, hits);
        if (call.Length > 0) return new DirectingClause(DirectingKind.SubjectAct, new TextSpan(offset + from + call.Offset, call.Length), true);
        if (clause.ContainsAnyInRange('0', '9') && !clause.Contains('是') && !clause.StartsWith("有")
            && InnerVerb(clause, from, 0, hits) is { Length: > 0 } inner)
            return new DirectingClause(DirectingKind.SubjectAct, new TextSpan(offset + inner.Start, inner.Length), called);
        return new DirectingClause(at > 0
            && at < clause.Length ? DirectingKind.Act : DirectingKind.Statement, new TextSpan(offset + from, Math.Min(at, clause.Length)), called);
    }

    /// <summary>创新是第一动力, 改革开放是关键一招: a verb that is talked about is a subject.</summary>
    private static bool IsTalkedAbout(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty) return false;
        if (rest[0] is '是' or '已' or '的') return true;
        var copula = rest[..Math.Min(rest.Length, 10)].IndexOf('是');
        return copula > 0 && rest[copula - 1] is not ('不' or '其' or '别' or '还' or '凡' or '但' or '只' or '国' or '“' or '子') && !rest[..copula].ContainsAny("“《、");
    }

    /// <summary>对…免征…: the verb comes after what the preposition brings; 对…来讲, 在…方面 only set the frame.</summary>
    private DirectingClause Prepositional(ReadOnlySpan<char> clause, int from, int at, int offset, Rows<TermHit> hits, bool called)
    {
        var frame = clause.EndsWith("来讲") || clause.EndsWith("来说") || clause.EndsWith("而言")
            || (clause[at] == '在' && clause[^1] is '上' or '中' or '下' or '时' or '面' or '内');
        var verb = frame ? default : InnerVerb(clause, from, at + 2, hits);
        return verb.Length == 0
            ? new DirectingClause(DirectingKind.Frame, new TextSpan(offset + from + at, 1), called)
            : new DirectingClause(DirectingKind.Act, new TextSpan(offset + verb.Start, verb.Length), called);
    }

    /// <summary>The first verb of act of two or more characters, no noun at the same time, from <paramref name="at"/> on.</summary>
    private TermHit InnerVerb(ReadOnlySpan<char> clause, int from, int at, Rows<TermHit> hits)
    {
        for (var i = at; i < clause.Length - 1; i++)
        {
            var verb = lexicon.Longest(hits, from + i, from + clause.Length, Cue.动作);
            if (verb.Length > 1 && (lexicon.Of(verb) & Cue.兼名) == 0) return verb;
        }

        return default;
    }

    /// <summary>Skips words of manner and time before the verb (要大力…, 今年…) unless they are all the clause has.</summary>
    private (int At, bool Called) SkipManner(ReadOnlySpan<char> clause, int from, Rows<TermHit> hits)
    {
        var at = 0;
        var called = false;
        while (at < clause.Length)
        {
            var manner = lexicon.Longest(hits, from + at, from + clause.Length, Cue.修饰);
            if (manner.Length == 0) break;
            var verb = lexicon.Longest(hits, from + at, from + clause.Length, Verbs);
            if (verb.Length > manner.Length) break;
            // 深化, 推进 … are verbs when no other verb follows them.
            if (verb.Length == manner.Length && lexicon.Longest(hits, from + at + manner.Length, from + clause.Length, Cue.动作).Length < 2) break;
            called |= clause[at] is '要' or '应' or '须' or '必';
            at += manner.Length;
        }

        return (at, called);
    }

    private TextSpan Call(ReadOnlySpan<char> clause, int from, Rows<TermHit> hits)
    {
        if (clause.IndexOfAny(_callLetters) < 0) return default;
        foreach (var word in _calls)
        {
            var at = clause.IndexOf(word, StringComparison.Ordinal);
            if (at <= 0 || (word == "要" && !IsCall(clause, at))) continue;
            var (skipped, _) = SkipManner(clause[(at + word.Length)..], from + at + word.Length, hits);
            var verb = lexicon.Longest(hits, from + at + word.Length + skipped, from + clause.Length, Cue.动作);
            if (verb.Length > 0 || skipped > 0) return new TextSpan(at, word.Length);
        }

        return default;
    }

    /// <summary>要 as a call, not in 重要 需要 主要 要求 要素.</summary>
    private static bool IsCall(ReadOnlySpan<char> clause, int at) =>
        clause[at - 1] is not ('重' or '需' or '主' or '纪' or '摘' or '必' or '首' or '紧' or '概' or '简' or '只')
        && (at + 1 >= clause.Length || clause[at + 1] is not ('求' or '素' or '点' or '件' or '务' or '害' or '闻' or '领' or '义'));

    private static DirectingKind KindOf(Cue cue) =>
        (cue & Cue.动作) != 0 ? DirectingKind.Act
        : (cue & Cue.务虚) != 0 ? DirectingKind.Attitude
        : (cue & Cue.框架) != 0 ? DirectingKind.Frame
        : DirectingKind.Result;
}
