using System.Text.RegularExpressions;
using Maoding.Documents.Reading;
using Maoding.Text;
using Maoding.Text.Structure;
using Maoding.Text.Targets;

namespace Maoding.Bench;

/// <summary>Characters per second of each stage, and the whole against one pass of a sentence pattern over the same text.</summary>
internal static class SpeedTable
{
    private const string Pattern = "[^。！？\n]+[。！？\n]";

    public static void Print(int[] lengths, int runs)
    {
        var path = Path.Combine(Path.GetTempPath(), $"maoding-bench-{Environment.ProcessId}.txt");
        try
        {
            foreach (var length in lengths) Print(length, runs, path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Print(int length, int runs, string path)
    {
        var text = BenchText.Of(length);
        File.WriteAllText(path, text);
        var source = DocumentReader.Read(path);
        var outline = OutlineReader.Read(source);
        var reader = new SpeechReader();
        var interpreted = new Regex(Pattern);
        var compiled = new Regex(Pattern, RegexOptions.Compiled);
        var warmUp = TimeSpan.FromSeconds(length < 100_000 ? 2 : 0.5);
        Measured Time(Action work) => Measured.Of(length < 100_000 ? runs * 20 : runs, warmUp, work);

        Console.WriteLine($"{length:N0} characters, {source.Lines.Count:N0} lines, {outline.Sentences.Count:N0} sentences");
        var slow = Row("pattern, interpreted", length, Time(() => interpreted.Count(text)));
        var fast = Row("pattern, compiled", length, Time(() => compiled.Count(text)));
        Row("reading the txt file", length, Time(() => DocumentReader.Read(path)));
        Row("normalise + outline", length, Time(() => OutlineReader.Read(source)));
        Row("targets", length, Time(() => TargetReader.Read(outline)));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        reader.Read(source, null, 2026);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        var whole = Row("whole extraction", length, Time(() => reader.Read(source, null, 2026)));
        Console.WriteLine($"  ratio to the interpreted pattern {whole.Fastest / slow.Fastest:F1} (medians "
            + $"{whole.Median / slow.Median:F1}), to the compiled one {whole.Fastest / fast.Fastest:F1} (medians {whole.Median / fast.Median:F1})");
        Console.WriteLine($"  allocated {allocated / (double)length:F1} bytes per character, peak working set so far {PeakMegabytes()} MB");
        Console.WriteLine();
    }

    private static Measured Row(string name, int length, Measured measured)
    {
        Console.WriteLine($"  {name,-22} {measured.NanosecondsPer(length),8:F2} ns/char (median {measured.MedianNanosecondsPer(length),8:F2}) "
            + $"{length / measured.Fastest.TotalSeconds / 1e6,9:F1} million characters per second");
        return measured;
    }

    public static long PeakMegabytes()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }
}
