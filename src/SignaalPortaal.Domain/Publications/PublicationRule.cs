namespace SignaalPortaal.Domain.Publications;

/// <summary>What an administrator and a representative cannot do with publications, each named as the sentence it enforces. RuleTexts.resx says them in Dutch.</summary>
public enum PublicationRule
{
    RulesOnlyBecomeStricter,
    ACircleCodeIsUsedOnceInAnotherOrganisation,
}

public static class PublicationRulesInOrder
{
    extension(PublicationRules rules)
    {
        /// <summary>In no way looser.</summary>
        public bool IsAtLeast(PublicationRules other) =>
            rules.SmallestCount >= other.SmallestCount && rules.FewestPeople >= other.FewestPeople && rules.FewestReporters >= other.FewestReporters;
    }
}
