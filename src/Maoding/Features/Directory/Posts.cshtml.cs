using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Organs;

/// <summary>Posts in official order with who holds them today.</summary>
public sealed class PostsModel : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public PostKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Vacant { get; set; }

    public bool MayEdit => May(Permission.EditDirectory);

    public IReadOnlyList<(Post Post, Person? Holder)> Rows => [.. Directory.Posts
        .Where(p => !p.IsClosed && (Kind is null || p.Kind == Kind))
        .Select(p => (p, Directory.Holder(p.Id, Today)))
        .Where(r => !Vacant || r.Item2 is null)];

    [Needs(Permission.SeeDirectory)]
    public void OnGet()
    {
    }
}
