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

    /// <summary>Parts that are audited with a task.</summary>
    private static readonly Dictionary<string, string> Parts = new()
    {
        ["Quote"] = "引文",
        ["CoUnit"] = "配合单位",
        ["Quantity"] = "数量",
        ["Milestone"] = "节点",
        ["CommitmentTheme"] = "专题",
        ["TargetFigure"] = "指标",
    };

    /// <summary>By "Row.Value" where a name means different things, else by the value's name.</summary>
    private static readonly Dictionary<string, string> Values = new()
    {
        ["Id"] = "内部号", ["Name"] = "名称", ["Title"] = "标题", ["Order"] = "次序", ["Kind"] = "类别", ["State"] = "状态", ["Year"] = "年度",
        ["Region.Name"] = "区县名称", ["CityName"] = "上级市", ["IsDemo"] = "演示数据", ["BusinessDate"] = "业务日期", ["PasswordPolicy"] = "口令规则",
        ["ShortName"] = "简称", ["Functions"] = "职能", ["Phone"] = "电话", ["IsClosed"] = "已撤销", ["UnitId"] = "单位", ["PostId"] = "岗位", ["PersonId"] = "人员",
        ["Person.Name"] = "姓名", ["From"] = "开始日期", ["To"] = "结束日期", ["LastNumber"] = "已用到的编号", ["PlanId"] = "计划", ["Speaker"] = "讲话人", ["Date"] = "日期",
        ["Text"] = "文字", ["SourceDocument.Text"] = "全文", ["FileId"] = "原件", ["ReplacesId"] = "所更正的文件", ["IsReplaced"] = "已有更正稿", ["ImportedAt"] = "导入时间",
        ["ImportedById"] = "导入人", ["ContentType"] = "格式", ["Length"] = "长度", ["Sha256"] = "SHA-256", ["AddedAt"] = "上传时间", ["AddedById"] = "上传人",
        ["Commitment.Title"] = "任务内容", ["ParentId"] = "所属任务", ["IsLeaf"] = "末级", ["Number"] = "编号", ["Measures"] = "举措", ["DocumentId"] = "文件", ["SectionId"] = "章节",
        ["LeaderPostId"] = "牵头领导", ["SecondLeaderPostId"] = "第二牵头领导", ["LeadUnitId"] = "牵头单位", ["DueKind"] = "时限类别", ["Due"] = "完成时限", ["DueWords"] = "时限原话",
        ["PlanShape"] = "月度计划方式", ["MonthlyPlan"] = "月度计划", ["Reason"] = "理由", ["MergedIntoId"] = "并入的任务", ["Match"] = "与已有任务的关系", ["MatchGrounds"] = "关系依据",
        ["Score"] = "把握", ["Evidence"] = "判断依据", ["ConsultationId"] = "征求意见轮次", ["IssueId"] = "印发批次", ["CommitmentId"] = "任务", ["Start"] = "起始位置", ["Sentence"] = "句号",
        ["Value"] = "数值", ["Unit"] = "计量单位", ["Weight"] = "权重", ["ThemeId"] = "专题", ["Indicator"] = "指标", ["Partner"] = "比较对象", ["Dimension"] = "方面",
        ["Round"] = "轮次", ["StartedOn"] = "开始日期", ["Until"] = "截止日期", ["Note"] = "说明", ["ClosedOn"] = "结束日期", ["ProposedUnitId"] = "建议的牵头单位",
        ["ProposedCoUnits"] = "建议的配合单位", ["ProposedDue"] = "建议的时限", ["ProposedPlan"] = "建议的月度计划", ["ProposedQuantities"] = "填报的数量", ["Grounds"] = "理由依据",
        ["GivenById"] = "反馈人", ["GivenAt"] = "反馈时间", ["DecidedById"] = "决定人", ["DecidedAt"] = "决定时间", ["DecisionNote"] = "决定说明", ["Batch"] = "批次",
        ["DocumentNumber"] = "发文字号", ["IssuedOn"] = "印发日期", ["IssuedById"] = "经办人", ["IssuedAt"] = "经办时间", ["SignedById"] = "签收人", ["SignedAt"] = "签收时间",
        ["Changes"] = "调整内容", ["Decision"] = "决定依据", ["DecidedOn"] = "决定日期", ["AmendedById"] = "经办人", ["AmendedAt"] = "经办时间",
        ["UserName"] = "账号名", ["NormalizedUserName"] = "账号名（大写）", ["Email"] = "邮箱", ["NormalizedEmail"] = "邮箱（大写）", ["EmailConfirmed"] = "邮箱已核实", ["PasswordHash"] = "密码",
        ["SecurityStamp"] = "安全标记", ["ConcurrencyStamp"] = "版本标记", ["PhoneNumber"] = "手机", ["PhoneNumberConfirmed"] = "手机已核实", ["TwoFactorEnabled"] = "动态口令",
        ["LockoutEnd"] = "锁定至", ["LockoutEnabled"] = "可锁定", ["AccessFailedCount"] = "输错次数", ["IsAdministrator"] = "系统管理员", ["MustChangePassword"] = "须改初始密码",
        ["PasswordChangedAt"] = "改密时间", ["PasswordHistory"] = "用过的密码",
    };

    /// <summary>Choices by "value's name.choice" where one word means different things, else by the choice.</summary>
    private static readonly Dictionary<string, string> Choices = new()
    {
        ["Proposed"] = "待确认", ["Dropped"] = "不列入", ["Merged"] = "已并入", ["Draft"] = "草稿", ["Consulting"] = "征求意见", ["Consulted"] = "意见已定", ["Issued"] = "已印发",
        ["InProgress"] = "推进中", ["CompletionApplied"] = "申请销号", ["Verified"] = "已核验", ["Done"] = "已销号", ["Stopped"] = "停办", ["Closed"] = "关账",
        ["Work"] = "任务", ["Target"] = "指标", ["DueKind.None"] = "未定", ["DueKind.Date"] = "按日期", ["DueKind.AllYear"] = "全年持续", ["New"] = "新增", ["Same"] = "同一件事", ["Narrower"] = "其中一部分",
        ["Speech"] = "全会讲话", ["WorkReport"] = "政府工作报告", ["LivelihoodList"] = "民生实事清单", ["Decision"] = "会议决定", ["BreakdownPlan"] = "任务分解方案",
        ["Leader"] = "牵头领导", ["Coordinator"] = "统筹督查", ["UnitHead"] = "单位负责人", ["UnitClerk"] = "联络员", ["DataSteward"] = "数据员", ["Assessor"] = "考核办", ["Inspector"] = "纪检巡察",
        ["Party"] = "党委部门", ["Institution"] = "人大政协法检", ["Government"] = "政府部门", ["MassOrganisation"] = "群团组织", ["Vertical"] = "垂直管理单位", ["Park"] = "园区", ["Street"] = "街道乡镇", ["Other"] = "其他",
        ["InCharge"] = "分管", ["Linked"] = "联系", ["Agree"] = "同意", ["OtherLead"] = "建议改牵头单位", ["OtherCoUnits"] = "建议改配合单位", ["OtherTime"] = "建议改时限", ["FillIn"] = "填报数量和月度计划",
        ["Open"] = "待定", ["Accepted"] = "采纳", ["Rejected"] = "不采纳", ["Escalated"] = "报领导定", ["Withdrawn"] = "撤回", ["Even"] = "均衡", ["BackLoaded"] = "前慢后快", ["ByMilestones"] = "按节点", ["Own"] = "自定",
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

    public static string Choice(string value, string choice) => Choices.GetValueOrDefault($"{value}.{choice}") ?? Choices.GetValueOrDefault(choice) ?? choice;

    /// <summary>Values that are choices; any other text is shown as it is.</summary>
    public static bool IsChoice(string value) => value is "State" or "Kind" or "DueKind" or "Match" or "PlanShape";
}
