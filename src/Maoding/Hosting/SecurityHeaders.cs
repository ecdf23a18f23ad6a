namespace Maoding.Hosting;

/// <summary>The headers that tell a browser what a page of ours may do.</summary>
internal static class SecurityHeaders
{
    /// <summary>Adds the content security policy and its companions to every response.</summary>
    /// <param name="app">The pipeline; call this before anything that answers.</param>
    /// <param name="identityProviderOrigin">Scheme, host and port of the OpenID Connect provider that the sign-in form is sent on to; null without one.</param>
    /// <exception cref="ArgumentException">The origin carries a path, or anything else that could end or widen the policy.</exception>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, string? identityProviderOrigin)
    {
        var policy = Policy(identityProviderOrigin);
        return app.Use((context, next) =>
        {
            // At the last moment: an answer thrown away for a refusal takes its headers with it.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                // A file that is handed out has a stricter policy of its own.
                headers.TryAdd("Content-Security-Policy", policy);
                // What a page shows stays with the session that asked for it.
                if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
                    headers.TryAdd("Cache-Control", "no-cache, no-store");
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static string Policy(string? origin)
    {
        if (origin is not null && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority) == origin))
            throw new ArgumentException($"“{origin}” is not an origin such as https://id.example.gov.cn", nameof(origin));
        return "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
            + (origin is null ? "" : $" {origin}");
    }
}
