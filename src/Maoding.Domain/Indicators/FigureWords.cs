namespace Maoding.Domain.Indicators;

/// <summary>What the choices of indicators and figures are called in the office.</summary>
public static class FigureWords
{
    public static string Of(Dimension dimension) => dimension switch
    {
        Dimension.Headline => "综合",
        Dimension.Innovation => "创新",
        Dimension.Coordination => "协调",
        Dimension.Green => "绿色",
        Dimension.Opening => "开放",
        Dimension.Sharing => "共享",
        _ => "先行",
    };

    public static string Of(Direction direction) => direction switch { Direction.Higher => "越高越好", Direction.Lower => "越低越好", _ => "适中" };

    public static string Of(Frequency frequency) => frequency switch { Frequency.Month => "月度", Frequency.Quarter => "季度", _ => "年度" };

    public static string Of(January january) => january switch { January.Joined => "1—2月合并", January.Skipped => "1月不报", _ => "按月" };

    public static string Of(FigureKind kind) => kind switch
    {
        FigureKind.Level => "总量（现价）",
        FigureKind.Growth => "增速（不变价）",
        FigureKind.Ratio => "比率",
        FigureKind.Index => "指数",
        FigureKind.Count => "个数",
        _ => "位次",
    };

    public static string Of(Accumulation accumulation) => accumulation switch { Accumulation.Cumulative => "累计", Accumulation.PerPeriod => "当期", _ => "期末" };

    public static string Of(AreaKind kind) => kind switch
    {
        AreaKind.District => "本区",
        AreaKind.City => "全市",
        AreaKind.Peer => "兄弟区县",
        AreaKind.Unit => "街道园区",
        _ => "重点企业",
    };

    public static string Of(FigureMeasure measure) => measure switch
    {
        FigureMeasure.Current => "当期值",
        FigureMeasure.Cumulative => "累计值",
        FigureMeasure.CurrentGrowth => "当期同比",
        FigureMeasure.CumulativeGrowth => "累计同比",
        FigureMeasure.ChainGrowth => "环比",
        _ => "位次",
    };

    public static string Of(FigureStage stage) => stage == FigureStage.Verified ? "核定" : "初步";

    public static string Of(SheetState state) => state switch
    {
        SheetState.Draft => "填报中",
        SheetState.Submitted => "待审核",
        SheetState.Approved => "已审核",
        SheetState.Locked => "已锁定",
        _ => "已退回",
    };
}
