using Maoding.Districts;
using Maoding.Documents.Writing;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Domain.Settling;
using Maoding.Shared.Addresses;
using Maoding.Shared.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Settling;

/// <summary>What a workbook decides of a row.</summary>
public sealed record SettlePreview(OpenRow Row, SettlementKind Kind, string Words);

/// <summary>What a workbook would decide; nothing is written while there are problems.</summary>
/// <param name="Problems">Each begins with its cell.</param>
public sealed record SettlePreviews(IReadOnlyList<SettlePreview> Decisions, IReadOnlyList<string> Problems, int Open);

/// <summary>The rows to settle as a workbook with what units propose, and the workbook with what is decided.</summary>
public sealed class SettleBook(SettleList list, SettleService service, CurrentRequest current)
{
    private const string Id = "编号";
    private const string Version = "版本";
    private const string Proposed = "单位建议";
    private const string ProposedWords = "建议说明";
    private const string Kind = "交账去向";
    private const string Words = "交账说明";

    private static readonly string[] Kinds = [.. Enum.GetValues<SettlementKind>().Select(ChoiceWords.Of)];

    private static readonly BookForm Form = new("SET109", "从“年底交账”导出的表", Kind, [Id, Version, Kind, Words], SettleService.MostRows)
    {
        Optional = [Proposed, ProposedWords],
    };

    /// <summary>What a unit proposes stands in the columns to decide already.</summary>
    /// <exception cref="RefusalException">PER001.</exception>
    public async Task<TableSheet> WriteAsync(Actor actor, int planId, SettleFilter filter, CancellationToken stop)
    {
        var rows = await list.Open(actor, planId, filter).ToListAsync(stop);
        return new TableSheet(
            "年底交账",
            [
                new(Id, 8), new(Version, 6), new("序号", 8), new("任务内容", 44), new("牵头单位", 18), new("状态", 10), new("进度", 8),
                new(Proposed, 12), new(ProposedWords, 40), new(Kind, 12, Kinds), new(Words, 40),
            ],
            [
                .. rows.Select(r => (IReadOnlyList<object?>)
                [
                    r.Id, r.Version, r.Number, r.Title, current.Directory.UnitName(r.LeadUnitId), CommitmentMoves.NameOf(r.State),
                    ReportShare.WordsOf(r.State, r.Share), Word(r.Proposed), r.ProposedWords, Word(r.Proposed), r.ProposedWords,
                ]),
            ]);
    }

    /// <summary>Rows whose column 交账去向 is empty are left open.</summary>
    /// <exception cref="RefusalException">PER001; SET109: no such workbook.</exception>
    public async Task<SettlePreviews> PreviewAsync(Actor actor, int planId, byte[] workbook, string fileName, CancellationToken stop)
    {
        var open = await list.Open(actor, planId, new SettleFilter()).ToDictionaryAsync(r => r.Id, stop);
        var (decisions, problems) = (new List<SettlePreview>(), new List<string>());
        foreach (var cells in BookCells.Read(workbook, fileName, Form))
        {
            var isAsProposed = (cells[Kind], cells[Words]) == (cells[Proposed], cells[ProposedWords]);
            if (cells[Kind].Trim().Length == 0)
            {
                if (cells[Words].Trim().Length > 0 && cells[Words] != cells[ProposedWords]) problems.Add($"{cells.Place(Kind)}：填了{Words}，没有选{Kind}。");
                continue;
            }

            var kind = ChoiceCell.Read<SettlementKind>(cells[Kind], ChoiceWords.Of);
            var words = cells[Words].Trim();
            var row = cells.Number(Id) is { } id ? open.GetValueOrDefault(id) : null;
            // Settled or changed since the export: what the unit proposed went out with the workbook, nobody filled it in.
            if (isAsProposed && cells.Number(Version) != row?.Version) continue;
            if (row is null)
                problems.Add($"{cells.Place(Id)}：没有编号为“{cells[Id]}”的待交账任务，可能已经交过账。请重新导出。");
            else if (decisions.Exists(d => d.Row.Id == row.Id)) problems.Add($"{cells.Place(Id)}：编号 {row.Id} 在表里出现两次，请删掉一行。");
            else if (cells.Number(Version) != row.Version) problems.Add($"{cells.Place(Version)}：导出以后有人改过这一项，请重新导出后再填。");
            else if (kind.Value is not { } chosen) problems.Add($"{cells.Place(Kind)}：{kind.Wrong}");
            else if (words.Length is 0 or > SettleService.LongestWords) problems.Add($"{cells.Place(Words)}：请写明情况（{SettleService.LongestWords} 字以内）。");
            else decisions.Add(new SettlePreview(row, chosen, words));
        }

        return new SettlePreviews(decisions, problems, open.Count);
    }

    /// <exception cref="RefusalException">PER001; SET109: errors in the workbook; and what <see cref="SettleService.SettleAsync"/> refuses.</exception>
    public async Task<int> ApplyAsync(Actor actor, int planId, byte[] workbook, string fileName, HandledRequest? once, CancellationToken stop)
    {
        var preview = await PreviewAsync(actor, planId, workbook, fileName, stop);
        if (preview.Problems.Count > 0)
            throw new RefusalException("SET109", $"表里有 {preview.Problems.Count} 处错误，没有写入。请改正后重新上传。") { Field = "Upload" };
        await service.SettleAsync(actor, [.. preview.Decisions.Select(d => new SettleDecision(d.Row.Id, d.Row.Version, d.Kind, d.Words))], once, stop);
        return preview.Decisions.Count;
    }

    private static string Word(SettlementKind? kind) => kind is { } known ? ChoiceWords.Of(known) : "";
}
