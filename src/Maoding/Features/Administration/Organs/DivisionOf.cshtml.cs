using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Organs;

/// <summary>What one leader is in charge of and linked with, from a day on.</summary>
public sealed class DivisionOfModel(DivisionService divisions) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>The version of the directory that the form was made from.</summary>
    [BindProperty]
    public int DirectoryVersion { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    /// <summary>By unit.</summary>
    public IReadOnlyDictionary<int, DivisionKind> Chosen { get; private set; } = new Dictionary<int, DivisionKind>();

    public Post Post => Directory.Post(Id) ?? throw new RefusalException("DIR007", "没有这个领导岗位。请从分工表里重新进入。", RefusalKind.Missing);

    /// <summary>What is so today beside the choice of the form: another leader in charge, or what was changed meanwhile; empty for nothing to tell.</summary>
    public string Now(int unitId)
    {
        var covering = Directory.DivisionsOf(unitId, Today).ToList();
        if (covering.Find(d => d.Kind == DivisionKind.InCharge && d.PostId != Id) is { } other)
            return $"现由{Directory.Holder(other.PostId, Today)?.Name ?? Directory.Post(other.PostId)?.Name}分管";
        DivisionKind? mine = covering.Find(d => d.PostId == Id)?.Kind, chosen = Chosen.TryGetValue(unitId, out var kind) ? kind : null;
        return mine == chosen ? "" : mine is { } present ? $"现在是{PostWords.Of(present)}" : "现在没有分工";
    }

    [Needs(Permission.EditDirectory)]
    public void OnGet() => (Chosen, From) = (Present(), Today);

    [Needs(Permission.EditDirectory)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Chosen = Posted();
        return Try(
            async () =>
            {
                var taken = await divisions.SetAsync(Actor, Id, Chosen, Day(), DirectoryVersion, Once(DirectoryLinks.Division), stop);
                Notice(taken.Count == 0 ? "分工已保存。" : $"分工已保存。{string.Join('、', taken)}原来由其他领导分管，已同时结束。");
                return Redirect(DirectoryLinks.Division);
            },
            () => Task.CompletedTask);
    }

    private DateOnly Day() => From ?? throw new RefusalException("DIR005", "请填从哪天起。") { Field = "From" };

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
