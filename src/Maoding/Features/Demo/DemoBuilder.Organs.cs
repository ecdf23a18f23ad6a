using Maoding.Domain.Organization;
using Maoding.Features.Administration.Organs;

namespace Maoding.Features.Demo;

/// <summary>Organs and people that change in the middle of the year.</summary>
internal sealed partial class DemoBuilder
{
    /// <summary>A head who is succeeded, and a merger that is decided and holds from the first of September.</summary>
    private void ForeseeOrgans()
    {
        On(new DateOnly(Year, 6, 1), (day, stop) => DoAsync(Office, day, async (p, c) =>
        {
            var head = c.Directory.PostsOf(UnitOf(c, "区工商联")).First(o => o.Kind == PostKind.UnitHead);
            await p.GetRequiredService<PostService>().SucceedAsync(c.Actor, head.Id, new Successor(null, "贺知远", "", day), null, stop);
        }, stop));
        On(new DateOnly(Year, 8, 13), (day, stop) => DoAsync(Office, day, async (p, c) =>
        {
            var unit = c.Directory.Unit(UnitOf(c, "区招商中心"))!;
            var form = new OrganChangeForm(
                OrganChangeKind.Merged, unit.Version, new DateOnly(Year, 9, 1), "区委编委〔2026〕6号", "招商职责归并", [UnitOf(c, "区商务局")],
                new Dictionary<string, int>(), new Dictionary<string, int>());
            await p.GetRequiredService<OrganChangeService>().ChangeUnitAsync(c.Actor, unit.Id, form, null, stop);
        }, stop));
    }
}
