using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Display;

/// <summary>What happened in the organisation, in a sentence.</summary>
public static class OrganisationSentence
{
    extension(OrganisationItem item)
    {
        public string Sentence => item.Happened switch
        {
            AdviserKeyMade => string.Format(OrganisationTexts.KeyMade, item.Owner),
            AdviserKeyAgreed => string.Format(OrganisationTexts.KeyAgreed, item.Owner),
            AdviserKeyEnded => string.Format(OrganisationTexts.KeyEnded, item.Owner),
            NameAskedFor { AtOnce: true } => OrganisationTexts.NameAskedForAtOnce,
            NameAskedFor => OrganisationTexts.NameAskedFor,
            NameFetched => OrganisationTexts.NameFetched,
            _ => throw new InvalidOperationException($"There is no sentence for {item.Happened.GetType().Name}."),
        };
    }
}
