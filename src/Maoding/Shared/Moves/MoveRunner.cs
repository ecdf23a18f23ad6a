using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Storage.Auditing;

namespace Maoding.Shared.Moves;

/// <summary>
/// Makes moves of whatever lives by a table: loads the thing, checks who asks and what he saw, moves it, writes it down and
/// saves, once for each form.
/// </summary>
public sealed class MoveRunner(AuditedSave save)
{
    /// <param name="act">What the move changes beside the state; null: nothing.</param>
    /// <returns>The move that was made.</returns>
    /// <exception cref="RefusalException">
    /// PER001; SYS001: changed in between; the table's code: not legal now; the code of the reason; and those of the course and of
    /// <paramref name="act"/>.
    /// </exception>
    public async Task<Transition> MakeAsync<T>(Actor actor, Course<T> course, MoveAsk ask, Func<Turn<T>, Task>? act, CancellationToken stop)
        where T : class, IVersioned
    {
        var table = course.Table;
        var any = table.Any(ask.Move);
        // Whoever may not make the move of any thing does not learn whether there is this one.
        if (!table.Table.Any(t => t.MoveKey == ask.Move && Permissions.Allows(actor, t.Permission))) Permissions.Demand(actor, any.Permission);
        var thing = await course.Find(ask.Id, stop);
        var from = course.State(thing);
        var step = table.Find(from, ask.Move);
        Permissions.Demand(actor, (step ?? any).Permission, course.Facts(thing, (step ?? any).Permission));
        if (course.Guard is { } guard) await guard(actor, thing, step ?? any, stop);
        Versions.Demand(thing.Version, ask.Version, table.Subject);
        if (step is null) throw table.Refused(from, ask.Move);
        var turn = new Turn<T>(actor, thing, step, step.Reason?.Demand(ask.Reason, MoveForm.FieldOf(step)) ?? "");
        if (act is not null) await act(turn);
        course.Enter(thing, step.ToKey);
        course.Happened?.Invoke(turn);
        await save.SaveAsync(actor, course.Action(step), turn.Said, ask.Request, stop);
        return step;
    }
}
