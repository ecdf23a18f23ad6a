namespace Maoding.Commands;

/// <summary>Writes a result whole or not at all: beside its place first, moved there when complete.</summary>
internal static class OutputFile
{
    /// <exception cref="OutputException">The place cannot be written; nothing is left behind.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (Directory.Exists(path)) throw new OutputException("OUT001", $"“{path}”是一个文件夹，请在 -o 后写上文件名。");
        if (!Directory.Exists(folder)) throw new OutputException("OUT001", $"文件夹“{folder}”不存在，请先建好，或换一个 -o 位置。");
        if (File.Exists(path) && new FileInfo(path).IsReadOnly) throw new OutputException("OUT002", $"“{path}”是只读的，请换一个 -o 位置，或先解除只读。");
        var part = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.part");
        try
        {
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.ReadWrite)) write(stream);
            File.Move(part, path, overwrite: true);
        }
        catch (UnauthorizedAccessException)
        {
            throw new OutputException("OUT002", $"没有权限写入“{folder}”，请换一个 -o 位置，或请管理员授权。");
        }
        catch (IOException error)
        {
            throw new OutputException("OUT003", $"写入“{path}”没有成功（{error.Message.TrimEnd('.')}），请看看磁盘是否已满、文件是否被别的程序打开。");
        }
        finally
        {
            if (File.Exists(part)) File.Delete(part);
        }
    }
}
