using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SignaalPortaal.Web.Forms;

/// <summary>
/// A choice comes in by its name. The framework also takes a number, also of a value that does not exist, and a list of names that it adds up to one.
/// </summary>
internal sealed class NamedValueBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType.IsEnum ? new NamedValueBinder() : null;

    private sealed class NamedValueBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var found = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (found == ValueProviderResult.None)
            {
                return Task.CompletedTask;
            }

            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, found);
            var (name, type) = (found.FirstValue, bindingContext.ModelMetadata.UnderlyingOrModelType);
            if (string.IsNullOrWhiteSpace(name))
            {
                if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
                {
                    bindingContext.Result = ModelBindingResult.Success(null);
                }

                return Task.CompletedTask;
            }

            if (found.Length == 1 && Array.Exists(Enum.GetNames(type), one => one == name))
            {
                bindingContext.Result = ModelBindingResult.Success(Enum.Parse(type, name));
                return Task.CompletedTask;
            }

            bindingContext.ModelState.TryAddModelError(
                bindingContext.ModelName,
                bindingContext.ModelMetadata.ModelBindingMessageProvider.AttemptedValueIsInvalidAccessor(name, bindingContext.ModelMetadata.GetDisplayName()));
            return Task.CompletedTask;
        }
    }
}
