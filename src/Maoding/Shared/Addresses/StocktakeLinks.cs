using System.Globalization;

namespace Maoding.Shared.Addresses;

/// <summary>The addresses of stocktakes and their decisions.</summary>
public static class StocktakeLinks
{
    public const string Index = "/stocktakes";

    /// <summary>A unit's decisions to carry out.</summary>
    public const string Steps = "/stocktakes/steps";

    public static string Leader(int post) => string.Create(CultureInfo.InvariantCulture, $"{Index}/leader/{post}");

    public static string Theme(int theme) => string.Create(CultureInfo.InvariantCulture, $"{Index}/theme/{theme}");

    public static string Step(int id) => string.Create(CultureInfo.InvariantCulture, $"{Index}/step/{id}");
}
