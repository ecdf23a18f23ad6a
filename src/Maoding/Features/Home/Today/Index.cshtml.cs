using System.Globalization;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Hosting;

namespace Maoding.Features.Home.Today;

/// <summary>今日: what waits for the person who looks.</summary>
public sealed class IndexModel(TodayService today) : MaodingPage
{
    /// <summary>Clocks that are shown, the next ones.</summary>
    private const int MostClocks = 8;

    private TodayView _view = TodayView.Empty;

    public Gathered View => _view.Gathered;

    public IEnumerable<GoverningClock> Clocks => _view.Clocks.Take(MostClocks);

    public int ClocksLeftOut => Math.Max(0, _view.Clocks.Count - MostClocks);

    [Needs(Permission.SeeToday)]
    public async Task OnGetAsync(CancellationToken stop) => _view = await today.ReadAsync(Current, stop);

    /// <summary>8月20日（还有 3 天）.</summary>
    public string Left(DateOnly day) => (day.DayNumber - Today.DayNumber) switch
    {
        < 0 and var late => $"{Day(day)}，已过 {-late} 天",
        0 => $"{Day(day)}，今天",
        var left => $"{Day(day)}，还有 {left} 天",
    };

    private static string Day(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);
}
