using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Organs;

/// <summary>What a form says about a post.</summary>
/// <param name="Place">Where it stands among the open posts, from 1; null: where it is, or last when new.</param>
/// <param name="Line">Of a post without a unit; null: line and chief as the name suggests.</param>
public sealed record PostForm(string Name, PostKind Kind, int? UnitId, OrganLine? Line, bool IsChief, bool IsClosed, int? Place);

/// <summary>Who takes a post over: someone known, or a new person by name and phone.</summary>
public sealed record Successor(int? PersonId, string Name, string Phone, DateOnly From)
{
    /// <summary>By the term that the person has elsewhere: whether it ends.</summary>
    public IReadOnlyDictionary<int, bool?> Old { get; init; } = new Dictionary<int, bool?>();

    /// <summary>The last day of those that end; null: the day before the new one begins.</summary>
    public DateOnly? OldLastDay { get; init; }
}

/// <summary>
/// Posts, persons and their terms. Refusals: DIR003 a value is wrong, DIR004 no such post, DIR005 a term that cannot be, DIR006 no
/// such person, DIR009 a term that has begun is not taken back, DIR010 something open hangs on the post.
/// </summary>
public sealed class PostService(MaodingContext db, AuditedSave save, DirectorySave directory, Hanging hanging, CurrentRequest current)
{
    /// <returns>The post's key.</returns>
    /// <exception cref="RefusalException">PER001, DIR003, DIR004, DIR010, SYS001.</exception>
    public async Task<int> SaveAsync(Actor actor, int? id, int version, PostForm form, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        DirectoryRules.Demand(DirectoryRules.OfPost(form.Name, form.Kind, form.UnitId is not null), "DIR003");
        var unit = form.UnitId is { } unitId ? await db.Units.FirstOrDefaultAsync(u => u.Id == unitId, stop) ?? throw NoUnit() : null;
        var posts = await db.Posts.OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync(stop);
        var post = id is null ? new Post { Name = form.Name } : posts.Find(p => p.Id == id) ?? throw Missing();
        Versions.Demand(id is null ? version : post.Version, version);
        (post.Name, post.Kind, post.UnitId, post.IsClosed) = (form.Name, form.Kind, form.UnitId, form.IsClosed);
        (post.Line, post.IsChief) = (form.Line ?? LineProposal.OfPost(form.Name, unit?.Line), form.IsChief);
        if (unit is not null) post.Line = unit.Line;
        else if (form.Line is null)
            post.IsChief = LineProposal.IsChief(post.Name, post.Kind, post.Line) && Chiefs.Of(posts.Where(p => p != post), post.Line) is null;
        DirectoryRules.Demand(DirectoryRules.OfChief(post, posts), "DIR003");
        if (await hanging.StillBornAsync(posts, stop) is [var leading, ..])
            throw new RefusalException("DIR010", leading.Words) { Field = form.IsClosed ? "IsClosed" : "Kind" };
        if (id is null || form.Place is not null) Place(posts, post, form.Place);
        if (id is null) db.Posts.Add(post);
        await directory.SaveAsync(actor, id is null ? "新增岗位" : "修改岗位", request: once, stop: stop);
        return post.Id;
    }

    /// <summary>接任: ends the present term the day before and begins the new one, in one step.</summary>
    /// <exception cref="RefusalException">PER001, DIR004, DIR005, DIR006; DIR034: whether a term elsewhere ends was not said.</exception>
    public async Task SucceedAsync(Actor actor, int postId, Successor successor, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        var post = await db.Posts.SingleOrDefaultAsync(p => p.Id == postId, stop) ?? throw Missing();
        if (post.IsClosed) throw new RefusalException("DIR005", "这个岗位已停用，不能再安排人。");
        DirectoryRules.Demand([DirectoryRules.OfDay(successor.From, current.Today, "From")], "DIR005");
        var person = await PersonAsync(successor, stop);
        var terms = await db.Tenures.Include(t => t.Person).Where(t => t.PostId == postId).OrderBy(t => t.From).ToListAsync(stop);
        if (terms.Find(t => t.From >= successor.From) is { } later)
        {
            var how = later.From > current.Today ? "；如果那次任职登记错了，请先撤销它" : "";
            throw new RefusalException("DIR005", $"{later.Person!.Name}自{later.From:yyyy-MM-dd}起任这个岗位，接任日期应在此之后{how}。") { Field = "From" };
        }

        if (terms.Find(t => t.Covers(successor.From)) is { } present)
        {
            if (present.PersonId == person.Id && person.Id != 0) throw new RefusalException("DIR005", $"{person.Name}现在就任这个岗位，不用接任。") { Field = "PersonId" };
            present.To = successor.From.AddDays(-1);
        }

        await EndOthersAsync(person, postId, successor, stop);
        db.Tenures.Add(new Tenure { Post = post, Person = person, From = successor.From });
        await save.SaveAsync(actor, "接任", request: once, stop: stop);
    }

    /// <summary>Terms that a person has in other posts on a day.</summary>
    public async Task<IReadOnlyList<Tenure>> OthersAsync(int personId, int postId, DateOnly on, CancellationToken stop) =>
        await db.Tenures.Include(t => t.Post).Include(t => t.Person)
            .Where(t => t.PersonId == personId && t.PostId != postId && t.From <= on && (t.To == null || t.To >= on) && !t.Post!.IsClosed)
            .OrderBy(t => t.Post!.Order).ToListAsync(stop);

    private async Task EndOthersAsync(Person person, int postId, Successor successor, CancellationToken stop)
    {
        var others = person.Id == 0 ? [] : await OthersAsync(person.Id, postId, successor.From, stop);
        if (others.FirstOrDefault(t => successor.Old.GetValueOrDefault(t.Id) is null) is { } open)
            throw new RefusalException("DIR034", $"{person.Name}现任“{open.Post!.Name}”。请选择原岗位是同时离任还是继续兼任，再提交一次。") { Field = "Old" };
        foreach (var term in others.Where(t => successor.Old[t.Id] == true))
        {
            var last = successor.OldLastDay ?? successor.From.AddDays(-1);
            DirectoryRules.Demand([DirectoryRules.OfDay(last, current.Today, "OldLastDay")], "DIR005");
            if (last < term.From) throw new RefusalException("DIR005", $"“{term.Post!.Name}”的离任日期不能早于任职日期{term.From:yyyy-MM-dd}。") { Field = "OldLastDay" };
            term.To = last;
        }
    }

    /// <summary>撤销这次任职: a term that has not begun never was; whoever it was to follow stays.</summary>
    /// <returns>Who stays in the post; null when nobody held it.</returns>
    /// <exception cref="RefusalException">PER001, DIR004, DIR009.</exception>
    public async Task<string?> RevokeAsync(Actor actor, int tenureId, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        var tenure = await db.Tenures.SingleOrDefaultAsync(t => t.Id == tenureId, stop) ?? throw Missing();
        if (tenure.From <= current.Today) throw new RefusalException("DIR009", $"这次任职自{tenure.From:yyyy-MM-dd}起已经开始，不能撤销。不再担任的，请记下离任。");
        var eve = tenure.From.AddDays(-1);
        var before = await db.Tenures.Include(t => t.Person).SingleOrDefaultAsync(t => t.PostId == tenure.PostId && t.To == eve, stop);
        if (before is not null) before.To = null;
        db.Tenures.Remove(tenure);
        await save.SaveAsync(actor, "撤销任职", request: once, stop: stop);
        return before?.Person!.Name;
    }

    /// <summary>离任 without a successor: the post stands vacant from the next day.</summary>
    /// <exception cref="RefusalException">PER001, DIR005.</exception>
    public async Task LeaveAsync(Actor actor, int tenureId, DateOnly lastDay, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        var tenure = await db.Tenures.SingleOrDefaultAsync(t => t.Id == tenureId, stop) ?? throw Missing();
        DirectoryRules.Demand([DirectoryRules.OfDay(lastDay, current.Today, "LastDay")], "DIR005");
        if (lastDay < tenure.From) throw new RefusalException("DIR005", $"离任日期不能早于任职日期{tenure.From:yyyy-MM-dd}。") { Field = "LastDay" };
        if (tenure.To is { } to && to < lastDay) throw new RefusalException("DIR005", $"他已于{to:yyyy-MM-dd}离任。") { Field = "LastDay" };
        tenure.To = lastDay;
        await save.SaveAsync(actor, "离任", request: once, stop: stop);
    }

    /// <exception cref="RefusalException">PER001, DIR006, SYS001.</exception>
    public async Task SavePersonAsync(Actor actor, int id, int version, string name, string phone, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        DirectoryRules.Demand(DirectoryRules.OfPerson(name, phone), "DIR006");
        var person = await db.Persons.SingleOrDefaultAsync(p => p.Id == id, stop)
            ?? throw new RefusalException("DIR006", "没有这个人。请从名录里重新进入。", RefusalKind.Missing);
        Versions.Demand(person.Version, version);
        (person.Name, person.Phone) = (name, phone);
        await save.SaveAsync(actor, "修改人员", request: once, stop: stop);
    }

    private async Task<Person> PersonAsync(Successor successor, CancellationToken stop)
    {
        if (successor.PersonId is { } id)
            return await db.Persons.SingleOrDefaultAsync(p => p.Id == id, stop) ?? throw new RefusalException("DIR006", "没有这个人。请重新选。") { Field = "PersonId" };
        if (successor.Name.Length == 0) throw new RefusalException("DIR006", "请选由谁担任；名录里没有的，请填新人的姓名。") { Field = "PersonId" };
        DirectoryRules.Demand(
            DirectoryRules.OfPerson(successor.Name, successor.Phone).Select(f => f.Field == "Name" ? f with { Field = "PersonName" } : f), "DIR006");
        return new Person { Name = successor.Name, Phone = successor.Phone };
    }

    private static void Place(List<Post> posts, Post post, int? place)
    {
        var others = posts.FindAll(p => p != post);
        var open = others.FindAll(p => !p.IsClosed);
        var index = place is { } wanted && wanted <= open.Count ? others.IndexOf(open[Math.Max(wanted, 1) - 1]) : others.Count;
        OfficialOrder.Put(others, post, index, p => p.Order, (p, order) => p.Order = order);
    }

    private static RefusalException NoUnit() => new("DIR003", "没有这个单位。请重新选。") { Field = "UnitId" };

    private static RefusalException Missing() => new("DIR004", "没有这个岗位。请从名录里重新进入。", RefusalKind.Missing);
}
