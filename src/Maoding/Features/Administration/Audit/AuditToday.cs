using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Issuing;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Audit;

/// <summary>What was amended lately, for the inspector.</summary>
internal sealed class AuditToday(MaodingContext db) : TodayPart
{
    /// <summary>Days back that are looked at.</summary>
    private const int LateDays = 30;

    public override int Place => 1100;

    public override string Section => "audit";

    public override bool IsOfYear => false;

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!scene.Actor.Is(PostKind.Inspector)) return;
        var since = scene.Today.AddDays(-LateDays);
        var made = new AuditQuery(null, null, nameof(Amendment), null, since, null, null, null);
        var from = AuditQuery.BeginningOf(since);
        var amended = await db.AuditEntries.CountAsync(e => e.Subject == nameof(Amendment) && e.At >= from, stop);
        var day = since.ToString("M月d日", CultureInfo.InvariantCulture);
        view.AddSome(amended, "调整", "{0} 处台账调整", $"{day}以来按决定作出的调整。", "看审计", AuditLinks.List(made));
    }
}
