using Maoding.Domain;
using Maoding.Domain.Audit;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Documents;

/// <summary>How the values of a merged row are settled that its document gives otherwise.</summary>
/// <param name="Taken">By what differs: whether the merged row's value is taken.</param>
/// <param name="Reason">Kept on the row.</param>
public sealed record MergeChoice(IReadOnlyDictionary<DifferenceField, bool> Taken, string Reason)
{
    public static MergeChoice None { get; } = new(new Dictionary<DifferenceField, bool>(), "");
}

/// <summary>One promise of two documents: the row that stands takes the other's words, and what both say differently is kept on it.</summary>
internal static class Merging
{
    private const int LongestReason = 300;

    /// <summary>Where the merged row's document says something else than the row that stands. Only a breakdown plan names its lead units itself.</summary>
    public static async Task<IReadOnlyList<Discrepancy>> BetweenAsync(
        MaodingContext db, Commitment into, Commitment row, Func<int?, string> unit, CancellationToken stop) => Discrepancy.Between(
        RowValues.Of(into), RowValues.Of(row),
        await db.Documents.AnyAsync(d => d.Id == row.DocumentId && d.Kind == DocumentKind.BreakdownPlan, stop), unit);

    /// <summary>A row that was sent or issued keeps its values: they change in their own way.</summary>
    public static bool MayTake(Commitment into) => into.State is CommitmentState.Proposed or CommitmentState.Draft;

    /// <summary>Gives the row that stands the merged one's words and the values that were decided.</summary>
    /// <exception cref="RefusalException">REV030: a difference is not decided; REV031: the value cannot be taken any more.</exception>
    public static void Join(Commitment into, Commitment row, IReadOnlyList<Discrepancy> differences, MergeChoice choice, int planYear)
    {
        if (choice.Reason.Length > LongestReason) throw new RefusalException("REV030", $"说明最多 {LongestReason} 字。") { Field = "Why" };
        if (differences.FirstOrDefault(d => !choice.Taken.ContainsKey(d.Field)) is { } open)
            throw new RefusalException("REV030",
                $"两处说法不同：{ChoiceWords.Of(open.Field)}，原有“{Said(open.Here)}”，这里“{Said(open.There)}”。请先选定以哪一处为准，再并入。", RefusalKind.Conflict)
            { Field = "Settle", Data = { [Undecided] = into.Id } };
        var taken = differences.Where(d => choice.Taken[d.Field]).Select(d => d.Field).ToHashSet();
        if (taken.Count > 0 && !MayTake(into))
            throw new RefusalException("REV031", $"“{into.Title}”现在是“{CommitmentMoves.NameOf(into.State)}”，并入时不改它的内容。请选原有的；要改的，另走修改或调整。", RefusalKind.Conflict)
            { Field = "Settle", Data = { [Undecided] = into.Id } };
        var before = RowValues.Of(into);
        into.Differences.AddRange(differences.Select(d => new Difference
        {
            BroughtById = row.Id,
            Field = d.Field,
            Here = d.Here,
            There = d.There,
            Taken = taken.Contains(d.Field),
            Reason = choice.Reason,
            Before = taken.Contains(d.Field) ? Discrepancy.Kept(before, d.Field) : "",
        }));
        if (taken.Count > 0) Write(into, before, Discrepancy.Take(before, RowValues.Of(row), taken), planYear);
        foreach (var quote in row.Quotes.Where(q => !into.Quotes.Exists(o => o.DocumentId == q.DocumentId && o.Start == q.Start && o.Length == q.Length)))
            into.Quotes.Add(new Quote
            {
                DocumentId = quote.DocumentId,
                Start = quote.Start,
                Length = quote.Length,
                Sentence = quote.Sentence,
                Text = quote.Text,
                BroughtById = row.Id,
            });
    }

    /// <summary>Takes back what a merged row brought: its words, and values of it that still stand.</summary>
    public static void TakeBack(MaodingContext db, Commitment into, int rowId, int planYear)
    {
        foreach (var difference in into.Differences.Where(d => d.BroughtById == rowId && d.Taken))
        {
            var now = RowValues.Of(into);
            var back = Discrepancy.Back(now, difference.Field, difference.Before);
            if (MayTake(into)) Write(into, now, back, planYear);
        }

        db.RemoveRange(into.Differences.Where(d => d.BroughtById == rowId));
        db.Quotes.RemoveRange(into.Quotes.Where(q => q.BroughtById == rowId));
    }

    /// <summary>Of a refusal: the row into which one was to be merged.</summary>
    public const string Undecided = "into";

    private static void Write(Commitment into, RowValues before, RowValues after, int planYear)
    {
        var values = MonthlyPlans.Again(TargetWords.Retitled(before, after), planYear);
        values.Check(planYear);
        values.ApplyTo(into);
    }

    private static string Said(string words) => words.Length > 0 ? words : "未写";
}
