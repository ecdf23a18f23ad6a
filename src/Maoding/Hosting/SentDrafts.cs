using Maoding.Districts;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Maoding.Hosting;

/// <summary>A form that was carried out needs no draft any more: it names its own, and the answer leads on to another page.</summary>
internal sealed class SentDrafts(CurrentRequest current, Database database) : IAsyncResultFilter
{
    /// <summary>Hidden field that the script adds: the page's address, a line break, the form's place.</summary>
    public const string Field = "SentDraft";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.Result is RedirectResult or LocalRedirectResult or RedirectToPageResult && HttpMethods.IsPost(request.Method)
            && current.Actor.IsSignedIn && request.HasFormContentType && request.Form[Field].ToString() is { Length: > 0 } sent)
        {
            var lines = sent.ReplaceLineEndings("\n").Split('\n', 2);
            if (lines.Length == 2) await KeptForms.ForgetAsync(database, current.Actor.AccountId, lines[0], lines[1], context.HttpContext.RequestAborted);
        }

        await next();
    }
}
