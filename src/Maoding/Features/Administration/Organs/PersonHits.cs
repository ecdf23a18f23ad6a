using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Administration.Organs;

/// <summary>Persons who hold a post today, by name and post.</summary>
internal sealed class PersonHits : HitPart
{
    public override int Place => 100;

    public override string Kind => "人员";

    public override Permission Needs => Permission.SeeDirectory;

    public override Task<Hits> FindAsync(HitScene scene, CancellationToken stop)
    {
        var persons = scene.Directory.Posts.Where(p => !p.IsClosed)
            .Select(p => (Post: p, Person: scene.Directory.Holder(p.Id, scene.Today))).Where(p => p.Person is { } held && scene.IsIn(held.Name, p.Post.Name))
            .GroupBy(p => p.Person!.Id).ToList();
        return Task.FromResult(new Hits(
            [.. persons.Take(HitScene.Most).Select(p => new Hit(
                "", p.First().Person!.Name, string.Join('、', p.Select(held => held.Post.Name)), DirectoryLinks.Post(p.First().Post.Id)))],
            persons.Count));
    }
}
