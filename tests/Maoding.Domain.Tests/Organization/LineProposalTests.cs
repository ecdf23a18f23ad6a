using Maoding.Domain.Organization;
using Xunit;

namespace Maoding.Domain.Tests.Organization;

public class LineProposalTests
{
    [Theory]
    [InlineData("区委书记", OrganLine.Party, true)]
    [InlineData("县委书记", OrganLine.Party, true)]
    [InlineData("市委书记、开发区党工委书记", OrganLine.Party, true)]
    [InlineData("旗委书记", OrganLine.Party, true)]
    [InlineData("区委副书记", OrganLine.Party, false)]
    [InlineData("区委副书记、政法委书记", OrganLine.Party, false)]
    [InlineData("区委常委、组织部部长、统战部部长", OrganLine.Party, false)]
    [InlineData("区委常委、政法委书记", OrganLine.Party, false)]
    [InlineData("区委副书记、区长", OrganLine.Government, true)]
    [InlineData("县委副书记、县长", OrganLine.Government, true)]
    [InlineData("市长", OrganLine.Government, true)]
    [InlineData("旗委副书记、代旗长", OrganLine.Government, true)]
    [InlineData("区委常委、常务副区长", OrganLine.Government, false)]
    [InlineData("副县长（城建）", OrganLine.Government, false)]
    [InlineData("区长助理", OrganLine.Government, false)]
    [InlineData("副区长、开发区党工委书记", OrganLine.Government, false)]
    [InlineData("区人大常委会主任", OrganLine.Congress, true)]
    [InlineData("县人大常委会党组书记、主任", OrganLine.Congress, true)]
    [InlineData("区人大常委会副主任", OrganLine.Congress, false)]
    [InlineData("区政协主席", OrganLine.Conference, true)]
    [InlineData("区政协党组书记、主席", OrganLine.Conference, true)]
    [InlineData("区政协副主席", OrganLine.Conference, false)]
    [InlineData("区委常委、区纪委书记、区监委主任", OrganLine.Discipline, true)]
    [InlineData("区纪委副书记", OrganLine.Discipline, false)]
    [InlineData("区人武部部长", OrganLine.Other, false)]
    public void A_leader_is_known_by_the_title(string title, OrganLine line, bool isChief)
    {
        Assert.Equal(line, LineProposal.OfPost(title, unit: null));
        Assert.Equal(isChief, LineProposal.IsChief(title, PostKind.Leader, line));
        Assert.False(LineProposal.IsChief(title, PostKind.UnitHead, line));
    }

    [Theory]
    [InlineData("中共云泽区委组织部", UnitKind.Party, OrganLine.Party)]
    [InlineData("云泽区人民代表大会常务委员会办公室", UnitKind.Institution, OrganLine.Congress)]
    [InlineData("政协云泽区委员会办公室", UnitKind.Institution, OrganLine.Conference)]
    [InlineData("中共云泽区纪律检查委员会、云泽区监察委员会", UnitKind.Institution, OrganLine.Discipline)]
    [InlineData("云泽区人民法院", UnitKind.Institution, OrganLine.Other)]
    [InlineData("云泽区发展和改革委员会", UnitKind.Government, OrganLine.Government)]
    [InlineData("东渡街道办事处", UnitKind.Street, OrganLine.Government)]
    [InlineData("云泽区总工会", UnitKind.MassOrganisation, OrganLine.Other)]
    public void A_unit_is_known_by_name_and_kind(string name, UnitKind kind, OrganLine line) => Assert.Equal(line, LineProposal.OfUnit(name, kind));

    [Fact]
    public void A_post_of_a_unit_stands_in_the_units_line() => Assert.Equal(OrganLine.Conference, LineProposal.OfPost("区政府办联络员", OrganLine.Conference));

    [Fact]
    public void Business_goes_up_to_the_chief_of_its_line_and_where_there_is_none_to_the_governments()
    {
        Post[] posts =
        [
            new() { Name = "区委副书记", Line = OrganLine.Party },
            new() { Name = "区委书记", Line = OrganLine.Party, IsChief = true },
            new() { Name = "前任区长", Line = OrganLine.Government, IsChief = true, IsClosed = true },
            new() { Name = "区长", Line = OrganLine.Government, IsChief = true },
        ];
        Assert.Equal("区委书记", Chiefs.Above(posts, OrganLine.Party)?.Name);
        Assert.Equal("区长", Chiefs.Above(posts, OrganLine.Government)?.Name);
        Assert.Equal("区长", Chiefs.Above(posts, OrganLine.Other)?.Name);
        Assert.Equal("区长", Chiefs.Above(posts, null)?.Name);
        Assert.Equal("区委书记", Chiefs.Above(posts[..3], OrganLine.Government)?.Name);
        Assert.Null(Chiefs.Above(posts[..1], OrganLine.Party));
    }
}
