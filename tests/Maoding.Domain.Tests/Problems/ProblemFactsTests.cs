using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Domain.Problems;
using Xunit;

namespace Maoding.Domain.Tests.Problems;

public sealed class ProblemFactsTests
{
    private const int Handler = 1;
    private const int Raiser = 2;
    private const int Stranger = 3;
    private const int LeaderPost = 50;

    private static readonly Problem _problem = new()
    {
        Title = "临时用电未接通",
        State = ProblemState.Resolved,
        UnitId = Handler,
        RaisedUnitId = Raiser,
        RaisedById = 7,
        LeaderPostId = LeaderPost,
        Steps = [new ProblemStep { Text = "接通临电", UnitId = 4 }],
    };

    private static Actor Someone(int account, PostKind kind, int? unit, int post = 90) =>
        new(account, account, "某人", false, [new HeldPost(post, kind, unit, "岗位")]);

    [Theory]
    [InlineData(Handler, true)]
    [InlineData(Raiser, true)]
    [InlineData(4, true)]
    [InlineData(Stranger, false)]
    public void Those_who_raise_handle_or_help_see_it(int unit, bool sees) =>
        Assert.Equal(sees, Permissions.Allows(Someone(9, PostKind.UnitClerk, unit), Permission.SeeProblems, ProblemFacts.Of(_problem)));

    [Fact]
    public void Whoever_raised_it_judges_and_nobody_else_while_he_is_in_post()
    {
        Assert.Equal(Judge.Raiser, ProblemFacts.JudgeOf(_problem, Someone(7, PostKind.UnitClerk, Raiser), raiserIsInPost: true));
        Assert.Equal(Judge.None, ProblemFacts.JudgeOf(_problem, Someone(8, PostKind.UnitHead, Raiser), raiserIsInPost: true));
        Assert.Equal(Judge.None, ProblemFacts.JudgeOf(_problem, Someone(8, PostKind.Coordinator, null), raiserIsInPost: true));
    }

    [Fact]
    public void When_he_has_left_others_judge_in_his_stead_but_never_the_handling_unit()
    {
        Assert.Equal(Judge.InStead, ProblemFacts.JudgeOf(_problem, Someone(8, PostKind.UnitHead, Raiser), raiserIsInPost: false));
        Assert.Equal(Judge.InStead, ProblemFacts.JudgeOf(_problem, Someone(8, PostKind.Coordinator, null), raiserIsInPost: false));
        Assert.Equal(Judge.InStead, ProblemFacts.JudgeOf(_problem, Someone(8, PostKind.Leader, null, LeaderPost), raiserIsInPost: false));
        Assert.Equal(Judge.None, ProblemFacts.JudgeOf(_problem, Someone(8, PostKind.Leader, null, 51), raiserIsInPost: false));
        Assert.Equal(Judge.None, ProblemFacts.JudgeOf(_problem, Someone(8, PostKind.UnitHead, Handler), raiserIsInPost: false));
        Assert.Equal(Judge.None, ProblemFacts.JudgeOf(_problem, Someone(8, PostKind.UnitHead, Stranger), raiserIsInPost: false));
        Assert.Equal(Judge.None, ProblemFacts.JudgeOf(_problem, Someone(7, PostKind.UnitClerk, Handler), raiserIsInPost: false));
    }

    [Fact]
    public void To_be_in_post_is_to_speak_for_what_it_was_raised_for()
    {
        Assert.True(ProblemFacts.RaiserIsInPost(Raiser, [new HeldPost(1, PostKind.UnitHead, Raiser, "局长")]));
        Assert.False(ProblemFacts.RaiserIsInPost(Raiser, [new HeldPost(1, PostKind.UnitHead, Handler, "局长")]));
        Assert.True(ProblemFacts.RaiserIsInPost(null, [new HeldPost(1, PostKind.Leader, null, "副区长")]));
        Assert.False(ProblemFacts.RaiserIsInPost(null, []));
    }
}
