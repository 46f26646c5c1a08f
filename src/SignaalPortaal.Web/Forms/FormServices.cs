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
        ValidatorOptions.Global.DisplayNameResolver = (form, member, _) => member is null ? null : FieldNames.Find(form, member.Name);

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
            options.ModelBinderProviders.Insert(0, new NamedValueBinderProvider());
            options.ModelMetadataDetailsProviders.Add(new EmptyTextStaysEmpty());
            options.ModelMetadataDetailsProviders.Add(new NamedAsItsLabel());

            // Validators judge; that a property is not nullable is no message for a person.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            var messages = options.ModelBindingMessageProvider;
            messages.SetAttemptedValueIsInvalidAccessor((_, name) => Unreadable(name));
            messages.SetUnknownValueIsInvalidAccessor(Unreadable);
            messages.SetValueMustBeANumberAccessor(Unreadable);
            messages.SetMissingBindRequiredValueAccessor(Unreadable);
            messages.SetValueIsInvalidAccessor(_ => ErrorTexts.SomethingUnreadable);
            messages.SetValueMustNotBeNullAccessor(_ => ErrorTexts.SomethingUnreadable);
            messages.SetMissingKeyOrValueAccessor(() => ErrorTexts.SomethingUnreadable);
            messages.SetMissingRequestBodyRequiredValueAccessor(() => ErrorTexts.SomethingUnreadable);
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => ErrorTexts.SomethingUnreadable);
            messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => ErrorTexts.SomethingUnreadable);
            messages.SetNonPropertyValueMustBeANumberAccessor(() => ErrorTexts.SomethingUnreadable);
        });
        return services;
    }

    private static string Unreadable(string name) => ErrorTexts.ValueUnreadable.Replace("{PropertyName}", name);

    /// <summary>The few messages that validators need, in our words; those of the library are never shown.</summary>
    private sealed class ValidationMessages : LanguageManager
    {
        public override string GetString(string key, System.Globalization.CultureInfo? culture = null) => key switch
        {
            "NotEmptyValidator" => ErrorTexts.FieldEmpty,
            "NotNullValidator" => ErrorTexts.NothingChosen,
            "MaximumLengthValidator" => ErrorTexts.FieldTooLong,
            "InclusiveBetweenValidator" => ErrorTexts.NumberOutside,
            _ => ErrorTexts.ValueUnreadable,
        };
    }
}
