using Maoding.Domain.Indicators;

namespace Maoding.Domain.Forecasting;

/// <summary>
/// What a value not yet known may be. Errors are spread as a logistic distribution whose tails are stretched: with p the
/// chance of staying below, an error is Scale × sinh(Tail × logit p) ÷ Tail.
/// </summary>
/// <param name="Point">The value in the middle.</param>
/// <param name="Scale">How wide, in the series' unit; 0 where the past never missed.</param>
/// <param name="Tail">How much likelier large misses are than by the logistic distribution; above 0.</param>
public readonly record struct Prospect(double Point, double Scale, double Tail)
{
    /// <summary>Four of five outcomes lie between this and <see cref="High80"/>.</summary>
    public double Low80 => Point - Miss(0.9);

    public double High80 => Point + Miss(0.9);

    /// <summary>Nineteen of twenty outcomes lie between this and <see cref="High95"/>.</summary>
    public double Low95 => Point - Miss(0.975);

    public double High95 => Point + Miss(0.975);

    /// <summary>The same with what is known already: done so far.</summary>
    public Prospect Plus(double done) => this with { Point = Point + done };

    /// <summary>Chance in per mille that the outcome is at least the value (Higher) or at most (Lower); 1 to 999, since nothing ahead is certain.</summary>
    /// <exception cref="ArgumentException">Neither direction: nothing can be met.</exception>
    public int Likelihood(double value, Direction direction)
    {
        var above = direction switch
        {
            Direction.Higher => Point - value,
            Direction.Lower => value - Point,
            _ => throw new ArgumentException("Likelihood needs a direction.", nameof(direction)),
        };
        if (Scale <= 0) return above >= 0 ? 999 : 1;
        var logit = Math.Asinh(Tail * above / Scale) / Tail;
        return (int)Math.Clamp(Math.Round(1000 / (1 + Math.Exp(-logit))), 1, 999);
    }

    private double Miss(double chance) => Scale * Math.Sinh(Tail * Math.Log(chance / (1 - chance))) / Tail;
}
