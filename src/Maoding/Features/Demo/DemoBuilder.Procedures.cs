using System.Globalization;
using Maoding.Domain.Calendar;
using Maoding.Domain.Organization;
using Maoding.Domain.Procedures;
using Maoding.Features.Building.JointReviews;
using Maoding.Features.Building.Procedures;
using Maoding.Shared.Moves;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Demo;

/// <summary>The procedures of projects that have not begun, and the joint review of one of them.</summary>
internal sealed partial class DemoBuilder
{
    private const string ReviewedProject = "工业机器人减速器项目";

    private void ForeseeProcedures()
    {
        On(new DateOnly(Year, 3, 2),
            (day, stop) => DoAsync(Office, day, (p, c) => p.GetRequiredService<TemplateService>().FillAsync(c.Actor, null, stop), stop));
        foreach (var cells in _projects.Procedures)
        {
            var from = _projects.Day(cells[2])!.Value;
            var (count, accepts) = (int.Parse(cells[3], CultureInfo.InvariantCulture), cells[4] == "是");
            On(from, (day, stop) => GiveAsync(cells[0], cells[1], from, day, stop));
            On(new DateOnly(Year, 8, 5), (day, stop) => AdvanceAsync(cells[0], from, count, accepts, day, stop));
        }

        On(new DateOnly(Year, 8, 6), ReviewAsync);
    }

    private Task GiveAsync(string project, string template, DateOnly from, DateOnly day, CancellationToken stop) => DoAsync(Office, day, async (p, c) =>
    {
        var db = p.GetRequiredService<MaodingContext>();
        var id = _projectIds[project];
        var version = await db.Projects.Where(x => x.Id == id).Select(x => x.Version).SingleAsync(stop);
        var given = await db.ProcedureTemplates.Where(t => t.Name == template).Select(t => t.Id).SingleAsync(stop);
        await p.GetRequiredService<ProcedureService>().GiveAsync(c.Actor, id, version, given, from, null, stop);
    }, stop);

    /// <summary>The first steps were finished some days after they were promised; the next is under way.</summary>
    private async Task AdvanceAsync(string project, DateOnly from, int count, bool accepts, DateOnly day, CancellationToken stop)
    {
        var start = from;
        foreach (var step in await StepsAsync(project, stop))
        {
            if (step.Order > count + (accepts ? 1 : 0)) break;
            var accepted = start < day ? start : day;
            await DoAsync(
                Office, day, (p, c) => p.GetRequiredService<ProcedureService>().AcceptAsync(c.Actor, step.Id, step.Version, accepted, null, stop), stop);
            if (step.Order > count) break;
            var finished = WorkCalendar.Published.AddWorkdays(accepted, step.PromisedDays + (step.Order % 3));
            if (finished > day) break;
            await DoAsync(Office, day, (p, c) => p.GetRequiredService<ProcedureService>().FinishAsync(
                c.Actor, step.Id, step.Version + 1, finished, string.Create(CultureInfo.InvariantCulture, $"云审〔{Year}〕{step.Id}号"), null, stop), stop);
            start = WorkCalendar.Published.AddWorkdays(finished, 1);
        }
    }

    private async Task<List<Procedure>> StepsAsync(string project, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var id = _projectIds[project];
        return await scope.ServiceProvider.GetRequiredService<MaodingContext>().Procedures
            .AsNoTracking().Where(x => x.ProjectId == id).OrderBy(x => x.Order).ToListAsync(stop);
    }

    /// <summary>One package to the departments whose procedures are open; two agree, one with conditions, one does not, the others have time left.</summary>
    private async Task ReviewAsync(DateOnly day, CancellationToken stop)
    {
        var open = (await StepsAsync(ReviewedProject, stop)).Where(s => !s.IsSettled && s.UnitId is not null).DistinctBy(s => s.UnitId).Take(5).ToList();
        var id = await AsAsync(Office, day, (p, c) => p.GetRequiredService<JointReviewService>().PrepareAsync(
            c.Actor, _projectIds[ReviewedProject], "工业机器人减速器项目开工前联审", "请就所涉手续提出意见：总平面图、环评报告书（报批稿）、能评报告、施工图审查申请见附件清单。企业承诺10月上旬开工。",
            [.. open.Select(s => new TypedPart { IsChosen = true, ProcedureId = s.Id, UnitId = s.UnitId, Days = 7 })], null, stop), stop);
        await DoAsync(Office, day, (p, c) => p.GetRequiredService<JointReviewService>().MoveAsync(c.Actor, MoveAsk.Of(id, 1, ReviewMove.Send), stop), stop);
        foreach (var answer in await AnswersAsync(id, stop))
        {
            if (Said(open.Find(s => s.Id == answer.ProcedureId)!.Name) is not { } said) continue;
            On(new DateOnly(Year, 8, said.Day), async (on, stop) =>
                await DoAsync(await AccountOfUnitAsync(answer.UnitId, PostKind.UnitClerk, stop), on, (p, c) => p.GetRequiredService<JointReviewService>()
                    .AnswerAsync(c.Actor, id, answer.Id, 0, said.Kind, said.Text, said.Basis, null, stop), stop));
        }
    }

    /// <summary>What a department says of its procedure, and on which day of August; null: nothing yet.</summary>
    private static (AnswerKind Kind, string Text, string Basis, int Day)? Said(string procedure) => procedure switch
    {
        _ when procedure.Contains("水保", StringComparison.Ordinal) => (AnswerKind.Agree, "", "", 10),
        _ when procedure.Contains("能评", StringComparison.Ordinal) => (AnswerKind.Conditional, "同意，供电增容批复前不得投入设备调试。", "", 7),
        _ when procedure.Contains("环评", StringComparison.Ordinal) =>
            (AnswerKind.Disagree, "环评报告书中挥发性有机物收集措施不满足要求，修改后再报。", "《挥发性有机物无组织排放控制标准》（GB 37822—2019）", 13),
        _ => null,
    };

    private async Task<List<ReviewAnswer>> AnswersAsync(int review, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MaodingContext>().ReviewAnswers
            .AsNoTracking().Where(a => a.ReviewId == review).OrderBy(a => a.Id).ToListAsync(stop);
    }
}
