using Maoding.Text.Lexicons;

namespace Maoding.Text.Functions;

/// <summary>
/// What speaks for one function: its three strongest words. A list of kindred words (钢铁、石化、建材) is one duty said
/// at length, so the second word counts less than half and the fourth not at all.
/// </summary>
internal struct Tally
{
    private const float Second = 0.4f;
    private const float Third = 0.16f;

    // Floats, because a row of these is cleared for every sentence.
    private float _w1, _w2, _w3;
    private int _t1, _t2, _t3;

    /// <summary>Number of words kept, 0 to 3.</summary>
    public int Count { get; private set; }

    /// <summary>Where its first word stands.</summary>
    public int FirstAt { get; private set; }

    public readonly bool Spoke => Count > 0;

    public readonly float Score => _w1 + (Second * _w2) + (Third * _w3);

    public readonly int TermAt(int rank) => rank switch { 0 => _t1, 1 => _t2, _ => _t3 };

    public void Add(float weight, TermHit hit)
    {
        if (Count == 0) FirstAt = hit.Start;
        if (Count < 3) Count++;
        if (weight > _w1)
        {
            (_w3, _t3, _w2, _t2) = (_w2, _t2, _w1, _t1);
            (_w1, _t1) = (weight, hit.Term);
        }
        else if (weight > _w2)
        {
            (_w3, _t3) = (_w2, _t2);
            (_w2, _t2) = (weight, hit.Term);
        }
        else if (weight > _w3)
        {
            (_w3, _t3) = (weight, hit.Term);
        }
    }
}
