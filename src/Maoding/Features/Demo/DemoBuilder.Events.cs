using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Calendar;
using Maoding.Domain.Problems;
using Maoding.Domain.Projects;
using Maoding.Features.Building.Pipeline;
using Maoding.Features.Supervision.Problems;
using Maoding.Features.Building.Projects;
using Maoding.Features.Supervision.SiteMeetings;
using Maoding.Shared.Moves;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Demo;

/// <summary>What happens around the projects on days of its own: leads, matters sought, problems, site meetings, procedures.</summary>
internal sealed partial class DemoBuilder
{
    /// <summary>What is still to happen, in the order of days.</summary>
    private readonly PriorityQueue<Func<DateOnly, CancellationToken, Task>, (DateOnly On, int Number)> _events = new();

    private readonly Dictionary<string, int> _problemIds = [];

    private int _foreseen;

    private void On(DateOnly day, Func<DateOnly, CancellationToken, Task> happens) => _events.Enqueue(happens, (day, _foreseen++));

    /// <summary>Lets happen what was foreseen up to a day; on the first day that the clock still has before it.</summary>
    private async Task PlayAsync(DateOnly until, CancellationToken stop)
    {
        while (_events.TryPeek(out var happens, out var at) && at.On <= until)
        {
            _events.Dequeue();
            clock.GoOnTo(at.On, 10);
            await happens(clock.Day, stop);
        }
    }

    private void Foresee()
    {
        foreach (var lead in _projects.Leads) ForeseeLead(lead);
        foreach (var matter in _projects.Sought) ForeseeMatter(matter);
        foreach (var problem in _projects.Problems) ForeseeProblem(problem);
        foreach (var meeting in _projects.Meetings) On(_projects.Day(meeting[0])!.Value, (day, stop) => MeetOnSiteAsync(meeting, day, stop));
        ForeseeProcedures();
        On(new DateOnly(Year, 8, 13), VisitsAsync);
        ForeseeOrgans();
    }

    private void ForeseeLead(string[] cells)
    {
        LeadMove[] way = cells[10] switch
        {
            "洽谈" => [LeadMove.Talk],
            "签约" => [LeadMove.Talk, LeadMove.Sign],
            "落地" => [LeadMove.Talk, LeadMove.Sign, LeadMove.Land],
            "终止" => [LeadMove.Talk, LeadMove.End],
            _ => [],
        };
        var (id, first) = (0, new DateOnly(Year, 3, 10).AddDays(11 * (cells[0].Length % 9)));
        On(first, async (day, stop) => id = await AsAsync(Office, day, (p, c) => p.GetRequiredService<LeadService>().SaveAsync(c.Actor, null, new LeadForm
        {
            Name = cells[0],
            Investor = cells[1],
            Sector = DemoProjects.SectorOf(cells[2]),
            Amount = cells[3],
            UnitId = UnitOf(c, cells[4]),
            LeaderPostId = LeaderOf(c, cells[5]),
            Origin = cells[6],
            Note = cells[7],
            NextStep = cells[8],
            NextOn = _projects.Day(cells[9]),
        }, null, stop), stop));
        for (var i = 0; i < way.Length; i++)
        {
            var (move, version) = (way[i], i + 1);
            MoveAsk Ask() => MoveAsk.Of(id, version, move, move == LeadMove.End ? cells[7] : null);
            On(first.AddDays(25 * (i + 1)), (day, stop) =>
                DoAsync(Office, day, (p, c) => p.GetRequiredService<LeadService>().MoveAsync(c.Actor, Ask(), stop), stop));
        }
    }

    private void ForeseeMatter(string[] cells)
    {
        var (opens, closes, id) = (_projects.Day(cells[5])!.Value, _projects.Day(cells[6])!.Value, 0);
        void Move(DateOnly on, int version, SoughtMove move) =>
            On(on, (day, stop) => DoAsync(Office, day, (p, c) => p.GetRequiredService<SoughtService>().MoveAsync(
            c.Actor,
            MoveAsk.Of(id, version, move, move == SoughtMove.File ? null : cells[9]),
            null,
            move == SoughtMove.Win && cells[4].Length > 0 ? "1800" : null,
            stop), stop));
        On(Earlier(opens, new DateOnly(Year, 8, 10)),
            async (day, stop) => id = await AsAsync(Office, day, (p, c) => p.GetRequiredService<SoughtService>().SaveAsync(c.Actor, null, new SoughtForm
            {
                Name = cells[0],
                Kind = Enum.GetValues<SoughtKind>().First(k => ProjectWords.Of(k) == cells[1]),
                Authority = cells[2],
                UnitId = UnitOf(c, cells[3]),
                Amount = cells[4],
                WindowOpens = opens,
                WindowCloses = closes,
                ProjectCode = CodeOf(cells[7]),
            }, null, stop), stop));
        if (cells[8] == "筹备") return;
        Move(closes.AddDays(-5), 1, SoughtMove.File);
        if (cells[8] == "已获批") Move(closes.AddDays(30), 2, SoughtMove.Win);
        if (cells[8] == "未获批") Move(closes.AddDays(30), 2, SoughtMove.Refuse);
    }

    /// <summary>Raised by the one who met it, assigned the next working day, taken up, and as far as the story tells.</summary>
    private void ForeseeProblem(string[] cells)
    {
        var (on, unit) = (_projects.Day(cells[8])!.Value, cells[9]);
        var far = Enum.GetValues<ProblemState>().First(s => ProblemMoves.NameOf(s) == cells[10]);
        On(on, async (day, stop) => _problemIds[cells[0]] = await AsAsync(
            await AccountOfRaiserAsync(cells[7], stop), day, (p, c) => p.GetRequiredService<ProblemService>().RaiseAsync(c.Actor, new RaisedValues(
            cells[0], cells[1], Enum.GetValues<ProblemCause>()
                .First(x => ProblemWords.Of(x) == cells[2]), Enum.GetValues<ProblemOrigin>().First(x => ProblemWords.Of(x) == cells[3]),
            CodeOf(cells[4]), null, cells[5], decimal.Parse(cells[6], CultureInfo.InvariantCulture), null), null, stop), stop));
        if (far == ProblemState.Raised) return;
        On(WorkCalendar.Published.AddWorkdays(on, 1), (day, stop) => DoAsync(Office, day, (p, c) =>
        {
            var leader = LeaderOf(c, _projects.All[Index(cells[4])].Leader);
            return MoveAsync(p, c, cells[0], ProblemMove.Assign, null, new ProblemFields(UnitOf(c, unit), leader,
                WorkCalendar.Published.AddWorkdays(day, 15)), stop);
        }, stop));
        if (far == ProblemState.Assigned) return;
        Foresee(2, ProblemMove.Take, stop => ClerkAsync(unit, stop));
        if (far == ProblemState.Handling)
        {
            for (var week = on.AddDays(21); week < Today; week = week.AddDays(7)) On(week, (day, stop) => ClimbAsync(cells[0], day, stop));
            return;
        }

        Foresee(14, ProblemMove.Resolve, stop => ClerkAsync(unit, stop), cells[11]);
        if (far == ProblemState.Resolved) return;
        Foresee(16, ProblemMove.Verify, stop => AccountOfRaiserAsync(cells[7], stop));
        if (far == ProblemState.Closed) Foresee(17, ProblemMove.Close, _ => Task.FromResult(Office));

        void Foresee(int workdays, ProblemMove move, Func<CancellationToken, Task<string>> who, string? words = null) =>
            On(WorkCalendar.Published.AddWorkdays(on, workdays), async (day, stop) =>
                await DoAsync(await who(stop), day, (p, c) => MoveAsync(p, c, cells[0], move, words, ProblemFields.None, stop), stop));
    }

    /// <summary>A move of a problem of the story, known by its title.</summary>
    private async Task MoveAsync(
        IServiceProvider provider, CurrentRequest current, string title, ProblemMove move, string? words, ProblemFields fields, CancellationToken stop)
    {
        var id = _problemIds[title];
        var version = await provider.GetRequiredService<MaodingContext>().Problems.Where(x => x.Id == id).Select(x => x.Version).SingleAsync(stop);
        await provider.GetRequiredService<ProblemService>().MoveAsync(current.Actor, MoveAsk.Of(id, version, move, words), fields, stop);
    }

    /// <summary>What its tier did not settle in time goes up.</summary>
    private Task ClimbAsync(string title, DateOnly day, CancellationToken stop) => DoAsync(Office, day, async (p, c) =>
    {
        var problem = await p.GetRequiredService<MaodingContext>().Problems.AsNoTracking().SingleAsync(x => x.Id == _problemIds[title], stop);
        if (Ladder.Of(c.Directory.Region).IsOver(problem, day, c.Directory.Calendar) && Ladder.Above(problem.Tier) is not null)
            await MoveAsync(p, c, title, ProblemMove.Escalate, null, ProblemFields.None, stop);
    }, stop);

    private async Task MeetOnSiteAsync(string[] cells, DateOnly day, CancellationToken stop)
    {
        var id = await AsAsync(Office, day, (p, c) => p.GetRequiredService<SiteMeetingService>().AddAsync(
            c.Actor, new MeetingValues(
                day, cells[1], LeaderOf(c, cells[2]), cells[4], cells[5], string.Join('\n', cells[3].Split('、').Select(CodeOf))), null, stop), stop);
        await DoAsync(Office, day, (p, c) => p.GetRequiredService<SiteMeetingService>()
            .DecideAsync(c.Actor, id, 1, [.. cells[6].Split('；').Select(d => Decided(d, c))], null, stop), stop);
        await DoAsync(Office, day, (p, c) => p.GetRequiredService<SiteMeetingService>().SignAsync(c.Actor, id, 2, null, stop), stop);
    }

    private TypedDecision Decided(string words, CurrentRequest current) => words.Split('/') is var parts
        ? new TypedDecision { For = $"p{_problemIds[parts[0]]}", Text = parts[1], UnitId = UnitOf(current, parts[2]), Due = _projects.Day(parts[3]) }
        : throw new InvalidOperationException();

    /// <summary>Each leader's next visit: to the slowest of his projects under way.</summary>
    private async Task VisitsAsync(DateOnly day, CancellationToken stop)
    {
        foreach (var led in _projects.All.Where(p => p.Started is not null && p.Finished is null).GroupBy(p => p.Leader))
        {
            await DoAsync(Office, day, async (p, c) =>
            {
                var id = _projectIds[led.MinBy(x => x.Pace)!.Name];
                var version = await p.GetRequiredService<MaodingContext>().Projects.Where(x => x.Id == id).Select(x => x.Version).SingleAsync(stop);
                await p.GetRequiredService<ProjectService>()
                    .SetVisitAsync(c.Actor, id, version, WorkCalendar.Published.AddWorkdays(Today, 2 + (led.Key[0] % 6)), null, stop);
            }, stop);
        }
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static int UnitOf(CurrentRequest current, string name) => current.Directory.Units.First(u => u.ShortName == name).Id;

    private static int LeaderOf(CurrentRequest current, string name) =>
        current.Directory.Leaders.First(l => current.Directory.Holder(l.Id, current.Today)?.Name == name).Id;

    private string CodeOf(string project) => string.Create(CultureInfo.InvariantCulture, $"XM-{Year}-{Index(project) + 1:000}");

    /// <summary>A unit's clerk, or the leader himself.</summary>
    private async Task<string> AccountOfRaiserAsync(string who, CancellationToken stop) => _projects.All.Any(p => p.Leader == who)
        ? await AccountAsync(db => from t in db.Tenures
                                   join a in db.Users on t.PersonId equals a.PersonId
                                   where t.Person!.Name == who && t.Post!.Kind == Domain.Organization.PostKind.Leader
                                   select a.UserName, stop)
        : await ClerkAsync(who, stop);
}
