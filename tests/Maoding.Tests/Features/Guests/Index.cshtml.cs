using Maoding.Domain.Access;
using Maoding.Hosting;

namespace Maoding.Tests.Features.Guests;

/// <summary>值班: the unit of the day.</summary>
public sealed class IndexModel(DutyService duties) : MaodingPage
{
    public string Unit { get; private set; } = "";

    [Needs(Permission.SeeDirectory)]
    public void OnGet() => Unit = Directory.UnitName(duties.Unit);
}
