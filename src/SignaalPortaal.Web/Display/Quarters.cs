using System.Globalization;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Display;

/// <summary>Quarters in words and in addresses.</summary>
public static class Quarters
{
    extension(Quarter quarter)
    {
        /// <summary>Juli tot en met september 2026, without the capital.</summary>
        public string InFull => string.Format(PublicationTexts.QuarterInFull, quarter.FirstDay.ToString("MMMM"), quarter.LastDay.ToString("MMMM yyyy"));

        public string InShort => string.Format(PublicationTexts.QuarterInShort, quarter.Number, quarter.Year);
    }

    /// <summary>As <see cref="Quarter.ToString"/> writes it; null when it is not one.</summary>
    public static Quarter? Parse(string? text) =>
        text is [_, _, _, _, '-', 'Q', >= '1' and <= '4' and var number] && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
            ? new Quarter(year, number - '0')
            : null;
}
