using CsCheck;
using Maoding.TestKit;
using Maoding.Text.Matching;
using Xunit;

namespace Maoding.Text.Tests.Matching;

/// <summary>Findings of a second document are brought to the rows they belong to.</summary>
public sealed class FindingMatcherTests
{
    private static readonly IReadOnlyList<SpecExample> _examples = SpecFile.Read(Path.Combine(AppContext.BaseDirectory, "Matching", "findings.md"));
    private static readonly List<MatchEntry> _ledger =
        [.. _examples[0].Rows.Select(r => new MatchEntry(int.Parse(r["行"], System.Globalization.CultureInfo.InvariantCulture), r["标题"], r["原文"]))];
    private static readonly List<Case> _set = Cases(1);
    private static readonly List<Case> _held = Cases(2);

    [Fact]
    public void On_the_held_out_half_nearly_every_finding_comes_to_its_row_and_new_ones_stay_new()
    {
        var proposals = FindingMatcher.Propose(_ledger, [.. _held.Select(c => c.Finding)]);
        var belonging = _held.Zip(proposals).Where(p => p.First.Row is not null).ToList();
        var right = belonging.Count(p => p.First.Row == p.Second.ExistingId);
        var proposed = proposals.Count(p => p.Kind != MatchKind.New);
        var kind = belonging.Count(p => p.First.Row == p.Second.ExistingId && p.First.Kind == p.Second.Kind);
        var report = string.Join('\n', Wrong(_held, proposals));
        Assert.True(right >= 0.9 * belonging.Count, $"recall {right}/{belonging.Count}\n{report}");
        Assert.True(right >= 0.9 * proposed, $"precision {right}/{proposed}\n{report}");
        Assert.True(kind >= 0.8 * belonging.Count, $"kinds {kind}/{belonging.Count}\n{report}");
    }

    [Fact]
    public void On_the_half_that_set_the_thresholds_nothing_is_wrong() =>
        Assert.Empty(Wrong(_set, FindingMatcher.Propose(_ledger, [.. _set.Select(c => c.Finding)])));

    [Fact]
    public void Documents_of_other_places_have_little_in_common()
    {
        Assert.SkipWhen(Corpus.Folder is null, "the shared corpus is not beside this checkout");
        List<MatchEntry> speech = Read("plenary-speech.txt"), county = Read("county-work-report.txt"), nation = Read("work-report-2022.txt");
        Assert.All(FindingMatcher.Propose(speech, county), p => Assert.Equal(MatchKind.New, p.Kind));
        Assert.InRange(FindingMatcher.Propose(speech, nation).Count(p => p.Kind != MatchKind.New), 0, nation.Count / 50);
        Assert.InRange(FindingMatcher.Propose(nation, county).Count(p => p.Kind != MatchKind.New), 1, county.Count / 6);
    }

    [Fact]
    public void A_work_report_that_repeats_itself_in_its_livelihood_list_is_found_out()
    {
        Assert.SkipWhen(Corpus.Folder is null, "the shared corpus is not beside this checkout");
        var pairs = DuplicateFinder.Find(Read("county-work-report.txt"));
        Assert.Equal(3, pairs.Count);
        Assert.Contains("数量一致：1200个、260个", pairs[0].Reasons);
        Assert.Contains(pairs, p => p.Reasons.Contains("数量一致：32个"));
        Assert.Contains(pairs, p => p.Reasons.Contains("数量一致：85公里"));
        Assert.Empty(DuplicateFinder.Find(Read("plenary-speech.txt")));
        Assert.Empty(DuplicateFinder.Find(Read("work-report-2022.txt")));
    }

    [Fact]
    public void The_reasons_are_the_shared_words_and_figures()
    {
        var proposals = FindingMatcher.Propose(_ledger, [new(1, "", "改造老旧小区10个，加装电梯60部。")]);
        Assert.Contains(proposals[0].Reasons, r => r.StartsWith("都提到：", StringComparison.Ordinal) && r.Contains("老旧小区", StringComparison.Ordinal));
        Assert.Contains("数量一致：60部", proposals[0].Reasons);
        Assert.Contains("数量不同：这里是10个，原有一行是42个", proposals[0].Reasons);
    }

    [Fact]
    public void The_order_of_rows_and_findings_makes_no_difference()
    {
        var findings = _set.Concat(_held).Select(c => c.Finding).ToList();
        var expected = FindingMatcher.Propose(_ledger, findings).Select(Plain).ToHashSet();
        Gen.Shuffle(_ledger.ToArray()).Select(Gen.Shuffle(findings.ToArray())).Sample(
            (rows, added) => Assert.True(expected.SetEquals(FindingMatcher.Propose(rows, added).Select(Plain))),
            iter: 50,
            threads: 1);
    }

    [Fact]
    public void Any_words_are_taken() =>
        Gen.Char.Array[0, 60].Select(c => new string(c)).Array[1, 6].Sample(
            words =>
            {
                var entries = words.Select((w, i) => new MatchEntry(i, "", w)).ToList();
                var proposals = FindingMatcher.Propose(entries, entries);
                Assert.All(proposals, p => Assert.True(p.Score is >= 0 and <= 1 && (p.Kind == MatchKind.New) == p.ExistingId is null));
            },
            iter: 500,
            threads: 1);

    [Fact]
    public void Three_hundred_findings_find_their_rows_among_three_thousand()
    {
        var rows = Enumerable.Range(0, 3000).Select(i => Vary(_ledger[i % _ledger.Count], i)).ToList();
        var findings = Enumerable.Range(0, 300).Select(i => rows[i * 7] with { Id = i }).ToList();
        var proposals = FindingMatcher.Propose(rows, findings);
        Assert.All(proposals, p => Assert.Equal((MatchKind.Same, p.NewId * 7), (p.Kind, p.ExistingId!.Value)));
    }

    [Fact]
    public void A_plan_without_double_promises_has_no_pairs() => Assert.Empty(DuplicateFinder.Find(_ledger));

    [Fact]
    public void One_thing_promised_twice_is_found()
    {
        var same = _set.Concat(_held).Where(c => c.Kind == MatchKind.Same).ToList();
        var pairs = DuplicateFinder.Find([.. same.Select(c => c.Finding), .. _ledger]);
        var expected = same.Select(c => (c.Row!.Value, c.Finding.Id)).ToHashSet();
        var found = pairs.Select(p => (p.FirstId, p.SecondId)).ToHashSet();
        Assert.True(found.Count(expected.Contains) >= 0.9 * expected.Count, string.Join('\n', expected.Except(found)));
        Assert.True(found.Count(expected.Contains) >= 0.9 * found.Count, string.Join('\n', found.Except(expected)));
        Assert.All(pairs, p => Assert.NotEmpty(p.Reasons));
    }

    [Fact]
    public void Different_amounts_of_one_thing_are_no_double_promise() =>
        Assert.Empty(DuplicateFinder.Find([new(1, "", "桥西街道改造老旧小区12个。"), new(2, "", "桥东街道改造老旧小区9个。"), new(3, "", "新建公共厕所15座。")]));

    private static List<MatchEntry> Read(string file)
    {
        var text = SourceText.FromPlain(File.ReadAllText(Path.Combine(Corpus.Folder!, file)));
        return [.. new SpeechReader().Read(text, null, 2026).Commitments.Select(c => new MatchEntry(c.Number, c.Title, text.Slice(c.Quotes[0]).ToString()))];
    }

    private static List<Case> Cases(int example) =>
        [.. _examples[example].Rows.Select((r, i) => new Case(
            new MatchEntry((1000 * example) + i, "", r["原文"]),
            r["关系"] switch { "同" => MatchKind.Same, "含" => MatchKind.Narrower, _ => MatchKind.New },
            r["行"].Length > 0 ? int.Parse(r["行"], System.Globalization.CultureInfo.InvariantCulture) : null))];

    private static IEnumerable<string> Wrong(List<Case> cases, IReadOnlyList<MatchProposal> proposals) =>
        cases.Zip(proposals).Where(p => p.First.Kind != p.Second.Kind || p.First.Row != p.Second.ExistingId)
            .Select(p => $"{p.First.Finding.Words} {p.First.Kind} {p.First.Row}: {Plain(p.Second)}");

    private static string Plain(MatchProposal p) => $"{p.NewId} {p.Kind} {p.ExistingId} {p.Score:R} {string.Join('；', p.Reasons)}";

    /// <summary>A row like another in another place: its words get a name of their own.</summary>
    private static MatchEntry Vary(MatchEntry entry, int i)
    {
        var name = string.Concat((char)('一' + (i * 37 % 9000)), (char)('一' + (i * 101 % 9000)), (char)('一' + (i * 53 % 9000)), "镇");
        return new MatchEntry(i, name + entry.Title, name + entry.Words);
    }

    private sealed record Case(MatchEntry Finding, MatchKind Kind, int? Row);
}
