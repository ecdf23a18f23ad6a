using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Maoding.Features.Planning.Ledger.Files;
using Maoding.Shared;
using Maoding.Shared.Moves;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.JointReviews;

/// <summary>A department as it was chosen for a package.</summary>
public sealed class TypedPart
{
    public bool IsChosen { get; set; }

    /// <summary>Null for an opinion only.</summary>
    public int? ProcedureId { get; set; }

    public int? UnitId { get; set; }

    /// <summary>Working days that it has.</summary>
    public int? Days { get; set; }
}

/// <summary>Runs joint reviews: one package to all departments at once.</summary>
public sealed class JointReviewService(MaodingContext db, AuditedSave save, MoveRunner moves, CurrentRequest current, TimeProvider clock)
{
    private const int LongestTitle = 200;
    private const int LongestText = 4000;
    private const int LongestWords = 1000;
    private const int MostDays = 60;
    private const int MostFiles = 30;

    /// <summary>Puts a package together; nobody sees it until it is sent.</summary>
    /// <returns>The review's key.</returns>
    /// <exception cref="RefusalException">PER001; JNT002: no such project; JNT003: a value is wrong.</exception>
    public async Task<int> PrepareAsync(
        Actor actor, int projectId, string? title, string? text, IReadOnlyList<TypedPart> parts, HandledRequest? request, CancellationToken stop)
    {
        var project = await db.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.Id == projectId, stop) ?? throw ReviewPosts.Missing();
        Permissions.Demand(actor, Permission.RunProcedures, ProjectFacts.Of(project));
        var review = new JointReview { ProjectId = projectId, Title = "", RunById = actor.AccountId, Answers = await PartsAsync(projectId, parts, stop) };
        Entitle(review, title, text);
        db.JointReviews.Add(review);
        await save.SaveAsync(actor, "准备联审联批", request: request, stop: stop);
        return review.Id;
    }

    /// <summary>Changes words, departments and times of a package that nobody has got yet.</summary>
    /// <exception cref="RefusalException">PER001; JNT002: no such review; JNT003: a value is wrong; JNT009: it was sent already; SYS001.</exception>
    public async Task ChangeAsync(
        Actor actor, int id, int version, string? title, string? text, IReadOnlyList<TypedPart> parts, HandledRequest? request, CancellationToken stop)
    {
        var review = await RunAsync(actor, id, stop);
        if (review.State != ReviewState.Preparing) throw Sent();
        Versions.Demand(review.Version, version, "这次联审联批");
        Entitle(review, title, text);
        var wanted = await PartsAsync(review.ProjectId, parts, stop);
        review.Answers.RemoveAll(a => !wanted.Exists(w => IsSame(w, a)));
        foreach (var part in wanted)
        {
            if (review.Answers.Find(a => IsSame(a, part)) is { } there) there.Days = part.Days;
            else review.Answers.Add(part);
        }

        await save.SaveAsync(actor, "修改联审部门", request: request, stop: stop);
    }

    /// <summary>Adds a file to the package, before sending and after it.</summary>
    /// <exception cref="RefusalException">PER001; FIL001–FIL003: the file; JNT002: no such review; JNT004: it is over.</exception>
    public async Task AttachAsync(Actor actor, int id, IFormFile? upload, HandledRequest? request, CancellationToken stop)
    {
        var review = await RunAsync(actor, id, stop);
        if (review.State is ReviewState.Concluded or ReviewState.Ended) throw Over();
        if (await db.FilesOf(nameof(JointReview), id).CountAsync(stop) >= MostFiles) throw Refuse("Upload", $"一次联审最多 {MostFiles} 个文件。");
        var (name, type, bytes) = await FileService.ReadAsync(upload, stop);
        db.AddFile(actor, name, type, bytes, clock.GetUtcNow().UtcDateTime, nameof(JointReview), id);
        await save.SaveAsync(actor, "上传联审资料", request: request, stop: stop);
    }

    /// <summary>
    /// A department's answer; a silent one may still answer, and within its time it may change what it said,
    /// which stays readable. The review's version is not asked for: departments answer side by side.
    /// </summary>
    /// <param name="said">How often the department had answered when the form was opened: see <see cref="ReviewRules.Said"/>.</param>
    /// <exception cref="RefusalException">
    /// PER001: another department's; JNT002: no such review; JNT004: it is over; JNT005: answered, and its time is over or a leader has
    /// decided, or nothing changes; JNT006: conditions or the legal basis are missing; SYS001: a colleague answered meanwhile.
    /// </exception>
    public async Task AnswerAsync(
        Actor actor, int id, int answerId, int said, AnswerKind? kind, string? text, string? basis, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.AnswerReview);
        var (review, answer, project) = await AnswerOfAsync(actor, id, answerId, stop);
        if (!actor.Units.Contains(answer.UnitId)) throw new RefusalException("PER001", "这是别的部门的意见，由那个部门的联络员或负责人填。", RefusalKind.Forbidden);
        if (review.State != ReviewState.Reviewing) throw Over();
        if (answer.Kind is not null && !ReviewRules.MayChange(answer, current.Today))
            throw new RefusalException("JNT005", "本部门已经反馈，时限已过或者领导已经定了，不能再改。确需改变请与经办人联系。", RefusalKind.Conflict);
        if (ReviewRules.Said(answer) != said) throw new RefusalException("SYS001", "本部门刚才已有人反馈。请刷新页面看最新的意见，再决定要不要改。", RefusalKind.Conflict);
        var (words, law) = Checked(kind, text, basis);
        if ((answer.Kind, answer.Text, answer.LegalBasis) == (kind, words, law)) throw new RefusalException("JNT005", "意见没有变化，不用再反馈。", RefusalKind.Conflict);
        if (answer.Kind is not null)
            answer.Earlier = string.Join('\n', ((string[])[answer.Earlier, ReviewWords.Earlier(answer)]).Where(line => line.Length > 0));
        // A disagreement that is taken back within its time waits for no leader any more.
        if (answer is { Kind: AnswerKind.Disagree, DecidedOn: null }) (answer.EscalatedOn, answer.EscalatedToPostId) = (null, null);
        (answer.Kind, answer.Text, answer.LegalBasis) = (kind, words, law);
        (answer.AnsweredOn, answer.AnsweredById) = (current.Today, actor.AccountId);
        if (kind == AnswerKind.Disagree && answer.DecidedOn is null) GoUp(answer, project);
        await save.SaveAsync(actor, said > 0 ? "修改联审意见" : "反馈联审意见", request: request, stop: stop);
    }

    /// <summary>The leader settles a silent or disagreeing department.</summary>
    /// <param name="isRequired">要求办理; else the department's view stands, or silence counts as no objection.</param>
    /// <exception cref="RefusalException">
    /// PER001: it went to another leader; JNT002: no such review; JNT004: it is over; JNT007: nothing to decide or no words.
    /// </exception>
    public async Task DecideAsync(Actor actor, int id, int answerId, bool isRequired, string? text, HandledRequest? request, CancellationToken stop)
    {
        var (review, answer, project) = await AnswerOfAsync(actor, id, answerId, stop);
        Permissions.Demand(actor, Permission.DecideReview, ReviewPosts.FactsOf(ReviewPosts.Of(current.Directory, answer, project, current.Today)));
        if (review.State != ReviewState.Reviewing) throw Over();
        if (!ReviewRules.NeedsDecision(answer, current.Today)) throw new RefusalException("JNT007", "这个部门的意见现在不需要您定。请刷新页面查看。", RefusalKind.Conflict);
        var words = (text ?? "").Trim();
        if (words.Length is 0 or > LongestWords) throw new RefusalException("JNT007", $"请写明怎么办（{LongestWords} 字以内）。") { Field = "Decision" };
        if (answer.EscalatedOn is null) GoUp(answer, project);
        answer.Decision = $"{ReviewWords.Ruling(answer.Kind, isRequired)}：{words}";
        (answer.DecidedOn, answer.DecidedById) = (current.Today, actor.AccountId);
        await save.SaveAsync(actor, "裁定联审意见", words, request, stop);
    }

    /// <summary>Sends it, concludes it or ends it.</summary>
    /// <exception cref="RefusalException">PER001; JNT001: not now; JNT002: no such review; JNT003: no words; JNT008: somebody is awaited; SYS001.</exception>
    public Task<Transition> MoveAsync(Actor actor, MoveAsk ask, CancellationToken stop)
    {
        Project? project = null;
        var course = new Course<JointReview>(ReviewMoves.Table.Keys)
        {
            Find = async (id, token) =>
            {
                (var review, project) = await FindAsync(id, token);
                return review;
            },
            Facts = (_, _) => ProjectFacts.Of(project!),
            State = review => review.State.ToString(),
            Enter = (review, state) => review.State = Enum.Parse<ReviewState>(state),
            Action = step => $"{step.Name}联审联批",
        };
        return moves.MakeAsync(actor, course, ask, turn => ((Transition<ReviewState, ReviewMove>)turn.Step).Move switch
        {
            ReviewMove.Send => Send(turn.Thing),
            ReviewMove.Conclude => ConcludeAsync(turn, stop),
            _ => End(turn),
        }, stop);
    }

    /// <summary>Every department has it from today.</summary>
    private Task Send(JointReview review)
    {
        review.SentOn = current.Today;
        foreach (var answer in review.Answers) answer.Due = ReviewRules.Due(current.Today, answer.Days, current.Directory.Calendar);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Ends it when nothing more is awaited. Procedures that were agreed to are finished, those with conditions accepted; the others stay as they are.
    /// </summary>
    private async Task ConcludeAsync(Turn<JointReview> turn, CancellationToken stop)
    {
        var review = turn.Thing;
        if (review.Answers.Where(a => !ReviewRules.IsSettled(a)).Select(a => current.Directory.UnitName(a.UnitId)).Distinct().ToList() is { Count: > 0 } open)
            throw new RefusalException("JNT008", $"{string.Join("、", open)}还没有反馈，或者还等领导定，不能办结。", RefusalKind.Conflict);
        (review.ConcludedOn, review.Conclusion, turn.Said) = (current.Today, turn.Said, "");
        var ids = review.Answers.Select(a => a.ProcedureId).OfType<int>().ToList();
        var procedures = await db.Procedures.Where(p => ids.Contains(p.Id)).ToListAsync(stop);
        foreach (var procedure in procedures.Where(p => !p.IsSettled))
        {
            var kinds = review.Answers.Where(a => a.ProcedureId == procedure.Id).Select(a => a.Kind).ToList();
            if (!kinds.TrueForAll(k => k is AnswerKind.Agree or AnswerKind.Conditional)) continue;
            procedure.AcceptedOn ??= review.SentOn;
            if (kinds.TrueForAll(k => k == AnswerKind.Agree)) procedure.FinishedOn = current.Today;
        }
    }

    private static Task End(Turn<JointReview> turn)
    {
        turn.Thing.Conclusion = turn.Said;
        return Task.CompletedTask;
    }

    private static RefusalException Over() => new("JNT004", "这次联审联批没有在办，不能再改。请刷新页面看最新状态。", RefusalKind.Conflict);

    private static RefusalException Refuse(string field, string message) => new("JNT003", message) { Field = field };

    private static string Words(string? typed, int most, string field, string asked)
    {
        var words = (typed ?? "").Trim();
        return words.Length == 0 || words.Length > most ? throw Refuse(field, $"请写明{asked}（{most} 字以内）。") : words;
    }

    public static RefusalException Sent() => new("JNT009", "这次联审联批已经发出或者终止，部门和时限不能再改。", RefusalKind.Conflict);

    private static bool IsSame(ReviewAnswer one, ReviewAnswer other) => (one.UnitId, one.ProcedureId) == (other.UnitId, other.ProcedureId);

    private static void Entitle(JointReview review, string? title, string? text) =>
        (review.Title, review.Text) = (Words(title, LongestTitle, "Title", "联审的名称"), Words(text, LongestText, "Text", "要各部门审什么"));

    private async Task<List<ReviewAnswer>> PartsAsync(int projectId, IReadOnlyList<TypedPart> parts, CancellationToken stop)
    {
        var open = await db.Procedures.AsNoTracking()
            .Where(p => p.ProjectId == projectId && p.FinishedOn == null && p.Waived == "").Select(p => p.Id).ToListAsync(stop);
        List<ReviewAnswer> chosen = [.. parts.Select((p, i) => (Part: p, Index: i)).Where(p => p.Part.IsChosen).Select(p => Part(p.Part, p.Index, open))];
        if (chosen.Count == 0) throw Refuse("Parts[0].IsChosen", "请至少选一个部门。");
        return chosen.GroupBy(a => (a.UnitId, a.ProcedureId)).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw Refuse("", $"{current.Directory.UnitName(twice.Key.UnitId)}选了两次。请去掉一次。")
            : chosen;
    }

    private ReviewAnswer Part(TypedPart part, int index, List<int> open)
    {
        if (part.ProcedureId is { } procedure && !open.Contains(procedure)) throw Refuse($"Parts[{index}].IsChosen", "选中的手续已经办结或不在这个项目里。请刷新页面重新选。");
        if (current.Directory.Unit(part.UnitId) is not { IsClosed: false }) throw Refuse($"Parts[{index}].UnitId", $"第 {index + 1} 行：请选部门。");
        if (part.Days is not (>= 1 and <= MostDays)) throw Refuse($"Parts[{index}].Days", $"第 {index + 1} 行：时限填 1 至 {MostDays} 个工作日。");
        return new ReviewAnswer { UnitId = part.UnitId!.Value, ProcedureId = part.ProcedureId, Days = part.Days.Value };
    }

    private static (string Words, string Law) Checked(AnswerKind? kind, string? text, string? basis)
    {
        var (words, law) = ((text ?? "").Trim(), (basis ?? "").Trim());
        if (kind is null || !Enum.IsDefined(kind.Value)) throw new RefusalException("JNT006", "请选同意、有条件同意或不同意。") { Field = "Kind" };
        if (kind != AnswerKind.Agree && words.Length == 0)
            throw new RefusalException("JNT006", kind == AnswerKind.Conditional ? "有条件同意，请写明条件。" : "不同意，请写明问题出在哪里。") { Field = "Text" };
        if (kind == AnswerKind.Disagree && law.Length == 0) throw new RefusalException("JNT006", "不同意，请写明依据的法律法规或规划条款。") { Field = "LegalBasis" };
        if (words.Length > LongestWords || law.Length > LongestWords) throw new RefusalException("JNT006", $"意见和依据各不超过 {LongestWords} 字。") { Field = "Text" };
        return (words, kind == AnswerKind.Disagree ? law : "");
    }

    private void GoUp(ReviewAnswer answer, Project project) =>
        (answer.EscalatedOn, answer.EscalatedToPostId) =
            (answer.EscalatedOn ?? current.Today, ReviewPosts.Of(current.Directory, answer, project, current.Today));

    private async Task<(JointReview Review, ReviewAnswer Answer, Project Project)> AnswerOfAsync(Actor actor, int id, int answerId, CancellationToken stop)
    {
        var (review, project) = await FindAsync(id, stop);
        // Whoever may not see the review is not told which answers it has.
        ReviewPosts.DemandSees(actor, current.Directory, review, project, current.Today);
        return (review, review.Answers.Find(a => a.Id == answerId) ?? throw ReviewPosts.Missing(), project);
    }

    private async Task<JointReview> RunAsync(Actor actor, int id, CancellationToken stop)
    {
        var (review, project) = await FindAsync(id, stop);
        Permissions.Demand(actor, Permission.RunProcedures, ProjectFacts.Of(project));
        return review;
    }

    private async Task<(JointReview Review, Project Project)> FindAsync(int id, CancellationToken stop)
    {
        var review = await db.JointReviews.Include(r => r.Answers).SingleOrDefaultAsync(r => r.Id == id, stop) ?? throw ReviewPosts.Missing();
        return (review, await db.Projects.AsNoTracking().SingleAsync(p => p.Id == review.ProjectId, stop));
    }
}
