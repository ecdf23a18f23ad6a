using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Shared;
using Maoding.Shared.Units;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Documents;

/// <summary>A name in a breakdown plan that is no unit of the directory.</summary>
public sealed record UnknownName(string Name, int AsLead, int AsCoUnit);

/// <summary>A leader named in a breakdown plan who holds no post of the directory.</summary>
public sealed record UnknownLeader(string Name, int Rows);

/// <summary>All names of a document that the directory does not know.</summary>
public sealed record UnknownNames(IReadOnlyList<UnknownName> Units, IReadOnlyList<UnknownLeader> Leaders);

/// <summary>Gives the names of a breakdown plan that the directory does not know their units and posts.</summary>
public sealed class NameService(MaodingContext db, AuditedSave save, CurrentRequest current)
{
    public async Task<UnknownNames> UnknownAsync(Actor actor, int documentId, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ReviewFindings);
        var rows = await Open(documentId).AsNoTracking().ToListAsync(stop);
        var leads = rows.SelectMany(r => EvidenceLines.Of(r, EvidenceLines.UnknownLead)).CountBy(n => n).ToDictionary();
        var others = rows.SelectMany(r => EvidenceLines.Of(r, EvidenceLines.UnknownCoUnit)).CountBy(n => n).ToDictionary();
        var leaders = rows.SelectMany(r => EvidenceLines.Of(r, EvidenceLines.UnknownLeader)).CountBy(n => n);
        return new UnknownNames(
            [.. leads.Keys.Union(others.Keys).Select(n => new UnknownName(n, leads.GetValueOrDefault(n), others.GetValueOrDefault(n)))],
            [.. leaders.Select(l => new UnknownLeader(l.Key, l.Value))]);
    }

    /// <param name="units">The unit for each name; names left out stay open.</param>
    /// <param name="posts">The leader's post for each name.</param>
    /// <exception cref="RefusalException">REV021, REV023: a unit or post is not in the directory.</exception>
    public async Task AssignAsync(
        Actor actor, int documentId, IReadOnlyDictionary<string, int> units,
        IReadOnlyDictionary<string, int> posts, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ReviewFindings);
        if (units.Values.Any(id => current.Directory.Unit(id) is not { IsClosed: false }))
            throw new RefusalException("REV021", "所选的单位不在机构名单里，请重新选择。");
        if (posts.Values.Any(id => current.Directory.Leaders.All(p => p.Id != id))) throw new RefusalException("REV023", "所选的领导岗位不在名单里，请重新选择。");
        var finder = new UnitFinder(current.Directory, current.Today);
        foreach (var row in await ReviewQuery.Whole(Open(documentId)).ToListAsync(stop))
        {
            Permissions.Demand(actor, Permission.ReviewFindings, RowFacts.Of(row));
            foreach (var (name, unit) in units) Assign(row, name, unit, finder);
            foreach (var (name, post) in posts) AssignLeader(row, name, post);
        }

        var told = units.Select(u => $"{u.Key}→{current.Directory.UnitName(u.Value)}")
            .Concat(posts.Select(p => $"{p.Key}→{current.Directory.LeaderName(p.Value, current.Today)}"));
        await save.SaveAsync(actor, "对应名称", string.Join('；', told), once, stop);
    }

    private IQueryable<Commitment> Open(int documentId) =>
        db.Commitments.Where(
            c => c.DocumentId == documentId && (c.State == CommitmentState.Proposed || c.State == CommitmentState.Draft) && c.Evidence.Contains("对不上\t"));

    private static void Assign(Commitment row, string name, int unit, UnitFinder finder)
    {
        if (EvidenceLines.Of(row, EvidenceLines.UnknownLead).Contains(name))
        {
            row.Evidence = EvidenceLines.Without(row.Evidence, EvidenceLines.UnknownLead, name);
            if (row.LeadUnitId is null)
            {
                row.LeadUnitId = unit;
                row.LeaderPostId ??= finder.LeaderOf(unit)?.Id;
                row.CoUnits.RemoveAll(u => u.UnitId == unit);
            }
            else
            {
                AddCoUnit(row, unit);
            }
        }

        if (!EvidenceLines.Of(row, EvidenceLines.UnknownCoUnit).Contains(name)) return;
        row.Evidence = EvidenceLines.Without(row.Evidence, EvidenceLines.UnknownCoUnit, name);
        AddCoUnit(row, unit);
    }

    private static void AssignLeader(Commitment row, string name, int post)
    {
        if (!EvidenceLines.Of(row, EvidenceLines.UnknownLeader).Contains(name)) return;
        row.Evidence = EvidenceLines.Without(row.Evidence, EvidenceLines.UnknownLeader, name);
        if (row.LeaderPostId is null) row.LeaderPostId = post;
        else if (row.LeaderPostId != post) row.SecondLeaderPostId ??= post;
    }

    private static void AddCoUnit(Commitment row, int unit)
    {
        if (row.LeadUnitId == unit || row.CoUnits.Exists(u => u.UnitId == unit)) return;
        row.CoUnits.Add(new CoUnit { UnitId = unit, Order = row.CoUnits.Count == 0 ? 1 : row.CoUnits.Max(u => u.Order) + 1 });
    }
}
