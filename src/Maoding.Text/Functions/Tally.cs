using Maoding.Text.Lexicons;

namespace Maoding.Text.Functions;

/// <summary>
/// What speaks for one function: its three strongest words. A list of kindred words (钢铁、石化、建材) is one duty said
/// at length, so the second word counts less than half and the fourth not at all.
/// </summary>
internal struct Tally
{
    private const double Second = 0.4;
    private const double Third = 0.16;

    private double _w1, _w2, _w3;
    private int _t1, _t2, _t3;

    /// <summary>Number of words kept, 0 to 3.</summary>
    public int Count { get; private set; }

    /// <summary>Where its first word stands.</summary>
    public int FirstAt { get; private set; }

    public readonly bool Spoke => Count > 0;

    public readonly double Score => _w1 + (Second * _w2) + (Third * _w3);

    public readonly int TermAt(int rank) => rank switch { 0 => _t1, 1 => _t2, _ => _t3 };

    public void Add(double weight, TermHit hit)
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
