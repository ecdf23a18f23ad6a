using Spectre.Console;

namespace Maoding.Commands;

/// <summary>Shows a progress bar on standard error when work takes longer than a second.</summary>
internal static class Progress
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    public static T While<T>(string what, Func<Action<double>, T> work)
    {
        if (Console.IsErrorRedirected) return work(static _ => { });
        var share = 0.0;
        var running = Task.Run(() => work(value => Volatile.Write(ref share, value)));
        try
        {
            if (!running.Wait(_patience)) Show(what, running, () => Volatile.Read(ref share));
        }
        catch (AggregateException)
        {
            // The cause is thrown below, as the work threw it.
        }

        return running.GetAwaiter().GetResult();
    }

    private static void Show(string what, Task running, Func<double> share)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().AutoClear(true).Start(context =>
        {
            var bar = context.AddTask(what);
            while (!running.Wait(100)) bar.Value = 100 * share();
            bar.Value = 100;
        });
    }
}
