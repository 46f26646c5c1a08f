using System.Numerics;
using System.Security.Cryptography;

namespace SignaalPortaal.Domain.Signals;

/// <summary>
/// With which the reporter of a confidential or anonymous signal comes back: 26 random characters of Crockford's base 32, which is 130 bits, and one
/// that checks them. It is shown once and kept nowhere.
/// </summary>
public static class ReceiptCode
{
    /// <summary>With the character that checks the others.</summary>
    public const int Length = RandomLength + 1;

    /// <summary>In bytes, of the key that a form carries.</summary>
    public const int KeyLength = 32;

    private const int RandomLength = 26;
    private const int GroupLength = 4;

    private const string Alphabet = Reference.Alphabet;

    /// <summary>What a form carries: random, in base 64.</summary>
    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength));

    /// <summary>
    /// The code that belongs to a key. The form on which a signal is written carries the key, so that the same form sent twice shows the same code
    /// without the portal having to keep it in between.
    /// </summary>
    /// <param name="key">Random, of <see cref="KeyLength"/> bytes.</param>
    public static string Of(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyLength);

        // HKDF with SHA-256 (RFC 5869); 17 bytes hold the 130 bits.
        var bytes = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ToArray(), outputLength: 17, info: "SignaalPortaal receipt code 1"u8.ToArray());
        var bits = new BigInteger(bytes, isUnsigned: true);
        Span<char> code = stackalloc char[Length];
        for (var index = 0; index < RandomLength; index++)
        {
            code[index] = Alphabet[(int)(bits % Alphabet.Length)];
            bits /= Alphabet.Length;
        }

        code[RandomLength] = CheckOf(code[..RandomLength]);
        return new string(code);
    }

    /// <summary>In groups, for reading aloud and copying by hand.</summary>
    public static string Show(string code) => string.Join('-', code.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>What a person meant by what they typed; null when it cannot be a code. Spaces, dashes of any kind and small letters are fine.</summary>
    public static string? Parse(string? typed)
    {
        var code = string.Concat((typed ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1').Replace('U', 'V');
        return code.Length is Length && code.All(Alphabet.Contains) && CheckOf(code.AsSpan(0, RandomLength)) == code[^1] ? code : null;
    }

    /// <summary>The algorithm of Luhn over 32 characters: one wrong character, or two beside each other that changed places, is seen; only 0Z for Z0 is not.</summary>
    private static char CheckOf(ReadOnlySpan<char> characters)
    {
        var sum = 0;
        for (var index = 0; index < characters.Length; index++)
        {
            var value = Alphabet.IndexOf(characters[index], StringComparison.Ordinal) * ((characters.Length - index) % 2 == 1 ? 2 : 1);
            sum += (value / Alphabet.Length) + (value % Alphabet.Length);
        }

        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }
}
