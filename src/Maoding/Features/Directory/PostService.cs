using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Organs;

/// <summary>What a form says about a post.</summary>
/// <param name="Place">Where it stands in the official order, from 1; null: where it is, or last when new.</param>
public sealed record PostForm(string Name, PostKind Kind, int? UnitId, bool IsClosed, int? Place);

/// <summary>Who takes a post over: someone known, or a new person by name and phone.</summary>
public sealed record Successor(int? PersonId, string Name, string Phone, DateOnly From);

/// <summary>Posts, persons and their terms. Refusals: DIR003 a value is wrong, DIR004 no such post, DIR005 a term that cannot be, DIR006 no such person.</summary>
public sealed class PostService(MaodingContext db, AuditedSave save)
{
    /// <returns>The post's key.</returns>
    /// <exception cref="RefusalException">PER001, DIR003, DIR004, SYS001.</exception>
    public async Task<int> SaveAsync(Actor actor, int? id, int version, PostForm form, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        if (form.Name.Length is 0 or > 100) throw new RefusalException("DIR003", "请写明岗位名称，最多100个字。") { Field = "Name" };
        if (form.UnitId is null && PostWords.NeedsUnit(form.Kind)) throw new RefusalException("DIR003", $"{PostWords.Of(form.Kind)}的岗位要选所在单位。") { Field = "UnitId" };
        if (form.UnitId is { } unitId && !await db.Units.AnyAsync(u => u.Id == unitId, stop)) throw new RefusalException("DIR003", "没有这个单位。请重新选。") { Field = "UnitId" };
        var posts = await db.Posts.OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync(stop);
        var post = id is null ? new Post { Name = form.Name } : posts.Find(p => p.Id == id) ?? throw Missing();
        Versions.Demand(id is null ? version : post.Version, version);
        (post.Name, post.Kind, post.UnitId, post.IsClosed) = (form.Name, form.Kind, form.UnitId, form.IsClosed);
        Place(posts, post, form.Place);
        if (id is null) db.Posts.Add(post);
        await save.SaveAsync(actor, id is null ? "新增岗位" : "修改岗位", request: once, stop: stop);
        return post.Id;
    }

    /// <summary>接任: ends the present term the day before and begins the new one, in one step.</summary>
    /// <exception cref="RefusalException">PER001, DIR004, DIR005, DIR006.</exception>
    public async Task SucceedAsync(Actor actor, int postId, Successor successor, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        var post = await db.Posts.SingleOrDefaultAsync(p => p.Id == postId, stop) ?? throw Missing();
        if (post.IsClosed) throw new RefusalException("DIR005", "这个岗位已停用，不能再安排人。");
        var person = await PersonAsync(successor, stop);
        var terms = await db.Tenures.Include(t => t.Person).Where(t => t.PostId == postId).OrderBy(t => t.From).ToListAsync(stop);
        if (terms.Find(t => t.From >= successor.From) is { } later)
            throw new RefusalException("DIR005", $"{later.Person!.Name}自{later.From:yyyy-MM-dd}起任这个岗位，接任日期应在此之后。") { Field = "From" };
        if (terms.Find(t => t.Covers(successor.From)) is { } present)
        {
            if (present.PersonId == person.Id && person.Id != 0) throw new RefusalException("DIR005", $"{person.Name}现在就任这个岗位，不用接任。") { Field = "PersonId" };
            present.To = successor.From.AddDays(-1);
        }

        db.Tenures.Add(new Tenure { Post = post, Person = person, From = successor.From });
        await save.SaveAsync(actor, "接任", request: once, stop: stop);
    }

    /// <summary>离任 without a successor: the post stands vacant from the next day.</summary>
    /// <exception cref="RefusalException">PER001, DIR005.</exception>
    public async Task LeaveAsync(Actor actor, int tenureId, DateOnly lastDay, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        var tenure = await db.Tenures.SingleOrDefaultAsync(t => t.Id == tenureId, stop) ?? throw Missing();
        if (lastDay < tenure.From) throw new RefusalException("DIR005", $"离任日期不能早于任职日期{tenure.From:yyyy-MM-dd}。") { Field = "LastDay" };
        if (tenure.To is { } to && to < lastDay) throw new RefusalException("DIR005", $"他已于{to:yyyy-MM-dd}离任。") { Field = "LastDay" };
        tenure.To = lastDay;
        await save.SaveAsync(actor, "离任", stop: stop);
    }

    /// <exception cref="RefusalException">PER001, DIR006, SYS001.</exception>
    public async Task SavePersonAsync(Actor actor, int id, int version, string name, string phone, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        CheckPerson(name, phone);
        var person = await db.Persons.SingleOrDefaultAsync(p => p.Id == id, stop) ?? throw new RefusalException("DIR006", "没有这个人。请从名录里重新进入。", RefusalKind.Missing);
        Versions.Demand(person.Version, version);
        (person.Name, person.Phone) = (name, phone);
        await save.SaveAsync(actor, "修改人员", stop: stop);
    }

    private async Task<Person> PersonAsync(Successor successor, CancellationToken stop)
    {
        if (successor.PersonId is { } id)
            return await db.Persons.SingleOrDefaultAsync(p => p.Id == id, stop) ?? throw new RefusalException("DIR006", "没有这个人。请重新选。") { Field = "PersonId" };
        CheckPerson(successor.Name, successor.Phone);
        return new Person { Name = successor.Name, Phone = successor.Phone };
    }

    private static void CheckPerson(string name, string phone)
    {
        if (name.Length is 0 or > 50) throw new RefusalException("DIR006", "请选一个人，或写明新人的姓名（最多50个字）。") { Field = "Name" };
        if (phone.Length > 40) throw new RefusalException("DIR006", "电话太长，最多40个字符。") { Field = "Phone" };
    }

    private static void Place(List<Post> posts, Post post, int? place)
    {
        var isNew = posts.Remove(post) ? post.Order == 0 : true;
        if (!isNew && place is null) return;
        posts.Insert(place is { } wanted ? Math.Clamp(wanted, 1, posts.Count + 1) - 1 : posts.Count, post);
        for (var i = 0; i < posts.Count; i++) posts[i].Order = i + 1;
    }

    private static RefusalException Missing() => new("DIR004", "没有这个岗位。请从名录里重新进入。", RefusalKind.Missing);
}
