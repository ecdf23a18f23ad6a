using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Organs;

/// <summary>One post: who held it when, 接任 and 离任, and the form that changes it; without a key a new one.</summary>
public sealed class PostModel(PostService posts, MaodingContext db) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    [BindProperty]
    public int Version { get; set; } = 1;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public PostKind Kind { get; set; } = PostKind.UnitClerk;

    [BindProperty]
    public int? UnitId { get; set; }

    [BindProperty]
    public bool IsClosed { get; set; }

    [BindProperty]
    public int? Place { get; set; }

    public Post? Post => Directory.Post(Id);

    public bool MayEdit => May(Permission.EditDirectory);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Tenure> Terms { get; private set; } = [];

    public IReadOnlyList<Person> Persons { get; private set; } = [];

    public Tenure? Present => Terms.FirstOrDefault(t => t.Covers(Today));

    [Needs(Permission.SeeDirectory)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        if (Id is not null)
        {
            var post = Post ?? throw new RefusalException("DIR004", "没有这个岗位。请从名录里重新进入。", RefusalKind.Missing);
            (Version, Name, Kind, UnitId, IsClosed, Place) = (post.Version, post.Name, post.Kind, post.UnitId, post.IsClosed, post.Order);
        }

        await LoadAsync(stop);
    }

    [Needs(Permission.EditDirectory)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            var form = new PostForm((Name ?? "").Trim(), Kind, UnitId, IsClosed, Place == Post?.Order ? null : Place);
            var id = await posts.SaveAsync(Actor, Id, Version, form, Once(DirectoryLinks.Posts), stop);
            Notice("已保存。");
            return Redirect(DirectoryLinks.Post(id));
        },
        () => LoadAsync(stop));

    [Needs(Permission.EditDirectory)]
    public Task<IActionResult> OnPostSucceedAsync(int id, int? personId, string? personName, string? phone, DateOnly? from, CancellationToken stop) => Try(
        async () =>
        {
            await posts.SucceedAsync(Actor, id, new Successor(personId, (personName ?? "").Trim(), (phone ?? "").Trim(), from ?? Today), Once(DirectoryLinks.Post(id)), stop);
            Notice("接任已记下，原来的任期已结束。");
            return Redirect(DirectoryLinks.Post(id));
        },
        () => ShowAsync(stop));

    [Needs(Permission.EditDirectory)]
    public Task<IActionResult> OnPostLeaveAsync(int id, int tenureId, DateOnly? lastDay, CancellationToken stop) => Try(
        async () =>
        {
            await posts.LeaveAsync(Actor, tenureId, lastDay ?? Today, stop);
            Notice("离任已记下。");
            return Redirect(DirectoryLinks.Post(id));
        },
        () => ShowAsync(stop));

    private async Task ShowAsync(CancellationToken stop)
    {
        if (Post is { } post) (Version, Name, Kind, UnitId, IsClosed, Place) = (post.Version, post.Name, post.Kind, post.UnitId, post.IsClosed, post.Order);
        await LoadAsync(stop);
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        if (Id is { } id) Terms = await db.Tenures.AsNoTracking().Include(t => t.Person).Where(t => t.PostId == id).OrderByDescending(t => t.From).ToListAsync(stop);
        if (MayEdit) Persons = await db.Persons.AsNoTracking().OrderBy(p => p.Id).ToListAsync(stop);
    }
}
