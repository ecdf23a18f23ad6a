using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Shared.Addresses;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Settling;

/// <summary>A leaf that nobody has answered for.</summary>
public sealed record OpenRow
{
    public required int Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required CommitmentState State { get; init; }

    public required int? LeadUnitId { get; init; }

    public required int? Share { get; init; }

    public required int Version { get; init; }

    /// <summary>What its unit proposes; null before.</summary>
    public required SettlementKind? Proposed { get; init; }

    public required string ProposedWords { get; init; }

    public required DateOnly? ProposedOn { get; init; }
}

/// <summary>Leaves that are neither done nor stopped, and that nobody has answered for.</summary>
public sealed class SettleList(MaodingContext db, CountedRows counted)
{
    /// <summary>As the coordinator filters them, in the order of the ledger.</summary>
    /// <exception cref="Domain.RefusalException">PER001.</exception>
    public IQueryable<OpenRow> Open(Actor actor, int planId, SettleFilter filter)
    {
        Permissions.Demand(actor, Permission.SettleYear);
        var rows = Leaves(planId);
        if (filter.Unit is { } unit) rows = rows.Where(c => c.LeadUnitId == unit);
        if (filter.Text is { Length: > 0 } text) rows = rows.Where(c => c.Title.Contains(text) || c.Number == text);
        var open = Projected(rows);
        return filter.Proposed switch
        {
            null => open,
            0 => open.Where(r => r.Proposed == null),
            { } kind => open.Where(r => r.Proposed == (SettlementKind)kind),
        };
    }

    /// <summary>Those that the actor's units lead.</summary>
    /// <exception cref="Domain.RefusalException">PER001.</exception>
    public IQueryable<OpenRow> Own(Actor actor, int planId)
    {
        Permissions.Demand(actor, Permission.ProposeSettlement);
        var units = actor.Units;
        return Projected(Leaves(planId).Where(c => units.Contains(c.LeadUnitId!.Value)));
    }

    private IQueryable<Commitment> Leaves(int planId) => counted.Of(planId)
        .Where(c => c.State != CommitmentState.Done && c.State != CommitmentState.Stopped && !db.Settlements.Any(s => s.CommitmentId == c.Id));

    private IQueryable<OpenRow> Projected(IQueryable<Commitment> rows) =>
        from row in rows
        join proposal in db.SettlementProposals on row.Id equals proposal.CommitmentId into proposals
        from proposal in proposals.DefaultIfEmpty()
        orderby row.Order, row.Id
        select new OpenRow
        {
            Id = row.Id,
            Number = row.Number,
            Title = row.Title,
            State = row.State,
            LeadUnitId = row.LeadUnitId,
            Share = row.Share,
            Version = row.Version,
            Proposed = proposal == null ? null : proposal.Kind,
            ProposedWords = proposal == null ? "" : proposal.Words,
            ProposedOn = proposal == null ? null : proposal.ProposedOn,
        };
}
