using Maoding.Domain.Projects;
using Xunit;

namespace Maoding.Domain.Tests.Projects;

public sealed class ProjectWordsTests
{
    [Theory]
    [InlineData(ProjectLevel.District, "云泽区", "区级")]
    [InlineData(ProjectLevel.District, "青禾县", "县级")]
    [InlineData(ProjectLevel.District, "乌兰旗", "旗级")]
    [InlineData(ProjectLevel.District, "安泽市", "县级")]
    [InlineData(ProjectLevel.Municipal, "青禾县", "市级")]
    public void The_lowest_level_has_the_regions_own_word(ProjectLevel level, string region, string words) =>
        Assert.Equal(words, ProjectWords.Of(level, region));
}
