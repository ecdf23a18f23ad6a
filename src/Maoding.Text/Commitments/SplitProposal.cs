namespace Maoding.Text.Commitments;

/// <summary>Proposes to split a commitment whose measures belong to different functions.</summary>
internal static class SplitProposal
{
    /// <summary>A measure's function must lead by this factor, or it stays with the sentence.</summary>
    private const double Clear = 1.5;

    /// <summary>A word of duty as telling as this must be among its words.</summary>
    private const double Telling = 3;

    /// <summary>The measures by leading function, in order of appearance; empty when fewer than two functions are clear.</summary>
    public static IReadOnlyList<MeasureGroup> Of(IReadOnlyList<AssignedMeasure> measures)
    {
        if (measures.Count < 2) return [];
        var groups = new List<(string Function, List<int> Measures)>();
        for (var i = 0; i < measures.Count; i++)
        {
            var functions = measures[i].Functions;
            if (functions.Count == 0 || functions[0].Score < Telling || (functions.Count > 1 && functions[0].Score < Clear * functions[1].Score)) continue;
            var group = groups.FindIndex(g => g.Function == functions[0].Name);
            if (group < 0) groups.Add((functions[0].Name, [i]));
            else groups[group].Measures.Add(i);
        }

        return groups.Count < 2 ? [] : [.. groups.Select(g => new MeasureGroup(g.Function, g.Measures))];
    }
}
