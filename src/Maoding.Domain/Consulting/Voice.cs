using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;

namespace Maoding.Domain.Consulting;

/// <summary>Who speaks in a consultation: a unit, or a leader's post. Written u12 or p3 in addresses.</summary>
public sealed record Voice(int? UnitId, int? PostId)
{
    public static Voice OfUnit(int id) => new(id, null);

    public static Voice OfPost(int id) => new(null, id);

    public static Voice Of(bool isUnit, int id) => isUnit ? OfUnit(id) : OfPost(id);

    public static Voice Of(Opinion opinion) => new(opinion.UnitId, opinion.PostId);

    /// <summary>null for text that names nobody.</summary>
    public static Voice? Parse(string? text) =>
        text is { Length: > 1 } && int.TryParse(text.AsSpan(1), CultureInfo.InvariantCulture, out var id)
            ? text[0] switch
            {
                'u' => OfUnit(id),
                'p' => OfPost(id),
                _ => null,
            }
            : null;

    /// <summary>Those a row asks: lead unit, co-units in their order, first and second leader.</summary>
    public static IReadOnlyList<Voice> AskedBy(Commitment row)
    {
        var voices = new List<Voice>();
        if (row.LeadUnitId is { } lead) voices.Add(OfUnit(lead));
        voices.AddRange(row.CoUnits.OrderBy(u => u.Order).Select(u => OfUnit(u.UnitId)));
        if (row.LeaderPostId is { } first) voices.Add(OfPost(first));
        if (row.SecondLeaderPostId is { } second) voices.Add(OfPost(second));
        return voices;
    }

    /// <summary>The voices that <see cref="Commitment.Asked"/> names.</summary>
    public static IReadOnlyList<Voice> Named(string asked) => [.. asked.Split(',').Select(Parse).OfType<Voice>()];

    /// <summary>Voices as <see cref="Commitment.Asked"/> names them.</summary>
    public static string Text(IEnumerable<Voice> voices) => string.Join(',', voices.Distinct());

    /// <summary>Those a row asks now but did not ask before its round's last day was over, and who said nothing: nobody heard them.</summary>
    public static IReadOnlyList<Voice> Unasked(Commitment row, IEnumerable<Opinion> said)
    {
        var known = Named(row.Asked).Concat(said.Where(o => o.CommitmentId == row.Id && o.IsHeard).Select(Of)).ToHashSet();
        return [.. AskedBy(row).Where(v => !known.Contains(v))];
    }

    /// <summary>The voices that an actor speaks with today.</summary>
    public static IReadOnlyList<Voice> HeldBy(Actor actor) => [.. actor.Units.Select(OfUnit), .. actor.LeaderPosts.Select(OfPost)];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(UnitId is null ? 'p' : 'u')}{UnitId ?? PostId}");
}
