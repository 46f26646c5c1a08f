namespace SignaalPortaal.Application.Signals;

/// <summary>In which way somebody got to see a signal.</summary>
public enum ReadThrough
{
    /// <summary>A page of the portal with its words on it.</summary>
    Page,

    /// <summary>With the receipt code; by the reporter, unless the code was taken.</summary>
    Receipt,

    /// <summary>A search that showed it because of its words.</summary>
    Search,

    /// <summary>A file that left the portal.</summary>
    Export,

    /// <summary>As the union, to which the reporter gave it; see <see cref="Domain.Signals.Entrustment"/>.</summary>
    Union,

    /// <summary>As the works council; likewise.</summary>
    WorksCouncil,
}
