using Maoding.Domain.Lights;

namespace Maoding.Shared;

/// <summary>How a light is drawn everywhere: word, shape and colour together, so that it is read on a black-and-white print.</summary>
public static class LightMark
{
    /// <summary>The worst first, as counts and filters list them: 红、黄、绿、不评.</summary>
    public static IReadOnlyList<Light> Order { get; } = [Light.Red, Light.Yellow, Light.Green, Light.None];

    /// <summary>The class that gives shape and colour; the word stands in it.</summary>
    public static string Class(Light light) => light switch
    {
        Light.Green => "light light-green",
        Light.Yellow => "light light-yellow",
        Light.Red => "light light-red",
        _ => "light light-none",
    };
}
