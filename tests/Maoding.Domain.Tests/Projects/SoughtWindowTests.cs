using Maoding.Domain.Projects;
using Xunit;

namespace Maoding.Domain.Tests.Projects;

/// <summary>The window of a matter sought from above.</summary>
public sealed class SoughtWindowTests
{
    [Theory]
    [InlineData(-1, WindowState.Missed)]
    [InlineData(0, WindowState.Urgent)]
    [InlineData(7, WindowState.Urgent)]
    [InlineData(8, WindowState.Near)]
    [InlineData(30, WindowState.Near)]
    [InlineData(31, WindowState.Open)]
    public void A_window_is_told_by_the_days_left(int days, WindowState expected)
    {
        var today = new DateOnly(2026, 3, 2);
        Assert.Equal(expected, SoughtWindow.Of(new SoughtMatter { Name = "专项债", WindowCloses = today.AddDays(days) }, today));
    }

    [Fact]
    public void What_was_filed_has_no_window_and_what_is_not_open_is_ahead()
    {
        var today = new DateOnly(2026, 3, 2);
        Assert.Null(SoughtWindow.Of(new SoughtMatter { Name = "专项债", State = SoughtState.Filed, WindowCloses = today }, today));
        Assert.Equal(WindowState.Ahead,
            SoughtWindow.Of(new SoughtMatter { Name = "专项债", WindowOpens = today.AddDays(40), WindowCloses = today.AddDays(60) }, today));
    }
}
