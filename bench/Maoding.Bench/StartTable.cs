using System.Diagnostics;

namespace Maoding.Bench;

/// <summary>Whole processes in turn: from start to exit, as a caller waits for them.</summary>
internal static class StartTable
{
    public static void Print(int runs, string[] commands)
    {
        var times = Array.ConvertAll(commands, _ => new double[runs]);
        for (var run = -1; run < runs; run++)
            for (var i = 0; i < commands.Length; i++)
                if (Run(commands[i]) is var time && run >= 0) times[i][run] = time;

        Console.WriteLine("wall ms: min, median");
        for (var i = 0; i < commands.Length; i++)
        {
            Array.Sort(times[i]);
            Console.WriteLine(
                $"{times[i][0],8:F0} {times[i][runs / 2],8:F0}   {string.Join(' ', commands[i].Split(' ').Select(word => Path.GetFileName(word)))}");
        }
    }

    private static double Run(string command)
    {
        var words = command.Split(' ');
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = watch.Elapsed.TotalMilliseconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command}: {process.StandardError.ReadToEnd()}");
        return wall;
    }
}
