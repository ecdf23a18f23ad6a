namespace Maoding.Domain.Checking;

/// <summary>All checks before issuing, in the order in which they are shown.</summary>
public static class CheckCatalogue
{
    public static IReadOnlyList<Check> All { get; } =
    [
        new("CHK001", CheckSeverity.Must, "没有牵头单位", "没有单位负责的任务无法落实，也无法签收。", "给每一项指定一个牵头单位。", OwnerChecks.WithoutLeadUnit),
        new("CHK002", CheckSeverity.Must, "没有牵头领导", "每一项都要有一位领导负责协调和督办。", "按领导分工指定牵头领导。", OwnerChecks.WithoutLeader),
        new("CHK003", CheckSeverity.Must, "没有完成时限", "没有时限就无法判断是否按期完成。", "写上完成日期，或选“全年持续”。", TimeChecks.WithoutTime),
        new("CHK004", CheckSeverity.Must, "时限早于计划年度", "时限已经过去，多半是年份写错了。", "改为计划年度内的日期。", TimeChecks.BeforePlanYear),
        new("CHK005", CheckSeverity.Must, "仍有占位内容", "“X”“若干”“待定”这类内容印发后无法考核。", "填上实际内容；暂时定不下来的，先不印发这一项。", ContentChecks.Placeholders),
        new("CHK006", CheckSeverity.Must, "指标没有目标值", "这类指标要有数值才能判断是否完成。", "填上目标值，或在审阅时改为任务。", ContentChecks.TargetWithoutFigure),
        new("CHK007", CheckSeverity.Must, "牵头单位又是配合单位", "一个单位在同一项里只能有一种责任。", "从配合单位中去掉牵头单位。", OwnerChecks.LeadIsCoUnit),
        new("CHK008", CheckSeverity.Must, "责任单位已撤销", "撤销的单位不能再承担任务。", "改为承接其职能的单位。", OwnerChecks.ClosedUnit),
        new("CHK009", CheckSeverity.Must, "牵头领导岗位已撤销", "撤销的岗位没有人负责。", "按现行领导分工改为在设岗位。", OwnerChecks.ClosedPost),
        new("CHK010", CheckSeverity.Must, "月度计划不完整", "月度计划要有十二个月，逐月不减，年内完成的到完成月份应达到 100%。", "重新编排月度计划。", PlanChecks.BrokenPlan),
        new("CHK011", CheckSeverity.Must, "子项数量合计少于上级", "分下去的数量不够，上级任务必然完不成。", "补足子项数量，或更正上级数量。", PlanChecks.LeavesBelowParent),
        new("CHK012", CheckSeverity.Must, "还有意见没有处理", "单位提出的意见要先有结论。", "到“征求意见”逐条采纳、不采纳或等领导裁定。", ProcedureChecks.UndecidedOpinions),
        new("CHK013", CheckSeverity.Must, "正在征求意见", "征求意见期间的内容不能印发。", "到期后结束征求意见，再印发。", ProcedureChecks.StillConsulting),
        new("CHK014", CheckSeverity.Must, "征求意见后有改动", "印发的与征求意见的不一致，有关单位和领导没有看过。", "退回草稿重新征求意见，或写明理由确认改动。", ProcedureChecks.ChangedSinceAsked),
        new("CHK020", CheckSeverity.Remind, "还有待确认的建议", "待确认的建议不会随这一批印发。", "到文件审阅中逐条采纳、合并或不列入。", ProcedureChecks.Unconfirmed),
        new("CHK021", CheckSeverity.Remind, "没有征求过意见", "没有征求责任单位、牵头领导意见的任务容易有争议；到期以后才换上来的也要征求。", "送有关单位征求意见；不需要的可以直接印发。", ProcedureChecks.NotConsulted),
        new("CHK022", CheckSeverity.Remind, "疑似同一件事列了两次", "一件事列两次，责任和数据会各说各话。", "左右对照；确是一件事的并为一项，不是的不用处理。", ContentChecks.SamePromiseTwice),
        new("CHK023", CheckSeverity.Remind, "没有月度计划", "没有月度计划，按月亮灯只能按均衡进度推算；印发后补计划要走调整程序。", "编排月度计划，或在征求意见时由单位填报。", PlanChecks.WithoutPlan),
        new("CHK024", CheckSeverity.Remind, "时限超出计划年度", "跨年任务年底不能销号。", "确是跨年任务的不用处理；最好写明本年要做到哪一步。", TimeChecks.AfterPlanYear),
        new("CHK025", CheckSeverity.Remind, "牵头领导岗位空缺", "岗位空缺期间没有人协调这些任务。", "明确临时负责的领导，或等到岗后自动承接。", OwnerChecks.VacantPost),
        new("CHK026", CheckSeverity.Remind, "领导没有任务", "分工表中的领导没有牵头任何任务。", "核对领导分工；确实没有的不用处理。", LoadChecks.IdleLeaders),
        new("CHK027", CheckSeverity.Remind, "单位任务过多", "一个单位牵头过多，精力和力量难以保证。", "看能否改由其他单位牵头，或把子项分给有关单位。", LoadChecks.OverloadedUnits),
        new("CHK028", CheckSeverity.Remind, "子项没有分到上级的数量", "上级写了数量，子项里看不出各承担多少。", "在子项里写上各自承担的数量；不能分的不用处理。", PlanChecks.LeavesWithoutQuantity),
        new("CHK029", CheckSeverity.Remind, "子项数量合计多于上级", "可能重复计算，也可能层层加码。", "核对子项数量。", PlanChecks.LeavesAboveParent),
        new("CHK030", CheckSeverity.Remind, "已印发任务的单位或岗位已撤销", "责任已经没有人承担。", "按调整程序改为承接的单位或岗位。", OwnerChecks.IssuedToClosed),
        new("CHK031", CheckSeverity.Must, "笼统的目标没有定含义", "“位居前列”“明显改善”到年底各说各话，印发前要有人定出怎样算达到。", "在“目标”里写明含义和确定的人。", TargetChecks.WithoutMeaning),
        new("CHK032", CheckSeverity.Remind, "目标没有关联指标", "没有关联指标的目标不能用数据判断，只能靠人填报。", "到“目标”栏目逐项关联。", TargetChecks.Untied),
        new("CHK033", CheckSeverity.Remind, "目标分解达不到全区", "各单位都完成了，全区仍然完不成。", "调高单位的目标，或核对比重。", TargetChecks.ShortBreakdowns),
        new("CHK034", CheckSeverity.Remind, "对比目标没有写明与谁比", "不知道与谁比，就没法判断。", "在“目标”里选择对比的指标或对象。", TargetChecks.WithoutPartner),
        new("CHK035", CheckSeverity.Remind, "总体增速高于各组成部分", "整体不可能比每个部分都快，目标之间互相矛盾。", "核对总体和各部分的目标。", TargetChecks.AboveParts),
        new("CHK036", CheckSeverity.Remind, "约束性目标没有逐月安排", "约束性目标落后就亮红灯，时序宜由牵头单位自己安排。", "在“目标”里选“自定”填各月末应达到的数；用往年节奏合适的不用处理。", TargetChecks.BindingWithoutCurve),
        new("CHK037", CheckSeverity.Remind, "同一指标的两个目标不一致", "一个指标两个数，到年底说不清按哪个。", "核对原文，统一口径。", TargetChecks.Contradictions),
        new("CHK038", CheckSeverity.Remind, "节点晚于完成时限", "任务到期了，节点还没有到。", "改节点的日期，或改完成时限。", TimeChecks.LateMilestones),
        new("CHK039", CheckSeverity.Remind, "同一指标在两处数值不同", "两份文件或一份文件的两处说法不同，到年底说不清按哪个。", "确是一件事的，在文件审阅中并为一项并选定数值。", ContentChecks.TwoFigures),
        new("CHK040", CheckSeverity.Remind, "数值与原文不一致", "任务写的数在引文里找不到，可能填错了，也可能更正版改了数。", "对照引文核对；确按采纳的意见改的不用处理。", ContentChecks.OtherThanQuoted),
    ];

    /// <summary>What keeps a single row from standing in an issued ledger, by code; for amendments, which may not make it worse.</summary>
    public static IReadOnlyList<(Check Check, string Detail)> OfRow(CheckInput input, int rowId) =>
    [
        .. from check in All
           where check.Severity == CheckSeverity.Must
           from hit in check.Find(input)
           where hit.RowIds.Contains(rowId)
           select (check, hit.Detail),
    ];
}
