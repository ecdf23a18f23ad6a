using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Storage;

namespace Maoding.Features.Building.JointReviews;

internal static class ReviewEndpoints
{
    public static void MapJointReviews(this IEndpointRouteBuilder app) =>
        app.MapGet("/joint-reviews/files/{id:int}", DownloadAsync).Needs(Permission.AnswerReview);

    /// <summary>Always as a download: nothing that a person uploaded is shown as a page of ours.</summary>
    private static async Task<IResult> DownloadAsync(
        int id, HttpContext context, CurrentRequest current, JointReviewReader reader, MaodingContext db, CancellationToken stop)
    {
        if (await reader.FileAsync(current.Actor, id, stop) is not { } file) return Results.NotFound();
        await StoredFiles.SendAsync(context.Response, db, file, stop);
        return Results.Empty;
    }
}
