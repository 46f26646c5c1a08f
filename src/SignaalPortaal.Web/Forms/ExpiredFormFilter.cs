using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SignaalPortaal.Web.Forms;

/// <summary>A form without a valid token, because it is old or not ours, gets a page that explains it, with what was typed to copy.</summary>
internal sealed class ExpiredFormFilter(IModelMetadataProvider metadata) : IAlwaysRunResultFilter
{
    private const string View = "/Pages/Shared/_ExpiredForm.cshtml";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            var typed = FormFields.Filled(context.HttpContext.Request).Select(field => field.Value).Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
            context.Result = new ViewResult
            {
                ViewName = View,
                ViewData = new ViewDataDictionary<IReadOnlyList<string>>(metadata, new ModelStateDictionary()) { Model = typed },
                StatusCode = StatusCodes.Status400BadRequest,
            };
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
