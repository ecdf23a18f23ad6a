using Maoding.Domain.Access;
using Maoding.Storage;
using Maoding.Storage.Migrating;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Hosting;

/// <summary>Two addresses for whoever watches the process; the second also tells how far the database's tables have come.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => "ok").Needs(Permission.Open);
        app.MapGet("/health/ready", ReadyAsync).Needs(Permission.Open);
    }

    private static async Task<IResult> ReadyAsync(MaodingContext db, CancellationToken stop)
    {
        try
        {
            await db.AuditHeads.AsNoTracking().Select(h => h.Id).SingleAsync(stop);
            var schema = await SchemaVersion.OfAsync(db, stop);
            return Results.Text($"ok\ndatabase {schema.Number} {schema.Name}\n");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
