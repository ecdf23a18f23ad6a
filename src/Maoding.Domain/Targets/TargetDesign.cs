namespace Maoding.Domain.Targets;

/// <summary>What became of an indicator of last year's targets in this year's.</summary>
public enum DesignChange
{
    /// <summary>新增.</summary>
    Added = 1,

    /// <summary>调高: it asks for more than last year's.</summary>
    Raised = 2,

    /// <summary>调低.</summary>
    Lowered = 3,

    /// <summary>不变.</summary>
    Same = 4,

    /// <summary>改口径: another measure or kind, which cannot be compared by a number.</summary>
    Reworded = 5,

    /// <summary>取消.</summary>
    Dropped = 6,
}

/// <summary>指标设计: this year's targets against last year's.</summary>
public static class TargetDesign
{
    /// <param name="now">This year's; null: it is not a target any more.</param>
    /// <param name="before">Last year's own; null: it was none.</param>
    public static DesignChange Of((TargetKind Kind, Indicators.FigureMeasure Measure, decimal? Value)? now,
        (TargetKind Kind, Indicators.FigureMeasure Measure, decimal? Value)? before, bool lowerIsHarder)
    {
        if (now is not { } present) return DesignChange.Dropped;
        if (before is not { } past) return DesignChange.Added;
        if (present.Measure != past.Measure || LowerIsHarder(present.Kind) != LowerIsHarder(past.Kind)) return DesignChange.Reworded;
        if (present.Value is not { } value || past.Value is not { } old)
            return present.Value == past.Value && present.Kind == past.Kind ? DesignChange.Same : DesignChange.Reworded;
        if (value == old) return present.Kind == past.Kind ? DesignChange.Same : DesignChange.Reworded;
        return value < old == lowerIsHarder ? DesignChange.Raised : DesignChange.Lowered;
    }

    /// <param name="lowerIsHarder">A smaller number was set: nobody would call that 调高.</param>
    public static string Of(DesignChange change, bool lowerIsHarder = false) => change switch
    {
        DesignChange.Added => "新增",
        DesignChange.Raised => lowerIsHarder ? "加严" : "调高",
        DesignChange.Lowered => lowerIsHarder ? "放宽" : "调低",
        DesignChange.Same => "不变",
        DesignChange.Reworded => "改提法",
        _ => "取消",
    };

    /// <summary>A smaller number asks for more.</summary>
    public static bool LowerIsHarder(TargetKind kind) => kind is TargetKind.LevelAtMost or TargetKind.RankTop;

    /// <inheritdoc cref="LowerIsHarder(TargetKind)"/>
    /// <param name="direction">Decides for kinds that follow what is better.</param>
    public static bool LowerIsHarder(TargetKind kind, Indicators.Direction direction) => LowerIsHarder(kind)
        || (kind is TargetKind.Quota or TargetKind.LevelAbout or TargetKind.GrowthAbout && direction == Indicators.Direction.Lower);
}
