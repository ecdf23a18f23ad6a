using Maoding.Text;

namespace Maoding.Bench;

/// <summary>Texts that no office writes, at two lengths: cost per character must not grow with the length.</summary>
internal static class HostileTable
{
    public static void Print(int length)
    {
        var reader = new SpeechReader();
        reader.Read(SourceText.FromPlain(BenchText.Of(200_000)), null, 2026);
        Console.WriteLine($"ns per character at {length / 10:N0} and at {length:N0} characters");
        foreach (var ((name, shorter), (_, longer)) in BenchText.Hostile(length / 10).Zip(BenchText.Hostile(length)))
        {
            var small = Time(reader, shorter);
            Console.WriteLine($"  {name,-22} {small,8:F1} {Time(reader, longer),8:F1}");
        }

        Console.WriteLine($"  peak working set {SpeedTable.PeakMegabytes()} MB");
    }

    private static double Time(SpeechReader reader, string text)
    {
        var source = SourceText.FromPlain(text);
        var start = Measured.Now();
        reader.Read(source, null, 2026);
        return (Measured.Now() - start).TotalNanoseconds / text.Length;
    }
}
