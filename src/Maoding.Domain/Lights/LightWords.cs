using Maoding.Domain.Audit;

namespace Maoding.Domain.Lights;

/// <summary>What a light is called.</summary>
public static class LightWords
{
    public static string Of(Light light) => ChoiceWords.Of(light);
}
