using System.Globalization;

namespace Maoding.ForecastBench;

/// <summary>The files of the data folder.</summary>
internal static class RealSeries
{
    /// <summary>The monthly series of the M3 competition: what a method may see, and what came.</summary>
    public static List<(double[] Past, double[] Future)> M3(string folder) =>
        [.. Rows(folder, "m3-monthly.csv").Select(r => (Numbers(r[3].Split(';')), Numbers(r[4].Split(';'))))];

    /// <summary>The four columns of China's retail sales from January–February 2012 on, eleven periods a year.</summary>
    public static List<(string Name, double[] Values)> Retail(string folder)
    {
        var rows = Rows(folder, "china-retail-2012-2018.csv").ToList();
        string[] names = ["level", "growth", "level above the norm", "growth above the norm"];
        return [.. names.Select((name, column) => (name, Numbers(rows.Select(r => r[column + 1]))))];
    }

    private static IEnumerable<string[]> Rows(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split(','));

    private static double[] Numbers(IEnumerable<string> words) => [.. words.Select(w => double.Parse(w, CultureInfo.InvariantCulture))];
}
