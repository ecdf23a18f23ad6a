using System.Globalization;
using Maoding.Contracts;
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

/// <summary>One post: who held it when, 接任 and 离任, and the form that changes it; without a key a new one.</summary>
public sealed class PostModel(PostService posts, Hanging hanging, PlannedChanges plans, MaodingContext db) : MaodingPage
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

    /// <summary>Of a post without a unit; null: line and chief as the name suggests.</summary>
    [BindProperty]
    public OrganLine? Line { get; set; }

    [BindProperty]
    public bool IsChief { get; set; }

    [BindProperty]
    public bool IsClosed { get; set; }

    [BindProperty]
    public int? Place { get; set; }

    [BindProperty]
    public int? PersonId { get; set; }

    [BindProperty]
    public string? PersonName { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    /// <summary>By the term that somebody has elsewhere: whether it ends with the new one.</summary>
    [BindProperty(Name = nameof(Old))]
    public Dictionary<int, bool?> Old { get; set; } = [];

    [BindProperty]
    public DateOnly? OldLastDay { get; set; }

    public Post? Post => Directory.Post(Id);

    /// <summary>Terms elsewhere that have to be decided with the new one.</summary>
    public IReadOnlyList<Tenure> Others { get; private set; } = [];

    /// <summary>What was decided about the post, newest first.</summary>
    public IEnumerable<OrganChange> Changes =>
        Id is { } id ? Directory.Changes.Where(c => c.PostId == id || c.SuccessorPostId == id).OrderByDescending(c => c.On).ThenByDescending(c => c.Id) : [];

    public bool MayEdit => May(Permission.EditDirectory);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Tenure> Terms { get; private set; } = [];

    public IReadOnlyList<Person> Persons { get; private set; } = [];

    /// <summary>What hangs on the post, for whoever may close it.</summary>
    public IReadOnlyList<HangingThing> Hanging { get; private set; } = [];

    /// <summary>What was decided for a day to come, for whoever decides on it.</summary>
    public PlannedChange? Planned { get; private set; }

    public Tenure? Present => Terms.FirstOrDefault(t => t.Covers(Today));

    /// <summary>Where the post stands among the open ones, from 1; null for a closed or a new one.</summary>
    private int? Standing => Post is { IsClosed: false } post ? Directory.Posts.Where(p => !p.IsClosed).TakeWhile(p => p.Id != post.Id).Count() + 1 : null;

    [Needs(Permission.SeeDirectory)]
    public Task OnGetAsync(CancellationToken stop)
    {
        if (Id is not null && Post is null) throw new RefusalException("DIR004", "没有这个岗位。请从名录里重新进入。", RefusalKind.Missing);
        (From, LastDay) = (Today, Today);
        return ShowAsync(stop);
    }

    [Needs(Permission.EditDirectory)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            var form = new PostForm((Name ?? "").Trim(), Kind, UnitId, Line, IsChief, IsClosed, Place == Standing ? null : Place);
            var id = await posts.SaveAsync(Actor, Id, Version, form, Once(DirectoryLinks.Posts), stop);
            Notice("已保存。");
            return Redirect(DirectoryLinks.Post(id));
        },
        () =>
        {
            (From, LastDay) = (Today, Today);
            return LoadAsync(stop);
        });

    [Needs(Permission.EditDirectory)]
    public Task<IActionResult> OnPostSucceedAsync(int id, CancellationToken stop) => Try(
        async () =>
        {
            var from = From ?? throw new RefusalException("DIR005", "请填从哪天起。") { Field = "From" };
            await posts.SucceedAsync(
                Actor, id, new Successor(PersonId, (PersonName ?? "").Trim(), (Phone ?? "").Trim(), from) { Old = Old, OldLastDay = OldLastDay },
                Once(DirectoryLinks.Post(id)), stop);
            Notice((from > Today ? $"已登记，自{from:yyyy-MM-dd}起任职；之前登错了可以撤销。" : "已登记；原来有人任职的，任期同时结束。") + await DoubtsAsync(stop));
            return Redirect(DirectoryLinks.Post(id));
        },
        async () =>
        {
            LastDay = Today;
            if (From is { } from && PersonId is not null)
            {
                Others = await posts.OthersAsync(PersonId.Value, id, from, stop);
                OldLastDay ??= from.AddDays(-1);
            }

            await ShowAsync(stop);
        });

    [Needs(Permission.EditDirectory)]
    public Task<IActionResult> OnPostRevokeAsync(int id, int tenureId, CancellationToken stop) => Try(
        async () =>
        {
            var stays = await posts.RevokeAsync(Actor, tenureId, Once(DirectoryLinks.Post(id)), stop);
            Notice(stays is null ? "这次任职已撤销。" : $"这次任职已撤销，{stays}继续任职。如果他到期确要离任，请另记离任。");
            return Redirect(DirectoryLinks.Post(id));
        },
        () => AgainAsync(stop));

    [Needs(Permission.EditDirectory)]
    public Task<IActionResult> OnPostLeaveAsync(int id, int tenureId, CancellationToken stop) => Try(
        async () =>
        {
            var last = LastDay ?? throw new RefusalException("DIR005", "请填任到哪天。") { Field = "LastDay" };
            await posts.LeaveAsync(Actor, tenureId, last, Once(DirectoryLinks.Post(id)), stop);
            Notice("离任已记下。");
            return Redirect(DirectoryLinks.Post(id));
        },
        () => AgainAsync(stop));

    /// <summary>A term's state in words: its last day, 在任, or 未到任.</summary>
    public string Until(Tenure term) => term.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? (term.From > Today ? "未到任" : "在任");

    /// <summary>What is doubtful about the telephone of somebody new.</summary>
    private async Task<string> DoubtsAsync(CancellationToken stop)
    {
        if (PersonId is not null) return "";
        var persons = await db.Persons.AsNoTracking().OrderByDescending(p => p.Id).ToListAsync(stop);
        return string.Concat(PhoneDoubts.Of(persons.Take(1), persons));
    }

    private Task AgainAsync(CancellationToken stop)
    {
        From ??= Today;
        LastDay ??= Today;
        return ShowAsync(stop);
    }

    /// <summary>The post's own form as it is saved, beside what was typed into another.</summary>
    private Task ShowAsync(CancellationToken stop)
    {
        if (Post is { } post)
        {
            (Version, Name, Kind, UnitId) = (post.Version, post.Name, post.Kind, post.UnitId);
            (Line, IsChief, IsClosed, Place) = (post.Line, post.IsChief, post.IsClosed, Standing);
        }

        return LoadAsync(stop);
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        if (Id is { } id)
            Terms = await db.Tenures.AsNoTracking().Include(t => t.Person).Where(t => t.PostId == id).OrderByDescending(t => t.From).ToListAsync(stop);
        if (Id is { } of && May(Permission.ChangeOrgans)) Planned = await plans.OfAsync(null, of, stop);
        if (MayEdit && Id is { } post) Hanging = await hanging.OnAsync(Actor, Bearer.Post, post, stop);
        if (MayEdit) Persons = await db.Persons.AsNoTracking().OrderBy(p => p.Id).ToListAsync(stop);
    }
}
