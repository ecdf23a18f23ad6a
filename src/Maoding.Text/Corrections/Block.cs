namespace Maoding.Text.Corrections;

/// <summary>A stretch that both texts share, character for character.</summary>
internal readonly record struct Block(int Old, int New, int Length)
{
    public int OldEnd => Old + Length;

    public int NewEnd => New + Length;
}
