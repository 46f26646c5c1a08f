namespace SignaalPortaal.Application.Data;

/// <summary>A day on which the organisation is closed, besides weekends and public holidays: no working day.</summary>
internal sealed class ClosedDay
{
    public const int NameMaxLength = 120;

    public Guid OrganisationId { get; init; }
    public DateOnly Day { get; init; }
    public string Name { get; init; } = "";
}
