using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Web.Forms;

/// <summary>Each text that comes in is made readable first; see <see cref="Words.Readable"/>.</summary>
internal sealed class ReadableTextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string)
            ? new ReadableTextBinder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;

    private sealed class ReadableTextBinder(IModelBinder binder) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await binder.BindModelAsync(bindingContext);
            if (bindingContext.Result is { IsModelSet: true, Model: string text })
            {
                bindingContext.Result = ModelBindingResult.Success(Words.Readable(text));
            }
        }
    }
}

/// <summary>A field that is left empty is the empty text, not the absence of one.</summary>
internal sealed class EmptyTextStaysEmpty : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType == typeof(string))
        {
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }
}

/// <summary>What a message calls a field is what stands beside it; see <see cref="FieldNames"/>.</summary>
internal sealed class NamedAsItsLabel : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key is { MetadataKind: ModelMetadataKind.Property, ContainerType: { } form, Name: { } property } && FieldNames.Find(form, property) is { } name)
        {
            context.DisplayMetadata.DisplayName = () => name;
        }
    }
}
