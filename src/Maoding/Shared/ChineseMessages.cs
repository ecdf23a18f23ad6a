using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Maoding.Shared;

/// <summary>What forms say about wrong input: the field's name, then what to do. A message written on an attribute wins.</summary>
internal static class ChineseMessages
{
    /// <summary>Replaces the framework's English messages; call it in a Configure after AddRazorPages.</summary>
    public static void Use(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => $"{Named(field)}“{value}”读不懂，请检查后重填。");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}”读不懂，请检查后重填。");
        messages.SetUnknownValueIsInvalidAccessor(field => $"{Named(field)}填写的内容读不懂，请检查后重填。");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写的内容读不懂，请检查后重填。");
        messages.SetValueIsInvalidAccessor(value => $"“{value}”读不懂，请检查后重填。");
        messages.SetValueMustBeANumberAccessor(field => $"{Named(field)}请填数字，如 12 或 12.5。");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请填数字，如 12 或 12.5。");
        messages.SetValueMustNotBeNullAccessor(field => $"{Named(field)}请填写。");
        messages.SetMissingBindRequiredValueAccessor(field => $"{Named(field)}请填写。");
        messages.SetMissingKeyOrValueAccessor(() => "请填写。");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到内容，请重新提交。");
        options.ModelMetadataDetailsProviders.Add(new Attributes());
    }

    /// <summary>The field's name where it was given one for people: 人数：; a name of the program says nothing to them.</summary>
    private static string Named(string field) => field.Any(c => c > 127) ? $"{field}：" : "";

    private sealed class Attributes : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            {
                if (attribute is { ErrorMessage: null, ErrorMessageResourceName: null } && Message(attribute) is { } message) attribute.ErrorMessage = message;
            }
        }

        private static string? Message(ValidationAttribute attribute) => attribute switch
        {
            RequiredAttribute => "{0}：请填写。",
            StringLengthAttribute { MinimumLength: > 0 } => "{0}：请写 {2} 至 {1} 个字。",
            StringLengthAttribute or MaxLengthAttribute => "{0}：最多 {1} 个字，请删短。",
            MinLengthAttribute => "{0}：至少 {1} 个字，请补全。",
            RangeAttribute => "{0}：请填 {1} 至 {2} 之间的数。",
            CompareAttribute => "{0}：与“{1}”不一致，请重填。",
            EmailAddressAttribute => "{0}：邮箱地址不完整，请照 name@example.cn 的样子填写。",
            RegularExpressionAttribute => "{0}：格式不对，请照旁边的说明填写。",
            _ => null,
        };
    }
}
