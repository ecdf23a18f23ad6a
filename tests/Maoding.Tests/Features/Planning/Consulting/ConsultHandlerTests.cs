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
        return
        [
            new Thing("consulting/", "the round", ("id", rows.Consultation.Id)),
            .. rows.Under("consulting/answer/", r => [("id", r.Id)]),
            .. rows.Under("consulting/reopen/", r => [("id", r.Id)]),
        ];
    }
}
