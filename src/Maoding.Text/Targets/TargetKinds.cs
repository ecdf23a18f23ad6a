namespace Maoding.Text.Targets;

/// <summary>Tells how a target with a figure is judged, from the words of direction and bound around it.</summary>
internal static class TargetKinds
{
    /// <param name="words">Marks of the words between the name and the figure, and after it.</param>
    /// <param name="name">Marks of the word that ends the name.</param>
    /// <param name="allotted">True for sums and counts that are planned rather than reached.</param>
    public static TargetKind Of(FigurePhrase figure, Mark words, Mark name, bool allotted)
    {
        var about = figure.Suffix == Mark.About || (words & Mark.About) != 0;
        var floor = figure.Suffix == Mark.Floor;
        var rate = figure.Class == Mark.UnitRate;
        var point = figure.Unit is "个百分点" or "百分点";
        var growing = (words & Mark.Grow) != 0 || (name & Mark.GrowNoun) != 0;
        if ((words & Mark.Fall) != 0 && (words & (Mark.Limit | Mark.Reach)) == 0) return TargetKind.ChangeDown;
        if ((words & Mark.Raise) != 0 && (words & Mark.Reach) == 0)
            return rate && !point ? Growth(about) : TargetKind.RaiseBy;
        if (point) return TargetKind.RaiseBy;
        if (growing && !rate && (words & (Mark.Reach | Mark.Hold | Mark.Limit)) == 0) return TargetKind.RaiseBy;
        var capped = figure.Suffix == Mark.Ceiling || ((words & Mark.Limit) != 0 && !floor);
        if (growing && rate) return capped && !about ? TargetKind.LevelAtMost : Growth(about);
        if (capped) return about ? TargetKind.LevelAbout : TargetKind.LevelAtMost;
        if (allotted) return TargetKind.Amount;
        if ((words & Mark.Steady) != 0 && !floor && !about) return TargetKind.Stable;
        if (rate && (name & Mark.Share) == 0 && (words & (Mark.Reach | Mark.Hold | Mark.Steady)) == 0 && (name & Mark.Level) != 0)
            return Growth(about);
        if (about) return TargetKind.LevelAbout;
        if (!rate) return TargetKind.LevelAtLeast;
        return (name & Mark.LowerBetter) != 0 && !floor ? TargetKind.LevelAtMost : TargetKind.ShareAtLeast;
    }

    private static TargetKind Growth(bool about) => about ? TargetKind.GrowthAbout : TargetKind.GrowthAtLeast;
}
