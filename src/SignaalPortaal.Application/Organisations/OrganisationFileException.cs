namespace SignaalPortaal.Application.Organisations;

/// <summary>Lines of the files that cannot be read, or that would make what cannot be. Nothing was loaded.</summary>
public sealed class OrganisationFileException(IReadOnlyList<FileError> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<FileError> Errors { get; } = errors;
}

/// <param name="Line">1 is the header; 0 when it is about the file as a whole.</param>
public sealed record FileError(string File, int Line, string Field, string Expected)
{
    public override string ToString() => Line == 0 ? $"{File}, {Field}: expected {Expected}" : $"{File}, line {Line}, {Field}: expected {Expected}";
}
