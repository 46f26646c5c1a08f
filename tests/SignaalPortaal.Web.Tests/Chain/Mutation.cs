using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SignaalPortaal.Web.Tests.Chain;

/// <summary>
/// Changes the meaning of an export in one place, in each of the ways in which a history can be bent: something is left out, repeated, swapped or changed,
/// or bytes move from one part of what is hashed to the one beside it.
/// </summary>
internal sealed class Mutation(IReadOnlyList<string> export, Random random)
{
    /// <summary>Only the script does not check it.</summary>
    private const string Signature = "signature";

    private static readonly string[] Fields = ["affected", "frequency", "in_practice", "on_paper", "rule", "since", "subject", "words", "workaround"];

    /// <param name="alsoSignatures">Whether the signature of an anchor may be what is changed.</param>
    public (string What, string Export) Make(bool alsoSignatures)
    {
        var whole = Text(export);
        while (true)
        {
            if (Try(export.ToList(), alsoSignatures) is { } made && made.Export != whole)
            {
                return made;
            }
        }
    }

    private (string What, string Export)? Try(List<string> lines, bool alsoSignatures)
    {
        var (one, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(20))
        {
            case 0:
                lines.RemoveAt(one);
                return ($"without line {one}", Text(lines));

            case 1:
                lines.Insert(other, lines[one]);
                return ($"line {one} again at {other}", Text(lines));

            case 2:
                (lines[one], lines[other]) = (lines[other], lines[one]);
                return ($"lines {one} and {other} swapped", Text(lines));

            case 3:
                return ($"only {one} lines", Text(lines.Take(one)));

            case 4:
                var text = Text(lines);
                return ($"only {one}/{lines.Count} of the bytes", text[..(int)((text.Length - 2) * (long)one / lines.Count)]);

            case 5:
                return CutTail(lines, one);

            case 6 or 7:
                return IntoTheSalt(lines, one);

            case 8 or 9:
                return SplitOrJoinFields(lines, one);

            case 10 or 11 or 12:
                return MoveBetweenNeighbours(lines, one, alsoSignatures);

            case 13 or 14:
                return SwapValues(lines, one, other, alsoSignatures);

            case 15:
                return SplitOrJoinText(lines, one);

            default:
                return ChangeValue(lines, one, alsoSignatures);
        }
    }

    /// <summary>As somebody does who knows the format: the anchored tail of a timeline goes, and the numbers at the end are right again.</summary>
    private static (string What, string Export)? CutTail(List<string> lines, int around)
    {
        if (lines.FindIndex(around, line => Is("head", line)) is var head && head < 0)
        {
            return null;
        }

        var anchored = JsonNode.Parse(lines[head])!;
        var before = lines.Count;
        lines.RemoveAll(line => Is("event", line)
            && JsonNode.Parse(line) is { } happened && $"{happened["signal"]}" == $"{anchored["signal"]}" && (int)happened["seq"]! >= (int)anchored["seq"]!);
        var end = JsonNode.Parse(lines[^1])!;
        end["events"] = (int)end["events"]! + lines.Count - before;
        lines[^1] = Written(end);
        return ($"without the last events of the signal around {around}", Text(lines));
    }

    /// <summary>The beginning of the words, or a whole field by its name, becomes the end of the salt; or the other way around.</summary>
    private (string What, string Export)? IntoTheSalt(List<string> lines, int place)
    {
        var line = JsonNode.Parse(lines[place])!;
        if ((line["words"] ?? line["content"]) is not JsonObject salted)
        {
            return null;
        }

        var salt = Convert.FromHexString($"{salted["salt"]}");
        if (salted["fields"] is JsonObject fields && random.Next(2) == 0)
        {
            var (name, text) = fields.Select(field => (field.Key, $"{field.Value}")).ElementAt(random.Next(fields.Count));
            fields.Remove(name);
            salt = [.. salt, .. random.Next(3) switch
            {
                0 => Framed(name, text),
                1 => [.. Encoding.UTF8.GetBytes(name), .. Encoding.UTF8.GetBytes(text)],
                _ => Encoding.UTF8.GetBytes(text),
            }];
        }
        else
        {
            var (of, key) = salted["fields"] is JsonObject all ? (all, all.ElementAt(random.Next(all.Count)).Key) : (salted, "text");
            var text = $"{of[key]}";
            var cut = random.Next(1, text.Length);
            cut += char.IsLowSurrogate(text[cut]) ? 1 : 0;
            if (random.Next(3) > 0)
            {
                salt = [.. salt, .. Encoding.UTF8.GetBytes(text[..cut])];
                of[key] = text[cut..];
            }
            else
            {
                var length = random.Next(1, salt.Length);
                of[key] = $"{Encoding.Latin1.GetString(salt[^length..])}{text}";
                salt = salt[..^length];
            }
        }

        salted["salt"] = Convert.ToHexStringLower(salt);
        lines[place] = Written(line);
        return ($"bytes moved to or from the salt of line {place}", Text(lines));
    }

    /// <summary>A field becomes two, two become one, or the text of one goes on in the next.</summary>
    private (string What, string Export)? SplitOrJoinFields(List<string> lines, int place)
    {
        var line = JsonNode.Parse(lines[place])!;
        if (line["content"]?["fields"] is not JsonObject fields)
        {
            return null;
        }

        var texts = fields.ToDictionary(field => field.Key, field => $"{field.Value}");
        var (name, other) = (texts.Keys.ElementAt(random.Next(texts.Count)), Fields[random.Next(Fields.Length)]);
        if (name == other)
        {
            return null;
        }

        var cut = random.Next(texts[name].Length + 1);
        switch (random.Next(3))
        {
            case 0:
                texts[other] = $"{texts.GetValueOrDefault(other)}{texts[name]}";
                texts.Remove(name);
                break;

            case 1:
                (texts[name], texts[other]) = (texts[name][..cut], $"{texts[name][cut..]}{texts.GetValueOrDefault(other)}");
                break;

            default:
                (texts[name], texts[other]) = (texts.GetValueOrDefault(other) ?? "", texts[name]);
                break;
        }

        line["content"]!["fields"] = new JsonObject(texts.OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value))));
        lines[place] = Written(line);
        return ($"{name} and {other} of line {place} split, joined or swapped", Text(lines));
    }

    /// <summary>The end of a value becomes the beginning of the next one, or the other way around: within a line, and from one line to the next.</summary>
    private (string What, string Export)? MoveBetweenNeighbours(List<string> lines, int place, bool alsoSignatures)
    {
        var next = Math.Min(place + 1, lines.Count - 1);
        var (line, following) = (JsonNode.Parse(lines[place])!, JsonNode.Parse(lines[next])!);
        var texts = Changeable(line, alsoSignatures).Concat(place == next ? [] : Changeable(following, alsoSignatures))
            .Where(value => value.GetValueKind() is JsonValueKind.String).ToList();
        if (texts.Count < 2)
        {
            return null;
        }

        var first = random.Next(texts.Count - 1);
        var (left, right) = (texts[first].GetValue<string>(), texts[first + 1].GetValue<string>());
        var from = random.Next(2) == 0 ? left : right;
        if (from.Length < 2)
        {
            return null;
        }

        var length = 2 * random.Next(1, (from.Length / 2) + 1);
        var (what, ofLeft) = ($"{length} characters moved beside {texts[first].GetPath()} in line {place}", ReferenceEquals(from, left));
        texts[first].ReplaceWith(ofLeft ? left[..^length] : left + right[..length]);
        texts[first + 1].ReplaceWith(ofLeft ? left[^length..] + right : right[length..]);
        (lines[place], lines[next]) = place == next ? (Written(line), Written(line)) : (Written(line), Written(following));
        return HasHalves(left, right, length) ? null : (what, Text(lines));
    }

    /// <summary>Two lines exchange what they call by the same name; or two values of one line change places.</summary>
    private (string What, string Export)? SwapValues(List<string> lines, int place, int otherPlace, bool alsoSignatures)
    {
        var line = JsonNode.Parse(lines[place])!;
        var other = place == otherPlace ? line : JsonNode.Parse(lines[otherPlace])!;
        var (values, others) = (Changeable(line, alsoSignatures), Changeable(other, alsoSignatures));
        var value = values[random.Next(values.Count)];
        var candidates = others.Where(one => one != value && one.GetValueKind() == value.GetValueKind() && (place == otherPlace || one.GetPath() == value.GetPath())).ToList();
        if (candidates.Count == 0)
        {
            return null;
        }

        var with = candidates[random.Next(candidates.Count)];
        var (what, mine, theirs) = ($"{value.GetPath()} of lines {place} and {otherPlace} swapped", value.DeepClone(), with.DeepClone());
        value.ReplaceWith(theirs);
        with.ReplaceWith(mine);
        (lines[place], lines[otherPlace]) = (Written(line), Written(other));
        return (what, Text(lines));
    }

    /// <summary>One line becomes two at a comma, or two become one.</summary>
    private (string What, string Export)? SplitOrJoinText(List<string> lines, int place)
    {
        if (random.Next(2) == 0 && place + 1 < lines.Count)
        {
            lines[place] += lines[place + 1];
            lines.RemoveAt(place + 1);
            return ($"lines {place} and {place + 1} joined", Text(lines));
        }

        var comma = lines[place].IndexOf(',', random.Next(lines[place].Length));
        if (comma < 0)
        {
            return null;
        }

        lines.Insert(place + 1, $"{{{lines[place][(comma + 1)..]}");
        lines[place] = $"{lines[place][..comma]}}}";
        return ($"line {place} split", Text(lines));
    }

    private (string What, string Export)? ChangeValue(List<string> lines, int place, bool alsoSignatures)
    {
        var line = JsonNode.Parse(lines[place])!;
        var values = Changeable(line, alsoSignatures);
        var value = values[random.Next(values.Count)];
        var what = $"another {value.GetPath()} in line {place}: {value}";
        value.ReplaceWith(Other(value));
        lines[place] = Written(line);
        return (what, Text(lines));
    }

    private JsonNode? Other(JsonNode value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.Number:
                return value.GetValue<long>() + (random.Next(2) == 0 ? 1 : -1);

            case JsonValueKind.True or JsonValueKind.False:
                return !value.GetValue<bool>();

            default:
                var text = value.GetValue<string>();
                if (text.Length == 0)
                {
                    return "a";
                }

                var place = random.Next(text.Length);
                return random.Next(10) == 0 ? null : $"{text[..place]}{OtherThan(text[place])}{text[(place + 1)..]}";
        }
    }

    /// <summary>Of the same sort, so that it still looks like what it was.</summary>
    private char OtherThan(char character)
    {
        var sort = char.IsAsciiHexDigitLower(character) ? "0123456789abcdef" : char.IsSurrogate(character) ? "\ufffd" : "ghijklmnopqrstuvwxyzGHIJKLMNOP ,.";
        var other = sort[random.Next(sort.Length)];
        return other == character ? OtherThan(character) : other;
    }

    private static List<JsonNode> Changeable(JsonNode line, bool alsoSignatures) =>
        [.. Values(line).Where(value => alsoSignatures || value.Parent is not JsonObject || value.GetPropertyName() is not Signature)];

    private static IEnumerable<JsonNode> Values(JsonNode node) => node switch
    {
        JsonObject parts => parts.Where(part => part.Value is not null).SelectMany(part => Values(part.Value!)),
        JsonArray items => items.Where(item => item is not null).SelectMany(item => Values(item!)),
        _ => [node],
    };

    /// <summary>Half of a character cannot be written.</summary>
    private static bool HasHalves(string left, string right, int length) =>
        new[] { left, right }.Any(text => text.Length > length && (char.IsLowSurrogate(text[length]) || char.IsLowSurrogate(text[^length])));

    private static byte[] Framed(string name, string text)
    {
        var (of, words) = (Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(text));
        return [.. Length(of), .. of, .. Length(words), .. words];

        static byte[] Length(byte[] part)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
            return length;
        }
    }

    private static bool Is(string kind, string line) => line.StartsWith($$"""{"line":"{{kind}}""", StringComparison.Ordinal);

    /// <summary>As the portal writes it, so that a change is not found by its form alone.</summary>
    private static string Written(JsonNode node) => node switch
    {
        JsonObject parts => $"{{{string.Join(',', parts.Select(part => $"{Quoted(part.Key)}:{(part.Value is null ? "null" : Written(part.Value))}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(item => item is null ? "null" : Written(item)))}]",
        _ when node.GetValueKind() is JsonValueKind.String => Quoted(node.GetValue<string>()),
        _ => node.ToJsonString(),
    };

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)character:x4}",
                _ => $"{character}",
            });
        }

        return quoted.Append('"').ToString();
    }

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"{line}\n"));
}
