using Maoding.Domain.Consulting;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Tests.Hosting;

namespace Maoding.Tests.Features.Planning.Consulting;

public sealed class ConsultHandlerTests : HandlerWalk
{
    public override string[] Sections => ["consulting"];

    protected override (string Handler, string Reason)[] Stricter =>
    [
        ("GET /consulting/{id:int}", "a whole round is shown to those who see all workings"),
        ("GET /consulting/{id:int}/opinions.docx", "a whole round is shown to those who see all workings"),
        ("GET /consulting/{id:int}/opinions.xlsx", "a whole round is shown to those who see all workings"),
        ("GET /consulting/answer/{id:int}", "nobody answers for no unit"),
        ("POST /consulting?handler=Agree", "nobody answers for no unit"),
        ("POST /consulting?handler=Rest", "nobody answers for no unit"),
        ("POST /consulting/answer/{id:int}", "nobody answers for no unit"),
    ];

    protected override async Task<IReadOnlyList<Thing>> ThingsAsync(TestApp app)
    {
        var rows = await RowThings.InAsync(app);
        var (row, district) = (rows.Rows.Single(r => r.Row.State == CommitmentState.Consulting).Row, rows.District);
        var opinion = new Opinion
        {
            ConsultationId = rows.Consultation.Id,
            CommitmentId = row.Id,
            UnitId = district.Education.Id,
            Kind = OpinionKind.Remark,
            Grounds = "口径",
            GivenById = 1,
        };
        await using var db = app.Open();
        db.Opinions.Add(opinion);
        await TestApp.SaveAsync(db);
        var file = RowThings.FileOf(nameof(Opinion), opinion.Id);
        db.Files.Add(file);
        await TestApp.SaveAsync(db);
        db.FileChunks.Add(new FileChunk { FileId = file.Id, Index = 0, Bytes = [65] });
        await TestApp.SaveAsync(db, "放入附件");
        return
        [
            new Thing("consulting/", "the round", ("id", rows.Consultation.Id)),
            new Thing("consulting/files/", "education's opinion", ("id", file.Id)) { Facts = _ => RowFacts.Of(row) },
            .. rows.Under("consulting/answer/", r => [("id", r.Id)]),
            .. rows.Under("consulting/reopen/", r => [("id", r.Id)]),
        ];
    }
}
