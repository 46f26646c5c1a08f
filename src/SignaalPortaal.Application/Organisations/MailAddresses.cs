using System.Text.RegularExpressions;
using SignaalPortaal.Domain.Organisations;

namespace SignaalPortaal.Application.Organisations;

/// <summary>
/// Which addresses mail can use as they are: letters, digits and a few signs, in a domain with a dot (RFC 5321, without quotes, comments, brackets and
/// other alphabets, which not every server takes). Stricter than the programs that send mail, some of which read "a,b@x.example" as two addresses.
/// Whether it is there, only the mail server of the other side knows.
/// </summary>
internal static partial class MailAddresses
{
    private const int LongestLocalPart = 64;

    public static bool IsOne(string mail) =>
        mail.Length <= Person.MailMaxLength && mail.IndexOf('@') is > 0 and <= LongestLocalPart && Form().IsMatch(mail);

    [GeneratedRegex(
        @"\A[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
