using FluentValidation;
using FluentValidation.Resources;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using SignaalPortaal.Web.Edge;
using SignaalPortaal.Web.Pages.Anonymous;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Forms;

internal static class FormServices
{
    /// <summary>In bytes. Far above the longest text that is kept: who writes too much gets the form back with every letter in it.</summary>
    public const int LargestForm = 1024 * 1024;

    /// <summary>How forms are read and what they say when something is not right; for all pages.</summary>
    public static IServiceCollection AddForms(this IServiceCollection services)
    {
        ValidatorOptions.Global.LanguageManager = new ValidationMessages();
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) => member is null ? null : FieldTexts.ResourceManager.GetString(member.Name);

        services.AddAntiforgery(options =>
        {
            options.FormFieldName = FormFields.AntiforgeryToken;

            // Every answer forbids it already, and more strictly.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddOptions<AntiforgeryOptions>().Configure<PortalCookies>((options, cookies) => cookies.Form(options.Cookie));
        services.AddSingleton<ReceiptTicket>();
        services.AddRazorPages(options =>
        {
            // Nobody is signed in there, so another site cannot make a visitor do anything that the site could not do itself.
            options.Conventions.AllowAnonymousToFolder("/Anonymous");
            options.Conventions.AddFolderApplicationModelConvention("/Anonymous", page => page.Filters.Add(new IgnoreAntiforgeryTokenAttribute()));
        }).AddMvcOptions(options =>
        {
            options.Filters.Add<FormErrorsFilter>();
            options.ModelBinderProviders.Insert(0, new ReadableTextBinderProvider());
            options.ModelMetadataDetailsProviders.Add(new EmptyTextStaysEmpty());

            // Validators judge; that a property is not nullable is no message for a person.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            var messages = options.ModelBindingMessageProvider;
            messages.SetAttemptedValueIsInvalidAccessor((_, _) => ErrorTexts.ValueUnreadable);
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => ErrorTexts.ValueUnreadable);
            messages.SetUnknownValueIsInvalidAccessor(_ => ErrorTexts.ValueUnreadable);
            messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => ErrorTexts.ValueUnreadable);
            messages.SetValueIsInvalidAccessor(_ => ErrorTexts.ValueUnreadable);
            messages.SetValueMustNotBeNullAccessor(_ => ErrorTexts.ValueUnreadable);
        });
        return services;
    }

    /// <summary>The few messages that validators need, in our words.</summary>
    private sealed class ValidationMessages : LanguageManager
    {
        public override string GetString(string key, System.Globalization.CultureInfo? culture = null) => key switch
        {
            "NotEmptyValidator" => ErrorTexts.FieldEmpty,
            "NotNullValidator" => ErrorTexts.NothingChosen,
            "MaximumLengthValidator" => ErrorTexts.FieldTooLong,
            "EnumValidator" => ErrorTexts.ValueUnreadable,
            "PredicateValidator" or "GreaterThanOrEqualValidator" => ErrorTexts.ValueUnreadable,
            _ => base.GetString(key, culture),
        };
    }
}
