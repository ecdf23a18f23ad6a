namespace Maoding.Domain.Ledger;

/// <summary>Makes a further row of one promise.</summary>
public static class RowCopy
{
    /// <summary>A row of the same plan, place, state, source and rhythm, with its own copies of the quotes and these values.</summary>
    public static Commitment Of(Commitment row, int? parentId, RowValues values)
    {
        var made = new Commitment
        {
            PlanId = row.PlanId,
            ParentId = parentId,
            Order = row.Order,
            State = row.State,
            Title = values.Title,
            DocumentId = row.DocumentId,
            SectionId = row.SectionId,
            DueWords = row.DueWords,
            Functions = row.Functions,
            Rhythm = row.Rhythm,
            Quotes = [.. row.Quotes.Select(
                q => new Quote { DocumentId = q.DocumentId, Start = q.Start, Length = q.Length, Sentence = q.Sentence, Text = q.Text })],
        };
        values.ApplyTo(made);
        return made;
    }
}
