using Maoding.Districts;
using Maoding.Documents.Reading;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Features.Administration.Accounts;
using Maoding.Shared.Addresses;
using Maoding.Shared.Workbooks;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Organs;

/// <summary>What a workbook would do, or did, to the directory.</summary>
/// <param name="Errors">By cell; with any of them nothing is written.</param>
/// <param name="Changes">One sentence each; empty when the file says what is there already.</param>
/// <param name="Slips">Initial passwords of accounts that were made, to be shown once.</param>
/// <param name="Doubts">Telephones, and terms that go on beside a new one, that want a second look; they hinder nothing.</param>
public sealed record ImportOutcome(IReadOnlyList<string> Errors, IReadOnlyList<string> Changes, IReadOnlyList<Slip> Slips, IReadOnlyList<string> Doubts);

/// <summary>
/// Takes a workbook over into the directory: all of it or nothing. Rows that the file leaves out stay. Refusals: DIR020 no such
/// sheet in the file, DIR021 errors by cell, DIR022 the directory changed since the preview.
/// </summary>
public sealed class DirectoryImport(
    MaodingContext db, DirectorySave directory, CurrentRequest current, AccountService accounts, FunctionNames functions, Hanging hanging)
{
    /// <exception cref="DocumentException">The file cannot be read.</exception>
    /// <exception cref="RefusalException">PER001, DIR020.</exception>
    public async Task<ImportOutcome> PreviewAsync(Actor actor, IReadOnlyList<ReadSheet> book, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        var state = await FillAsync(book, current.Today, Permissions.Allows(actor, Permission.ManageAccounts), isFirstRun: false, stop);
        var changed = state.Persons.Where(p => db.Entry(p).State is EntityState.Added or EntityState.Modified).ToList();
        var both = Both(state).ToList();
        db.ChangeTracker.Clear();
        return new ImportOutcome(state.Errors, state.Changes, [], [.. Stale(book), .. both, .. PhoneDoubts.Of(changed, state.Persons)]);
    }

    /// <param name="directoryVersion">The version that the preview was made on.</param>
    /// <exception cref="RefusalException">PER001, DIR020, DIR021, DIR022.</exception>
    public async Task<ImportOutcome> ApplyAsync(Actor actor, IReadOnlyList<ReadSheet> book, int directoryVersion, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        DirectoryRules.DemandCurrent(current.Directory.Region.DirectoryVersion, directoryVersion);
        var state = await FillAsync(book, current.Today, Permissions.Allows(actor, Permission.ManageAccounts), isFirstRun: false, stop);
        if (state.Errors.Count > 0) throw new RefusalException("DIR021", $"文件里有{state.Errors.Count}处错误，没有导入。请改正后重新上传。");
        var slips = state.NewAccounts.ConvertAll(a => WithPost(accounts.Add(a.UserName, a.Person), state, a.Person));
        if (slips.Count > 0 && once is not null) once.Location = AccountLinks.SlipsLost;
        await directory.SaveAsync(actor, "导入机构人员", request: once, stop: stop);
        return new ImportOutcome([], state.Changes, slips, []);
    }

    /// <summary>Makes the changes in the tracked rows; the caller saves or forgets them.</summary>
    /// <param name="mayCreateAccounts">Rows of the sheet 账号 that make accounts are errors without it.</param>
    /// <param name="isFirstRun">The file may come from elsewhere: its numbers hold inside it alone, its accounts are left out.</param>
    internal async Task<ImportState> FillAsync(IReadOnlyList<ReadSheet> book, DateOnly today, bool mayCreateAccounts, bool isFirstRun, CancellationToken stop)
    {
        var state = new ImportState
        {
            Units = await db.Units.OrderBy(u => u.Order).ThenBy(u => u.Id).ToListAsync(stop),
            Posts = await db.Posts.Include(p => p.Unit).OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync(stop),
            Persons = await db.Persons.ToListAsync(stop),
            Tenures = await db.Tenures.ToListAsync(stop),
            Divisions = await db.Divisions.ToListAsync(stop),
            Accounts = await db.Users.ToListAsync(stop),
            Decided = await db.OrganChanges.AsNoTracking().OrderBy(c => c.On).ThenBy(c => c.Id).ToListAsync(stop),
            Today = today,
            IsFirstRun = isFirstRun,
        };
        if (!book.Any(
            s => s.Name is DirectorySheets.Units or DirectorySheets.Posts or DirectorySheets.People or DirectorySheets.Divisions or DirectorySheets.Accounts))
            throw new RefusalException("DIR020", "文件里没有“单位”“岗位”“人员任职”“分工”“账号”中的任何一张表。请先导出一份，在上面修改。") { Field = "File" };
        var organs = new ImportOrgans(state, functions);
        var people = new ImportPeople(state);
        Each(book, DirectorySheets.Units, DirectorySheets.UnitName, state, organs.Units);
        Each(book, DirectorySheets.Posts, DirectorySheets.PostName, state, organs.Posts);
        Each(book, DirectorySheets.People, DirectorySheets.PersonName, state, people.People);
        Each(book, DirectorySheets.Divisions, DirectorySheets.LeaderPost, state, people.Divisions);
        if (!isFirstRun) Each(book, DirectorySheets.Accounts, DirectorySheets.UserName, state, sheet => people.Accounts(sheet, mayCreateAccounts));
        state.Errors.AddRange((await hanging.StillBornAsync(state.Units, stop)).Select(u => $"单位：{u.Words}"));
        state.Errors.AddRange((await hanging.StillBornAsync(state.Posts, stop)).Select(p => $"岗位：{p.Words}"));
        db.AddRange(state.Units.Where(u => u.Id == 0));
        db.AddRange(Renamed(state, today));
        db.AddRange(state.Posts.Where(p => p.Id == 0));
        db.AddRange(state.Persons.Where(p => p.Id == 0));
        db.AddRange(state.Tenures.Where(t => t.Id == 0));
        db.AddRange(state.Divisions.Where(d => d.Id == 0));
        return state;
    }

    /// <summary>The file brings posts that the directory does not know yet.</summary>
    private static Slip WithPost(Slip slip, ImportState state, Person? person) =>
        state.Tenures.Where(t => t.Person == person && t.Covers(state.Today)).Select(t => t.Post).OfType<Post>().MinBy(p => p.Order) is { } post
            ? slip with { Post = post.Name, Unit = post.Unit?.ShortName ?? "" }
            : slip;

    /// <summary>The directory changed since the workbook went out: what nobody touched in it would take that back.</summary>
    private IEnumerable<string> Stale(IReadOnlyList<ReadSheet> book)
    {
        var units = book.Where(s => s.Name == DirectorySheets.Units).Select(s => BookSheet.Find(s, DirectorySheets.UnitName)).FirstOrDefault();
        if (units?.Rows.Select(r => r.Number(DirectorySheets.Version)).Min() is { } version && version < current.Directory.Region.DirectoryVersion)
            yield return "这张表导出以后，名录又改过：表里没有跟着改的内容，会照表改回去。请逐条核对下面的变动；拿不准的，请重新导出名录，在新表上改。";
    }

    /// <summary>Persons who get a post while they keep another one: a file cannot be asked.</summary>
    private static IEnumerable<string> Both(ImportState state) =>
        from term in state.Tenures
        where term.Id == 0
        from other in state.Tenures
        where other != term && other.Person == term.Person && other.Covers(term.From) && other.Post is { IsClosed: false }
        select $"{term.Person!.Name}自{term.From:yyyy-MM-dd}起任“{term.Post!.Name}”，同时还任“{other.Post!.Name}”，不兼任的请补上原岗位的离任日期。";

    /// <summary>Units that the file calls otherwise keep the name that they had.</summary>
    private IEnumerable<OrganChange> Renamed(ImportState state, DateOnly today) =>
        from unit in state.Units
        where unit.Id > 0
        let was = db.Entry(unit).OriginalValues
        let name = was.GetValue<string>(nameof(Unit.Name))
        let shortName = was.GetValue<string>(nameof(Unit.ShortName))
        where name != unit.Name || shortName != unit.ShortName
        select new OrganChange { Kind = OrganChangeKind.Renamed, UnitId = unit.Id, Name = name, ShortName = shortName, On = today, Reason = "导入名录" };

    private static void Each(IReadOnlyList<ReadSheet> book, string name, string firstColumn, ImportState state, Action<HeadedSheet> take)
    {
        if (HeadedSheet.Find(book, name, firstColumn, state.Errors) is { } sheet) take(sheet);
    }
}
