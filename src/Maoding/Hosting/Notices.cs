using Maoding.Domain;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Maoding.Hosting;

/// <summary>Words for the next page, from where no page is at work.</summary>
internal static class Notices
{
    public static void Put(HttpContext context, RefusalException refusal)
    {
        var notices = context.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context);
        notices["Error"] = $"{refusal.Message}（{refusal.Code}）";
        notices.Save();
    }
}
