using CsCheck;
using Maoding.TestKit;
using Maoding.Text.Commitments;
using Maoding.Text.Structure;
using Xunit;

namespace Maoding.Text.Tests.Structure;

/// <summary>What holds for every text, however odd.</summary>
public sealed class OutlinePropertyTests
{
    private static readonly string[] _pieces =
    [
        "一、", "（一）", "(二)", "1.", "３．", "(4)", "①", "第一，", "首先，", "一是", "——", "第三章", "要推动消费升级。", "新建学校3所", "完成投资1,200万元", "，", "；",
        "。", "！", "？", "”", "“", "）", "（", "\n", "\n\n", "\r\n", "　　", " ", "\t", "\n— 7 —\n", "\n第7页 共9页\n", "\n7/9\n", "①", "５０％", "同志们：", "各位代表，", "过去一年，",
        "新的一年，要", "2025年12月28日", "让我们紧密团结", "深入推进城市更新和产业转型", "A B", "\ufeff", "\u00a0", "😀",
    ];

    private static readonly Gen<string> _texts = Gen.Int[0, _pieces.Length - 1].Array[0, 60].Select(chosen => string.Concat(chosen.Select(i => _pieces[i])));
    private static readonly Gen<string> _wild = Gen.Char.Array[0, 200].Select(c => new string(c));

    [Fact]
    public void Every_sentence_maps_back_to_the_source_in_order_without_overlap() =>
        _texts.Sample(Holds, iter: 2000, threads: 1);

    [Fact]
    public void Any_characters_are_read_lone_surrogates_and_controls_included() =>
        _wild.Sample(Holds, iter: 1000, threads: 1);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("。！？；：，、")]
    [InlineData("\ud800")]
    [InlineData("\udc00\ud800。\0\u0001\u001f")]
    [InlineData("— —")]
    [InlineData("第页")]
    [InlineData("/")]
    [InlineData("（）")]
    [InlineData("——")]
    [InlineData("第")]
    [InlineData("一")]
    [InlineData("年月日")]
    [InlineData("　")]
    public void Odd_texts_are_read(string text)
    {
        Holds(text);
        Assert.NotNull(new SpeechReader().Read(SourceText.FromPlain(text), null, 2026));
    }

    [Theory]
    [InlineData('”')]
    [InlineData('“')]
    [InlineData('。')]
    [InlineData('，')]
    [InlineData('（')]
    [InlineData('要')]
    [InlineData('一')]
    [InlineData('1')]
    [InlineData('X')]
    [InlineData('\n')]
    public void A_hundred_thousand_times_the_same_character_is_read(char c)
    {
        var text = new string(c, 100_000);
        Assert.NotNull(new SpeechReader().Read(SourceText.FromPlain(text), null, 2026));
        Assert.NotNull(new SpeechReader().Read(SourceText.FromPlain("一、重点工作\n新建" + text + "。"), null, 2026));
    }

    [Fact]
    public void Extraction_reads_any_text_and_quotes_only_what_is_there()
    {
        var reader = new SpeechReader();
        _texts.Sample(
            text =>
            {
                var source = SourceText.FromPlain(text);
                var read = reader.Read(source, null, 2026);
                return read.Targets.All(t => Inside(source, t.Span) && Inside(read.Outline.Normal.Text, t.Normal))
                    && read.Commitments.All(c => c.Quotes.All(q => Inside(source, q))
                        && c.Title.Length <= TitleWriter.Longest && c.Measures.All(m => Inside(source, m.Span)))
                    && read.Themes.All(t => t.Spans.All(s => Inside(source, s)))
                    && read.Review.All(n => Inside(source, n.Span));
            },
            iter: 500,
            threads: 1);
    }

    [Fact]
    public void Labelled_sentences_of_the_corpus_are_found_as_they_stand()
    {
        Assert.SkipWhen(Corpus.Folder is null, "没有 ../shared/corpus，跳过");
        foreach (var folder in (string[])[Corpus.Folder!, Path.Combine(Corpus.Root, "tests", "corpus")])
            foreach (var labels in Directory.GetFiles(folder, "*.labels.jsonl"))
            {
                var outline = OutlineReader.Read(SourceText.FromPlain(File.ReadAllText(labels.Replace(".labels.jsonl", ".txt", StringComparison.Ordinal))));
                var spans = outline.Sentences.Select(s => s.Span).ToHashSet();
                foreach (var line in File.ReadLines(labels).Where(l => l.Length > 0))
                {
                    var row = System.Text.Json.JsonDocument.Parse(line).RootElement;
                    if (!row.GetProperty("text").GetString()!.Any(char.IsLetter)) continue;
                    var span = new TextSpan(row.GetProperty("offset").GetInt32(), row.GetProperty("length").GetInt32());
                    Assert.True(spans.Contains(span), $"{Path.GetFileName(labels)} {span}: {row.GetProperty("text").GetString()}");
                }
            }
    }

    private static bool Holds(string text)
    {
        var source = SourceText.FromPlain(text);
        var outline = OutlineReader.Read(source);
        var end = 0;
        foreach (var sentence in outline.Sentences)
        {
            Assert.True(Inside(source, sentence.Span) && Inside(outline.Normal.Text, sentence.Normal), $"{sentence.Span} is outside");
            Assert.True(sentence.Span.Offset >= end, $"{sentence.Span} overlaps the one before");
            Assert.Equal(sentence.Span, outline.Normal.ToSource(sentence.Normal.Offset, sentence.Normal.Length));
            Assert.NotNull(sentence.Section);
            AssertSame(outline.Words(sentence), source.Slice(sentence.Span));
            end = sentence.Span.End;
        }

        AssertCovered(outline);
        for (var i = 0; i <= outline.Normal.Text.Length; i++)
            Assert.True(Inside(source, outline.Normal.ToSource(i, Math.Min(3, outline.Normal.Text.Length - i))));
        return true;
    }

    /// <summary>A sentence's words are its source's letters: only layout, width and notes may differ.</summary>
    private static void AssertSame(ReadOnlySpan<char> normal, ReadOnlySpan<char> source)
    {
        var at = 0;
        foreach (var c in normal)
        {
            if (!char.IsLetter(c) || c is >= 'A' and <= 'z') continue;
            var found = source[at..].IndexOf(c);
            Assert.True(found >= 0, $"“{c}” is not in the source of “{normal}”");
            at += found + 1;
        }
    }

    /// <summary>Every Chinese character of a line stands in a sentence, unless its line is a page mark.</summary>
    private static void AssertCovered(Outline outline)
    {
        var source = outline.Source;
        foreach (var line in source.Lines)
        {
            var words = source.Slice(line.Span);
            if (words.Contains('页') || words.Contains('/')) continue;
            for (var i = line.Span.Offset; i < line.Span.End; i++)
            {
                if (source.Text[i] is < '\u4e00' or > '\u9fa5') continue;
                Assert.True(outline.SentenceAt(i)?.Span.Contains(new TextSpan(i, 1)), $"character {i} of “{words}” is in no sentence");
            }
        }
    }

    private static bool Inside(SourceText source, TextSpan span) => Inside(source.Text, span);

    private static bool Inside(string text, TextSpan span) => span.Offset >= 0 && span.Length >= 0 && span.End <= text.Length;
}
