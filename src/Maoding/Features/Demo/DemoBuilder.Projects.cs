using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Calendar;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Maoding.Features.Building.Projects;
using Maoding.Features.Building.Wall;
using Maoding.Shared.Moves;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Demo;

/// <summary>The projects of 云泽区: registered in January, reported every month, moved on as they begin and end.</summary>
internal sealed partial class DemoBuilder
{
    /// <summary>Projects whose last month is not accepted yet: one goes back, one only lies there, one was not filled in.</summary>
    private const string ReturnedProject = "检验检测公共服务平台";

    private const string SilentProject = "跨境电商产业园";

    private static readonly DateOnly Registered = new(Year, 1, 20);

    private readonly DemoProjects _projects = new(Year);

    private readonly Dictionary<string, int> _projectIds = [];

    /// <summary>The library as the office enters it, with what was done the year before.</summary>
    private async Task RegisterProjectsAsync(CancellationToken stop)
    {
        var day = Registered;
        clock.GoTo(day, 9);
        for (var i = 0; i < _projects.All.Count; i++)
        {
            var (project, number) = (_projects.All[i], i + 1);
            var form = await AsAsync(Office, day, (p, c) => FormAsync(p, c, project, number, stop), stop);
            _projectIds[project.Name] = await AsAsync(
                Office, day, (p, c) => p.GetRequiredService<ProjectService>().SaveAsync(c.Actor, null, form, null, null, stop), stop);
        }

        await DoAsync(Office, day, async (p, c) =>
        {
            var db = p.GetRequiredService<MaodingContext>();
            var tracked = await db.Projects.Include(x => x.Years).ToDictionaryAsync(x => x.Id, stop);
            foreach (var project in _projects.All.Where(x => x.Before > 0))
            {
                var months = LastYear(project, _projectIds[project.Name], day, c.Actor.AccountId).ToList();
                var wanted = project.Started?.Year < Year - 1 ? YearClass.Continuing : YearClass.Starting;
                tracked[_projectIds[project.Name]].Years.Add(
                    new ProjectYear { Year = Year - 1, Class = wanted, Planned = Math.Round(months.Sum(m => m.Done!.Value) / 95) * 100 });
                db.ProjectMonths.AddRange(months);
            }

            await p.GetRequiredService<AuditedSave>().SaveAsync(c.Actor, "录入上年完成投资", stop: stop);
        }, stop);
        await DoAsync(Office, day, async (p, c) =>
        {
            await using var boundary = DemoProjects.Boundary();
            await p.GetRequiredService<BoundaryService>().KeepAsync(c.Actor, new FormFile(boundary, 0, boundary.Length, "Upload", "区界.geojson"), null, stop);
        }, stop);
    }

    private static string GoalOf(YearClass of) => of switch
    {
        YearClass.Completing => "年内竣工",
        YearClass.Reserve => "完成前期论证",
        YearClass.Starting => "按期开工，形成实物工作量",
        _ => "按时序完成年度投资",
    };

    private async Task<ProjectForm> FormAsync(IServiceProvider services, CurrentRequest current, DemoProject project, int number, CancellationToken stop)
    {
        var plan = current.Directory.Ledger.Of(Year)!.Id;
        var row = await services.GetRequiredService<MaodingContext>().Commitments.AsNoTracking()
            .Where(c => c.PlanId == plan && c.State >= CommitmentState.Issued && c.Title.StartsWith(project.Row))
            .OrderBy(c => c.Order).Select(c => c.Number).FirstOrDefaultAsync(stop);
        var begun = project.Started <= current.Today;
        int UnitId(string name) => current.Directory.Units.First(u => u.ShortName == name).Id;
        return new ProjectForm
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"XM-{Year}-{number:000}"),
            Name = project.Name,
            Level = project.Level,
            Sector = project.Sector,
            Content = project.Content,
            Site = project.Site,
            Longitude = project.Longitude,
            Latitude = project.Latitude,
            Owner = project.Owner,
            Total = Plain(project.Total),
            DoneBefore = Plain(project.Started?.Year < Year - 1 ? project.Before - LastYear(project, 0, current.Today, 0).Sum(m => m.Done!.Value) : 0),
            Stage = begun ? Stage.Building : project.Class == YearClass.Reserve ? Stage.Planning : Stage.Preparing,
            StartedOn = begun ? project.Started : null,
            LeadUnitId = UnitId(project.Unit),
            ServiceUnitId = UnitId(project.Service),
            LeaderPostId = current.Directory.Leaders.First(l => current.Directory.Holder(l.Id, current.Today)?.Name == project.Leader).Id,
            RowNumber = row,
            PlannedStart = project.PlannedStart,
            PlannedFinish = project.PlannedFinish,
            Year = Year,
            Class = project.Class,
            YearPlan = Plain(project.Plan),
            Goal = GoalOf(project.Class),
            Months = [.. _projects.Plan(project).Select(m => (string?)Plain(m))],
            Funds = Funds(project),
            Nodes = [.. _projects.Nodes(project).Select(n => new NodeField { Name = n.Name, Due = n.Due })],
        };
    }

    /// <summary>Public works by bonds, budget and upper funds, enterprises' by their own money and loans.</summary>
    private static List<FundField> Funds(DemoProject project)
    {
        var isPublic = project.Sector is Sector.Infrastructure or Sector.Livelihood or Sector.Ecology or Sector.Renewal or Sector.Agriculture;
        (FundSource Source, decimal Part)[] parts = isPublic
            ? [(FundSource.Upper, 0.2m), (FundSource.Bond, 0.5m), (FundSource.Budget, 0.3m)] : [(FundSource.Enterprise, 0.6m), (FundSource.Loan, 0.4m)];
        var inPlace = Math.Min(1, (project.Before + (project.Plan * project.Pace / 130)) / project.Total);
        return [.. parts.Select(p => new FundField
        {
            Source = p.Source,
            Planned = Plain(Math.Round(project.Total * p.Part)),
            InPlace = Plain(Math.Round(project.Total * p.Part * inPlace * (p.Source == FundSource.Bond ? 0.9m : 1))),
        })];
    }

    /// <summary>Last year's share of what was done before, by the same season.</summary>
    private static IEnumerable<ProjectMonth> LastYear(DemoProject project, int id, DateOnly day, int by)
    {
        var start = project.Started ?? day;
        var months = Enumerable.Range(1, 12).Where(m => start.Year < Year - 1 || m >= start.Month).ToList();
        var sum = start.Year < Year - 1 ? Math.Min(project.Before, project.Plan) : project.Before;
        var weights = months.ConvertAll(m => m <= 2 ? 40m : 60 + (m * 4));
        for (var i = 0; i < months.Count; i++)
        {
            yield return new ProjectMonth
            {
                ProjectId = id,
                Month = ((Year - 1) * 100) + months[i],
                Done = Math.Round(sum * weights[i] / weights.Sum()),
                State = ProjectMonthState.Accepted,
                Progress = "按施工计划推进",
                SubmittedOn = day,
                SubmittedById = by,
                DecidedOn = day,
                DecidedById = by,
            };
        }
    }

    /// <summary>What began in a month, its figures as the units hand them in on the day they are due, and what ended.</summary>
    private async Task ProjectMonthAsync(int month, CancellationToken stop)
    {
        var day = ReportDue.DueOn(Period.OfMonth((Year * 100) + month), 5, WorkCalendar.Published);
        clock.GoOnTo(day, 15);
        await MoveProjectsAsync(month, day, stop);
        foreach (var unit in _projects.All.GroupBy(p => p.Unit))
        {
            await DoAsync(await ClerkAsync(unit.Key, stop), day, async (p, c) =>
            {
                var lines = await p.GetRequiredService<ProjectMonthReader>().OwnAsync(c.Actor, null, (Year * 100) + month, stop);
                var fields = lines.Where(l => l.IsOpen).Select(l => (Line: l, Index: Index(l.Project.Name)))
                    .Where(x => !IsSilent(_projects.All[x.Index], month)).Select(x => Field(x.Line, x.Index, month, day)).ToList();
                if (fields.Count > 0) await p.GetRequiredService<ProjectMonthService>().SaveAsync(c.Actor, (Year * 100) + month, fields, true, null, stop);
            }, stop);
        }

        await DecideProjectsAsync(month, day, stop);
        await FinishProjectsAsync(month, day, stop);
    }

    private int Index(string name) => _projects.All.Select((p, i) => (p.Name, i)).First(p => p.Name == name).i;

    private static bool IsSilent(DemoProject project, int month) => month == LastMonth && project.Name == SilentProject;

    private MonthField Field(MonthLine line, int index, int month, DateOnly day)
    {
        var (project, field) = (_projects.All[index], line.Field());
        var done = _projects.Done(project, index, month);
        field.Done = Plain(done);
        field.Progress = done == 0 && project.Started is null ? "正在办理前期手续" : month == LastMonth
            ? project.Progress : string.Create(CultureInfo.InvariantCulture, $"按计划施工，当月完成投资{done:0}万元");
        field.Note = project.Pace < 80 && project.Started is not null ? "受征迁、资金或配套影响，进度滞后，已提交问题清单" : "";
        field.Nodes = [.. line.Project.Nodes.Where(n => n.ReachedOn is null).Select(n => (n.Id, On: DemoProjects.Reached(project, n.Due, day)))
            .Where(n => n.On is not null).Select(n => new ReachedField { Id = n.Id, On = n.On })];
        return field;
    }

    private Task DecideProjectsAsync(int month, DateOnly day, CancellationToken stop) => DoAsync(Office, day, async (p, c) =>
    {
        var db = p.GetRequiredService<MaodingContext>();
        var key = (Year * 100) + month;
        var months = await (from m in db.ProjectMonths
                            join project in db.Projects on m.ProjectId equals project.Id
                            where m.Month == key && m.State == ProjectMonthState.Submitted
                            select new { m.Id, m.Version, project.Name }).ToListAsync(stop);
        var service = p.GetRequiredService<ProjectMonthService>();
        var returned = month == LastMonth ? months.Find(m => m.Name == ReturnedProject) : null;
        if (returned is not null) await service.ReturnAsync(c.Actor, returned.Id, returned.Version, "形象进度与上月相同，设备到货数请附清单核对后重报。", null, stop);
        await service.AcceptAsync(c.Actor, [.. months.Where(m => m != returned).Select(m => (m.Id, m.Version))], null, stop);
    }, stop);

    /// <summary>Projects that began in a month, and those in their third month of work.</summary>
    private async Task MoveProjectsAsync(int month, DateOnly day, CancellationToken stop)
    {
        foreach (var project in _projects.All)
        {
            if (project.Started is not { } start || start.Year != Year || start <= Registered) continue;
            if (start.Month == month) await MoveAsync(project, StageMove.Start, start, day, stop);
            if (start.Month + 2 == month) await MoveAsync(project, StageMove.Build, new DateOnly(Year, month, 20), day, stop);
        }
    }

    /// <summary>Those that were accepted on the site: the office writes down the last nodes first.</summary>
    private async Task FinishProjectsAsync(int month, DateOnly day, CancellationToken stop)
    {
        foreach (var project in _projects.All.Where(p => p.Finished is { } on && on.Year == Year && on.Month == month))
        {
            await DoAsync(Office, day, async (p, c) =>
            {
                var details = await p.GetRequiredService<ProjectReader>().ReadAsync(c.Actor, _projectIds[project.Name], Year, stop);
                var form = ProjectForm.Of(details.Project, Year, details.Months, details.Row?.Number ?? "");
                foreach (var node in form.Nodes) node.ReachedOn ??= DemoProjects.Reached(project, node.Due!.Value, day);
                await p.GetRequiredService<ProjectService>().SaveAsync(c.Actor, _projectIds[project.Name], form, null, null, stop);
            }, stop);
            await MoveAsync(project, StageMove.Complete, project.Finished!.Value, day, stop);
        }
    }

    private Task MoveAsync(DemoProject project, StageMove move, DateOnly on, DateOnly day, CancellationToken stop) => DoAsync(Office, day, async (p, c) =>
    {
        var id = _projectIds[project.Name];
        var version = await p.GetRequiredService<MaodingContext>().Projects.Where(x => x.Id == id).Select(x => x.Version).SingleAsync(stop);
        await p.GetRequiredService<ProjectService>().MoveAsync(c.Actor, MoveAsk.Of(id, version, move), on, stop);
    }, stop);

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
