using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Consulting;

namespace Maoding.Features.Demo;

/// <summary>One line of the demonstration's opinions.</summary>
internal sealed record DemoOpinion(string Title, string Unit, string Kind, string Proposal, string Grounds, string Outcome, string Note)
{
    public static IReadOnlyList<DemoOpinion> All()
    {
        using var stream = typeof(DemoOpinion).Assembly.GetManifestResourceStream("Maoding.Features.Demo.opinions.md")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n')
            .Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Select(c => new DemoOpinion(c[0], c[1], c[2], c[3], c[4], c[5], c[6]))];
    }

    /// <summary>The answer as the unit would give it about a row.</summary>
    public Answer Answer(Commitment row, DirectorySnapshot directory) => Kind switch
    {
        "牵头" => new Answer(OpinionKind.OtherLead, Grounds, UnitId(directory)),
        "配合" => new Answer(OpinionKind.OtherCoUnits, Grounds,
            ProposedCoUnits: [.. row.CoUnits.OrderBy(u => u.Order).Select(u => u.UnitId).Append(UnitId(directory)).Distinct()]),
        "时限" => new Answer(OpinionKind.OtherTime, Grounds, ProposedDue: DateOnly.Parse(Proposal, CultureInfo.InvariantCulture)),
        "填报" => FilledIn(),
        _ => throw new InvalidOperationException($"{Kind} is no kind of opinion."),
    };

    private int UnitId(DirectorySnapshot directory) => directory.Units.Single(u => u.ShortName == Proposal).Id;

    private Answer FilledIn()
    {
        var parts = Proposal.Split(' ');
        var quantity = parts[0].Split('/');
        var plan = parts[1].Split(',').Select(p => int.Parse(p, CultureInfo.InvariantCulture) * 10);
        return new Answer(
            OpinionKind.FillIn,
            Grounds,
            ProposedPlan: string.Join(',', plan),
            ProposedQuantities: [new QuantityValue(quantity[0], decimal.Parse(quantity[1], CultureInfo.InvariantCulture), quantity[2])]);
    }
}
