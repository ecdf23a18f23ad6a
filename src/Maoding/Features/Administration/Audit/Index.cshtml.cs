using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Audit;

/// <summary>The audit, newest first, searched by what its columns and texts say.</summary>
public sealed class IndexModel(AuditService audit) : MaodingPage
{
    public AuditQuery Query { get; private set; } = new(null, null, null, null, null, null, null, null);

    public AuditPage Found { get; private set; } = new([], null, false);

    public AuditSubjects Subjects { get; private set; } = null!;

    [Needs(Permission.SeeAudit)]
    public async Task OnGetAsync([FromQuery] AuditQuery query)
    {
        Query = query.Trimmed();
        Found = await audit.PageAsync(Actor, Query, AuditService.PageSize, HttpContext.RequestAborted);
        if (Found.Lines.Count == 0 && Query is { Before: not null, Action: null, Words: null })
        {
            // No link leads below the oldest entry; an address written by hand does.
            Query = Query with { Before = null };
            Found = await audit.PageAsync(Actor, Query, AuditService.PageSize, HttpContext.RequestAborted);
        }

        Subjects = await AuditSubjects.OfAsync(audit, Directory, Found.Lines, HttpContext.RequestAborted);
    }
}
