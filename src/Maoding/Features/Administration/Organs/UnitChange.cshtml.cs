using Maoding.Contracts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Organs;

/// <summary>机构变动 of one unit: it goes into another, is split, closed, or gives away a part of what it does.</summary>
public sealed class UnitChangeModel(OrganChangeService changes, Hanging hanging) : ChangePage(hanging)
{
    public Unit Unit => Directory.Unit(Id) ?? throw new RefusalException("DIR002", "没有这个单位。请从名录里重新进入。", RefusalKind.Missing);

    public override Bearer Bearer => Bearer.Unit;

    public override IReadOnlyList<OrganChangeKind> Kinds =>
        [OrganChangeKind.Merged, OrganChangeKind.Split, OrganChangeKind.Closed, OrganChangeKind.Transferred];

    public override IEnumerable<(int Id, string Text)> Possible => Directory.OpenUnits.Where(u => u.Id != Id).Select(u => (u.Id, u.ShortName));

    /// <summary>A second head would sign beside the first.</summary>
    public override int? Proposed(HangingGroup group, int thing) =>
        group.Subject == nameof(Post) && !Stays && Receivers.Count > 0 && Directory.Post(thing) is { Kind: PostKind.UnitHead }
        && Directory.PostsOf(Receivers[0]).Any(p => p.Kind == PostKind.UnitHead) ? 0 : null;

    [Needs(Permission.ChangeOrgans)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(Unit.Version, stop);

    [Needs(Permission.ChangeOrgans)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        ChangeAsync(DirectoryLinks.Unit(Id), Unit.Version, once => changes.ChangeUnitAsync(Actor, Id, Form, once, stop), stop);
}
