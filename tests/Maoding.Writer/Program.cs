using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Maoding.Storage.Migrating;
using Microsoft.EntityFrameworkCore;

// Starts on each database as serve does, then writes to all of them without end and prints "place id" for each row once it is saved: made to be killed.
// maoding-writer folder DIR... | maoding-writer postgres CONNECTION...
var writer = new Actor(1, null, "写入者", false, []);
await Task.WhenAll(args.Skip(1)
    .Select((place, i) => Task.Run(() => WriteAsync(i, args[0] == "postgres" ? Database.Postgres(place) : Database.InFolder(place)))));

async Task WriteAsync(int place, Database database)
{
    await Migrator.MigrateAsync(database);
    var planId = await PlanAsync(database);
    while (true)
    {
        await using var db = database.Open();
        var row = new Commitment
        {
            PlanId = planId,
            Title = "新建公办幼儿园3所",
            Kind = CommitmentKind.Work,
            Quantities = [new Quantity { Name = "幼儿园", Value = 3, Unit = "所" }],
        };
        db.Commitments.Add(row);
        await new AuditedSave(db, TimeProvider.System).SaveAsync(writer, "新增任务");
        Console.WriteLine($"{place} {row.Id}");
    }
}

async Task<int> PlanAsync(Database database)
{
    await using var db = database.Open();
    if (await db.Plans.Select(p => (int?)p.Id).FirstOrDefaultAsync() is { } known) return known;
    var plan = new Plan { Year = 2026, Name = "2026年任务分解方案" };
    db.AddRange(plan, new Region { Name = "云泽区" });
    await new AuditedSave(db, TimeProvider.System).SaveAsync(writer, "建立计划");
    return plan.Id;
}
