namespace Maoding.Text.Targets;

/// <summary>What the clause before said, for clauses that leave out a noun or verb.</summary>
internal readonly record struct Statement(
    int NameStart, int NameEnd, string Name, bool Accepted, Mark Class, Mark Words, bool Allotted, Mark Ending = Mark.None)
{
    /// <summary>The words of a figure with the direction that a nameless one takes over: 增长5%以上、力争6% both grow.</summary>
    public Mark Direct(Mark words, bool nameless, Mark unitClass)
    {
        if (!nameless) return words;
        if ((words & (Mark.New | Mark.Direction)) == Mark.New) words |= Mark.Raise;
        if ((words & Mark.Direction) == 0) words |= Words & (Mark.Grow | Mark.Fall | Mark.Raise | Mark.Reach);
        var again = unitClass == Mark.UnitRate && Class == unitClass && (Words & Mark.Grow) != 0 && (Ending & Mark.Share) == 0;
        return again && (words & Mark.Direction) == Mark.Reach ? words | Mark.Grow : words;
    }
}
