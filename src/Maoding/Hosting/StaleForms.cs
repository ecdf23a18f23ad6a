using Maoding.Districts;
using Maoding.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Maoding.Hosting;

/// <summary>
/// Answers a form whose token does not fit, which is found before <see cref="AccessGate"/> is asked: the session has ended, or the
/// page was made before somebody signed in in another window. Refusals: PER004 to scripts, SYS006.
/// </summary>
internal sealed class StaleForms(CurrentRequest current) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult) return;
        var http = context.HttpContext;
        if (current.Actor.IsSignedIn)
        {
            // Two windows stood at the sign-in page: this one goes where the other has gone.
            if (http.Request.Path != "/own-account/sign-in")
                throw new RefusalException("SYS006", "这个页面打开之后，账号在别的窗口退出过或重新登录过，刚才的操作没有执行。请退回上一页，刷新后重做。");
            context.Result = new RedirectResult($"/own-account/sign-in?returnUrl={Uri.EscapeDataString(http.Request.Query["returnUrl"].ToString())}");
            return;
        }

        if (RefusalAnswers.WantsFragment(http.Request)) throw AccessGate.SignedOut();
        Notices.Put(http, AccessGate.SignedOut());
        context.Result = new RedirectResult(AccessGate.SignInAddress(http));
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
