using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Organs;

/// <summary>One person: name, phone, and all posts over time.</summary>
public sealed class PersonModel(PostService posts, MaodingContext db) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>What is doubtful about the telephone as it is kept.</summary>
    public IReadOnlyList<string> Doubts => Directory.Person(Id) is { } person ? PhoneDoubts.Of([person], Directory.Persons) : [];

    public bool MayEdit => May(Permission.EditDirectory);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Tenure> Terms { get; private set; } = [];

    [Needs(Permission.SeeDirectory)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        var person = Directory.Person(Id) ?? throw new RefusalException("DIR006", "没有这个人。请从名录里重新进入。", RefusalKind.Missing);
        (Version, Name, Phone) = (person.Version, person.Name, person.Phone);
        await LoadAsync(stop);
    }

    [Needs(Permission.EditDirectory)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            await posts.SavePersonAsync(Actor, Id, Version, (Name ?? "").Trim(), (Phone ?? "").Trim(), Once(DirectoryLinks.Person(Id)), stop);
            Notice("已保存。");
            return Redirect(DirectoryLinks.Person(Id));
        },
        () => LoadAsync(stop));

    private async Task LoadAsync(CancellationToken stop) =>
        Terms = await db.Tenures.AsNoTracking().Include(t => t.Post).Where(t => t.PersonId == Id).OrderByDescending(t => t.From).ToListAsync(stop);
}
