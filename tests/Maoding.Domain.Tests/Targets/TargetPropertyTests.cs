using CsCheck;
using Maoding.Domain.Indicators;
using Maoding.Domain.Lights;
using Maoding.Domain.Targets;
using Xunit;

namespace Maoding.Domain.Tests.Targets;

/// <summary>What holds for targets of every kind whatever the figures are.</summary>
public sealed class TargetPropertyTests
{
    private static readonly Gen<TargetFacts> _facts = Gen.Select(
        Gen.Enum<TargetKind>(), Gen.Enum<TargetNature>(), Gen.Enum<FigureMeasure>(), Gen.Enum<Direction>(),
        Gen.Enum<FigureKind>(), Gen.Enum<Accumulation>(), Gen.Select(Gen.Int[-200, 1200], Gen.Int[0, 300]),
        (kind, nature, measure, direction, figure, accumulation, numbers) => new TargetFacts(
            new Target
            {
                Kind = kind,
                Nature = nature,
                Measure = measure,
                Value = numbers.Item1 / 10m,
                Decimals = 1,
                Margin = numbers.Item2 / 100m,
                Shape = CurveShape.Seasonal,
            },
            new Indicator { Code = "X", Name = "指标", Unit = "亿元", Direction = direction, Kind = figure, Accumulation = accumulation },
            2026,
            "全市平均"));

    private static readonly Gen<decimal> _value = Gen.Int[-300, 1500].Select(v => v / 10m);

    /// <summary>Figures of months 2023 to September 2026.</summary>
    private static readonly Gen<decimal[]> _values = _value.Array[45];

    private static readonly string[] _better = ["Behind", "OnTrack", "Met"];

    [Fact]
    public void A_better_figure_never_gives_a_worse_verdict_nor_a_worse_light() =>
    Gen.Select(_facts, _values, _values, _value, Gen.Int[0, 1000], Gen.Bool).Sample(
        (facts, own, partner, other, likelihood, known) =>
        {
            var goal = Of(facts, own, partner).Goal;
            if (goal is null || (goal.Low is not null && goal.High is not null)) return;
            var changed = own.ToArray();
            changed[^1] = other;
            var (one, two) = (Of(facts, own, partner), Of(facts, changed, partner));
            if (one.Gap is not { } first || two.Gap is not { } second || first == second) return;
            var outlook = known ? new Outlook(0, 0, 0, likelihood, "") : null;
            var (worse, better) = (goal.Low is null) == (own[^1] > other) ? (one, two) : (two, one);
            Assert.True(Rank(worse) <= Rank(better), $"{facts.Target.Kind}: {worse.Words} / {better.Words}");
            Assert.True(TargetLightRule.Of(facts, worse, outlook).Light >= TargetLightRule.Of(facts, better, outlook).Light,
                $"{facts.Target.Kind}: {worse.Words} / {better.Words}");
        },
        iter: 4000,
        threads: 1);

    [Fact]
    public void The_order_of_entry_changes_nothing() => Gen.Select(_facts, _values, _values, Gen.Int[0, 1000]).Sample(
        (facts, own, partner, seed) =>
        {
            var shuffled = Figures(own).ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(
                Said(Of(facts, own, partner)), Said(Evaluation.Of(facts, new TargetFigures(shuffled, Figures(partner).Reverse(), shuffled), 202609, null)));
        },
        iter: 2000,
        threads: 1);

    [Fact]
    public void A_revision_of_an_earlier_month_of_the_year_changes_nothing_but_what_depends_on_it() =>
    Gen.Select(_facts, _values, _values, Gen.Int[36, 43], _value).Sample(
        (facts, own, partner, month, value) =>
        {
            var revised = own.ToArray();
            revised[month] = value;
            Assert.Equal(Said(Of(facts, own, partner)), Said(Of(facts, revised, partner)));
        },
        iter: 2000,
        threads: 1);

    [Fact]
    public void A_revision_of_last_year_changes_only_what_is_compared_with_it() => Gen.Select(_facts, _values, _values, Gen.Int[24, 35], _value).Sample(
        (facts, own, partner, month, value) =>
        {
            if (facts.IsBuiltUp || facts.IsStock
                || facts.Kind is TargetKind.RaiseBy or TargetKind.ChangeDown or TargetKind.Stable or TargetKind.Improve) return;
            var revised = own.ToArray();
            revised[month] = value;
            var (before, after) = (Of(facts, own, partner), Of(facts, revised, partner));
            Assert.Equal((before.Verdict, before.Gap, before.Words), (after.Verdict, after.Gap, after.Words));
        },
        iter: 2000,
        threads: 1);

    [Fact]
    public void A_more_likely_target_never_has_a_worse_light() => Gen.Select(_facts, _values, _values, Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample(
        (facts, own, partner, one, two) =>
        {
            var evaluation = Of(facts, own, partner);
            Light At(int likelihood) => TargetLightRule.Of(facts, evaluation, new Outlook(0, 0, 0, likelihood, "")).Light;
            Assert.True(At(Math.Max(one, two)) <= At(Math.Min(one, two)));
        },
        iter: 2000,
        threads: 1);

    [Fact]
    public void A_binding_target_is_never_lit_better_than_an_expected_one() => Gen.Select(_facts, _values, _values, Gen.Int[0, 1000]).Sample(
        (facts, own, partner, likelihood) =>
        {
            var evaluation = Of(facts, own, partner);
            Light As(TargetNature nature) => TargetLightRule.Of(
                facts with
                {
                    Target =
                        new Target { Kind = facts.Kind, Nature = nature, Measure = facts.Measure, Value = facts.Target.Value, Margin = facts.Target.Margin },
                }, evaluation, new Outlook(0, 0, 0, likelihood, "")).Light;
            Assert.True(As(TargetNature.Binding) >= As(TargetNature.Expected));
        },
        iter: 2000,
        threads: 1);

    private static int Rank(Evaluation evaluation) => Array.IndexOf(_better, evaluation.Verdict.ToString());

    private static (Verdict, decimal?, decimal?, string, string?, string) Said(Evaluation e) =>
        (e.Verdict, e.Gap, e.Planned, e.Words, e.Remaining?.Words, string.Join(',', e.Curve.Values));

    private static Evaluation Of(TargetFacts facts, decimal[] own, decimal[] partner) =>
        Evaluation.Of(facts, new TargetFigures(Figures(own), Figures(partner), Figures(own)), 202609, null);

    private static DatedFigure[] Figures(decimal[] values) => [.. values.Select((v, i) => new DatedFigure(((2023 + (i / 12)) * 100) + (i % 12) + 1, v, 1))];
}
