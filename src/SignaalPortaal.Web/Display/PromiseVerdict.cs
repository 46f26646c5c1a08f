using SignaalPortaal.Application.Released;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Display;

public static class PromiseVerdict
{
    extension(ReleasedPromise promise)
    {
        /// <summary>How it stands today. Who says so is in it: that it is done is for the reporter to say.</summary>
        public string Verdict(DateOnly today) => promise.Status switch
        {
            PromiseStatus.Kept => ReleaseTexts.PromiseKept,
            PromiseStatus.PartlyKept => ReleaseTexts.PromisePartlyKept,
            PromiseStatus.Reported => ReleaseTexts.PromiseReported,
            _ when promise.TimesRefused > 0 && promise.By < today => $"{ReleaseTexts.PromiseNotKept}. {ReleaseTexts.PromiseLate}",
            _ when promise.TimesRefused > 0 => ReleaseTexts.PromiseNotKept,
            _ when promise.By < today => ReleaseTexts.PromiseLate,
            _ => ReleaseTexts.PromiseOpen,
        };
    }
}
