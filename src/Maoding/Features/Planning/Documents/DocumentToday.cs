using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Documents;

/// <summary>While a year has no document: its first. A district begins with its plan, so an empty one is nothing to wait for.</summary>
internal sealed class FirstDocumentToday : TodayPart
{
    public override int Place => 150;

    public override string Section => "documents";

    public override bool IsOfYear => false;

    public override Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        var begun = scene.PlanOrNull is { } plan && (plan.State == PlanState.Closed || scene.Directory.Ledger.Documents(plan.Id).Any());
        if (!begun && Permissions.Allows(scene.Actor, Permission.ImportDocument))
            view.Add("开始", "导入今年的第一份文件", "把全会讲话或政府工作报告传上来，系统逐句拆成任务，再由您确认。", "去导入", DocumentLinks.Import);
        return Task.CompletedTask;
    }
}

/// <summary>What was found in documents and waits to be confirmed.</summary>
internal sealed class FindingToday(MaodingContext db) : TodayPart
{
    public override int Place => 410;

    public override string Section => "documents";

    public override async Task GatherAsync(Gathered view, TodayScene scene, CancellationToken stop)
    {
        if (!scene.Actor.Is(PostKind.Coordinator)) return;
        var found = await db.Commitments.AsNoTracking()
            .Where(c => c.PlanId == scene.Plan.Id && c.State == CommitmentState.Proposed && c.DocumentId != null)
            .GroupBy(c => c.DocumentId!.Value).Select(g => new { Document = g.Key, Count = g.Count() }).ToListAsync(stop);
        foreach (var document in scene.Directory.Ledger.Documents(scene.Plan.Id))
        {
            var count = found.Find(f => f.Document == document.Id)?.Count ?? 0;
            var address = string.Create(CultureInfo.InvariantCulture, $"/documents/{document.Id}/review");
            view.AddSome(count, "确认", $"《{document.Title}》有 {{0}} 项待确认", "对照原文逐项采纳、修改或不列入。", "去确认", address);
        }
    }
}
