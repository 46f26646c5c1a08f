namespace SignaalPortaal.Application;

/// <summary>What a search found.</summary>
/// <param name="HasMore">There are others that are not in it.</param>
public sealed record Found<T>(IReadOnlyList<T> Items, bool HasMore)
{
    public static readonly Found<T> None = new([], HasMore: false);

    /// <param name="found">One more than is shown, when there is one.</param>
    internal static Found<T> Of(IReadOnlyList<T> found, int most) => new([.. found.Take(most)], found.Count > most);
}
