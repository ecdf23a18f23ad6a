using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Hosting;
using Maoding.Shared;

namespace Maoding.Features.Building.JointReviews;

internal static class ReviewEndpoints
{
    public static void MapJointReviews(this IEndpointRouteBuilder app) =>
        app.MapGet("/joint-reviews/files/{id:int}", DownloadAsync).Needs(Permission.AnswerReview);

    private static async Task<IResult> DownloadAsync(
        int id, HttpContext context, CurrentRequest current, JointReviewReader reader, Downloads downloads, CancellationToken stop)
    {
        if (await reader.FileAsync(current.Actor, id, stop) is not { } file) return Results.NotFound();
        return await downloads.StoredAsync(new TakenOut("下载附件", nameof(StoredFile), id, file.Name), file, context.Response, stop);
    }
}
