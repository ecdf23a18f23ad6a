using System.Net;
using Maoding.Districts;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Maoding.Hosting;

/// <summary>Links of a page carry on the year that it shows.</summary>
[HtmlTargetElement("a", Attributes = "href")]
public sealed class YearLink(CurrentRequest current) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (current.CarriedYear is { } year) Carry(output, "href", year);
    }

    /// <summary>Razor hands attributes over as they will be written, encoded.</summary>
    internal static void Carry(TagHelperOutput output, string name, int year)
    {
        if (output.Attributes[name]?.Value.ToString() is { } address)
            output.Attributes.SetAttribute(name, YearAddress.Carry(WebUtility.HtmlDecode(address), year));
    }
}

/// <summary>So do forms: in their address, or in a field of their own where the fields become the address.</summary>
[HtmlTargetElement("form")]
public sealed class YearForm(CurrentRequest current) : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (current.CarriedYear is not { } year) return;
        if (output.Attributes["method"]?.Value.ToString() == "post") YearLink.Carry(output, "action", year);
        else if (!YearAddress.HasField((await output.GetChildContentAsync()).GetContent())) output.PostContent.AppendHtml(YearAddress.Field(year));
    }
}
