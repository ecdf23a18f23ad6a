using Maoding.Districts;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Progress.Overviews;

/// <summary>Puts counted leaves under the heads of the tables, in official order; parts without rows are left out.</summary>
/// <param name="all">The whole plan in the list of the ledger.</param>
internal sealed class Parts(DirectorySnapshot directory, Plan plan, LedgerFilter all, int? month, DateOnly today)
{
    /// <summary>By the first level of headings; rows without a section last.</summary>
    public IEnumerable<PartLine> Sections(IReadOnlyList<Cell> cells)
    {
        var documents = directory.Ledger.Documents(plan.Id).ToList();
        var byTop = cells.ToLookup(c => TopOf(c.SectionId)?.Id);
        foreach (var document in documents)
            foreach (var top in directory.Ledger.Sections(document.Id))
                if (byTop[top.Id].Any())
                    yield return new PartLine(
                        documents.Count > 1 ? $"{top.Heading}（{document.Title}）" : top.Heading, Tally.Of(byTop[top.Id]), all with { Section = top.Id }, null);
        if (byTop[null].Any()) yield return new PartLine("不在文件章节内", Tally.Of(byTop[null]), null, null);
    }

    public IEnumerable<PartLine> Units(IReadOnlyList<Cell> cells)
    {
        var byUnit = cells.ToLookup(c => c.LeadUnitId);
        foreach (var unit in directory.Units)
            if (byUnit[unit.Id].Any())
                yield return new PartLine(unit.ShortName, Tally.Of(byUnit[unit.Id]), all with { Unit = unit.Id }, OverviewLinks.Unit(unit.Id, month));
        if (byUnit[null].Any()) yield return new PartLine("没有牵头单位", Tally.Of(byUnit[null]), null, null);
    }

    /// <summary>Rows of two leaders stand under both, as the list shows them.</summary>
    public IEnumerable<PartLine> Leaders(IReadOnlyList<Cell> cells)
    {
        var byLeader = cells.SelectMany(c => new[] { c.LeaderPostId, c.SecondLeaderPostId ?? c.LeaderPostId }.Distinct().Select(post => (post, c)))
            .ToLookup(p => p.post, p => p.c);
        foreach (var post in directory.Posts)
            if (byLeader[post.Id].Any()) yield return new PartLine(
                directory.LeaderShort(post.Id, today), Tally.Of(byLeader[post.Id]), all with { Leader = post.Id }, OverviewLinks.Leader(post.Id, month));
        if (byLeader[null].Any()) yield return new PartLine("没有牵头领导", Tally.Of(byLeader[null]), null, null);
    }

    public IEnumerable<PartLine> Themes(ILookup<int, Cell> byTheme)
    {
        foreach (var theme in directory.Ledger.StandingThemes(plan.Id))
            if (byTheme[theme.Id].Any())
                yield return new PartLine(theme.Name, Tally.Of(byTheme[theme.Id]), all with { Theme = theme.Id }, OverviewLinks.Theme(theme.Id, month));
    }

    private readonly Dictionary<int, Section> _tops = Tops(directory, plan);

    private Section? TopOf(int? section) => section is { } id ? _tops.GetValueOrDefault(id) : null;

    /// <summary>For each section the one of the highest level that it lies in.</summary>
    private static Dictionary<int, Section> Tops(DirectorySnapshot directory, Plan plan)
    {
        var tops = new Dictionary<int, Section>();
        foreach (var document in directory.Ledger.Documents(plan.Id))
        {
            Section? top = null;
            foreach (var section in directory.Ledger.Sections(document.Id))
            {
                if (top is null || section.Start >= top.Start + top.Length) top = section;
                tops[section.Id] = top;
            }
        }

        return tops;
    }
}
