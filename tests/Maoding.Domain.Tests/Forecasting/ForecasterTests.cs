using CsCheck;
using Maoding.Domain.Forecasting;
using Maoding.Domain.Indicators;
using Xunit;

namespace Maoding.Domain.Tests.Forecasting;

/// <summary>The choice of a method, its words, its intervals and likelihoods.</summary>
public sealed class ForecasterTests
{
    private static readonly Gen<double[]> _levels = Gen.Select(Gen.Double[50, 150].Array[7, 60], Gen.Double[-1, 3])
        .Select((noise, slope) => noise.Select((v, t) => v + (slope * t) + (t % 12 * 4) + 100).ToArray());

    private static readonly Gen<int> _seasons = Gen.Int[0, 2].Select(i => new[] { 12, 11, 4 }[i]);

    [Fact]
    public void Three_values_tell_nothing() => Assert.Null(Forecaster.Of(new Series(202601, [1, 2, 3], 12), 1));

    [Fact]
    public void Four_values_allow_the_last_value_over_again_with_its_past_misses()
    {
        var forecast = Forecaster.Of(new Series(202601, [10, 12, 11, 15], 12), 3)!;
        Assert.Equal("上期值", forecast.Method);
        Assert.Equal([15, 15, 15], forecast.Steps.Select(s => s.Point));
        Assert.Equal([202605, 202606, 202607], forecast.Months);
        // From 10: 2, 1, 5; from 12: 1, 3; from 11: 4.
        Assert.Equal(16 / 6.0, Assert.Single(forecast.Tried).Error, 1e-9);
        // Changes of 2, 1 and 4.
        Assert.Equal(16 / 6.0 / (7 / 3.0), forecast.Mase!.Value, 1e-9);
        Assert.Contains("不足两年", forecast.Why, StringComparison.Ordinal);
        Assert.Contains("只有4期数据", forecast.Why, StringComparison.Ordinal);
        Assert.True(forecast.Steps[0].High80 - forecast.Steps[0].Low80 > 6);
    }

    [Fact]
    public void Fewer_than_two_years_never_make_a_season() =>
        Gen.Select(Gen.Double[1, 100].Array[4, 23], _seasons).Sample(
            (values, season) =>
            {
                if (values.Length >= 2 * season) values = values[..((2 * season) - 1)];
                var forecast = Forecaster.Of(new Series(202503, values, season), 4)!;
                Assert.DoesNotContain(forecast.Tried, t => t.Method is "上年同期值" or "同比推算");
                Assert.Contains("不足两年", forecast.Why, StringComparison.Ordinal);
                Assert.DoesNotContain("同期", forecast.Why, StringComparison.Ordinal);
                if (forecast.Method is "上期值" or "指数平滑") Assert.Equal(forecast.Steps[0].Point, forecast.Steps[3].Point, 1e-9);
            },
            iter: 300,
            threads: 1);

    [Fact]
    public void Two_years_allow_a_season_and_the_words_name_every_method_with_its_error()
    {
        double[] shape = [70, 80, 95, 90, 100, 110, 105, 100, 120, 130, 125, 180];
        var forecast = Forecaster.Of(
            new Series(202301, [.. Enumerable.Range(0, 36).Select(t => (shape[t % 12] * (1 + (0.08 * (t / 12)))) + (t * 7 % 5))], 12), 12)!;
        Assert.Equal(Methods.Names, forecast.Tried.Select(t => t.Method));
        Assert.Contains("各年有相同的季节规律", forecast.Why, StringComparison.Ordinal);
        Assert.All(forecast.Tried, t => Assert.Contains(t.Method, forecast.Why, StringComparison.Ordinal));
        Assert.Contains("从过去18个月的每月末起", forecast.Why, StringComparison.Ordinal);
        Assert.True(forecast.Steps[11].Point > 1.5 * forecast.Steps[0].Point);
        Assert.Equal(forecast.Chosen.Smape, forecast.Smape);
    }

    [Fact]
    public void A_method_is_left_for_another_only_where_that_one_was_clearly_better()
    {
        // Last year's values repeat exactly: nothing else comes near.
        double[] year = [50, 20, 90, 10, 70, 30, 80, 40, 60, 15, 95, 25];
        var exact = Forecaster.Of(new Series(202001, [.. Enumerable.Range(0, 60).Select(t => year[t * 5 % 12])], 12), 6)!;
        Assert.True(exact.Chosen.Error < 1e-9, exact.Why);
        Assert.Contains("误差最小，予以选用", exact.Why, StringComparison.Ordinal);
        // A random walk: the last value is best by a hair, which proves nothing.
        double[] walk = new double[60];
        for (var t = 1; t < 60; t++) walk[t] = walk[t - 1] + ((t * 7919 % 13) - 6);
        var forecast = Forecaster.Of(new Series(202001, walk, 12), 6)!;
        var mean = forecast.Tried.Single(t => t.Method == "组合");
        Assert.All(forecast.Tried, t => Assert.True(t.Error >= forecast.Chosen.Error || forecast.Method == "组合"));
        if (forecast.Method != "组合") Assert.True(forecast.Chosen.Error < 0.75 * mean.Error);
    }

    [Fact]
    public void What_never_changed_is_foreseen_without_a_spread_but_never_called_certain()
    {
        var forecast = Forecaster.Of(new Series(202401, Enumerable.Repeat(5.0, 30), 12), 2)!;
        Assert.Equal(new Prospect(5, 0, forecast.Steps[0].Tail), forecast.Steps[0]);
        Assert.Null(forecast.Mase);
        Assert.Equal(999, forecast.Likelihood(1, 5, Direction.Higher));
        Assert.Equal(1, forecast.Likelihood(1, 5.1, Direction.Higher));
    }

    [Fact]
    public void Scaling_all_values_scales_the_forecast() =>
        Gen.Select(_levels, Gen.Int[-3, 10], _seasons).Sample(
            (values, power, season) =>
            {
                // A power of two changes no digit, so the same method is chosen.
                var factor = Math.Pow(2, power);
                var small = Forecaster.Of(new Series(201412, values, season), 5)!;
                var large = Forecaster.Of(new Series(201412, values.Select(v => v * factor), season), 5)!;
                Assert.Equal(small.Method, large.Method);
                for (var step = 1; step <= 5; step++)
                {
                    AssertScaled(small.Steps[step - 1], large.Steps[step - 1], factor);
                    AssertScaled(small.SumOf(step), large.SumOf(step), factor);
                }
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void Intervals_hold_their_point_and_widen_with_the_chance() =>
        _levels.Sample(
            values =>
            {
                var forecast = Forecaster.Of(new Series(201501, values, 12), 12)!;
                for (var step = 1; step <= 12; step++)
                {
                    foreach (var prospect in (Prospect[])[forecast.Steps[step - 1], forecast.SumOf(step)])
                        Assert.True(prospect.Low95 < prospect.Low80 && prospect.Low80 < prospect.Point
                            && prospect.Point < prospect.High80 && prospect.High80 < prospect.High95);
                }

                Assert.Equal(forecast.Steps.Take(7).Sum(s => s.Point), forecast.SumOf(7).Point, 1e-6);
                Assert.Equal(forecast.Steps[0], forecast.SumOf(1));
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void Likelihood_falls_as_the_wanted_value_rises_and_both_ways_make_a_whole() =>
        Gen.Select(_levels, Gen.Double[0, 500], Gen.Double[0, 100], Gen.Int[1, 6]).Sample(
            (values, wanted, more, step) =>
            {
                var forecast = Forecaster.Of(new Series(201501, values, 12), 6)!;
                Assert.True(forecast.Likelihood(step, wanted, Direction.Higher) >= forecast.Likelihood(step, wanted + more, Direction.Higher));
                Assert.True(forecast.Likelihood(step, wanted, Direction.Lower) <= forecast.Likelihood(step, wanted + more, Direction.Lower));
                Assert.InRange(forecast.Likelihood(step, wanted, Direction.Higher) + forecast.Likelihood(step, wanted, Direction.Lower), 999, 1001);
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void Likelihood_and_intervals_tell_the_same()
    {
        var prospect = new Prospect(100, 5, 0.3);
        Assert.Equal(500, prospect.Likelihood(100, Direction.Higher));
        Assert.Equal(900, prospect.Likelihood(prospect.Low80, Direction.Higher));
        Assert.Equal(100, prospect.Likelihood(prospect.High80, Direction.Higher));
        Assert.Equal(975, prospect.Likelihood(prospect.High95, Direction.Lower));
        Assert.Equal(999, prospect.Likelihood(-1e9, Direction.Higher));
        Assert.Equal(900, prospect.Plus(40).Likelihood(prospect.Low80 + 40, Direction.Higher));
        Assert.Throws<ArgumentException>(() => prospect.Likelihood(1, Direction.Neither));
    }

    [Fact]
    public void Errors_of_sums_are_those_of_sums()
    {
        // Errors that take turns: two months together are far surer than each.
        double[] turns = [.. Enumerable.Range(0, 60).Select(t => 100 + (t % 2 == 0 ? 10.0 : -10.0) + (t * 7 % 3))];
        var forecast = Forecaster.Of(new Series(202112, turns, 1), 8)!;
        var width = forecast.Steps[7].High80 - forecast.Steps[7].Low80;
        Assert.True(forecast.SumOf(8).High80 - forecast.SumOf(8).Low80 < 8 * width / 2);
    }

    [Fact]
    public void A_forecast_does_not_know_what_came_after() =>
        Gen.Select(_levels, Gen.Double[50, 400], Gen.Int[1, 30]).Sample(
            (values, revision, back) =>
            {
                // Every method was tried at each end; what was foreseen up to the revised month must stay as it was.
                var month = Math.Max(0, values.Length - back);
                double[] revised = [.. values[..month], revision, .. values[(month + 1)..]];
                Backtest before = Backtest.Of(values, 12, values.Length >= 24, 6), after = Backtest.Of(revised, 12, values.Length >= 24, 6);
                foreach (var (was, now) in before.Runs.Zip(after.Runs).Where(r => r.First.Origin <= month))
                    Assert.Equal(was.Forecasts.SelectMany(f => f ?? []), now.Forecasts.SelectMany(f => f ?? []));
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void The_same_values_give_the_same_forecast() =>
        _levels.Sample(
            values =>
            {
                var (once, again) = (Forecaster.Of(new Series(201501, values, 12), 6)!, Forecaster.Of(new Series(201501, [.. values], 12), 6)!);
                Assert.Equal(once.Steps, again.Steps);
                Assert.Equal(once.Why, again.Why);
            },
            iter: 50,
            threads: 1);

    private static void AssertScaled(Prospect small, Prospect large, double factor)
    {
        Assert.Equal(small.Point * factor, large.Point, Math.Abs(small.Point * factor) * 1e-9);
        Assert.Equal(small.Scale * factor, large.Scale, small.Scale * factor * 1e-9);
    }
}
