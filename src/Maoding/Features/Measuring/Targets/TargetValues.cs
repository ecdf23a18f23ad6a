using Maoding.Domain;
using Maoding.Domain.Indicators;
using Maoding.Domain.Targets;

namespace Maoding.Features.Measuring.Targets;

/// <summary>Everything that a person sets of a target.</summary>
/// <param name="Value">In the unit of the measure.</param>
public sealed record TargetValues(
    int IndicatorId,
    FigureMeasure Measure,
    TargetKind Kind,
    decimal? Value,
    decimal? Value2,
    int Decimals,
    TargetNature Nature,
    decimal Margin,
    int? PartnerIndicatorId = null,
    int? PartnerAreaId = null,
    CurveShape Shape = CurveShape.Seasonal,
    string Curve = "",
    string Meaning = "",
    int? MeaningById = null,
    string DesignNote = "")
{
    private static readonly TargetKind[] _needValue =
    [
        TargetKind.GrowthAtLeast, TargetKind.GrowthAbout, TargetKind.LevelAtLeast, TargetKind.LevelAtMost,
        TargetKind.LevelAbout, TargetKind.ChangeDown, TargetKind.ShareAtLeast, TargetKind.Amount, TargetKind.RaiseBy,
    ];

    /// <summary>What keeps the target from being judged; null where nothing does.</summary>
    public RefusalException? Fault(Indicator indicator)
    {
        if (Value is null && _needValue.Contains(Kind)) return Refuse("TGT005", "这一类目标要有目标值，请填写数字；原文没有数字的，请改选“完成上级任务”“保持稳定”等类别。", "Value");
        if (Value2 is { } upper && !(upper >= Value)) return Refuse("TGT004", "区间的上限不能小于下限，请核对两个目标值。", "Value2");
        if (Margin < 0) return Refuse("TGT003", "允许幅度不能是负数。", "Margin");
        if (Kind is TargetKind.ChangeDown or TargetKind.Stable or TargetKind.InStep or TargetKind.RaiseBy && Value < 0)
            return Refuse("TGT003", $"“{TargetNames.Of(Kind)}”的数要填正数。", "Value");
        if (Kind is TargetKind.Outpace or TargetKind.InStep && PartnerIndicatorId is null && PartnerAreaId is null)
            return Refuse("TGT006", "请选择与哪个指标或哪个对象比较。", "PartnerIndicatorId");
        if (Kind is TargetKind.GrowthAtLeast or TargetKind.GrowthAbout && !FigureMeasures.IsGrowth(Measure))
            return Refuse("TGT007", "增长目标要与同比数据比较，数据项请选“累计同比”或“当期同比”。", "Measure");
        if (Kind == TargetKind.RankTop && Measure != FigureMeasure.Rank) return Refuse("TGT007", "位次目标要与位次比较，数据项请选“位次”。", "Measure");
        if (Kind != TargetKind.RankTop && Measure == FigureMeasure.Rank && indicator.Kind != FigureKind.Rank
            && Kind is not (TargetKind.Improve or TargetKind.Other)) return Refuse("TGT007", "数据项“位次”只用于位次目标，请改选数据项。", "Measure");
        if (Shape == CurveShape.Own && PlannedCurve.Read(Curve) is null) return Refuse("TGT008", "自定进度要填各月末的累计值，只填数字；没有要求的月份留空。", "Months");
        if (Meaning.Length > 1000) return Refuse("TGT009", "含义请控制在 1000 字以内。", "Meaning");
        return (Meaning.Length > 0) != (MeaningById is not null)
            ? Refuse("TGT009", "确定了含义，就要写明怎样算达到、由谁确定，两处都要填。", Meaning.Length > 0 ? "MeaningById" : "Meaning") : null;
    }

    public static TargetValues Of(Target target) => new(
        target.IndicatorId, target.Measure, target.Kind, target.Value, target.Value2, target.Decimals,
        target.Nature, target.Margin, target.PartnerIndicatorId, target.PartnerAreaId,
        target.Shape, target.Curve, target.Meaning, target.MeaningById, target.DesignNote);

    /// <param name="today">The day on which the meaning was decided, where it is new.</param>
    public void ApplyTo(Target target, DateOnly today)
    {
        if (target.Meaning != Meaning || target.MeaningById != MeaningById) target.MeaningOn = MeaningById is null ? null : today;
        (target.IndicatorId, target.Measure, target.Kind, target.Value, target.Value2, target.Decimals) = (IndicatorId, Measure, Kind, Value, Value2, Decimals);
        (target.Nature, target.Margin, target.PartnerIndicatorId, target.PartnerAreaId) = (Nature, Margin, PartnerIndicatorId, PartnerAreaId);
        (target.Shape, target.Curve, target.Meaning, target.MeaningById, target.DesignNote) =
            (Shape, Shape == CurveShape.Own ? Curve : "", Meaning, MeaningById, DesignNote);
    }

    private static RefusalException Refuse(string code, string message, string field) =>
        new(code, message) { Field = field == "Months" ? field : $"Form.{field}" };
}
