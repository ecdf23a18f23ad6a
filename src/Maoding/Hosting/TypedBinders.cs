using Maoding.Districts;
using Maoding.Domain.Typed;
using Maoding.Shared.Workbooks;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Maoding.Hosting;

/// <summary>Numbers and days of forms are read as those of cells: full-width digits, 12,000, 年底前, 9月前.</summary>
internal sealed class TypedBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        if (context.BindingInfo.BindingSource is { } source && !source.CanAcceptDataFrom(BindingSource.ModelBinding)) return null;
        return type == typeof(DateOnly) || type == typeof(int) || type == typeof(decimal) ? new Binder(type) : null;
    }

    private sealed class Binder(Type type) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext context)
        {
            var given = context.ValueProvider.GetValue(context.ModelName);
            if (given == ValueProviderResult.None) return Task.CompletedTask;
            context.ModelState.SetModelValue(context.ModelName, given);
            var text = given.FirstValue;
            var messages = context.ModelMetadata.ModelBindingMessageProvider;
            if (string.IsNullOrWhiteSpace(text))
            {
                if (context.ModelMetadata.IsReferenceOrNullableType) context.Result = ModelBindingResult.Success(null);
                else context.ModelState.TryAddModelError(context.ModelName, messages.ValueMustNotBeNullAccessor(text ?? ""));
            }
            else if (Read(context, text) is { } value) context.Result = ModelBindingResult.Success(value);
            else context.ModelState.TryAddModelError(context.ModelName,
                messages.AttemptedValueIsInvalidAccessor(text, context.ModelMetadata.GetDisplayName()));
            return Task.CompletedTask;
        }

        private object? Read(ModelBindingContext context, string text)
        {
            if (type == typeof(DateOnly))
                return DayCell.Read(text, context.HttpContext.RequestServices.GetRequiredService<CurrentRequest>().Today.Year).Value;
            var number = TypedNumber.Read(text);
            if (type == typeof(decimal)) return number;
            return number is { } whole && whole == decimal.Truncate(whole) && whole is >= int.MinValue and <= int.MaxValue ? (int)whole : null;
        }
    }
}
