using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Features.Planning.Consulting;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Demo;

/// <summary>What units and leaders said to the drafts.</summary>
internal sealed partial class DemoBuilder
{
    /// <summary>Units whose clerks were too busy to answer: their silence became agreement.</summary>
    private static readonly string[] Silent = ["区残联", "区人武部", "区检察院", "东渡街道", "石庙镇"];

    /// <summary>Clerks write opinions and their heads sign them; then heads and leaders agree to the rest.</summary>
    private async Task AnswerAsync(DateOnly day, CancellationToken stop)
    {
        clock.GoTo(day, 9);
        foreach (var opinion in DemoOpinion.All()) await DoAsync(await ClerkAsync(opinion.Unit, stop), day, (p, c) => GiveAsync(p, c, opinion, stop), stop);
        await SignUnsignedAsync(day, stop);
        await AgreeAllAsync(day, stop);
    }

    private async Task AgreeAllAsync(DateOnly day, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MaodingContext>();
        var asked = await db.Commitments.AsNoTracking().Include(r => r.CoUnits).Where(r => r.State == CommitmentState.Consulting && r.IsLeaf).ToListAsync(stop);
        foreach (var voice in asked.SelectMany(Voice.AskedBy).Distinct().OrderBy(v => v.UnitId ?? 0).ThenBy(v => v.PostId ?? 0))
        {
            var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == voice.UnitId, stop);
            if (unit is not null && Silent.Contains(unit.ShortName)) continue;
            var account = unit is null
                ? await AccountOfPostAsync(voice.PostId!.Value, stop) : await AccountOfUnitAsync(unit.Id, PostKind.UnitHead, stop);
            await DoAsync(account, day, (p, c) => AgreeAsync(p, c, voice, stop), stop);
        }
    }

    private static async Task AgreeAsync(IServiceProvider services, CurrentRequest current, Voice voice, CancellationToken stop)
    {
        var seen = await services.GetRequiredService<MaodingContext>().Unanswered(voice).ToDictionaryAsync(r => r.Id, r => r.Version, stop);
        await services.GetRequiredService<ConsultService>().AgreeToRestAsync(current.Actor, voice, seen, current.Today, stop: stop);
    }

    private static async Task GiveAsync(IServiceProvider services, CurrentRequest current, DemoOpinion opinion, CancellationToken stop)
    {
        var db = services.GetRequiredService<MaodingContext>();
        var row = await db.Commitments.AsNoTracking().Include(r => r.CoUnits).OrderBy(r => r.Order)
            .FirstAsync(r => r.State == CommitmentState.Consulting && r.IsLeaf && r.Title.Contains(opinion.Title), stop);
        var unit = current.Directory.Units.Single(u => u.ShortName == opinion.Unit);
        await services.GetRequiredService<ConsultService>().AnswerAsync(
            current.Actor, row.Id, Voice.OfUnit(unit.Id), opinion.Answer(row, current.Directory), current.Today, stop: stop);
    }

    private async Task DecideAsync(DateOnly day, CancellationToken stop)
    {
        foreach (var opinion in DemoOpinion.All())
        {
            var (id, version, leader) = await OpenOpinionAsync(opinion, stop);
            var decision = opinion.Outcome switch
            {
                "采纳" => Decision.Accept,
                "不采纳" => Decision.Reject,
                _ => Decision.Escalate,
            };
            await DoAsync(Office, day,
                (p, c) => p.GetRequiredService<ConsultService>().DecideAsync(c.Actor, id, version, decision, c.Today, opinion.Note, stop: stop), stop);
            if (decision == Decision.Escalate)
                await DoAsync(leader, day, (p, c) => p.GetRequiredService<ConsultService>()
                    .DecideEscalatedAsync(c.Actor, id, version + 1, false, c.Today, "仍由区发改委牵头，区商务局配合", stop: stop), stop);
        }
    }

    private async Task<(int Id, int Version, string Leader)> OpenOpinionAsync(DemoOpinion opinion, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MaodingContext>();
        var found = await (from o in db.Opinions
                           join r in db.Commitments on o.CommitmentId equals r.Id
                           where o.State == OpinionState.Open && o.Kind != OpinionKind.Agree && r.Title.Contains(opinion.Title)
                           select new { o.Id, o.Version, r.LeaderPostId }).FirstAsync(stop);
        return (found.Id, found.Version, await AccountOfPostAsync(found.LeaderPostId!.Value, stop));
    }

    private static async Task CloseAsync(IServiceProvider services, CurrentRequest current, int round, CancellationToken stop)
    {
        await services.GetRequiredService<ConsultService>().CloseAsync(current.Actor, round, current.Today, stop: stop);
    }

    private async Task SignUnsignedAsync(DateOnly day, CancellationToken stop)
    {
        foreach (var unit in await UnsignedAsync(stop))
            await DoAsync(await AccountOfUnitAsync(unit, PostKind.UnitHead, stop), day, (p, c) => SignOpinionsAsync(p, c, stop), stop);
    }

    private async Task<List<int>> UnsignedAsync(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MaodingContext>().Opinions.Where(o => o.State == OpinionState.ToSign)
            .Select(o => o.UnitId!.Value).Distinct().OrderBy(id => id).ToListAsync(stop);
    }

    private static async Task SignOpinionsAsync(IServiceProvider services, CurrentRequest current, CancellationToken stop)
    {
        var waiting = await services.GetRequiredService<ConsultReader>().ToSignAsync(current.Actor, current.Directory, current.Today, stop);
        await services.GetRequiredService<ConsultService>().SignAsync(current.Actor, [.. waiting.Select(w => w.Seen)], current.Today, stop: stop);
    }

    /// <summary>One clerk's opinion with its attachment is signed, another's waits for the head.</summary>
    private async Task AnswerInAugustAsync(DateOnly day, CancellationToken stop)
    {
        List<Commitment> rows;
        await using (var scope = services.CreateAsyncScope())
            rows = await scope.ServiceProvider.GetRequiredService<MaodingContext>().Commitments.AsNoTracking()
                .Where(r => r.State == CommitmentState.Consulting && r.IsLeaf && r.LeadUnitId != null)
                .OrderBy(r => r.Order).ThenBy(r => r.Id).ToListAsync(stop);
        var asked = rows.DistinctBy(r => r.LeadUnitId).ToList();
        await WriteAsync(asked[0], day, stop);
        await SignUnsignedAsync(day, stop);
        await WriteAsync(asked[^1], day, stop);
    }

    /// <summary>The clerk of the lead unit asks for half a month more, with a paper.</summary>
    private async Task WriteAsync(Commitment row, DateOnly day, CancellationToken stop)
    {
        const string Grounds = "涉及几家单位会商，按现有安排要再有半个月才能办完，会商安排见附件";
        using var bytes = new MemoryStream();
        OfficialPaperWriter.Write(new OfficialPaper("关于时限的说明", [new PaperParagraph($"“{row.Title}”{Grounds[..^7]}。")]), bytes);
        var answer = new Answer(
            OpinionKind.OtherTime, Grounds, ProposedDue: (row.Due ?? day).AddDays(15),
            File: new OpinionFile("关于时限的说明.docx", MediaTypes.Docx, bytes.ToArray()));
        var unit = row.LeadUnitId!.Value;
        await DoAsync(await AccountOfUnitAsync(unit, PostKind.UnitClerk, stop), day, (p, c) =>
            p.GetRequiredService<ConsultService>().AnswerAsync(c.Actor, row.Id, Voice.OfUnit(unit), answer, c.Today, stop: stop), stop);
    }
}
