using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Organs;

/// <summary>Posts in official order with who holds them today.</summary>
public sealed class PostsModel : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public PostKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Vacant { get; set; }

    public bool MayEdit => May(Permission.EditDirectory);

    /// <summary>Numbered among all open posts, whatever is left out here.</summary>
    public IReadOnlyList<(int Number, Post Post, Person? Holder)> Rows => [.. Directory.Posts
        .Where(p => !p.IsClosed)
        .Select((p, i) => (i + 1, p, Directory.Holder(p.Id, Today)))
        .Where(r => (Kind is null || r.p.Kind == Kind) && (!Vacant || r.Item3 is null))];

    [Needs(Permission.SeeDirectory)]
    public void OnGet()
    {
    }
}
