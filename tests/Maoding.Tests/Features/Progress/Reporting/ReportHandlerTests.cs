using Maoding.Domain.Progress;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Progress.Reporting;

public sealed class ReportHandlerTests : HandlerWalk
{
    /// <summary>February, which is reported in March.</summary>
    private const int Period = 2026020;

    public override string[] Sections => ["reporting"];

    protected override (string Handler, string Reason)[] Elsewhere =>
    [
        ("GET /reporting", "who reviews is led to what he reviews"),
    ];

    protected override (string Handler, string Reason)[] Stricter =>
    [
        ("GET /reporting/{commitment:int}/{period:int}", "a report that is not accepted is shown to those who see the row's workings"),
        ("POST /reporting/delegation", "a unit's head alone lets somebody sign, and nobody for no unit"),
    ];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var rows = await RowThings.InAsync(app);
        await using var db = app.Open();
        db.Reports.AddRange(rows.Rows.Select(r => new ProgressReport
        {
            CommitmentId = r.Row.Id,
            Period = Period,
            State = ReportState.Submitted,
            Done = "已开工。",
            SubmittedOn = SmallDistrict.Today,
        }));
        await TestApp.SaveAsync(db);
        return [.. rows.Under("reporting/", r => [("commitment", r.Id), ("period", Period)])];
    }
}
