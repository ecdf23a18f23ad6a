using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Status;

/// <summary>Shows a refusal, or a status that has no page of its own.</summary>
[IgnoreAntiforgeryToken]
public sealed class IndexModel : MaodingPage
{
    public string Title { get; private set; } = "";

    public string Message { get; private set; } = "";

    public string Code { get; private set; } = "";

    [Needs(Permission.Open)]
    public void OnGet() => Show();

    [Needs(Permission.Open)]
    public void OnPost() => Show();

    private void Show()
    {
        // Read without binding: a form that nobody can read would bind no part of the address either.
        var status = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        Response.StatusCode = status;
        var shown = HttpContext.Features.Get<RefusalShown>();
        Code = shown?.Code ?? "";
        Title = status switch
        {
            StatusCodes.Status403Forbidden => "没有权限",
            StatusCodes.Status404NotFound => "没有找到",
            StatusCodes.Status409Conflict => "与别人的改动冲突",
            StatusCodes.Status413PayloadTooLarge => "文件太大",
            StatusCodes.Status503ServiceUnavailable => "系统正忙",
            >= 500 => "系统出错",
            _ => "没有完成",
        };
        Message = shown?.Message ?? (status == StatusCodes.Status404NotFound
            ? "这个地址没有内容，可能已经移动。请从左侧栏目进入。"
            : "请求没有完成。请退回上一页，刷新后重试。");
    }
}
