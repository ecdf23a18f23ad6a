using Maoding.Domain;
using Maoding.Storage;

namespace Maoding.Commands;

/// <summary>
/// A SQLite folder is served by one process (docs/adr/0012): another one would do the work of the clock twice, or delete files in use.
/// </summary>
internal static class ServedFolder
{
    private const string LockName = "maoding.serving";

    /// <summary>Held until it is disposed of; the operating system drops it with the process. Null for PostgreSQL, which many may serve.</summary>
    /// <exception cref="RefusalException">STO013: another process holds it.</exception>
    public static FileStream? Hold(Database database)
    {
        if (database.Folder is not { } folder) return null;
        Directory.CreateDirectory(folder);
        try
        {
            return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            throw new RefusalException("STO013", $"{folder} 正由另一个 maoding 打开着。请先停掉它，或者换一个 --data 目录。", RefusalKind.Conflict);
        }
    }
}
