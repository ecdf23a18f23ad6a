using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Maoding.Storage.Migrating;
using Microsoft.EntityFrameworkCore;

// Starts as serve does, then writes without end and prints the id of each row once it is saved: made to be killed.
// maoding-writer folder DIR | maoding-writer postgres CONNECTION
var database = args is ["postgres", var connection] ? Database.Postgres(connection) : Database.InFolder(args[1]);
var writer = new Actor(1, null, "写入者", false, []);
await Migrator.MigrateAsync(database);
var planId = await PlanAsync();
while (true)
{
    await using var db = database.Open();
    var row = new Commitment { PlanId = planId, Title = "新建公办幼儿园3所", Kind = CommitmentKind.Work, Quantities = [new Quantity { Name = "幼儿园", Value = 3, Unit = "所" }] };
    db.Commitments.Add(row);
    await new AuditedSave(db, TimeProvider.System).SaveAsync(writer, "新增任务");
    Console.WriteLine(row.Id);
}

async Task<int> PlanAsync()
{
    await using var db = database.Open();
    if (await db.Plans.Select(p => (int?)p.Id).FirstOrDefaultAsync() is { } known) return known;
    var plan = new Plan { Year = 2026, Name = "2026年任务分解方案" };
    db.AddRange(plan, new Region { Name = "云泽区" });
    await new AuditedSave(db, TimeProvider.System).SaveAsync(writer, "建立计划");
    return plan.Id;
}
