using Maoding.Contracts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Organs;

/// <summary>移交 of one leader's post: it is closed, or gives away a part of what it leads.</summary>
public sealed class PostChangeModel(OrganChangeService changes, Hanging hanging) : ChangePage(hanging)
{
    public Post Post => Directory.Post(Id) ?? throw new RefusalException("DIR004", "没有这个岗位。请从名录里重新进入。", RefusalKind.Missing);

    public override Bearer Bearer => Bearer.Post;

    public override IReadOnlyList<OrganChangeKind> Kinds => [OrganChangeKind.Transferred, OrganChangeKind.Closed];

    public override IEnumerable<(int Id, string Text)> Possible =>
        Directory.Leaders.Where(p => p.Id != Id).Select(p => (p.Id, Directory.LeaderName(p.Id, Today)));

    public override string? Holder => Directory.Holder(Id, Today)?.Name;

    [Needs(Permission.ChangeOrgans)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(Post.Version, stop);

    [Needs(Permission.ChangeOrgans)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        ChangeAsync(DirectoryLinks.Post(Id), Post.Version, once => changes.ChangePostAsync(Actor, Id, Form, once, stop), stop);
}
