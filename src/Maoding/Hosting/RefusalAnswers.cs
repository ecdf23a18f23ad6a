using Maoding.Domain;
using Maoding.Storage.Auditing;
using Microsoft.AspNetCore.Http.Features;

namespace Maoding.Hosting;

/// <summary>Turns what went wrong into an answer with the right status: a refusal with its words and code, anything else with a number for the log.</summary>
internal sealed partial class RefusalAnswers(RequestDelegate next, ILogger<RefusalAnswers> log)
{
    /// <summary>Requests of a page's own script name in it the part they want, such as card or panel.</summary>
    public const string FragmentHeader = "X-Fragment";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (RefusalException refusal) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, (int)refusal.Kind, refusal.Code, refusal.Message);
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            var message = error.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? "上传的内容超过 20 MB。请拆分后再传。"
                : "请求不完整，服务器没有处理。请退回上一页重试。";
            await AnswerAsync(context, error.StatusCode, "SYS005", message);
        }
        catch (Exception error) when (!context.Response.HasStarted && BusyDatabase.Is(error))
        {
            Unexpected(log, error, context.TraceIdentifier, context.Request.Path);
            await AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "SYS008", "有人正在保存大量内容，数据库一时腾不出来，没有保存任何改动。请退回上一页，过一分钟再提交。");
        }
        catch (Exception error) when (!context.Response.HasStarted && error is not OperationCanceledException)
        {
            Unexpected(log, error, context.TraceIdentifier, context.Request.Path);
            await AnswerAsync(context, StatusCodes.Status500InternalServerError, "SYS004", $"系统内部出错，没有保存任何改动。请把编号 {context.TraceIdentifier} 告诉系统管理员。");
        }
    }

    private async Task AnswerAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
        if (IsApi(context.Request))
        {
            await context.Response.WriteAsJsonAsync(new { code, message }, context.RequestAborted);
            return;
        }

        if (WantsFragment(context.Request))
        {
            await SayAsync(context, code, message);
            return;
        }

        context.Features.Set(new RefusalShown(code, message));
        try
        {
            await ShowPageAsync(context, $"/status/{status}");
        }
        catch (Exception error) when (!context.Response.HasStarted && error is not OperationCanceledException)
        {
            Unexpected(log, error, context.TraceIdentifier, context.Request.Path);
            context.Response.Clear();
            context.Response.StatusCode = status;
            await SayAsync(context, code, message);
        }
    }

    private static Task SayAsync(HttpContext context, string code, string message)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"{message}（{code}）");
    }

    /// <summary>Runs the pipeline again for the page that shows the refusal, as a plain GET.</summary>
    private async Task ShowPageAsync(HttpContext context, string path)
    {
        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues?.Clear();
        (context.Request.Path, context.Request.QueryString, context.Request.Method) = (path, QueryString.Empty, HttpMethods.Get);
        await next(context);
    }

    /// <summary>Another program asks: it is answered in JSON, never with a page.</summary>
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    /// <summary>A script of the page asks, not a person who would read a whole page.</summary>
    public static bool WantsFragment(HttpRequest request) => request.Headers.ContainsKey(FragmentHeader);

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Request {TraceIdentifier} to {Path} failed")]
    private static partial void Unexpected(ILogger logger, Exception error, string traceIdentifier, PathString path);
}

/// <summary>The refusal that the status page shows.</summary>
internal sealed record RefusalShown(string Code, string Message);
