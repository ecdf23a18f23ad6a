using System.Collections.Concurrent;
using System.Reflection;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Maoding.Hosting;

/// <summary>The outer gate: nothing runs without a declared permission that the actor may have for some row.</summary>
public sealed class AccessGate(CurrentRequest current) : IAsyncPageFilter, IOrderedFilter
{
    /// <summary>What each handler declares; reflection finds it once.</summary>
    private static readonly ConcurrentDictionary<MethodInfo, Permission?> Declared = new();

    /// <summary>Before everything else that may look at the request.</summary>
    public int Order => -3000;

    /// <summary>The middleware for endpoints that are no pages: pages know their handler only inside the filter.</summary>
    public static async Task ForEndpoints(HttpContext context, RequestDelegate next)
    {
        var current = context.RequestServices.GetRequiredService<CurrentRequest>();
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<NeedsAttribute>() is not { Permission: Permission.Open })
            await current.LoadAsync(context.User, context.RequestAborted, year: YearAddress.Asked(context.Request.Query));
        if (endpoint is null || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        {
            await next(context);
            return;
        }

        var permission = endpoint.Metadata.GetMetadata<NeedsAttribute>()?.Permission;
        var refusal = Judge(current, permission);
        if (current.MustChangePassword && permission is not (Permission.OwnAccount or Permission.Open)) context.Response.Redirect("/own-account/password");
        else if (refusal is null) await next(context);
        else if (current.Actor.IsSignedIn || permission == Permission.FirstRun) throw refusal;
        else if (RefusalAnswers.WantsFragment(context.Request) || RefusalAnswers.IsApi(context.Request)) throw SignedOut();
        else context.Response.Redirect(SignInAddress(context));
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var permission = context.HandlerMethod is { MethodInfo: var method }
            ? Declared.GetOrAdd(method, m => m.GetCustomAttribute<NeedsAttribute>()?.Permission) : null;
        if (current.MustChangePassword && permission is not (Permission.OwnAccount or Permission.Open))
        {
            context.Result = new RedirectResult("/own-account/password");
            return;
        }

        var refusal = Judge(current, permission);
        if (refusal is null) await next();
        else if (current.DirectoryOrNull is null && permission != Permission.Open) context.Result = new RedirectResult("/first-run");
        else if (current.Actor.IsSignedIn || permission == Permission.FirstRun) throw refusal;
        else if (RefusalAnswers.WantsFragment(context.HttpContext.Request)) throw SignedOut();
        else context.Result = new RedirectResult(SignInAddress(context.HttpContext));
    }

    private static RefusalException? Judge(CurrentRequest current, Permission? permission)
    {
        if (permission is null) return new RefusalException("PER002", "这个地址没有声明权限，按规定不予执行。请告诉系统管理员。", RefusalKind.Forbidden);
        if (permission == Permission.FirstRun)
            return current.DirectoryOrNull is null ? null : new RefusalException("PER003", "系统已经启用，首次设置不能再做。请直接登录。", RefusalKind.Forbidden);
        return Permissions.Allows(current.Actor, permission.Value)
            ? null
            : new RefusalException("PER001", "您的岗位没有这项权限。如确有需要，请联系督查室或系统管理员。", RefusalKind.Forbidden);
    }

    /// <summary>The way to sign in and back to the page looked at: of a form sent off that is the page it stood on.</summary>
    internal static string SignInAddress(HttpContext context)
    {
        var request = context.Request;
        var from = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString
            : Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value ? page.PathAndQuery
            : null;
        return from is null ? "/own-account/sign-in" : $"/own-account/sign-in?returnUrl={Uri.EscapeDataString(from)}";
    }

    /// <summary>What people and scripts of a page are told when the session has ended before the request.</summary>
    internal static RefusalException SignedOut() => new("PER004", "登录已过期，刚才的操作没有执行。请重新登录后再做；已暂存的文字，登录后回到原来的页面可以找回。", RefusalKind.SignedOut);
}
