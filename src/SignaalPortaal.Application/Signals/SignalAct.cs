using FluentValidation;
using MediatR;
using SignaalPortaal.Application.Pipeline;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Signals;

/// <summary>Something that a person does to a signal. It holds only what they may say; who they are is the viewer.</summary>
public abstract record SignalAct : IRequest, IOnce
{
    /// <summary>As in the address.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The version of the signal that the form showed.</summary>
    public Guid Seen { get; init; }

    public Guid FormKey { get; init; }

    /// <summary>The days on which somebody is told to expect something.</summary>
    internal virtual IEnumerable<DateOnly?> Days => [];
}

/// <summary>There is no such signal, for this viewer.</summary>
public sealed class SignalNotFoundException : Exception;

internal static class TextRules
{
    /// <summary>A text that must be there, at most as long as an explanation is.</summary>
    public static IRuleBuilderOptions<T, string> IsText<T>(this IRuleBuilder<T, string> text, int maxLength = Words.LongMaxLength) =>
        text.Filled().MaximumLength(maxLength);

    /// <summary>Something that can be seen.</summary>
    public static IRuleBuilderOptions<T, string?> Filled<T>(this IRuleBuilder<T, string?> text) =>
        text.Must(value => !Words.IsBlank(value)).WithMessage((_, _) => ValidatorOptions.Global.LanguageManager.GetString("NotEmptyValidator"));
}
