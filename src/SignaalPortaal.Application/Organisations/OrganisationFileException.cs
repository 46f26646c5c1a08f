namespace SignaalPortaal.Application.Organisations;

/// <summary>Lines of the files that cannot be read, or that would make what cannot be: all of them. Nothing was loaded.</summary>
public sealed class OrganisationFileException(IReadOnlyList<FileError> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<FileError> Errors { get; } = errors;
}

/// <summary>What is wrong in a line. EnumTexts.resx says in Dutch what it should be.</summary>
public enum FileFault
{
    FileTooLarge,

    /// <summary>A part of the file is in UTF-8, and this is not.</summary>
    NotInUtf8,

    /// <summary>Read as Windows-1252 it would be a letter that no name has.</summary>
    StrangeLetter,

    /// <summary>A control character, one that nobody sees, or the mark with which another program replaced a letter.</summary>
    NotShown,
    QuoteWithin,
    QuoteStaysOpen,
    WrongHeader,
    WrongNumberOfFields,
    NoUnits,
    NotUnique,
    WrongLength,
    UnknownKind,
    KindMustStay,
    UnknownParent,
    NoTop,
    SecondTop,
    BelowItself,
    BelowADesk,
    UnknownUnit,
    UnknownRole,
    NoAddress,
    MoreThanOneManager,
    UnknownPerson,
    SamePersonTwice,
    UnknownReplaced,
    ReplacedIsThere,
    ReplacedTwice,
    ReplacedIsOfAnotherKind,
    MoreThanHalfGone,
    DeskIsNeeded,
}

/// <param name="Line">1 is the header; 0 when it is about the file as a whole.</param>
/// <param name="Column">The name in the header; empty when it is about the line.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Expected">What the sentence about it still needs: which values there are, or how many.</param>
public sealed record FileError(string File, int Line, string Column, FileFault Fault, string Value, string Expected = "")
{
    /// <summary>At which character of the line, from 1; 0 when the column says it.</summary>
    public int Character { get; init; }
}
