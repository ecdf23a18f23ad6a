using Maoding.Districts;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Maoding.Hosting;

/// <summary>After a form the next page shows the year in which it was filled in.</summary>
public sealed class YearRedirects(CurrentRequest current) : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is RedirectResult redirect) redirect.Url = YearAddress.Carry(redirect.Url, current.CarriedYear);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
