using Maoding.Domain.Procedures;

namespace Maoding.Features.Building.JointReviews;

/// <summary>What the form of a package shows: for one to be made and for one that is not sent yet.</summary>
/// <param name="Open">Procedures of the project that are not settled.</param>
/// <param name="Units">Key and name of those that can be asked.</param>
public sealed record PartsForm(
    string? Title, string? Text, IReadOnlyList<TypedPart> Parts, IReadOnlyList<Procedure> Open, IReadOnlyList<(int Id, string ShortName)> Units)
{
    /// <summary>Rows for departments that decide nothing and are heard.</summary>
    private const int OpinionRows = 4;

    private const int UsualDays = 5;
    private const int MostDays = 60;

    /// <summary>A row for each procedure and some for opinions.</summary>
    /// <param name="chosen">Those of a package that is there; null for a new one: then the procedures that can be decided now are proposed.</param>
    public static List<TypedPart> Offer(IReadOnlyList<Procedure> open, IReadOnlyList<ReviewAnswer>? chosen)
    {
        // Of a procedure that was settled meanwhile nobody is asked any more.
        List<ReviewAnswer> rest = [.. (chosen ?? []).Where(a => a.ProcedureId is null || open.Any(p => p.Id == a.ProcedureId))];
        return
        [
            .. open.SelectMany(p => rest.FindAll(a => a.ProcedureId == p.Id) is { Count: > 0 } there
                ? there.Select(Chosen)
                : [new TypedPart
                {
                    ProcedureId = p.Id,
                    UnitId = p.UnitId,
                    Days = Math.Min(MostDays, p.PromisedDays),
                    IsChosen = chosen is null && p.UnitId is not null && IsReady(p, open),
                }]),
            .. rest.Where(a => a.ProcedureId is null).Select(Chosen),
            .. Enumerable.Range(0, OpinionRows).Select(_ => new TypedPart { Days = UsualDays }),
        ];
    }

    private static TypedPart Chosen(ReviewAnswer answer) =>
        new() { ProcedureId = answer.ProcedureId, UnitId = answer.UnitId, Days = answer.Days, IsChosen = true };

    /// <summary>Nothing that it needs is open.</summary>
    private static bool IsReady(Procedure procedure, IReadOnlyList<Procedure> open) =>
        !Procedure.Orders(procedure.After).Any(order => open.Any(p => p.Order == order));
}
