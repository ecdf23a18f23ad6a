using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Editions;
using Maoding.Domain.Organization;
using Maoding.Domain.Problems;
using Maoding.Features.Supervision.Problems;
using Maoding.Shared.Editions;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.SiteMeetings;

/// <summary>A meeting as it is written down.</summary>
/// <param name="Projects">One a line: code or name.</param>
public sealed record MeetingValues(DateOnly? HeldOn, string Place, int? LeaderPostId, string Attendees, string Text, string Projects);

/// <summary>A decision as it was typed.</summary>
public sealed class TypedDecision
{
    public string? Text { get; set; }

    /// <summary>p12: the problem of this id; n3: a new problem of the project of this id.</summary>
    public string? For { get; set; }

    /// <summary>What a new problem is.</summary>
    public string? Title { get; set; }

    public ProblemCause? Cause { get; set; }

    public int? UnitId { get; set; }

    public DateOnly? Due { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Title) && UnitId is null;
}

/// <summary>Site meetings: written down, decided, signed; after that nothing changes.</summary>
public sealed class SiteMeetingService(
    MaodingContext db, AuditedSave save, EditionStore editions, ProblemService problems, ProjectFinder projects, CurrentRequest current)
{
    public const int LongestText = 4000;

    private const int LongestPlace = 200;

    private const int LongestAttendees = 1000;

    /// <summary>Stands for a meeting that gets its key when it is saved.</summary>
    private const int NewId = -1;

    /// <returns>The meeting's id.</returns>
    /// <exception cref="RefusalException">PER001; SIT002–SIT006: a value is missing or wrong; PRB006: no such project.</exception>
    public async Task<int> AddAsync(Actor actor, MeetingValues values, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.HoldSiteMeeting);
        var meeting = new SiteMeeting { Id = NewId, Place = "", EnteredById = actor.AccountId };
        await FillAsync(actor, meeting, values, stop);
        db.Add(meeting).Property(m => m.Id).IsTemporary = true;
        await save.SaveAsync(actor, "记录现场办公", request: request, stop: stop);
        return meeting.Id;
    }

    /// <exception cref="RefusalException">PER001; SIT001–SIT007; PRB006; SYS001.</exception>
    public async Task ChangeAsync(Actor actor, int id, int version, MeetingValues values, HandledRequest? request = null, CancellationToken stop = default)
    {
        var meeting = await LoadAsync(actor, id, version, stop);
        await FillAsync(actor, meeting, values, stop);
        await save.SaveAsync(actor, "修改现场办公", request: request, stop: stop);
    }

    /// <summary>
    /// Writes decisions down: each is the next step of a problem of the meeting's projects, which may be raised and assigned with it. All or none.
    /// </summary>
    /// <returns>How many.</returns>
    /// <exception cref="RefusalException">PER001; SIT001; SIT007–SIT010; PRB013–PRB015, PRB018: a decision is incomplete; SYS001.</exception>
    public async Task<int> DecideAsync(
        Actor actor, int id, int version, IReadOnlyList<TypedDecision> typed, HandledRequest? request = null, CancellationToken stop = default)
    {
        var meeting = await LoadAsync(actor, id, version, stop);
        if (typed.All(t => t.IsEmpty)) throw new RefusalException("SIT008", "请至少写一条议定事项。") { Field = "Decisions[0].Text" };
        var visited = meeting.Projects.ConvertAll(p => p.ProjectId);
        var known = await db.Problems.Include(p => p.Steps)
            .Where(p => visited.Contains(p.ProjectId!.Value) && p.State < ProblemState.Resolved).ToDictionaryAsync(p => p.Id, stop);
        var added = new List<Problem>();
        for (var i = 0; i < typed.Count; i++)
        {
            if (typed[i].IsEmpty) continue;
            var (problem, step) = Decided(actor, meeting, typed[i], $"Decisions[{i}].", known, visited);
            step.MeetingId = meeting.Id;
            problem.Steps.Add(step);
            if (problem.Id == 0) added.Add(problem);
        }

        db.Problems.AddRange(added);
        // Counts the meeting's version up, so that nobody signs minutes without the decision made in the same moment.
        db.Entry(meeting).Property(m => m.Text).IsModified = true;
        await save.SaveNumberedAsync(db, actor, "现场办公议定", added, request, null, stop);
        return typed.Count(t => !t.IsEmpty);
    }

    /// <summary>Signs the minutes: nothing changes any more.</summary>
    /// <exception cref="RefusalException">PER001; SIT001; SIT007: signed already; SIT011: there is nothing in them; SYS001.</exception>
    public async Task SignAsync(Actor actor, int id, int version, HandledRequest? request = null, CancellationToken stop = default)
    {
        var meeting = await LoadAsync(actor, id, version, stop);
        if (meeting.Text.Length == 0 && !await db.ProblemSteps.AnyAsync(s => s.MeetingId == id, stop))
            throw new RefusalException("SIT011", "纪要里还没有现场情况，也没有议定事项，不能签发。请先补上。");
        meeting.SignedOn = current.Today;
        await editions.SaveWithAsync(actor, "签发现场办公纪要", "", request, EditionKind.Minutes, () => id, stop);
    }

    private (Problem Problem, ProblemStep Step) Decided(
        Actor actor, SiteMeeting meeting, TypedDecision typed, string field, Dictionary<int, Problem> known, List<int> visited)
    {
        var step = problems.NewStep(typed.Text, typed.UnitId, typed.Due, field);
        var assignment = new Assignment(typed.UnitId, meeting.LeaderPostId, typed.Due, $"{meeting.HeldOn:M月d日}现场办公议定：{step.Text}", field);
        if (IdOf(typed.For, 'p') is { } id)
        {
            if (!known.TryGetValue(id, out var problem))
                throw new RefusalException("SIT010", "这个问题不属于本次现场办公的项目，或已经解决。请刷新页面重新选择。", RefusalKind.Conflict) { Field = $"{field}For" };
            if (problem.State == ProblemState.Raised) problem.Assign(actor, assignment, current);
            return (problem, step);
        }

        if (IdOf(typed.For, 'n') is not { } project || !visited.Contains(project))
            throw new RefusalException("SIT009", "请选这一条针对哪个问题，或选为哪个项目新提问题。") { Field = $"{field}For" };
        var title = (typed.Title ?? "").Trim();
        if (title.Length is 0 or > ProblemWriting.LongestTitle)
            throw new RefusalException("SIT009", $"新提的问题，请用一句话写明是什么问题（{ProblemWriting.LongestTitle} 字以内）。") { Field = $"{field}Title" };
        if (typed.Cause is not { } cause || !Enum.IsDefined(cause)) throw new RefusalException("SIT009", "新提的问题，请选原因类别。") { Field = $"{field}Cause" };
        var raised = new Problem
        {
            Title = title,
            Cause = cause,
            Origin = ProblemOrigin.Visit,
            ProjectId = project,
            RaisedOn = current.Today,
            RaisedById = actor.AccountId,
        };
        raised.Happened(null, current.Today, actor, $"{meeting.HeldOn:M月d日}在{meeting.Place}现场办公时提出。");
        raised.Assign(actor, assignment, current);
        return (raised, step);
    }

    private static int? IdOf(string? chosen, char kind) =>
        chosen is { Length: > 1 } && chosen[0] == kind && int.TryParse(
            chosen.AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;

    private async Task<SiteMeeting> LoadAsync(Actor actor, int id, int version, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.HoldSiteMeeting);
        var meeting = await db.SiteMeetings.Include(m => m.Projects).SingleOrDefaultAsync(m => m.Id == id, stop) ?? throw SiteMeetingReader.Missing();
        Permissions.Demand(actor, Permission.HoldSiteMeeting, ProblemFacts.Of(meeting, []));
        if (meeting.SignedOn is not null) throw new RefusalException("SIT007", "纪要已经签发，不能再改。有错的另记一次更正。", RefusalKind.Conflict);
        Versions.Demand(meeting.Version, version, "这次现场办公");
        return meeting;
    }

    private async Task FillAsync(Actor actor, SiteMeeting meeting, MeetingValues values, CancellationToken stop)
    {
        if (values.HeldOn is not { } day || day > current.Today || day < current.Today.AddYears(-1))
            throw new RefusalException("SIT002", "请写现场办公的日期，不能晚于今天，也不能早于一年以前。") { Field = "Fields.HeldOn" };
        if (values.Place.Trim().Length is 0 or > LongestPlace) throw new RefusalException("SIT003", $"请写地点（{LongestPlace} 字以内）。") { Field = "Fields.Place" };
        if (current.Directory.Post(values.LeaderPostId) is not { Kind: PostKind.Leader, IsClosed: false } leader)
            throw new RefusalException("SIT004", "请选是哪位领导的现场办公。") { Field = "Fields.LeaderPostId" };
        if (values.Attendees.Trim().Length > LongestAttendees)
            throw new RefusalException("SIT005", $"参加人员请控制在 {LongestAttendees} 字以内。") { Field = "Fields.Attendees" };
        if (values.Text.Trim().Length > LongestText) throw new RefusalException("SIT005", $"现场情况请控制在 {LongestText} 字以内。") { Field = "Fields.Text" };
        (meeting.HeldOn, meeting.Place, meeting.LeaderPostId, meeting.Attendees, meeting.Text) =
            (day, values.Place.Trim(), leader.Id, values.Attendees.Trim(), values.Text.Trim());
        // Somebody who holds meetings of his own leads this one, too.
        Permissions.Demand(actor, Permission.HoldSiteMeeting, ProblemFacts.Of(meeting, []));
        var lines = values.Projects.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length is 0 or > 20) throw new RefusalException("SIT006", "请写涉及的项目，一行一个，最多 20 个。") { Field = "Fields.Projects" };
        var wanted = new List<int>();
        foreach (var line in lines) wanted.Add(await projects.FindAsync(line, "Fields.Projects", stop));
        foreach (var gone in meeting.Projects.Where(p => !wanted.Contains(p.ProjectId)).ToList()) meeting.Projects.Remove(gone);
        foreach (var id in wanted.Distinct().Where(w => meeting.Projects.All(p => p.ProjectId != w)))
            meeting.Projects.Add(new MeetingProject { ProjectId = id });
    }
}
