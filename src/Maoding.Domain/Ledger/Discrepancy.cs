using System.Globalization;

namespace Maoding.Domain.Ledger;

/// <summary>A value that two rows of one promise give differently, in words.</summary>
public sealed record Discrepancy(DifferenceField Field, string Here, string There)
{
    /// <summary>Shared characters that tell two things counted for one: 项目 alone says nothing.</summary>
    private const int TellingPiece = 3;

    /// <summary>Where the other row says something else. What it does not say is no difference.</summary>
    /// <param name="withLead">Whether the other row's lead was named by its document and not proposed by the reader.</param>
    /// <param name="unit">The name of a unit.</param>
    public static IReadOnlyList<Discrepancy> Between(RowValues here, RowValues there, bool withLead, Func<int?, string> unit)
    {
        var found = new List<Discrepancy>();
        if (here.Target is { } one && there.Target is { } other && Says(other) && Words(one) != Words(other))
            found.Add(new Discrepancy(DifferenceField.Value, Words(one), Words(other)));
        var counts = Counts(here.Quantities, there.Quantities);
        if (counts.Count > 0)
            found.Add(new Discrepancy(DifferenceField.Quantity, string.Join('；', counts.Select(c => c.Here)), string.Join('；', counts.Select(c => c.There))));
        if (there.DueKind != DueKind.None && there.DueText != here.DueText) found.Add(new Discrepancy(DifferenceField.Time, here.DueText, there.DueText));
        if (withLead && there.LeadUnitId is { } lead && lead != here.LeadUnitId)
            found.Add(new Discrepancy(DifferenceField.Lead, unit(here.LeadUnitId), unit(lead)));
        return found;
    }

    /// <summary>The row's values with those fields as the other has them.</summary>
    public static RowValues Take(RowValues here, RowValues there, IReadOnlyCollection<DifferenceField> fields)
    {
        if (fields.Contains(DifferenceField.Value) && here.Target is { } one && there.Target is { } other)
            here = here with { Target = one with { Kind = other.Kind, Value = other.Value, Unit = other.Unit } };
        if (fields.Contains(DifferenceField.Quantity))
        {
            var counts = Counts(here.Quantities, there.Quantities);
            QuantityValue Said(QuantityValue q) => counts.Find(c => c.Here == q) is (_, { } said) ? q with { Value = said.Value } : q;
            here = here with { Quantities = [.. here.Quantities.Select(Said)] };
        }

        if (fields.Contains(DifferenceField.Time)) here = here with { DueKind = there.DueKind, Due = there.Due };
        return fields.Contains(DifferenceField.Lead)
            ? here with { LeadUnitId = there.LeadUnitId, CoUnitIds = [.. here.CoUnitIds.Where(id => id != there.LeadUnitId)] }
            : here;
    }

    /// <summary>What a field is, kept for taking the step back.</summary>
    public static string Kept(RowValues values, DifferenceField field) => field switch
    {
        DifferenceField.Value => values.Target is { } target ? string.Join('\t', target.Kind, target.Value, target.Unit) : "",
        DifferenceField.Quantity => string.Join(
            '\n', values.Quantities.Select(q => string.Create(CultureInfo.InvariantCulture, $"{q.Name}\t{q.Value}\t{q.Unit}"))),
        DifferenceField.Time => string.Create(CultureInfo.InvariantCulture, $"{(int)values.DueKind}\t{values.Due:yyyy-MM-dd}"),
        _ => values.LeadUnitId?.ToString(CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The values with a field as it was kept.</summary>
    public static RowValues Back(RowValues values, DifferenceField field, string kept)
    {
        var parts = kept.Split('\t');
        return field switch
        {
            DifferenceField.Value when values.Target is { } target && parts is [var kind, var value, var unit] =>
                values with { Target = target with { Kind = kind, Value = value, Unit = unit } },
            DifferenceField.Quantity => values with { Quantities = [.. kept.Split('\n').Select(QuantityOf).OfType<QuantityValue>()] },
            DifferenceField.Time when parts is [var kind, var day] => values with
            {
                DueKind = (DueKind)int.Parse(kind, CultureInfo.InvariantCulture),
                Due = day.Length > 0 ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            },
            DifferenceField.Lead => values with { LeadUnitId = kept.Length > 0 ? int.Parse(kept, CultureInfo.InvariantCulture) : null },
            _ => values,
        };
    }

    private static QuantityValue? QuantityOf(string line) =>
        line.Split('\t') is [var name, var value, var unit] ? new QuantityValue(name, decimal.Parse(value, CultureInfo.InvariantCulture), unit) : null;

    private static bool Says(TargetValue target) => target.Value.Length > 0 && !target.Value.Contains('X', StringComparison.Ordinal);

    private static string Words(TargetValue target) => $"{TargetKinds.NameOf(target.Kind)}{target.Value}{target.Unit}";

    /// <summary>Counts of one thing in one unit, none of which has the same number.</summary>
    private static List<(QuantityValue Here, QuantityValue There)> Counts(IReadOnlyList<QuantityValue> here, IReadOnlyList<QuantityValue> there)
    {
        var found = new List<(QuantityValue, QuantityValue)>();
        foreach (var said in there)
        {
            var kin = here.Where(q => q.Unit == said.Unit && IsKin(q.Name, said.Name)).ToList();
            if (kin.Count > 0 && kin.TrueForAll(q => q.Value != said.Value)) found.Add((kin[0], said));
        }

        return found;
    }

    /// <summary>One name, or names that have most of the shorter one in common: 公办幼儿园 and 幼儿园.</summary>
    private static bool IsKin(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        for (var length = shorter.Length; length >= TellingPiece && 2 * length > shorter.Length; length--)
            for (var at = 0; at + length <= shorter.Length; at++)
                if (longer.Contains(shorter.Substring(at, length), StringComparison.Ordinal)) return true;
        return one == other;
    }
}
