using System.Globalization;
using Maoding.Districts;
using Xunit;

namespace Maoding.Tests.Districts;

public sealed class AnswerMemoryTests
{
    private readonly AnswerMemory _memory = new();
    private int _asked;

    [Fact]
    public async Task A_question_is_asked_once_between_two_writes()
    {
        Assert.Equal("1", await AskAsync(writes: 5, "list"));
        Assert.Equal("1", await AskAsync(5, "list"));
        Assert.Equal("2", await AskAsync(5, "another list"));
        Assert.Equal("3", await AskAsync(6, "list"));
        Assert.Equal("3", await AskAsync(6, "list"));
    }

    [Fact]
    public async Task A_request_that_began_before_a_write_leaves_nothing_behind()
    {
        await AskAsync(6, "list");
        Assert.Equal("2", await AskAsync(5, "list"));
        Assert.Equal("1", await AskAsync(6, "list"));
        Assert.Equal("3", await AskAsync(5, "list"));
    }

    [Fact]
    public async Task A_write_during_the_answer_forgets_it()
    {
        await _memory.OfAsync(5, "list", async () => await AskAsync(6, "list"));
        Assert.Equal("2", await AskAsync(5, "list"));
        Assert.Equal("1", await AskAsync(6, "list"));
    }

    [Fact]
    public async Task What_is_kept_is_bounded()
    {
        for (var i = 0; i < 1000; i++) await AskAsync(5, i);
        Assert.Equal("1000", await AskAsync(5, 999));
        Assert.Equal("1001", await AskAsync(5, 0));
    }

    private Task<string> AskAsync(long writes, object question) =>
        _memory.OfAsync(writes, question, () => Task.FromResult((++_asked).ToString(CultureInfo.InvariantCulture)));
}
