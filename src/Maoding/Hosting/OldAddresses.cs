namespace Maoding.Hosting;

/// <summary>Addresses that pages had before their folders were named alike; links in mails and on people's lists still lead there.</summary>
internal static class OldAddresses
{
    /// <summary>First parts of addresses: the old one and today's.</summary>
    private static readonly (PathString Old, string Now)[] Moved =
    [
        ("/account", "/own-account"),
        ("/chase", "/chasing"),
        ("/close/rules", "/rules"),
        ("/closings/rules", "/rules"),
        ("/close", "/closings"),
        ("/complete", "/completing"),
        ("/consult", "/consulting"),
        ("/directory", "/organs"),
        ("/issue", "/issuing"),
        ("/ledger/assign", "/ledger/assigning"),
        ("/overview", "/overviews"),
        ("/projects/analysis", "/analysis"),
        ("/pipeline/matter", "/pipeline/sought-matter"),
        ("/report", "/reporting"),
        ("/settle", "/settling"),
        ("/stocktake", "/stocktakes"),
        ("/watch", "/watching"),
    ];

    /// <summary>Last parts of addresses below one thing.</summary>
    private static readonly (string Below, string Old, string Now)[] Renamed =
    [
        ("/ledger/", "/amend", "/amending"),
        ("/documents/", "/edition", "/correction"),
    ];

    /// <summary>Sends on what no page answers any more, its query kept; a form sent to an old address goes on as a form.</summary>
    public static Task Redirect(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null || Today(context.Request.Path) is not { } now) return next(context);
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = context.Request.PathBase + now + context.Request.QueryString;
        return Task.CompletedTask;
    }

    private static string? Today(PathString path)
    {
        foreach (var (old, now) in Moved)
            if (path.StartsWithSegments(old, StringComparison.OrdinalIgnoreCase, out var rest)) return now + rest.ToUriComponent();
        foreach (var (below, old, now) in Renamed)
            if (path.Value is { } text && text.StartsWith(below, StringComparison.Ordinal) && text.EndsWith(old, StringComparison.Ordinal))
                return new PathString(text[..^old.Length] + now).ToUriComponent();
        return null;
    }
}
