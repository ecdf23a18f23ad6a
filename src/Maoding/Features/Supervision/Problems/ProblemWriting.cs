using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Domain.Problems;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.Problems;

/// <summary>To whom a problem is assigned.</summary>
/// <param name="Field">Prefix of the form's fields, with its dot; empty for none.</param>
public sealed record Assignment(int? UnitId, int? LeaderPostId, DateOnly? Due, string Note, string Field = "");

/// <summary>What desks and site meetings do to a problem in the same way.</summary>
internal static class ProblemWriting
{
    public const int LongestTitle = 200;

    public const int LongestText = 2000;

    public const int LongestStep = 500;

    /// <summary>Times that a number taken by somebody else in the same moment is given anew.</summary>
    private const int Tries = 25;

    /// <summary>Writes down that a move was made; the state is already the new one.</summary>
    public static void Happened(this Problem problem, ProblemMove? move, DateOnly on, Actor actor, string text) =>
        problem.Events.Add(new ProblemEvent { Move = move, State = problem.State, Tier = problem.Tier, On = on, Text = text, ById = actor.AccountId });

    /// <summary>
    /// Gives it to a unit under a leader until a day; anew on the unit's tier when it was not assigned before or when the unit
    /// changes there. The state is still the old one.
    /// </summary>
    /// <returns>What the problem's story says of it.</returns>
    /// <exception cref="RefusalException">PRB013–PRB015: no unit, leader or day.</exception>
    public static string Give(this Problem problem, Assignment to, CurrentRequest current)
    {
        var (unit, leader, due) = Checked(to, current);
        if (problem.State == ProblemState.Raised) (problem.Tier, problem.TierSince) = (Tier.Unit, current.Today);
        else if (problem.Tier == Tier.Unit) problem.TierSince = current.Today;
        (problem.UnitId, problem.LeaderPostId, problem.Due) = (unit, leader, due);
        var words = $"交{current.Directory.UnitName(unit)}办理，{current.Directory.LeaderName(leader, current.Today)}负责，{due:yyyy年M月d日}前解决";
        return to.Note.Trim().Length > 0 ? $"{words}。{to.Note.Trim()}" : $"{words}。";
    }

    /// <summary>The same for what a site meeting decides, together with other changes.</summary>
    /// <exception cref="RefusalException">PRB001; PRB013–PRB015.</exception>
    public static void Assign(this Problem problem, Actor actor, Assignment to, CurrentRequest current)
    {
        var state = ProblemMoves.Table.After(problem.State, ProblemMove.Assign);
        var words = problem.Give(to, current);
        problem.State = state;
        problem.Happened(ProblemMove.Assign, current.Today, actor, words);
    }

    /// <exception cref="RefusalException">PRB013–PRB015.</exception>
    public static (int Unit, int Leader, DateOnly Due) Checked(Assignment to, CurrentRequest current)
    {
        if (current.Directory.Unit(to.UnitId) is not { IsClosed: false } unit) throw new RefusalException("PRB013", "请选办理的单位。") { Field = $"{to.Field}UnitId" };
        if (current.Directory.Post(to.LeaderPostId) is not { Kind: PostKind.Leader, IsClosed: false } leader)
            throw new RefusalException("PRB014", "请选负责的领导。单位按期解决不了的，由这位领导协调。") { Field = $"{to.Field}LeaderPostId" };
        if (to.Due is not { } due || due < current.Today || due > current.Today.AddYears(3))
            throw new RefusalException("PRB015", "请写解决期限，不能早于今天。") { Field = $"{to.Field}Due" };
        return (unit.Id, leader.Id, due);
    }

    /// <summary>The day by which a unit usually has to settle a problem that it gets today.</summary>
    public static DateOnly UsualDue(CurrentRequest current) => current.Directory.Calendar.AddWorkdays(current.Today, current.Directory.Region.ProblemUnitDays);

    /// <summary>A text that must be there.</summary>
    /// <exception cref="RefusalException">PRB016.</exception>
    public static string Needed(string? text, string message, string field, int most = LongestText)
    {
        var said = (text ?? "").Trim();
        return said.Length > 0 && said.Length <= most ? said : throw new RefusalException("PRB016", $"{message}（{most} 字以内）。") { Field = field };
    }

    /// <summary>Saves new problems under the next numbers, and again under later ones when somebody else took them in between.</summary>
    /// <param name="request">Sent twice, its sender goes to the first of them.</param>
    public static async Task SaveNumberedAsync(this AuditedSave save, MaodingContext db, Actor actor, string action,
        IReadOnlyList<Problem> added, HandledRequest? request, Action<HandledRequest>? place, CancellationToken stop)
    {
        for (var left = Tries; ; left--)
        {
            var next = (await db.Problems.MaxAsync(p => (int?)p.Number, stop) ?? 0) + 1;
            foreach (var problem in added) problem.Number = next++;
            if (request is not null) place?.Invoke(request);
            try
            {
                await save.SaveAsync(actor, action, request: request, stop: stop);
                return;
            }
            catch (RefusalException taken) when (taken.Code == "SYS002" && added.Count > 0 && left > 1)
            {
                // The next turn asks for the highest number again.
            }
        }
    }
}
