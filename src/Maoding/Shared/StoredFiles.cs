using System.Security.Cryptography;
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

    /// <summary>Tracks a new file with its pieces.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="rowId">The row it is attached to; null for a source document's own file.</param>
    /// <param name="reviewId">The joint review whose package it is in; null for other files.</param>
    /// <param name="projectId">The project it is a photo of; null for other files.</param>
    /// <returns>The key that stands for the file's until it is saved.</returns>
    public static int AddFile(this MaodingContext db, Actor actor, string name, string contentType,
        byte[] bytes, DateTime at, int? rowId = null, int? reviewId = null, int? projectId = null)
    {
        var file = new StoredFile
        {
            Name = name,
            ContentType = contentType,
            Length = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            CommitmentId = rowId,
            ReviewId = reviewId,
            ProjectId = projectId,
            AddedAt = at,
            AddedById = actor.AccountId,
        };
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
