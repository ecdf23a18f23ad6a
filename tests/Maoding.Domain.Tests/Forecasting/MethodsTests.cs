using CsCheck;
using Maoding.Domain.Forecasting;
using Xunit;

namespace Maoding.Domain.Tests.Forecasting;

/// <summary>Each method by itself, on cases worked by hand.</summary>
public sealed class MethodsTests
{
    private static readonly double[] _pattern = [0.8, 0.9, 1.1, 1.2];

    [Fact]
    public void Naive_gives_the_last_value_again() =>
        Assert.Equal([7, 7, 7], Of([3, 5, 7], 12, false, 3)[Methods.Naive]!);

    [Fact]
    public void Seasonal_naive_gives_last_years_values_again() =>
        Assert.Equal([5, 6, 7, 8, 5], Of([1, 2, 3, 4, 5, 6, 7, 8], 4, true, 5)[Methods.SeasonalNaive]!);

    [Fact]
    public void Year_on_year_carries_the_last_half_years_change_on() =>
        // The last half year is (33 + 44) / (30 + 40) = 1.1 times the one before; the second year gets half as much more.
        AssertNear([11, 22, 36.3, 48.4, 11.5], Of([10, 20, 30, 40, 10, 20, 33, 44], 4, true, 5)[Methods.YearOnYear]!);

    [Fact]
    public void Year_on_year_adds_where_a_value_is_not_above_zero() =>
        // Changed by ((1 + 4) - (-1 + 2)) / 2 = 2.
        AssertNear([5, 6, 3, 6, 6], Of([3, 4, -1, 2, 3, 4, 1, 4], 4, true, 5)[Methods.YearOnYear]!);

    [Fact]
    public void Smoothing_follows_a_walk_and_holds_a_swing()
    {
        Assert.Equal(20, Smoothing.Level([1, 2, 4, 7, 9, 12, 16, 20]), 1e-9);
        Assert.InRange(Smoothing.Level([10, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9]), 9.8, 10.2);
    }

    [Fact]
    public void A_damped_trend_goes_on_with_ever_smaller_steps()
    {
        var ahead = Smoothing.DampedTrend([10, 12, 14, 16, 18, 20, 22, 24, 26, 28], 6);
        var changes = ahead.Skip(1).Zip(ahead, (late, early) => late - early).ToList();
        Assert.InRange(ahead[0], 29, 30);
        Assert.All(changes, c => Assert.InRange(c, 0.5, 2.0));
        Assert.All(changes.Zip(changes.Skip(1)), pair => Assert.True(pair.Second < pair.First));
    }

    [Fact]
    public void Theta_goes_on_with_half_the_trend() =>
        // On a straight line the second line is the values themselves, and smoothing stays at the last one.
        AssertNear([10.5, 11, 11.5], Theta.Forecast([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3));

    [Fact]
    public void The_mean_of_methods_is_just_that()
    {
        double[] values = [10, 20, 30, 40, 10, 20, 33, 44, 13, 22, 35, 41];
        var all = Of(values, 4, true, 4);
        AssertNear([.. Enumerable.Range(0, 4)
            .Select(s => (all[Methods.Damped]![s] + all[Methods.Theta]![s] + all[Methods.YearOnYear]![s]) / 3)], all[Methods.Mean]!);
        all = Of(values, 4, false, 4);
        AssertNear([.. Enumerable.Range(0, 4).Select(s => (all[Methods.Damped]![s] + all[Methods.Theta]![s]) / 2)], all[Methods.Mean]!);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(11)]
    [InlineData(12)]
    public void A_multiplicative_season_is_found_and_taken_off(int season)
    {
        double[] indices = [.. Enumerable.Range(0, season).Select(i => 1 + (0.3 * Math.Cos(2 * Math.PI * i / season)))];
        double[] values = [.. Enumerable.Range(0, 5 * season).Select(t => 200 * indices[t % season])];
        var shape = Seasonality.Of(values, season);
        Assert.Equal(SeasonalKind.Multiplicative, shape.Kind);
        AssertNear([.. values.Select(_ => 200.0)], shape.Remove(values));
        AssertNear(values[..3], shape.PutBack([200, 200, 200], values.Length));
    }

    [Fact]
    public void A_season_around_zero_is_additive()
    {
        double[] values = [.. Enumerable.Range(0, 24).Select(t => 10 * (_pattern[t % 4] - 1))];
        var shape = Seasonality.Of(values, 4);
        Assert.Equal(SeasonalKind.Additive, shape.Kind);
        AssertNear(new double[24], shape.Remove(values));
    }

    [Fact]
    public void A_trend_alone_is_no_season() =>
        Assert.Equal(SeasonalKind.None, Seasonality.Of([.. Enumerable.Range(0, 60).Select(t => 100.0 + t + (t * 7 % 5))], 12).Kind);

    [Fact]
    public void What_chance_leaves_between_months_is_taken_off()
    {
        double[] clean = [.. Enumerable.Range(0, 48).Select(t => 100 * _pattern[t % 4])];
        // The swing from year to year lifts and lowers two quarters each, so that by itself it changes nothing in the sum.
        double[] swinging = [.. clean.Select((v, t) => v + ((t / 4 % 2 == 0 ? 8 : -8) * (t % 4 is 0 or 3 ? 1 : -1)))];
        Assert.InRange(Differences(swinging), 0.5 * Differences(clean), 0.985 * Differences(clean));

        static double Differences(double[] values) => Seasonality.Of(values, 4).PutBack([1, 1, 1, 1], 0).Sum(i => Math.Abs(i - 1));
    }

    [Fact]
    public void Adding_a_constant_adds_it_to_what_smoothing_and_Theta_foresee() =>
        Gen.Select(Gen.Double[-100, 100].Array[8, 40], Gen.Int[-500, 500]).Sample(
            (values, constant) =>
            {
                double[] raised = [.. values.Select(v => v + constant)];
                Assert.Equal(Smoothing.Level(values) + constant, Smoothing.Level(raised), 1e-6);
                AssertNear([.. Smoothing.DampedTrend(values, 5).Select(f => f + constant)], Smoothing.DampedTrend(raised, 5));
                AssertNear([.. Theta.Forecast(values, 5).Select(f => f + constant)], Theta.Forecast(raised, 5));
            },
            iter: 300,
            threads: 1);

    private static double[]?[] Of(double[] values, int season, bool seasonal, int horizon) => Methods.Forecast(values, season, seasonal, horizon);

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-6);
    }
}
