using System.Text.Json;
using Maoding.Districts;
using Maoding.Domain.Consulting;
using Maoding.Domain.Documents;
using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Organization;
using Maoding.Domain.Planning;
using Maoding.Domain.Problems;
using Maoding.Domain.Procedures;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Maoding.Domain.Settling;
using Maoding.Domain.Targets;
using Maoding.Features.Planning.Consulting;
using Maoding.Features.Planning.Documents;
using Maoding.Shared;

namespace Maoding.Features.Administration.Audit;

/// <summary>What the audit's names of rows and values are called in the office.</summary>
public static class AuditWords
{
    /// <summary>Audited rows, in the order of the search form.</summary>
    public static IReadOnlyDictionary<string, string> Subjects { get; } = new Dictionary<string, string>
    {
        ["Commitment"] = "任务",
        ["Opinion"] = "反馈意见",
        ["Consultation"] = "征求意见",
        ["Issue"] = "印发批次",
        ["Receipt"] = "签收",
        ["Amendment"] = "调整",
        ["ProgressReport"] = "进展填报",
        ["SignDelegation"] = "委托签发",
        ["Instruction"] = "批示",
        ["ChaseCall"] = "催办",
        ["RuleEdition"] = "规则版本",
        ["MonthClose"] = "月结",
        ["MonthLight"] = "亮灯",
        ["Completion"] = "销号申请",
        ["Settlement"] = "年底交账",
        ["Stocktake"] = "调度会",
        ["NextStep"] = "议定事项",
        ["Indicator"] = "指标目录",
        ["Release"] = "发布日历",
        ["Area"] = "数据对象",
        ["DataSheet"] = "数据报送",
        ["Target"] = "目标",
        ["TargetMonth"] = "目标月度结果",
        ["Aim"] = "目标参照",
        ["Project"] = "项目",
        ["ProjectMonth"] = "项目月度进度",
        ["StageChange"] = "项目阶段",
        ["Lead"] = "招商线索",
        ["SoughtMatter"] = "向上争取",
        ["ProcedureTemplate"] = "手续模板",
        ["Procedure"] = "手续",
        ["JointReview"] = "联审联批",
        ["Problem"] = "问题",
        ["SiteMeeting"] = "现场办公",
        ["Plan"] = "年度计划",
        ["SourceDocument"] = "文件",
        ["StoredFile"] = "附件",
        ["Theme"] = "专题",
        ["Unit"] = "单位",
        ["Post"] = "岗位",
        ["Person"] = "人员",
        ["Tenure"] = "任职",
        ["Division"] = "领导分工",
        ["Account"] = "账号",
        ["Region"] = "区县设置",
    };

    /// <summary>Rows of earlier versions, which old entries speak of.</summary>
    private static readonly Dictionary<string, string> Former = new() { ["LightRuleSet"] = "亮灯规则" };

    /// <summary>Parts that are audited with a task or an amendment.</summary>
    private static readonly Dictionary<string, string> Parts = new()
    {
        ["Quote"] = "引文",
        ["CoUnit"] = "配合单位",
        ["Quantity"] = "数量",
        ["Milestone"] = "节点",
        ["CommitmentTheme"] = "专题",
        ["TargetFigure"] = "指标",
        ["ReportedQuantity"] = "完成数量",
        ["ReportedMilestone"] = "完成节点",
        ["CoParagraph"] = "配合单位情况",
        ["Reader"] = "知悉范围",
        ["AmendedUnit"] = "新增单位",
        ["Observation"] = "数据",
        ["TargetRevision"] = "目标调整",
        ["TargetPart"] = "目标分解",
        ["TargetWork"] = "支撑任务",
        ["ProjectYear"] = "年度安排",
        ["ProjectFund"] = "资金",
        ["ProjectNode"] = "建设节点",
        ["TemplateStep"] = "模板手续",
        ["ReviewAnswer"] = "部门意见",
        ["ProblemEvent"] = "办理记录",
        ["ProblemStep"] = "下一步",
        ["MeetingProject"] = "涉及项目",
    };

    /// <summary>Values that are choices, by "Row.Value", with the words that the pages of each have for them.</summary>
    private static readonly Dictionary<string, Func<string, string>> Choices = new()
    {
        ["Commitment.State"] = Words<CommitmentState>(CommitmentMoves.NameOf),
        ["Commitment.Kind"] = Words<CommitmentKind>(kind => kind == CommitmentKind.Target ? "指标" : "任务"),
        ["TargetFigure.Kind"] = text => TargetKinds.NameOf(text) is { Length: > 0 } name ? name : text,
        ["Commitment.DueKind"] = Words<DueKind>(kind => kind switch { DueKind.Date => "按日期", DueKind.AllYear => "全年持续", _ => "未定" }),
        ["Commitment.Match"] = Words<MatchKind>(kind => kind switch { MatchKind.Same => "同一件事", MatchKind.Narrower => "其中一部分", _ => "新增" }),
        ["Commitment.PlanShape"] = Words<PlanShape>(MonthlyPlans.NameOf),
        ["Commitment.Rhythm"] = Words<Rhythm>(ReportPeriods.NameOf),
        ["ProgressReport.State"] = Words<ReportState>(ReportMoves.NameOf),
        ["Commitment.Light"] = Words<Light>(LightWords.Of),
        ["MonthLight.Light"] = Words<Light>(LightWords.Of),
        ["MonthLight.Override"] = Words<Light>(LightWords.Of),
        ["Completion.State"] = Words<CompletionState>(CompletionRules.NameOf),
        ["Settlement.Kind"] = Words<SettlementKind>(kind => kind switch { SettlementKind.Done => "完成", SettlementKind.Carried => "结转", _ => "说明" }),
        ["Opinion.State"] = Words<OpinionState>(OpinionWords.NameOf),
        ["Opinion.Kind"] = Words<OpinionKind>(OpinionWords.NameOf),
        ["Plan.State"] = Words<PlanState>(state => state switch { PlanState.Draft => "编制", PlanState.Issued => "执行", _ => "关账" }),
        ["SourceDocument.Kind"] = Words<DocumentKind>(DocumentNames.Of),
        ["Unit.Kind"] = Words<UnitKind>(PostWords.Of),
        ["RuleEdition.Kind"] = kind => kind == LightKind.Lights ? LightKind.Only.Name : kind,
        ["RuleEdition.Values"] = values => string.Join('\n', Leaves(JsonDocument.Parse(values).RootElement)),
        ["Unit.Line"] = Words<OrganLine>(PostWords.Of),
        ["Post.Line"] = Words<OrganLine>(PostWords.Of),
        ["Post.Kind"] = Words<PostKind>(PostWords.Of),
        ["Indicator.Dimension"] = Words<Dimension>(FigureWords.Of),
        ["Indicator.Direction"] = Words<Direction>(FigureWords.Of),
        ["Indicator.Frequency"] = Words<Frequency>(FigureWords.Of),
        ["Indicator.January"] = Words<January>(FigureWords.Of),
        ["Indicator.Kind"] = Words<FigureKind>(FigureWords.Of),
        ["Indicator.Accumulation"] = Words<Accumulation>(FigureWords.Of),
        ["Area.Kind"] = Words<AreaKind>(FigureWords.Of),
        ["DataSheet.State"] = Words<SheetState>(FigureWords.Of),
        ["Observation.Measure"] = Words<FigureMeasure>(FigureWords.Of),
        ["Observation.Stage"] = Words<FigureStage>(FigureWords.Of),
        ["Target.Measure"] = Words<FigureMeasure>(FigureWords.Of),
        ["Target.Kind"] = Words<TargetKind>(TargetNames.Of),
        ["Target.Nature"] = Words<TargetNature>(TargetNames.Of),
        ["Target.Shape"] = Words<CurveShape>(TargetNames.Of),
        ["Target.Light"] = Words<Light>(LightWords.Of),
        ["TargetRevision.Kind"] = Words<TargetKind>(TargetNames.Of),
        ["Aim.Measure"] = Words<FigureMeasure>(FigureWords.Of),
        ["Aim.Kind"] = Words<TargetKind>(TargetNames.Of),
        ["TargetMonth.Verdict"] = Words<Verdict>(TargetNames.Of),
        ["TargetMonth.Light"] = Words<Light>(LightWords.Of),
        ["Project.Level"] = Words<ProjectLevel>(ProjectWords.Of),
        ["Project.Sector"] = Words<Sector>(ProjectWords.Of),
        ["Project.Stage"] = Words<Stage>(StageMoves.NameOf),
        ["StageChange.From"] = Words<Stage>(StageMoves.NameOf),
        ["StageChange.To"] = Words<Stage>(StageMoves.NameOf),
        ["ProjectYear.Class"] = Words<YearClass>(ProjectWords.Of),
        ["ProjectFund.Source"] = Words<FundSource>(ProjectWords.Of),
        ["ProjectMonth.State"] = Words<ProjectMonthState>(ProjectMonthMoves.NameOf),
        ["ProjectMonth.Light"] = Words<Light>(LightWords.Of),
        ["Lead.State"] = Words<LeadState>(LeadMoves.NameOf),
        ["Lead.Sector"] = Words<Sector>(ProjectWords.Of),
        ["SoughtMatter.State"] = Words<SoughtState>(SoughtMoves.NameOf),
        ["SoughtMatter.Kind"] = Words<SoughtKind>(ProjectWords.Of),
        ["JointReview.State"] = Words<ReviewState>(ReviewMoves.NameOf),
        ["ReviewAnswer.Kind"] = Words<AnswerKind>(ReviewWords.Of),
        ["Problem.State"] = Words<ProblemState>(ProblemMoves.NameOf),
        ["Problem.Origin"] = Words<ProblemOrigin>(ProblemWords.Of),
        ["Problem.Cause"] = Words<ProblemCause>(ProblemWords.Of),
        ["Problem.Tier"] = Words<Tier>(ProblemWords.Of),
        ["Problem.Rung"] = Words<Tier>(ProblemWords.Of),
        ["ProblemEvent.State"] = Words<ProblemState>(ProblemMoves.NameOf),
        ["ProblemEvent.Tier"] = Words<Tier>(ProblemWords.Of),
        ["ProblemEvent.Rung"] = Words<Tier>(ProblemWords.Of),
        ["Division.Kind"] = Words<DivisionKind>(PostWords.Of),
    };

    public static string Subject(string subject) => Subjects.GetValueOrDefault(subject) ?? Former.GetValueOrDefault(subject) ?? subject;

    /// <summary>The name of a value; Part.Value for a part's.</summary>
    public static string Value(string subject, string name)
    {
        if (Parts.GetValueOrDefault(name) is { } part) return part;
        var cut = name.IndexOf('.', StringComparison.Ordinal);
        if (cut > 0) return $"{Subject(Parts.GetValueOrDefault(name[..cut]) ?? name[..cut])}·{Value(name[..cut], name[(cut + 1)..])}";
        return Named($"{subject}.{name}") ?? Named(name) ?? name;
    }

    private static string? Named(string name) =>
        AuditValueNames.All.GetValueOrDefault(name) ?? FigureValueNames.All.GetValueOrDefault(name) ?? ProjectValueNames.All.GetValueOrDefault(name);

    /// <summary>The values of a rule of any kind, a line each.</summary>
    private static IEnumerable<string> Leaves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Leaves(p.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Leaves),
        _ => [value.ToString()],
    };

    /// <summary>A choice in words; any other text as it is.</summary>
    public static string Choice(string subject, string name, string text) => Choices.GetValueOrDefault($"{subject}.{name}")?.Invoke(text) ?? text;

    private static Func<string, string> Words<T>(Func<T, string> of)
        where T : struct, Enum =>
        text => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? of(value) : text;
}
