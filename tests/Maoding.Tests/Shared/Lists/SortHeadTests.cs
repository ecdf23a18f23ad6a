using System.Text.Encodings.Web;
using Maoding.Shared.Lists;
using Xunit;

namespace Maoding.Tests.Shared.Lists;

public sealed class SortHeadTests
{
    [Theory]
    [InlineData(false, false, false, "", "<th scope=\"col\"><a href=\"/problems?q=a&amp;sort=due\">期限&lt;</a></th>")]
    [InlineData(true, false, false, "", "<th scope=\"col\" aria-sort=\"ascending\"><a href=\"/problems?q=a&amp;sort=due\">期限&lt;</a></th>")]
    [InlineData(true, true, true, "", "<th scope=\"col\" class=\"num\" aria-sort=\"descending\"><a href=\"/problems?q=a&amp;sort=due\">期限&lt;</a></th>")]
    [InlineData(false, true, true, "按日\"", "<th scope=\"col\" class=\"num\"><a href=\"/problems?q=a&amp;sort=due\" title=\"按日&quot;\">期限&lt;</a></th>")]
    public void A_head_is_a_link_and_says_how_the_list_is_sorted(bool isSorted, bool isNumber, bool falls, string title, string expected)
    {
        using var text = new StringWriter();
        new SortHead("期限<", "/problems?q=a&sort=due", isSorted, isNumber, falls, title).WriteTo(text, HtmlEncoder.Default);
        Assert.Equal(expected, text.ToString());
    }
}
