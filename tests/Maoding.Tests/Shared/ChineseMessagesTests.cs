using System.ComponentModel.DataAnnotations;
using Maoding.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Maoding.Tests.Shared;

public sealed class ChineseMessagesTests
{
    [Fact]
    public void Wrong_input_is_answered_in_chinese_with_the_field_and_what_to_do()
    {
        Assert.Equal(
            ["人数：请填 1 至 9 之间的数。", "名称：请填写。", "简称：最多 4 个字，请删短。", "密码：与“再填一遍”不一致，请重填。", "电话要写区号"],
            Errors(new Form { People = 12, ShortName = "区发展和改革局", Password = "a", Repeated = "b", Phone = "8" }));
    }

    [Fact]
    public void Right_input_is_not_answered() =>
        Assert.Empty(Errors(new Form { Name = "区发改局", People = 3, ShortName = "发改", Password = "a", Repeated = "a", Phone = "0371" }));

    private static IEnumerable<string> Errors(Form form)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddRazorPages();
        services.Configure<MvcOptions>(ChineseMessages.Use);
        using var provider = services.BuildServiceProvider();
        var context = new ActionContext();
        provider.GetRequiredService<IObjectModelValidator>().Validate(context, null, "", form);
        var order = (string[])[nameof(Form.People), nameof(Form.Name), nameof(Form.ShortName), nameof(Form.Password), nameof(Form.Phone)];
        return order.SelectMany(name => context.ModelState[name]?.Errors.Select(e => e.ErrorMessage) ?? []);
    }

    private sealed class Form
    {
        [Display(Name = "名称")]
        public string Name { get; init; } = null!;

        [Display(Name = "人数"), Range(1, 9)]
        public int People { get; init; }

        [Display(Name = "简称"), StringLength(4)]
        public string? ShortName { get; init; }

        [Display(Name = "密码"), Compare(nameof(Repeated))]
        public string? Password { get; init; }

        [Display(Name = "再填一遍")]
        public string? Repeated { get; init; }

        [MinLength(4, ErrorMessage = "电话要写区号")]
        public string? Phone { get; init; }
    }
}
