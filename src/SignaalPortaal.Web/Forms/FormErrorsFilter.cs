using FluentValidation;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SignaalPortaal.Application.Receipts;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Edge;
using SignaalPortaal.Web.Pages;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Forms;

/// <summary>
/// Shows a form again, with an explanation, when its sender can do something about what went wrong: the input is not valid, or a rule of the
/// signal forbids it. Everything else goes to the error page.
/// </summary>
internal sealed class FormErrorsFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // The error page has no form of its own to show again.
        if (!context.ModelState.IsValid && HttpMethods.IsPost(context.HttpContext.Request.Method) && context.HandlerInstance is not ErrorModel)
        {
            context.Result = FormAgain(
                context.HttpContext.Features.Get<TakenIn>() is { FilesWereLost: true } ? StatusCodes.Status507InsufficientStorage : StatusCodes.Status400BadRequest);
            return;
        }

        var executed = await next();
        if (Explain(executed.Exception, context.ModelState))
        {
            executed.ExceptionHandled = true;
            executed.Result = FormAgain(executed.Exception is TooManyUnknownCodesException ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest);
        }
    }

    private static PageResult FormAgain(int status = StatusCodes.Status400BadRequest) => new() { StatusCode = status };

    private static bool Explain(Exception? exception, ModelStateDictionary modelState)
    {
        switch (exception)
        {
            case ValidationException invalid:
                foreach (var error in invalid.Errors)
                {
                    var isWhole = error.PropertyName.StartsWith($"{FormFields.Input}.", StringComparison.Ordinal);
                    modelState.AddModelError(isWhole ? error.PropertyName : $"{FormFields.Input}.{error.PropertyName}", error.ErrorMessage);
                }

                return true;

            case BrokenRuleException broken:
                modelState.AddModelError("", RuleTexts.ResourceManager.GetString(broken.Rule.ToString())!);
                return true;

            case UnknownCodeException:
                modelState.AddModelError($"{FormFields.Input}.{nameof(MakeKnown.Code)}", ErrorTexts.CodeNotKnown);
                return true;

            case TooManyUnknownCodesException:
                modelState.AddModelError($"{FormFields.Input}.{nameof(MakeKnown.Code)}", ErrorTexts.TooManyUnknownCodes);
                return true;

            default:
                return false;
        }
    }
}
