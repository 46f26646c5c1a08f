using System.Text;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Attachments;

/// <summary>A file in the drawer of a form, as the database has it.</summary>
internal sealed record PendingFile(Guid Id, byte[] SealedName, string TypeName, int Size, byte[] Digest, byte[] Salt, byte[] Commitment)
{
    public AttachmentType Type => Enum.Parse<AttachmentType>(TypeName);
}

internal static class SealedNames
{
    /// <summary>No part of a file has this number.</summary>
    private const int Name = -1;

    extension(PartCipher cipher)
    {
        public byte[] SealName(string name) => cipher.Seal(Encoding.UTF8.GetBytes(name), Name, isLast: true);

        public string OpenName(byte[] stored) => Encoding.UTF8.GetString(cipher.Open(stored, Name, isLast: true));
    }
}
