using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Organs;

/// <summary>What one leader is in charge of and linked with, from a day on.</summary>
public sealed class DivisionOfModel(DivisionService divisions) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>By unit.</summary>
    public IReadOnlyDictionary<int, DivisionKind> Chosen { get; private set; } = new Dictionary<int, DivisionKind>();

    public Post Post => Directory.Post(Id) ?? throw new RefusalException("DIR007", "没有这个领导岗位。请从分工表里重新进入。", RefusalKind.Missing);

    /// <summary>Who else is in charge of a unit today; null for nobody.</summary>
    public Post? OtherInCharge(int unitId) => Directory.Divisions
        .Where(d => d.UnitId == unitId && d.Kind == DivisionKind.InCharge && d.PostId != Id && d.Covers(Today)).Select(d => Directory.Post(d.PostId)).FirstOrDefault();

    [Needs(Permission.EditDirectory)]
    public void OnGet() => Chosen = Present();

    [Needs(Permission.EditDirectory)]
    public Task<IActionResult> OnPostAsync(DateOnly? from, CancellationToken stop)
    {
        Chosen = Posted();
        return Try(
            async () =>
            {
                var taken = await divisions.SetAsync(Actor, Id, Chosen, from ?? Today, stop);
                Notice(taken.Count == 0 ? "分工已保存。" : $"分工已保存。{string.Join('、', taken)}原来由其他领导分管，已同时结束。");
                return Redirect(DirectoryLinks.Division);
            },
            () => Task.CompletedTask);
    }

    /// <summary>Fields u12=InCharge, u13=Linked.</summary>
    private Dictionary<int, DivisionKind> Posted()
    {
        var chosen = new Dictionary<int, DivisionKind>();
        foreach (var unit in Directory.OpenUnits)
            if (Enum.TryParse<DivisionKind>(Request.Form[$"u{unit.Id}"], out var kind) && Enum.IsDefined(kind)) chosen[unit.Id] = kind;
        return chosen;
    }

    private Dictionary<int, DivisionKind> Present() =>
        Directory.Divisions.Where(d => d.PostId == Id && d.Covers(Today)).GroupBy(d => d.UnitId).ToDictionary(g => g.Key, g => g.Min(d => d.Kind));
}
