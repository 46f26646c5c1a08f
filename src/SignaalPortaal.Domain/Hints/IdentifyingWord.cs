namespace SignaalPortaal.Domain.Hints;

/// <summary>A place in a text that tells, or may tell, who wrote it or whom it is about.</summary>
public readonly record struct IdentifyingWord(int Start, int Length, IdentifyingKind Kind, Certainty Certainty)
{
    public int End => Start + Length;
}

public enum Certainty
{
    Certain,

    /// <summary>A person has to look: the same word can mean something else.</summary>
    Doubt,
}

public enum IdentifyingKind
{
    Bsn,
    Iban,
    Mail,
    Handle,

    /// <summary>With which somebody signs in.</summary>
    UserName,
    Phone,
    NumberPlate,
    Address,
    PersonnelNumber,
    CaseNumber,
    BirthDate,

    /// <summary>The writer's own.</summary>
    OwnName,

    /// <summary>Of somebody in the register.</summary>
    Colleague,

    /// <summary>Of somebody who is not in the register.</summary>
    OtherName,

    /// <summary>That few people have.</summary>
    JobTitle,

    /// <summary>With few people in it.</summary>
    Unit,

    /// <summary>A day on which something may have happened.</summary>
    Day,

    /// <summary>What is true of few people.</summary>
    RareFact,
}

public static class IdentifyingKinds
{
    extension(IdentifyingKind kind)
    {
        /// <summary>
        /// Points at a person by itself. The others only narrow down who wrote a text, which says nothing new where the writer's name stands above it.
        /// </summary>
        public bool IsNameOrNumber =>
            kind is not (IdentifyingKind.JobTitle or IdentifyingKind.Unit or IdentifyingKind.Day or IdentifyingKind.RareFact);
    }
}
