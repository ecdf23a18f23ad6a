using System.Security.Cryptography;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Shared;

/// <summary>Uploaded files: their bytes lie in the database in pieces, so that nobody holds a whole one to send it.</summary>
internal static class StoredFiles
{
    /// <summary>Bytes of a file at most.</summary>
    public const int Longest = 20 * 1024 * 1024;

    private const int ChunkBytes = 256 * 1024;

    /// <summary>The files of one thing.</summary>
    /// <param name="subject">Name of its type.</param>
    public static IQueryable<StoredFile> FilesOf(this MaodingContext db, string subject, int id) =>
        db.Files.AsNoTracking().Where(f => f.Subject == subject && f.SubjectId == id);

    /// <summary>Tracks a new file of a thing that is stored, with its pieces.</summary>
    /// <param name="at">UTC.</param>
    /// <returns>The key that stands for the file's until it is saved.</returns>
    public static int AddFile(
        this MaodingContext db, Actor actor, string name, string contentType, byte[] bytes, DateTime at, string subject, int id) =>
        Add(db, actor, bytes, new StoredFile { Name = name, ContentType = contentType, Sha256 = "", AddedAt = at, Subject = subject, SubjectId = id });

    /// <summary>The same for a thing that is saved together with it.</summary>
    public static int AddFile(this MaodingContext db, Actor actor, string name, string contentType, byte[] bytes, DateTime at, IAudited owner) =>
        Add(db, actor, bytes, new StoredFile
        {
            Name = name,
            ContentType = contentType,
            Sha256 = "",
            AddedAt = at,
            Subject = owner.GetType().Name,
            Owner = owner,
        });

    private static int Add(MaodingContext db, Actor actor, byte[] bytes, StoredFile file)
    {
        (file.Length, file.Sha256, file.AddedById) = (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), actor.AccountId);
        var key = db.Files.Add(file).Property(f => f.Id).CurrentValue;
        for (var start = 0; start < bytes.Length; start += ChunkBytes)
            db.FileChunks.Add(new FileChunk { FileId = key, Index = start / ChunkBytes, Bytes = bytes[start..Math.Min(bytes.Length, start + ChunkBytes)] });
        return key;
    }

    /// <summary>Writes a file's bytes, one piece in memory at a time; no reading stays open while a slow receiver takes them.</summary>
    /// <param name="length">Bytes, as stored with the file.</param>
    public static async Task CopyFileAsync(this MaodingContext db, int fileId, long length, Stream output, CancellationToken stop)
    {
        for (var index = 0; (long)index * ChunkBytes < length; index++)
        {
            var piece = index;
            var bytes = await db.FileChunks.AsNoTracking().Where(c => c.FileId == fileId && c.Index == piece).Select(c => c.Bytes).SingleAsync(stop);
            await output.WriteAsync(bytes, stop);
        }
    }
}
