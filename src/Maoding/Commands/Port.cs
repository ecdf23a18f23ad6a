using System.Net;
using System.Net.Sockets;
using Maoding.Domain;

namespace Maoding.Commands;

/// <summary>Tries the addresses before a database is made and a host started: a busy port is told in one message and leaves nothing behind.</summary>
internal static class Port
{
    /// <exception cref="RefusalException">STO005: it cannot listen there.</exception>
    public static void DemandFree(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                var address = BindingAddress.Parse(url);
                if (address.IsUnixPipe || address.IsNamedPipe) continue;
                using var listener = new TcpListener(HostOf(address.Host), address.Port);
                listener.Start();
            }
            catch (Exception error) when (error is SocketException or FormatException or ArgumentException)
            {
                throw Refused(urls);
            }
        }
    }

    public static RefusalException Refused(string urls) => new(
        "STO005", $"不能在 {urls} 上监听：地址写得不对，端口被别的程序占用，或没有权限用这个端口。请用 --urls 换一个，例如 http://localhost:5081。", RefusalKind.Conflict);

    /// <summary>A name that is no address stands for every one, as the server takes it.</summary>
    private static IPAddress HostOf(string host) =>
        host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host, out var address) ? address : IPAddress.Any;
}
