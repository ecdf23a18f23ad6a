namespace Maoding.Commands;

/// <summary>The terminal the process talks to.</summary>
internal static class Screen
{
    /// <summary>Columns of text output; 120 where there is no terminal.</summary>
    public static int Width
    {
        get
        {
            if (Console.IsOutputRedirected) return 120;
            return Console.WindowWidth is > 40 and var width ? width : 120;
        }
    }
}
