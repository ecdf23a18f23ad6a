namespace Maoding.Commands;

/// <summary>Writes a result whole or not at all: beside its place first, moved there when complete.</summary>
internal static class OutputFile
{
    /// <exception cref="OutputException">The place cannot be written; nothing is left behind.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var given = new FileInfo(path);
        var place = given.LinkTarget is null ? given.FullName : given.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        var folder = Path.GetDirectoryName(place) ?? place;
        if (Directory.Exists(place)) throw new OutputException("OUT001", $"“{path}”是一个文件夹，请在 -o 后写上文件名。");
        if (!Directory.Exists(folder)) throw new OutputException("OUT001", $"文件夹“{folder}”不存在，请先建好，或换一个 -o 位置。");
        if (File.Exists(place) && new FileInfo(place).IsReadOnly) throw new OutputException("OUT002", $"“{path}”是只读的，请换一个 -o 位置，或先解除只读。");
        Try(path, () =>
        {
            // A device is written to: a file moved over it would take its place.
            if (place.StartsWith("/dev/", StringComparison.Ordinal)) WriteTo(place, FileMode.Open, write);
            else Replace(place, folder, write);
        });
    }

    /// <exception cref="OutputException">Standard output leads to a full disk or a broken device.</exception>
    public static void WriteToScreen(Action<Stream> write) => Try("标准输出", () =>
    {
        using var stream = Console.OpenStandardOutput();
        write(stream);
    });

    private static void Replace(string place, string folder, Action<Stream> write)
    {
        var part = Path.Combine(folder, $".{Path.GetFileName(place)}.{Environment.ProcessId}.part");
        try
        {
            WriteTo(part, FileMode.Create, write);
            File.Move(part, place, overwrite: true);
        }
        finally
        {
            if (File.Exists(part)) File.Delete(part);
        }
    }

    private static void WriteTo(string path, FileMode mode, Action<Stream> write)
    {
        using var stream = new FileStream(path, mode, mode == FileMode.Open ? FileAccess.Write : FileAccess.ReadWrite);
        write(stream);
        // On the disk before it takes its place: a backup must not be gone with the power.
        if (mode == FileMode.Create) stream.Flush(flushToDisk: true);
    }

    private static void Try(string path, Action write)
    {
        try
        {
            write();
        }
        catch (UnauthorizedAccessException)
        {
            throw new OutputException("OUT002", $"没有权限写入“{path}”，请换一个 -o 位置，或请管理员授权。");
        }
        catch (IOException)
        {
            throw new OutputException("OUT003", $"写入“{path}”没有成功，请看看磁盘是否已满、文件是否被别的程序打开。");
        }
    }
}
