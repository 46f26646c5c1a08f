using System.Buffers.Binary;

namespace SignaalPortaal.Application.Attachments;

/// <summary>Whether the chunks that make a PNG move are right. When they are not, all of them go: it is shown without them.</summary>
internal struct PngAnimation
{
    private readonly uint _width, _height;
    private uint _frames, _controls, _sequence;
    private bool _isRight, _isWrong;

    /// <param name="size">Width and height, as in the header of the image.</param>
    public PngAnimation(ReadOnlySpan<byte> size) => (_width, _height) = (Number(size), Number(size[4..]));

    public readonly long Frames => IsRight ? _frames : 0;

    public readonly bool IsRight => _isRight && !_isWrong && _controls == _frames;

    public void Add(string name, ReadOnlySpan<byte> content, bool isBeforeData)
    {
        switch (name)
        {
            case "acTL":
                _isWrong |= _isRight || !isBeforeData || _sequence > 0 || content.Length != 8 || Number(content) == 0;
                _frames = _isWrong ? 0 : Number(content);
                _isRight = true;
                break;
            case "fcTL":
                _isWrong |= !_isRight || content.Length != 26 || Number(content) != _sequence++ || !IsWithin(content[4..]) || content[24] > 2 || content[25] > 1;
                _controls++;
                break;
            default:
                _isWrong |= !_isRight || isBeforeData || _controls == 0 || content.Length <= 4 || Number(content) != _sequence++;
                break;
        }
    }

    /// <summary>Width, height and the place of a frame.</summary>
    private readonly bool IsWithin(ReadOnlySpan<byte> frame)
    {
        var (width, height, left, top) = ((long)Number(frame), (long)Number(frame[4..]), (long)Number(frame[8..]), (long)Number(frame[12..]));
        return width > 0 && height > 0 && left + width <= _width && top + height <= _height;
    }

    private static uint Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
