using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Storage.Accounts;

namespace Maoding.Features.Administration.Audit;

/// <summary>What entries speak of, by the names that people know; the database's own numbers only where there is no name.</summary>
public sealed class AuditSubjects(
    DirectorySnapshot directory, IReadOnlyDictionary<int, string> rows,
    IReadOnlyDictionary<int, string> accounts, IReadOnlyDictionary<int, (int UnitId, int Month)> sheets)
{
    public static async Task<AuditSubjects> OfAsync(AuditService audit, DirectorySnapshot directory, IReadOnlyList<AuditLine> lines, CancellationToken stop) =>
        new(directory, await audit.RowNamesAsync(lines, stop), await audit.AccountNamesAsync(stop), await audit.SheetsAsync(lines, stop));

    /// <summary>任务 31 老旧小区改造, 账号 李娟, 报送表 区统计局 2026年3月, 附件（内部号 4）.</summary>
    public string Of(string subject, int id)
    {
        var words = AuditWords.Subject(subject);
        if (id <= 0 || subject == nameof(Region)) return words;
        return Name(subject, id) is { Length: > 0 } name ? $"{words} {name}" : $"{words}（内部号 {id}）";
    }

    private string? Name(string subject, int id) => subject switch
    {
        nameof(Commitment) => rows.GetValueOrDefault(id),
        nameof(DataSheet) => sheets.TryGetValue(id, out var sheet) ? $"{directory.UnitName(sheet.UnitId)} {FigurePeriods.Words(sheet.Month)}" : null,
        nameof(Account) => accounts.GetValueOrDefault(id),
        nameof(Unit) => directory.UnitName(id),
        nameof(Post) => directory.Post(id)?.Name,
        nameof(Person) => directory.Person(id)?.Name,
        nameof(Plan) => directory.Ledger.Plans.FirstOrDefault(p => p.Id == id)?.Name,
        _ => null,
    };
}
