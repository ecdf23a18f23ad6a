using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Organs;

/// <summary>Writes the whole directory as one workbook, which is read again by DirectoryImport and by decompose --units.</summary>
public sealed class DirectoryBook(MaodingContext db, CurrentRequest current)
{
    private static readonly string[] States = [DirectorySheets.Open, DirectorySheets.Closed];
    private static readonly string[] YesNo = [DirectorySheets.Yes, DirectorySheets.No];
    private static readonly string[] LineWords = [.. PostWords.OrganLines.Select(PostWords.Of)];

    public async Task WriteAsync(Actor actor, Stream output, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeDirectory);
        var directory = current.Directory;
        var persons = await db.Persons.AsNoTracking().OrderBy(p => p.Id).ToListAsync(stop);
        var tenures = await db.Tenures.AsNoTracking().OrderBy(t => t.From).ThenBy(t => t.Id).ToListAsync(stop);
        var sheets = new List<TableSheet> { Units(directory), Posts(directory), People(directory, persons, tenures), Divisions(directory) };
        if (Permissions.Allows(actor, Permission.ManageAccounts)) sheets.Add(await AccountsAsync(directory, stop));
        TableBookWriter.Write(output, sheets);
    }

    /// <summary>How sheets name a post: its name, with its number where several have that name.</summary>
    internal static string Label(Post post, IEnumerable<Post> all) => all.Count(p => p.Name == post.Name) > 1 ? $"{post.Name}〔{post.Id}〕" : post.Name;

    /// <summary>The same sheets to be filled in by hand, without rows and without the numbers that the program gives.</summary>
    public static void WriteTemplate(Stream output) => TableBookWriter.Write(
        output,
        [
            new TableSheet(DirectorySheets.Units, [.. UnitColumns.SkipLast(2)], []),
            new TableSheet(DirectorySheets.Posts, [.. PostColumns([]).SkipLast(1)], []),
            new TableSheet(DirectorySheets.People, [.. PeopleColumns([]).SkipLast(1)], []),
            new TableSheet(DirectorySheets.Divisions, DivisionColumns([], []), []),
        ]);

    private static TableColumn[] UnitColumns =>
    [
        new(DirectorySheets.UnitName, 36), new(DirectorySheets.ShortName, 20), new(DirectorySheets.Kind, 18, [.. PostWords.UnitKinds.Select(PostWords.Of)]),
        new(DirectorySheets.Line, 10, LineWords), new(DirectorySheets.Functions, 32), new(DirectorySheets.Phone, 18),
        new(DirectorySheets.State, 8, States), new(DirectorySheets.Number, 8), new(DirectorySheets.Version, 10, IsFixed: true),
    ];

    private static TableColumn[] PostColumns(string[] units) =>
    [
        new(DirectorySheets.PostName, 34), new(DirectorySheets.PostKind, 14, [.. PostWords.PostKinds.Select(PostWords.Of)]),
        new(DirectorySheets.PostUnit, 22, units), new(DirectorySheets.Line, 10, LineWords), new(DirectorySheets.Chief, 13, YesNo),
        new(DirectorySheets.State, 8, States), new(DirectorySheets.Number, 8),
    ];

    private static TableColumn[] PeopleColumns(string[] posts) =>
    [
        new(DirectorySheets.PersonName, 12), new(DirectorySheets.Phone, 18), new(DirectorySheets.PostName, 34, posts),
        new(DirectorySheets.From, 14), new(DirectorySheets.To, 14), new(DirectorySheets.PersonNumber, 10),
    ];

    private static TableColumn[] DivisionColumns(string[] leaders, string[] units) =>
    [
        new(DirectorySheets.LeaderPost, 34, leaders),
        new(DirectorySheets.Relation, 8, [PostWords.Of(DivisionKind.InCharge), PostWords.Of(DivisionKind.Linked)]),
        new(DirectorySheets.RelatedUnit, 24, units), new(DirectorySheets.Since, 14), new(DirectorySheets.Until, 14),
    ];

    private static string[] UnitNames(DirectorySnapshot directory) => [.. directory.OpenUnits.Select(u => u.ShortName)];

    private static TableSheet Units(DirectorySnapshot directory) => new(
        DirectorySheets.Units,
        UnitColumns,
        [
            .. directory.Units.Select(u => (IReadOnlyList<object?>)
            [
                u.Name, u.ShortName, PostWords.Of(u.Kind), PostWords.Of(u.Line), u.Functions, u.Phone, State(u.IsClosed), u.Id,
                directory.Region.DirectoryVersion,
            ]),
        ]);

    private static TableSheet Posts(DirectorySnapshot directory) => new(
        DirectorySheets.Posts,
        PostColumns(UnitNames(directory)),
        [
            .. directory.Posts.Select(p => (IReadOnlyList<object?>)
            [
                p.Name, PostWords.Of(p.Kind), directory.UnitName(p.UnitId), PostWords.Of(p.Line), p.IsChief ? DirectorySheets.Yes : "", State(p.IsClosed), p.Id,
            ]),
        ]);

    private static TableSheet People(DirectorySnapshot directory, List<Person> persons, List<Tenure> tenures)
    {
        var rows = new List<IReadOnlyList<object?>>();
        var order = directory.Posts.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var byId = persons.ToDictionary(p => p.Id);
        foreach (var tenure in tenures.OrderBy(t => order[t.PostId]).ThenBy(t => t.From))
        {
            var person = byId[tenure.PersonId];
            rows.Add([person.Name, person.Phone, Label(directory.Post(tenure.PostId)!, directory.Posts), tenure.From, tenure.To, person.Id]);
        }

        var holders = tenures.Select(t => t.PersonId).ToHashSet();
        rows.AddRange(persons.Where(p => !holders.Contains(p.Id)).Select(p => (IReadOnlyList<object?>)[p.Name, p.Phone, "", null, null, p.Id]));
        string[] posts = [.. directory.Posts.Where(p => !p.IsClosed).Select(p => Label(p, directory.Posts))];
        return new TableSheet(DirectorySheets.People, PeopleColumns(posts), rows);
    }

    private static TableSheet Divisions(DirectorySnapshot directory)
    {
        string[] leaders = [.. directory.Leaders.Select(p => Label(p, directory.Posts))];
        var order = directory.Posts.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var units = directory.Units.Select((u, i) => (u.Id, i)).ToDictionary(u => u.Id, u => u.i);
        return new TableSheet(
            DirectorySheets.Divisions,
            DivisionColumns(leaders, UnitNames(directory)),
            [
                .. directory.Divisions.OrderBy(d => order[d.PostId]).ThenBy(d => d.Kind).ThenBy(d => units[d.UnitId]).ThenBy(d => d.From)
                    .Select(d => (IReadOnlyList<object?>)[Label(directory.Post(d.PostId)!, directory.Posts),
                        PostWords.Of(d.Kind), directory.UnitName(d.UnitId), d.From, d.To]),
            ]);
    }

    private async Task<TableSheet> AccountsAsync(DirectorySnapshot directory, CancellationToken stop)
    {
        var accounts = await db.Users.AsNoTracking().Where(a => a.PersonId != null)
            .OrderBy(a => a.Id).Select(a => new { a.UserName, a.PersonId }).ToListAsync(stop);
        return new TableSheet(
            DirectorySheets.Accounts,
            [new(DirectorySheets.UserName, 20), new(DirectorySheets.PersonName, 14), new(DirectorySheets.PersonNumber, 10)],
            [.. accounts.Select(a => (IReadOnlyList<object?>)[a.UserName, directory.Person(a.PersonId)?.Name, a.PersonId])]);
    }

    private static string State(bool isClosed) => isClosed ? DirectorySheets.Closed : DirectorySheets.Open;
}
