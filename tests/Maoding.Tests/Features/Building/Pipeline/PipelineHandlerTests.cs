using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Building.Pipeline;

public sealed class PipelineHandlerTests : HandlerWalk
{
    public override string[] Sections => ["pipeline"];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        Domain.Organization.Unit[] units = [district.Education, district.Housing];
        var leads = units.Append(district.Housing).Select(u => new Lead
        {
            Name = $"{u.ShortName}的线索",
            Sector = Sector.Livelihood,
            UnitId = u.Id,
            FoundOn = SmallDistrict.Today,
            Since = SmallDistrict.Today,
        }).ToList();
        var sought = units.Select(u => new SoughtMatter
        {
            Name = $"{u.ShortName}争取的资金",
            Kind = SoughtKind.Funds,
            UnitId = u.Id,
            WindowCloses = SmallDistrict.Today.AddDays(20),
        }).ToList();
        await using var db = app.Open();
        db.AddRange(leads);
        db.AddRange(sought);
        await TestApp.SaveAsync(db);
        var readers = new ReaderList([district.Housing.Id], []);
        db.Readers.AddRange(readers.For(nameof(Lead), leads[2].Id));
        await TestApp.SaveAsync(db);
        return
        [
            new Thing("pipeline/lead/", "housing's, kept among its readers", ("id", leads[2].Id))
            {
                Facts = _ => PipelineFacts.Leads.Of(leads[2]) with { Readers = readers },
                SeenBy = Permission.SeePipeline,
            },
            .. leads.Take(2).Select(l => new Thing("pipeline/lead/", l.Name, ("id", l.Id)) { Facts = _ => PipelineFacts.Leads.Of(l) }),
            .. sought.Select(m => new Thing("pipeline/sought-matter/", m.Name, ("id", m.Id)) { Facts = _ => PipelineFacts.Matters.Of(m) }),
        ];
    }
}
