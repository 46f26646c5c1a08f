namespace SignaalPortaal.Domain.Organisations;

/// <summary>An agency. Nothing of one organisation refers to anything of another.</summary>
public sealed class Organisation
{
    public const int NameMaxLength = 120;
    public const int AddressMaxLength = 60;

    private Organisation() { }

    public Organisation(string name) => (Id, Name, Address) = (Guid.NewGuid(), name, AddressOf(name));

    public Guid Id { get; private init; }
    public string Name { get; private init; } = "";

    /// <summary>In the address of the pages on which nobody signs in: small letters, digits and dashes; unique.</summary>
    public string Address { get; set; } = "";

    /// <summary>Whether people are reminded half-way a term.</summary>
    public bool RemindHalfWay { get; set; } = true;

    /// <summary>How many working days before the last day people are reminded; 0 for never.</summary>
    public int RemindWorkingDaysBefore { get; set; } = 2;

    private static string AddressOf(string name)
    {
        var words = string.Concat(name.Normalize(System.Text.NormalizationForm.FormD).ToLowerInvariant().Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var address = string.Join('-', words);
        return address.Length is 0 ? "organisatie" : address[..Math.Min(address.Length, AddressMaxLength - 10)].TrimEnd('-');
    }
}
