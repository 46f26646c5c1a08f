namespace SignaalPortaal.Domain.Hints;

/// <summary>
/// Finds the words in a Dutch text by which a person can be recognised. It only points; what to do with them is for who asked. There is no regular
/// expression in it: every scan reads each place a bounded number of times, so no text makes it slow.
/// </summary>
public static class IdentifyingWords
{
    /// <summary>In the order of the text; they do not overlap.</summary>
    public static IReadOnlyList<IdentifyingWord> Find(string text, Register register)
    {
        var read = new TokenizedText(text);
        var found = new Findings(text.Length);

        PlaceholderScan.Skip(text, found);

        // What is sure by its shape comes first: a name in a mail address is part of that address.
        MailScan.Find(text, found);
        NumberScan.Find(text, found);
        TemplateScan.Find(text, register, found);
        UserNameScan.Find(read, register, found);
        CaseScan.Find(read, register, found);
        AddressScan.Find(read, found);
        DateScan.FindBirthDates(read, found);
        PhraseScan.FindUnitsAndJobTitles(read, register, found);
        new NameScan(read, register, found).Find();
        new OtherNameScan(read, found).Find();
        DateScan.FindDays(read, found);
        PhraseScan.FindRareFacts(read, found);
        return found.InOrder;
    }
}

/// <summary>What was found so far. What came first stands: nothing is found twice.</summary>
internal sealed class Findings(int length)
{
    private readonly bool[] _isTaken = new bool[length];
    private readonly List<IdentifyingWord> _found = [];

    public IReadOnlyList<IdentifyingWord> InOrder => [.. _found.OrderBy(word => word.Start)];

    public bool IsFree(int start, int end) => !_isTaken.AsSpan(start, end - start).Contains(true);

    /// <summary>Nothing is found here.</summary>
    public void Skip(int start, int end) => _isTaken.AsSpan(start, end - start).Fill(true);

    public void Add(int start, int end, IdentifyingKind kind, Certainty certainty)
    {
        if (IsFree(start, end))
        {
            _isTaken.AsSpan(start, end - start).Fill(true);
            _found.Add(new IdentifyingWord(start, end - start, kind, certainty));
        }
    }
}
