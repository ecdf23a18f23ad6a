namespace Maoding.Domain.Lights;

/// <summary>What a light is called.</summary>
public static class LightWords
{
    public static string Of(Light light) => light switch
    {
        Light.Green => "绿灯",
        Light.Yellow => "黄灯",
        Light.Red => "红灯",
        _ => "不评",
    };
}
