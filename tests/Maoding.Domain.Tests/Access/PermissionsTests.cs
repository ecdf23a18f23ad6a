using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Domain.Projects;
using Maoding.TestKit;
using Xunit;

namespace Maoding.Domain.Tests.Access;

public class PermissionsTests
{
    private static readonly AccessFacts _lead = PipelineFacts.Leads.Of(new Lead { Name = "储能项目", UnitId = 4, LeaderPostId = 2 });

    [Fact]
    public void The_page_in_docs_shows_the_table_as_it_is()
    {
        var page = File.ReadAllText(Path.Combine(Corpus.Root, "docs", "permissions.md")).ReplaceLineEndings("\n");
        const string draw = "The table changed: dotnet run --project src/Maoding -- permissions > docs/permissions.md, and look at what changed.";
        Assert.True(page == PermissionPage.Draw(), draw);
    }

    [Theory]
    [InlineData(PostKind.Coordinator, 11, 1, true)]
    [InlineData(PostKind.Coordinator, 12, 1, false)]
    [InlineData(PostKind.Inspector, 13, 9, true)]
    [InlineData(PostKind.Inspector, 13, 8, false)]
    [InlineData(PostKind.UnitClerk, 14, 4, true)]
    [InlineData(PostKind.Leader, 2, null, true)]
    [InlineData(PostKind.Leader, 3, null, false)]
    public void A_list_of_readers_leaves_out_whoever_is_not_on_it(PostKind kind, int post, int? unit, bool sees)
    {
        var kept = _lead with { Readers = new ReaderList([9], [11]).With(_lead) };
        var actor = new Actor(1, 1, "某人", false, [new HeldPost(post, kind, unit, "岗位")]);
        Assert.Equal(sees, Permissions.Allows(actor, Permission.SeePipeline, kept));
        Assert.True(Permissions.Allows(actor, Permission.SeePipeline, _lead), "without a list the table alone decides");
    }

    [Fact]
    public void A_list_never_gives_what_the_table_does_not()
    {
        var assessor = new Actor(1, 1, "某人", false, [new HeldPost(20, PostKind.Assessor, null, "考核办主任")]);
        Assert.False(Permissions.Allows(assessor, Permission.SeePipeline, _lead with { Readers = new ReaderList([], [20]) }));
    }
}
