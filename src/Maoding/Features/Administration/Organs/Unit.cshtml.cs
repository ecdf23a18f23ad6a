using Maoding.Contracts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Organs;

/// <summary>One unit: its posts, and the form that changes it; without a key a new one.</summary>
public sealed class UnitModel(UnitService units, FunctionNames functions, Hanging hanging, PlannedChanges plans) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    [BindProperty]
    public int Version { get; set; } = 1;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? ShortName { get; set; }

    [BindProperty]
    public UnitKind Kind { get; set; } = UnitKind.Government;

    /// <summary>Null: as the name suggests.</summary>
    [BindProperty]
    public OrganLine? Line { get; set; }

    [BindProperty]
    public List<string?> Functions { get; set; } = [];

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public bool IsClosed { get; set; }

    /// <summary>The first day of a new name; null: the old one was a mistake.</summary>
    [BindProperty]
    public DateOnly? RenamedOn { get; set; }

    [BindProperty]
    public int? Place { get; set; }

    public Unit? Unit => Directory.Unit(Id);

    public bool MayEdit => May(Permission.EditDirectory);

    public IReadOnlyList<string> AllFunctions => functions.All;

    /// <summary>What hangs on the unit, for whoever may close it.</summary>
    public IReadOnlyList<HangingThing> Hanging { get; private set; } = [];

    /// <summary>What was decided about the unit, newest first.</summary>
    public IEnumerable<OrganChange> Changes =>
        Id is { } id ? Directory.Changes.Where(c => c.UnitId == id || c.SuccessorUnitId == id).OrderByDescending(c => c.On).ThenByDescending(c => c.Id) : [];

    /// <summary>What was decided for a day to come, for whoever decides on it.</summary>
    public PlannedChange? Planned { get; private set; }

    public IEnumerable<Post> Posts => Id is { } id ? Directory.PostsOf(id) : [];

    /// <summary>Where the unit stands among the open ones of its kind, from 1; null for a closed or a new one.</summary>
    private int? Standing => Unit is { IsClosed: false } unit
        ? Directory.OpenUnits.Where(u => u.Kind == unit.Kind).TakeWhile(u => u.Id != unit.Id).Count() + 1
        : null;

    [Needs(Permission.SeeDirectory)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        if (Id is not { } id) return;
        var unit = Unit ?? throw new RefusalException("DIR002", "没有这个单位。请从名录里重新进入。", RefusalKind.Missing);
        (Version, Name, ShortName, Kind, Line) = (unit.Version, unit.Name, unit.ShortName, unit.Kind, unit.Line);
        (Phone, IsClosed, Place) = (unit.Phone, unit.IsClosed, Standing);
        Functions = [.. unit.FunctionNames];
        if (MayEdit) Hanging = await hanging.OnAsync(Actor, Bearer.Unit, id, stop);
        if (May(Permission.ChangeOrgans)) Planned = await plans.OfAsync(id, null, stop);
    }

    [Needs(Permission.EditDirectory)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            var form = new UnitForm(
                (Name ?? "").Trim(), (ShortName ?? Name ?? "").Trim(), Kind, Line,
                string.Join('、', Functions.Where(f => !string.IsNullOrEmpty(f))), (Phone ?? "").Trim(), IsClosed,
                Place == Standing && Kind == Unit?.Kind ? null : Place, RenamedOn);
            await units.SaveAsync(Actor, Id, Version, form, Once(DirectoryLinks.Index), stop);
            Notice("已保存。");
            return Redirect(DirectoryLinks.Index);
        },
        () => Task.CompletedTask);
}
