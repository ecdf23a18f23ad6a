using System.Security.Cryptography;
using Maoding.Domain.Access;
using Maoding.Domain.Consulting;
using Maoding.Domain.Documents;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;

namespace Maoding.Tests.Hosting;

/// <summary>
/// A row of one's own unit and one of another's in force, and two that are not issued yet; each with a file. One issue, one round of consultation.
/// </summary>
internal sealed class RowThings
{
    public required SmallDistrict District { get; init; }

    public required Issue Issue { get; init; }

    public required Consultation Consultation { get; init; }

    public List<(string Kind, Commitment Row, StoredFile File)> Rows { get; } = [];

    public static async Task<RowThings> InAsync(TestApp app)
    {
        var district = await SmallDistrict.InAsync(app);
        await using var db = app.Open();
        var (plan, today) = (district.Plan.Id, SmallDistrict.Today);
        var issue = new Issue { PlanId = plan, Batch = 1, DocumentNumber = "云办发〔2026〕3号", IssuedOn = today, IssuedAt = DateTime.UtcNow };
        var consultation = new Consultation { PlanId = plan, Round = 1, StartedOn = today, Until = today.AddDays(7) };
        db.AddRange(issue, consultation);
        await TestApp.SaveAsync(db);
        (string Kind, Commitment Row)[] rows =
        [
            ("education's, issued", district.Row("1", "新建公办幼儿园3所", CommitmentState.Issued, district.Education)),
            ("housing's, issued", district.Row("2", "老旧小区改造12个", CommitmentState.Issued, district.Housing, district.Finance)),
            ("education's, consulted about", district.Row("3", "新建公办小学1所", CommitmentState.Consulting, district.Education)),
            ("education's, draft", district.Row("4", "培训教师300名", CommitmentState.Draft, district.Education)),
        ];
        foreach (var (_, row) in rows)
        {
            row.IssueId = row.State == CommitmentState.Issued ? issue.Id : null;
            row.ConsultationId = row.State == CommitmentState.Consulting ? consultation.Id : null;
            db.Commitments.Add(row);
        }

        await TestApp.SaveAsync(db);
        var made = new RowThings { District = district, Issue = issue, Consultation = consultation };
        foreach (var (kind, row) in rows) made.Rows.Add((kind, row, FileOf(nameof(Commitment), row.Id)));
        db.Files.AddRange(made.Rows.Select(r => r.File));
        await TestApp.SaveAsync(db);
        db.FileChunks.AddRange(made.Rows.Select(r => new FileChunk { FileId = r.File.Id, Index = 0, Bytes = [65] }));
        await TestApp.SaveAsync(db, "放入文件");
        return made;
    }

    /// <summary>The rows as things of addresses that begin so.</summary>
    public IEnumerable<Thing> Under(string under, Func<Commitment, (string, object)[]> values) => Rows.Select(r => OfRow(under, r.Kind, r.Row, values(r.Row)));

    public IEnumerable<Thing> Files(string under) => Rows.Select(r => OfRow(under, r.Kind, r.Row, ("id", r.File.Id)));

    /// <summary>A file of one byte, which wants a chunk.</summary>
    public static StoredFile FileOf(string subject, int id) => new()
    {
        Name = "附件.txt",
        ContentType = "text/plain",
        Length = 1,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData([65])),
        Subject = subject,
        SubjectId = id,
    };

    /// <summary>A row that someone may not see is missing for him.</summary>
    private static Thing OfRow(string under, string kind, Commitment row, params (string, object)[] values) =>
        new(under, kind, values) { Facts = _ => RowFacts.Of(row), SeenBy = Permission.SeeRow, IsEarly = row.State < CommitmentState.Issued };
}
