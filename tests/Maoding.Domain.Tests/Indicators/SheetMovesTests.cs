using Maoding.Domain.Indicators;
using Xunit;

namespace Maoding.Domain.Tests.Indicators;

/// <summary>The life of a sheet.</summary>
public sealed class SheetMovesTests
{
    private static readonly DateOnly _today = new(2026, 4, 20);

    [Fact]
    public void A_sheet_goes_from_draft_to_lock_and_every_other_move_is_refused_in_words()
    {
        (SheetState From, SheetMove Move, SheetState To)[] legal =
        [
            (SheetState.Draft, SheetMove.Submit, SheetState.Submitted), (SheetState.Returned, SheetMove.Submit, SheetState.Submitted),
            (SheetState.Submitted, SheetMove.Withdraw, SheetState.Draft),
            (SheetState.Submitted, SheetMove.Approve, SheetState.Approved),
            (SheetState.Submitted, SheetMove.Return, SheetState.Returned), (SheetState.Approved, SheetMove.Reopen, SheetState.Draft),
            (SheetState.Approved, SheetMove.Revise, SheetState.Approved),
            (SheetState.Approved, SheetMove.Lock, SheetState.Locked), (SheetState.Locked, SheetMove.Open, SheetState.Locked),
        ];
        foreach (var from in Enum.GetValues<SheetState>())
            foreach (var move in Enum.GetValues<SheetMove>())
            {
                var sheet = new DataSheet { State = from };
                var expected = legal.Where(l => l.From == from && l.Move == move).Select(l => (SheetState?)l.To).FirstOrDefault();
                Assert.Equal(expected is not null, SheetMoves.Allowed(sheet, move, _today));
                if (expected is { } to) Assert.Equal(to, SheetMoves.After(sheet, move, _today));
                else Assert.Equal("FIG001", Assert.Throws<RefusalException>(() => SheetMoves.After(sheet, move, _today)).Code);
            }
    }

    [Theory]
    [InlineData(SheetMove.Revise, SheetState.Locked)]
    [InlineData(SheetMove.Reopen, SheetState.Draft)]
    public void A_locked_sheet_is_revised_until_the_day_it_was_opened_to(SheetMove move, SheetState to)
    {
        var sheet = new DataSheet { State = SheetState.Locked, OpenUntil = _today };
        Assert.Equal(to, SheetMoves.After(sheet, move, _today));
        Assert.Throws<RefusalException>(() => SheetMoves.After(sheet, move, _today.AddDays(1)));
    }
}
