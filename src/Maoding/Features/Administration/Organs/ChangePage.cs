using Maoding.Contracts;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Organs;

/// <summary>What a unit's and a post's change have in common: first how and to whom, in the address, then what goes where and why.</summary>
public abstract class ChangePage(Hanging hanging) : MaodingPage
{
    /// <summary>Receivers that one decision can name.</summary>
    public const int MostReceivers = 4;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrganChangeKind? Kind { get; set; }

    /// <summary>Who takes over, the one for everything else first; 0 for a choice left open.</summary>
    [BindProperty(SupportsGet = true)]
    public List<int?> To { get; set; } = [];

    /// <summary>Whoever holds the post leaves it with the change.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Leaves { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>By a part's place.</summary>
    [BindProperty(Name = nameof(Groups))]
    public Dictionary<string, int?> Groups { get; set; } = [];

    /// <summary>By place-thing.</summary>
    [BindProperty(Name = nameof(Things))]
    public Dictionary<string, int?> Things { get; set; } = [];

    public IReadOnlyList<HangingGroup> Hanging { get; private set; } = [];

    public abstract Bearer Bearer { get; }

    /// <summary>The ways that are offered.</summary>
    public abstract IReadOnlyList<OrganChangeKind> Kinds { get; }

    public abstract IEnumerable<(int Id, string Text)> Possible { get; }

    /// <summary>Who holds the post; null for a unit, and where nobody does.</summary>
    public virtual string? Holder => null;

    public IReadOnlyList<int> Receivers => [.. To.OfType<int>().Where(id => id > 0).Distinct().Take(MostReceivers)];

    public bool Stays => Kind == OrganChangeKind.Transferred;

    /// <summary>How and to whom is said, so that the second half can be filled in.</summary>
    public bool IsChosen => Kind is { } kind && Receivers.Count >= (kind switch
    {
        OrganChangeKind.Split => 2,
        OrganChangeKind.Closed => Hanging.Any(g => g.Holds) ? 1 : 0,
        _ => 1,
    });

    /// <summary>What may be chosen thing by thing: several receivers, or staying; posts may always end instead.</summary>
    public bool IsOpen(HangingGroup group) => Receivers.Count > 1 || Stays || !group.Holds;

    /// <summary>Who takes a thing over, for the selects.</summary>
    public IEnumerable<(int Id, string Text)> ChoicesOf(HangingGroup group)
    {
        foreach (var receiver in Receivers) yield return (receiver, NameOf(receiver));
        if (Stays) yield return (0, "不移交");
        else if (!group.Holds) yield return (0, "随之终止");
    }

    /// <summary>Where a group goes by itself.</summary>
    public string UsualOf(HangingGroup group) => Stays && !group.Holds ? "不移交（默认）" : Receivers.Count > 0 ? $"{NameOf(Receivers[0])}（默认）" : "请选择";

    /// <summary>What a select shows before anything was chosen.</summary>
    public virtual int? Proposed(HangingGroup group, int thing) => null;

    public string NameOf(int id) => Possible.FirstOrDefault(p => p.Id == id).Text ?? "";

    protected OrganChangeForm Form => new(
        Kind ?? default, Version, On, Decision ?? "", Reason ?? "", Receivers,
        Groups.Where(g => g.Value is not null).ToDictionary(g => g.Key, g => g.Value!.Value),
        Things.Where(t => t.Value is not null).ToDictionary(t => t.Key, t => t.Value!.Value), Leaves && Stays);

    protected async Task LoadAsync(int version, CancellationToken stop)
    {
        Hanging = await hanging.ListAsync(Actor, Bearer, Id, stop);
        if (Version == 0) Version = version;
        On ??= Today;
        if (Kind is { } kind && !Kinds.Contains(kind)) Kind = null;
        To = [.. Receivers.Where(id => NameOf(id).Length > 0).Select(id => (int?)id)];
    }

    protected Task<IActionResult> ChangeAsync(string back, int version, Func<HandledRequest?, Task<int?>> change, CancellationToken stop) => Try(
        async () =>
        {
            var count = await change(Once(back));
            Notice(count is null ? $"已登记，{On:yyyy年M月d日}起自动办理，之前可以撤回。" : count > 0 ? $"已办理，共移交{count}项；接收方今日起负责。" : "已办理。");
            return Redirect(back);
        },
        () => LoadAsync(version, stop));
}
