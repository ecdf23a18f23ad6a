using Maoding.Domain.Consult;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Planning;
using Maoding.Features.Consult;
using Maoding.Features.Documents;

namespace Maoding.Features.Audit;

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

    /// <summary>Parts that are audited with a task or an amendment.</summary>
    private static readonly Dictionary<string, string> Parts = new()
    {
        ["Quote"] = "引文",
        ["CoUnit"] = "配合单位",
        ["Quantity"] = "数量",
        ["Milestone"] = "节点",
        ["CommitmentTheme"] = "专题",
        ["TargetFigure"] = "指标",
        ["AmendedUnit"] = "新增单位",
    };

    /// <summary>By "Row.Value" where a name means different things, else by the value's name.</summary>
    private static readonly Dictionary<string, string> Values = new()
    {
        ["Id"] = "内部号",
        ["Name"] = "名称",
        ["Title"] = "标题",
        ["Order"] = "次序",
        ["Kind"] = "类别",
        ["State"] = "状态",
        ["Year"] = "年度",
        ["Region.Name"] = "区县名称",
        ["CityName"] = "上级市",
        ["IsDemo"] = "演示数据",
        ["BusinessDate"] = "业务日期",
        ["PasswordPolicy"] = "密码规则",
        ["ShortName"] = "简称",
        ["Functions"] = "职能",
        ["Phone"] = "电话",
        ["IsClosed"] = "停用",
        ["UnitId"] = "单位",
        ["PostId"] = "岗位",
        ["PersonId"] = "人员",
        ["Person.Name"] = "姓名",
        ["From"] = "开始日期",
        ["To"] = "结束日期",
        ["LastNumber"] = "已用到的编号",
        ["PlanId"] = "计划",
        ["Speaker"] = "讲话人",
        ["Date"] = "日期",
        ["Text"] = "文字",
        ["SourceDocument.Text"] = "全文",
        ["FileId"] = "原件",
        ["ReplacesId"] = "所更正的文件",
        ["IsReplaced"] = "已有更正稿",
        ["ImportedAt"] = "导入时间",
        ["ImportedById"] = "导入人",
        ["ContentType"] = "格式",
        ["Length"] = "长度",
        ["Sha256"] = "SHA-256",
        ["AddedAt"] = "上传时间",
        ["AddedById"] = "上传人",
        ["Commitment.Title"] = "任务内容",
        ["ParentId"] = "所属任务",
        ["IsLeaf"] = "末级",
        ["Number"] = "编号",
        ["Measures"] = "举措",
        ["DocumentId"] = "文件",
        ["SectionId"] = "章节",
        ["LeaderPostId"] = "牵头领导",
        ["SecondLeaderPostId"] = "第二牵头领导",
        ["LeadUnitId"] = "牵头单位",
        ["DueKind"] = "时限类别",
        ["Due"] = "完成时限",
        ["DueWords"] = "时限原话",
        ["PlanShape"] = "月度计划方式",
        ["MonthlyPlan"] = "月度计划",
        ["Reason"] = "理由",
        ["MergedIntoId"] = "并入的任务",
        ["Match"] = "与已有任务的关系",
        ["MatchGrounds"] = "关系依据",
        ["Score"] = "把握",
        ["Evidence"] = "判断依据",
        ["ConsultationId"] = "征求意见轮次",
        ["IssueId"] = "印发批次",
        ["CommitmentId"] = "任务",
        ["Start"] = "起始位置",
        ["Sentence"] = "第几句",
        ["BroughtById"] = "带来引文的任务",
        ["Value"] = "数值",
        ["Unit"] = "计量单位",
        ["Weight"] = "权重",
        ["ThemeId"] = "专题",
        ["Indicator"] = "指标",
        ["TargetFigure.Kind"] = "比较方式",
        ["Partner"] = "比较对象",
        ["Dimension"] = "方面",
        ["Round"] = "轮次",
        ["StartedOn"] = "开始日期",
        ["Until"] = "截止日期",
        ["Note"] = "说明",
        ["ClosedOn"] = "结束日期",
        ["ProposedUnitId"] = "建议的牵头单位",
        ["ProposedCoUnits"] = "建议的配合单位",
        ["ProposedDue"] = "建议的时限",
        ["ProposedPlan"] = "建议的月度计划",
        ["ProposedQuantities"] = "填报的数量",
        ["Grounds"] = "理由依据",
        ["GivenById"] = "反馈人",
        ["GivenAt"] = "反馈时间",
        ["DecidedById"] = "决定人",
        ["DecidedAt"] = "决定时间",
        ["DecisionNote"] = "决定说明",
        ["Batch"] = "批次",
        ["DocumentNumber"] = "发文字号",
        ["IssuedOn"] = "印发日期",
        ["IssuedById"] = "经办人",
        ["IssuedAt"] = "经办时间",
        ["SignedById"] = "签收人",
        ["SignedAt"] = "签收时间",
        ["Changes"] = "调整内容",
        ["Decision"] = "决定依据",
        ["DecidedOn"] = "决定日期",
        ["AmendmentId"] = "调整",
        ["AmendedById"] = "经办人",
        ["AmendedAt"] = "经办时间",
        ["UserName"] = "账号名",
        ["NormalizedUserName"] = "账号名（大写）",
        ["Email"] = "邮箱",
        ["NormalizedEmail"] = "邮箱（大写）",
        ["EmailConfirmed"] = "邮箱已核实",
        ["PasswordHash"] = "密码",
        ["SecurityStamp"] = "安全标记",
        ["ConcurrencyStamp"] = "版本标记",
        ["PhoneNumber"] = "手机",
        ["PhoneNumberConfirmed"] = "手机已核实",
        ["TwoFactorEnabled"] = "两步验证",
        ["LockoutEnd"] = "锁定至",
        ["LockoutEnabled"] = "可锁定",
        ["AccessFailedCount"] = "输错次数",
        ["IsAdministrator"] = "系统管理员",
        ["MustChangePassword"] = "须改初始密码",
        ["PasswordChangedAt"] = "改密时间",
        ["PasswordHistory"] = "用过的密码",
        ["EscalationNote"] = "报请说明",
        ["EscalatedById"] = "报请人",
        ["EscalatedAt"] = "报请时间",
        ["Asked"] = "征求的对象",
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
        ["Opinion.State"] = Words<OpinionState>(OpinionWords.NameOf),
        ["Opinion.Kind"] = Words<OpinionKind>(OpinionWords.NameOf),
        ["Plan.State"] = Words<PlanState>(state => state switch { PlanState.Draft => "编制", PlanState.Issued => "执行", _ => "关账" }),
        ["SourceDocument.Kind"] = Words<DocumentKind>(DocumentNames.Of),
        ["Unit.Kind"] = Words<UnitKind>(PostWords.Of),
        ["Post.Kind"] = Words<PostKind>(PostWords.Of),
        ["Division.Kind"] = Words<DivisionKind>(PostWords.Of),
    };

    public static string Subject(string subject) => Subjects.GetValueOrDefault(subject) ?? subject;

    /// <summary>The name of a value; Part.Value for a part's.</summary>
    public static string Value(string subject, string name)
    {
        if (Parts.GetValueOrDefault(name) is { } part) return part;
        var cut = name.IndexOf('.', StringComparison.Ordinal);
        if (cut > 0) return $"{Subject(Parts.GetValueOrDefault(name[..cut]) ?? name[..cut])}·{Value(name[..cut], name[(cut + 1)..])}";
        return Values.GetValueOrDefault($"{subject}.{name}") ?? Values.GetValueOrDefault(name) ?? name;
    }

    /// <summary>A choice in words; any other text as it is.</summary>
    public static string Choice(string subject, string name, string text) => Choices.GetValueOrDefault($"{subject}.{name}")?.Invoke(text) ?? text;

    private static Func<string, string> Words<T>(Func<T, string> of)
        where T : struct, Enum =>
        text => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? of(value) : text;
}
