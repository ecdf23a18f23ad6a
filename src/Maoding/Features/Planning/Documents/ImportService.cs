using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Shared;
using Maoding.Shared.Units;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Maoding.Text;
using Maoding.Text.Corrections;
using Maoding.Text.Themes;
using Microsoft.EntityFrameworkCore;
using Section = Maoding.Domain.Documents.Section;
using Theme = Maoding.Domain.Documents.Theme;

namespace Maoding.Features.Planning.Documents;

/// <summary>What is brought in: a file or pasted words, with what the form says of it.</summary>
/// <param name="Bytes">The uploaded file; null when words were pasted.</param>
/// <param name="Kind">Null: told from the text.</param>
/// <param name="Title">Empty: the text's own.</param>
/// <param name="ReplacesId">The document whose correction this is.</param>
/// <param name="IsAnother">It was said to be no edition of a document that is much alike.</param>
/// <param name="Year">The year of the plan it is to join; null: the year that the text itself plans for.</param>
public sealed record ImportRequest(
    string FileName, byte[]? Bytes, string Pasted, DocumentKind? Kind, string Title, DateOnly? Date, int? ReplacesId, int? Year = null, bool IsAnother = false);

/// <summary>What came of it.</summary>
public sealed record ImportResult(int DocumentId, int Works, int Targets, int Matched, int UnknownNames);

/// <summary>Brings a document into the plan: its text, sections and file, and a proposed row for everything it promises.</summary>
public sealed class ImportService(MaodingContext db, AuditedSave save, CurrentRequest current, TimeProvider clock)
{
    /// <summary>Key of the new document until the database gives one.</summary>
    private const int NewId = -1;

    /// <summary>More than a text of 200,000 characters has, ten times a long speech: while it is written, all others wait.</summary>
    private const int MostFindings = 6000;

    /// <summary>From this share of common words on a text may be another edition of the same document.</summary>
    private const double EditionFrom = 0.6;

    /// <exception cref="RefusalException">IMP001–IMP010, or a DOC code of the reader, with the field at fault.</exception>
    public async Task<ImportResult> ImportAsync(Actor actor, ImportRequest request, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ImportDocument);
        var source = Read(request);
        var reader = new SpeechReader();
        var replaced = await ReplacedAsync(request.ReplacesId, stop);
        var plans = await db.Plans.OrderBy(p => p.Year).ToListAsync(stop);
        var read = reader.Read(source, null, current.Plan?.Year ?? current.Today.Year, writtenOn: request.Date);
        var plan = replaced is null
            ? PlanOf(request.Year ?? AgreedYear(read, request.Date ?? read.Outline.Facts.Date, plans), plans)
            : plans.Single(p => p.Id == replaced.PlanId);
        if (read.PlanYear != plan.Year) read = reader.Read(source, plan.Year, plan.Year, writtenOn: request.Date);
        await RefuseSameAsync(plan.Id, request.Bytes, source.Text, null, stop);
        if (replaced is null && !request.IsAnother) await AskEditionAsync(plan.Id, source.Text, stop);
        var document = Document(actor, request, plan, read, replaced);
        AddFile(actor, request, document);
        Temporary(document);
        var sections = AddSections(read);
        var order = await db.Documents.CountAsync(d => d.PlanId == plan.Id, stop);
        document.Order = 1 + await db.Documents.Where(d => d.PlanId == plan.Id).MaxAsync(d => (int?)d.Order, stop) ?? 0;
        var found = new FindingRows(reader, read, new UnitFinder(current.Directory, current.Today), plan.Year).All(order, NewId);
        if (replaced is not null) found = OnlyAdded(found, replaced.Text, source.Text);
        if (found.Count > MostFindings)
            throw new RefusalException("IMP010", $"从这份文件里读出 {found.Count} 项任务和指标，一份文件最多 {MostFindings} 项，没有导入。请核对是不是选错了文件，或者拆成几份再导入。") { Field = "Upload" };
        var matched = await FindingMatches.ProposeAsync(db, plan.Id, [.. found.Select(f => f.Row)], stop);
        await AddRowsAsync(plan.Id, found, read, sections, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await save.SaveWithinAsync(actor, "导入文件", "", once, stop);
        // Until here somebody else may have brought in the same; from here on others wait.
        await RefuseSameAsync(plan.Id, request.Bytes, source.Text, document.Id, stop);
        await transaction.CommitAsync(stop);
        return new ImportResult(
            document.Id,
            found.Count(f => f.Row.Kind == CommitmentKind.Work),
            found.Count(f => f.Row.Kind == CommitmentKind.Target),
            matched,
            found.Sum(f => EvidenceLines.Of(f.Row, EvidenceLines.UnknownLead).Count
                + EvidenceLines.Of(f.Row, EvidenceLines.UnknownCoUnit).Count + EvidenceLines.Of(f.Row, EvidenceLines.UnknownLeader).Count));
    }

    private static SourceText Read(ImportRequest request)
    {
        var pasted = request.Bytes is null;
        if (pasted && string.IsNullOrWhiteSpace(request.Pasted)) throw new RefusalException("IMP001", "请选一个文件，或者把文字粘贴进来。") { Field = "Upload" };
        if (request.Bytes?.Length > StoredFiles.Longest)
            throw new RefusalException("IMP006", "文件超过 20 MB。请删去其中的图片，或者拆成几份再导入。", RefusalKind.TooLarge) { Field = "Upload" };
        return UploadedText.Read(
            request.Bytes ?? Encoding.UTF8.GetBytes(request.Pasted), pasted ? "粘贴的文字" : request.FileName, pasted ? "Pasted" : "Upload");
    }

    /// <summary>The year that the document itself tells, when its ledger is open or there is none yet; else a person says which.</summary>
    private static int AgreedYear(Decomposition read, DateOnly? date, List<Plan> plans)
    {
        List<int> open = [.. plans.Where(p => p.State is PlanState.Draft or PlanState.Issued).Select(p => p.Year)];
        var told = plans.Count == 0 ? read.PlanYear : ToldYear(read, date, open);
        if (told is { } year && (plans.Count == 0 || open.Contains(year))) return year;
        var now = open.Count > 0 ? $"现在办的是 {string.Join('、', open)} 年台账" : "现在没有正在办的台账";
        var of = told is null ? $"这份文件写于 {date!.Value.Year} 年底，看不出部署的是哪一年的工作" : $"这份文件部署的是 {told} 年的工作";
        var choose = (told ?? read.PlanYear) > plans[^1].Year ? $"请在“归入”里选加入哪一年台账，还是建立 {told ?? read.PlanYear} 年台账" : "请在“归入”里选加入哪一年台账";
        throw new RefusalException("IMP007", $"{of}，{now}。{choose}；文件请再选一次。")
        {
            Field = "Year",
            Data = { ["year"] = read.PlanYear, ["proposed"] = told ?? date!.Value.Year },
        };
    }

    /// <summary>
    /// The year of the title or of headings; of minutes and decisions, and of what asks for something still in the year it was written in, that year;
    /// else what the words plan for. Null for a paper of the last weeks of a year that says nothing of all this: it may be meant for either.
    /// </summary>
    private static int? ToldYear(Decomposition read, DateOnly? date, List<int> open)
    {
        var facts = read.Outline.Facts;
        if (facts.HeadYear is { } head) return head;
        if (date is not { } on || !open.Contains(on.Year) || read.PlanYear == on.Year) return read.PlanYear;
        var asksYet = read.Commitments.Any(c => c.Deadline?.Date is { } due && due >= on && due.Year == on.Year);
        return asksYet || KindOf(facts.Title, read) == DocumentKind.Decision ? on.Year : facts.NamedYear;
    }

    /// <summary>The plan of the year, which is open; a new one when the year comes after all others.</summary>
    private Plan PlanOf(int year, List<Plan> plans)
    {
        var there = plans.Find(p => p.Year == year);
        if (there is { State: PlanState.Draft or PlanState.Issued }) return there;
        if (plans.FindLast(p => p.State != PlanState.Withdrawn)?.Year >= year || year is < 2000 or > 2999)
            throw new RefusalException("IMP008", "这一年没有正在办的台账，也不能补建以前年度的。请在“归入”里重新选择。") { Field = "Year" };
        if (there is not null)
        {
            there.State = PlanState.Draft;
            return there;
        }

        var made = new Plan { Id = NewId, Year = year, Name = string.Create(CultureInfo.InvariantCulture, $"{year}年任务分解方案") };
        Temporary(made);
        return made;
    }

    private async Task RefuseSameAsync(int planId, byte[]? bytes, string text, int? besides, CancellationToken stop)
    {
        var hash = bytes is null ? "" : Convert.ToHexStringLower(SHA256.HashData(bytes));
        var same = await db.Documents
            .Where(d => d.PlanId == planId && d.Id != besides && d.WithdrawnOn == null
                && (d.Text == text || (hash != "" && db.Files.Any(f => f.Id == d.FileId && f.Sha256 == hash))))
            .Select(d => new { d.Id, d.Title }).FirstOrDefaultAsync(stop);
        if (same is null) return;
        throw new RefusalException("IMP002", $"这份文件已经导入过了，就是《{same.Title}》，没有重复导入。那一份导入有误的，请先把它撤回。", RefusalKind.Conflict)
        {
            Field = "Upload",
            Data = { ["document"] = same.Id },
        };
    }

    /// <summary>A document that is much like one that stands may be its corrected edition: then a person says so.</summary>
    private async Task AskEditionAsync(int planId, string text, CancellationToken stop)
    {
        var standing = await db.Documents.Where(d => d.PlanId == planId && !d.IsReplaced && d.WithdrawnOn == null)
            .Select(d => new { d.Id, d.Title, d.Text }).ToListAsync(stop);
        var alike = standing.Select(d => (d.Id, d.Title, Share: TextLikeness.Of(d.Text, text))).OrderByDescending(d => d.Share).FirstOrDefault();
        if (alike.Share < EditionFrom) return;
        throw new RefusalException("IMP009",
            string.Create(CultureInfo.InvariantCulture, $"与已导入的《{alike.Title}》有 {Math.Floor(alike.Share * 1000) / 10:0.#}% 的文字相同。")
            + "是它的更正版，还是另一份文件？请在“是不是更正版”里选定后再导入；文件请再选一次。", RefusalKind.Conflict)
        { Field = "Edition", Data = { ["edition"] = alike.Id } };
    }

    private async Task<SourceDocument?> ReplacedAsync(int? id, CancellationToken stop)
    {
        if (id is not { } key) return null;
        var old = await db.Documents.FirstOrDefaultAsync(d => d.Id == key && d.WithdrawnOn == null, stop)
            ?? throw new RefusalException("IMP003", "没有要更正的那份文件，请重新选择。") { Field = "ReplacesId" };
        if (old.IsReplaced) throw new RefusalException("IMP004", $"《{old.Title}》已经有更正版了，请选它的最新一版。") { Field = "ReplacesId" };
        return old;
    }

    private SourceDocument Document(Actor actor, ImportRequest request, Plan plan, Decomposition read, SourceDocument? replaced)
    {
        var facts = read.Outline.Facts;
        var title = request.Title.Trim() is { Length: > 0 } given ? given : facts.Title.Length > 0
            ? facts.Title : Path.GetFileNameWithoutExtension(request.FileName);
        if (title.Length == 0) throw new RefusalException("IMP005", "从文字里看不出标题，请写上文件标题。") { Field = "Title" };
        var document = new SourceDocument
        {
            Id = NewId,
            PlanId = plan.Id,
            Title = title.Length <= 300 ? title : title[..300],
            Kind = request.Kind ?? replaced?.Kind ?? KindOf(title, read),
            Speaker = facts.Speaker.Length <= 100 ? facts.Speaker : "",
            Date = request.Date ?? facts.Date,
            Text = read.Outline.Source.Text,
            ReplacesId = replaced?.Id,
            ImportedAt = clock.GetUtcNow().UtcDateTime,
            ImportedById = actor.AccountId,
        };
        return document;
    }

    private static DocumentKind KindOf(string title, Decomposition read) => title switch
    {
        _ when read.Ledger is not null => DocumentKind.BreakdownPlan,
        _ when title.Contains("政府工作报告", StringComparison.Ordinal) => DocumentKind.WorkReport,
        _ when title.Contains("民生", StringComparison.Ordinal) => DocumentKind.LivelihoodList,
        _ when title.Contains("决定", StringComparison.Ordinal) || title.Contains("纪要", StringComparison.Ordinal)
            || title.Contains("批示", StringComparison.Ordinal) => DocumentKind.Decision,
        _ => DocumentKind.Speech,
    };

    private void AddFile(Actor actor, ImportRequest request, SourceDocument document)
    {
        if (request.Bytes is not { } bytes) return;
        var name = request.FileName.Length <= 255 ? request.FileName : request.FileName[^255..];
        document.FileId = db.AddFile(actor, name, "application/octet-stream", bytes, document.ImportedAt, document);
    }

    /// <summary>Sections of the text, by their place in the outline.</summary>
    private Dictionary<int, int> AddSections(Decomposition read)
    {
        var keys = new Dictionary<int, int>();
        var sections = read.Outline.Sections.Skip(1).ToList();
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            var next = sections.Skip(i + 1).FirstOrDefault(s => s.Level <= section.Level)?.Heading.Offset ?? read.Outline.Source.Text.Length;
            var heading = section.Number + section.Title;
            var stored = new Section
            {
                Id = -(i + 1),
                DocumentId = NewId,
                Order = i + 1,
                Level = section.Level,
                Heading = heading.Length <= 300 ? heading : heading[..300],
                Path = section.Path,
                Start = section.Heading.Offset,
                Length = next - section.Heading.Offset,
            };
            Temporary(stored);
            keys[section.Index] = stored.Id;
        }

        return keys;
    }

    private static List<FindingRow> OnlyAdded(IReadOnlyList<FindingRow> found, string oldText, string newText)
    {
        var added = CorrectionAligner.Align(oldText, newText, []).Added;
        return [.. found.Where(f => added.Any(a => a.Overlap(new TextSpan(f.Row.Quotes[0].Start, f.Row.Quotes[0].Length)) > 0))];
    }

    private async Task AddRowsAsync(int planId, IReadOnlyList<FindingRow> found, Decomposition read, Dictionary<int, int> sections, CancellationToken stop)
    {
        var themes = await ThemesAsync(planId, read, stop);
        foreach (var (row, names) in found)
        {
            row.PlanId = planId;
            row.DocumentId = NewId;
            row.SectionId = read.Outline.SentenceAt(row.Quotes[0].Start)?.Section is { } section
                && sections.TryGetValue(section.Index, out var key) ? key : null;
            row.Themes = [.. names.Distinct().Where(themes.ContainsKey).Select(name => new CommitmentTheme { ThemeId = themes[name] })];
            db.Commitments.Add(row);
        }
    }

    private async Task<Dictionary<string, int>> ThemesAsync(int planId, Decomposition read, CancellationToken stop)
    {
        var known = await db.Themes.Where(t => t.PlanId == planId).ToDictionaryAsync(t => t.Name, t => t.Id, stop);
        foreach (var name in read.Themes.Where(t => t.Kind == ThemeKind.Work && t.Name.Length <= 100).Select(t => t.Name).Distinct())
        {
            if (known.ContainsKey(name)) continue;
            var theme = new Theme { Id = -(known.Count + 1), PlanId = planId, Order = known.Count + 1, Name = name };
            Temporary(theme);
            known[name] = theme.Id;
        }

        return known;
    }

    /// <summary>Tracks a new row under a key that the database will replace, in whatever points to it too.</summary>
    private void Temporary(object entity) => db.Add(entity).Property("Id").IsTemporary = true;
}
