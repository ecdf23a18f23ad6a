using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Maoding.WebBench;

/// <summary>What a load found.</summary>
internal readonly record struct LoadFigure(double PerSecond, double P99Milliseconds, int Bytes);

/// <summary>
/// Some connections that ask for one address over and over, each waiting for its answer;
/// bare sockets, because the load shares the machine with what it measures.
/// </summary>
/// <param name="path">
/// With {n} in it: another address each time, <see cref="Addresses"/> in turn, so that nothing is asked again while it is remembered.
/// </param>
internal sealed class Load(int port, string path, string? cookie)
{
    /// <summary>More than the server remembers, few enough that each page is full.</summary>
    private const int Addresses = 250;

    private readonly byte[][] _requests =
    [
        .. Enumerable.Range(1, path.Contains("{n}", StringComparison.Ordinal) ? Addresses : 1).Select(n => Encoding.ASCII.GetBytes(
            $"GET {path.Replace("{n}", $"{n}", StringComparison.Ordinal)} HTTP/1.1\r\nHost: "
                + $"127.0.0.1:{port}\r\n{(cookie is null ? "" : $"Cookie: maoding={cookie}\r\n")}\r\n")),
    ];

    public async Task<LoadFigure> RunAsync(int connections, TimeSpan time)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var start = Stopwatch.GetTimestamp();
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(c => Task.Run(() => AskAsync(c * _requests.Length / connections, until))));
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var times = runs.SelectMany(r => r.Times).Order().ToList();
        return new LoadFigure(times.Count / elapsed, times[(int)(times.Count * 0.99)] * 1000.0 / Stopwatch.Frequency, runs[0].Bytes);
    }

    /// <summary>Waits until the address answers 200; the time since <paramref name="start"/>.</summary>
    public async Task<TimeSpan> FirstAsync(long start, TimeSpan patience)
    {
        while (true)
        {
            try
            {
                using var socket = await ConnectAsync();
                await ReadAsync(socket, 0, new byte[1 << 20]);
                return Stopwatch.GetElapsedTime(start);
            }
            catch (SocketException) when (Stopwatch.GetElapsedTime(start) < patience)
            {
                await Task.Delay(5);
            }
        }
    }

    private async Task<(List<long> Times, int Bytes)> AskAsync(int first, long until)
    {
        var times = new List<long>(100_000);
        var buffer = new byte[1 << 20];
        using var socket = await ConnectAsync();
        var bytes = 0;
        while (Stopwatch.GetTimestamp() is var start && start < until)
        {
            bytes = await ReadAsync(socket, first + times.Count, buffer);
            times.Add(Stopwatch.GetTimestamp() - start);
        }

        return (times, bytes);
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return socket;
    }

    /// <summary>Sends the request and reads its whole answer; the answer's length.</summary>
    private async Task<int> ReadAsync(Socket socket, int number, byte[] buffer)
    {
        await socket.SendAsync(_requests[number % _requests.Length]);
        var read = 0;
        while (true)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (count == 0) throw new InvalidOperationException($"{path}: the connection ended early.");
            read += count;
            if (IsWhole(buffer.AsSpan(0, read))) return read;
        }
    }

    private bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        if (!answer.StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException($"{path} answered {Encoding.UTF8.GetString(answer[..head])}");
        var length = answer[..head].IndexOf("Content-Length: "u8);
        if (length < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
        var digits = answer[(length + 16)..];
        return answer.Length == head + 4 + int.Parse(digits[..digits.IndexOf((byte)'\r')], System.Globalization.CultureInfo.InvariantCulture);
    }
}
