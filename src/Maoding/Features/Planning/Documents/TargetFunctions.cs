using Maoding.Text;
using Maoding.Text.Functions;
using Maoding.Text.Structure;
using Maoding.Text.Targets;

namespace Maoding.Features.Planning.Documents;

/// <summary>Whose duty a target is: by its indicator, else by its words, else by the sentence when that is about nothing more.</summary>
internal static class TargetFunctions
{
    // The figures of the whole economy are nobody's trade; the office that draws up the annual plan answers for them.
    private const string WholeEconomy = "发展改革";

    private static readonly string[] Overall = ["生产总值", "GDP", "固定资产投资", "民间投资", "民营经济", "居民收入", "可支配收入", "服务业增加值", "经济总量", "消费价格"];

    /// <summary>The functions, lead first, at most five; empty when nothing tells.</summary>
    public static IReadOnlyList<FunctionScore> Of(SpeechReader reader, Outline outline, Target target)
    {
        var byName = reader.FunctionsOf(target.Name, "");
        if (byName.Count > 0) return byName;
        if (Overall.FirstOrDefault(target.Name.Contains) is { } word) return [new FunctionScore(WholeEconomy, 1, [word], false)];
        var byWords = reader.FunctionsOf(outline.Source.Slice(target.Span).ToString(), "");
        if (byWords.Count > 0) return byWords;
        var sentence = outline.Sentences[target.Sentence];
        var alone = target.Span.Length * 3 > sentence.Span.Length;
        return alone ? reader.FunctionsOf(outline.Source.Slice(sentence.Span).ToString(), sentence.Section.Title) : [];
    }
}
