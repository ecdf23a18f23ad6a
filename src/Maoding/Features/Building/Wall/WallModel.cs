using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Wall;

/// <summary>What the wall, its sheet and the map have in common: the choice of projects in the address.</summary>
public abstract class WallModel(WallReader reader) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public ProjectLevel? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public Sector? Sector { get; set; }

    [BindProperty(SupportsGet = true)]
    public YearClass? Class { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Leader { get; set; }

    [BindProperty(SupportsGet = true)]
    public WallBy By { get; set; } = WallBy.Class;

    public WallView View { get; private set; } = null!;

    /// <summary>What was asked for; values that do not exist are passed over.</summary>
    public WallQuery Query => new(Known(Level), Known(Sector), Known(Class), Unit, Leader, Enum.IsDefined(By) ? By : WallBy.Class);

    public string WallTitle => $"{Directory.Region.Name}{View.Year}年重大项目挂图作战";

    /// <summary>The units that answer for a project on the wall could be any open one.</summary>
    public IEnumerable<(int Value, string Text)> Units => Directory.UnitChoices;

    public IEnumerable<(int Value, string Text)> Leaders => Directory.Leaders.Select(p => (p.Id, Directory.LeaderName(p.Id, Today)));

    /// <summary>What is drawn is no part of the page that carries the year by itself.</summary>
    protected string ProjectLink(int id) => YearAddress.Carry(ProjectLinks.Project(id), Current.CarriedYear);

    protected async Task LoadAsync(CancellationToken stop) => View = await reader.ReadAsync(Query, stop);

    private static T? Known<T>(T? value)
        where T : struct, Enum =>
        value is { } given && Enum.IsDefined(given) ? given : null;
}
