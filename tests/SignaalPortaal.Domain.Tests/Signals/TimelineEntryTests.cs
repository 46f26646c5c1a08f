using System.Reflection;
using System.Text.Json.Nodes;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Domain.Tests.Signals;

public class TimelineEntryTests
{
    private const string Canary = "kanarie \"aan\" <het> raam, één\n\t🐤 \\ قناري";

    public static TheoryData<Type> EventTypes =>
        [.. typeof(TimelineEvent).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(TimelineEvent)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(EventTypes))]
    public void Each_event_is_read_as_it_was_written(Type type)
    {
        foreach (var happened in Examples(type))
        {
            var entry = Entry(happened);

            var read = TimelineEntry.Read(entry.Kind, entry.Facts, entry.Words?.Text);

            read.ShouldBeEquivalentTo(happened);
            read.ShouldNotBeSameAs(happened);
        }
    }

    [Theory]
    [MemberData(nameof(EventTypes))]
    public void No_text_of_a_person_is_among_the_facts(Type type)
    {
        foreach (var happened in Examples(type))
        {
            var entry = Entry(happened);
            var written = type.GetProperties().Where(property => property.GetValue(happened) is string).Select(property => property.Name);

            Texts(JsonNode.Parse(entry.Facts)!).ShouldNotContain(text => text.Contains("kanarie", StringComparison.Ordinal));
            entry.Facts.ShouldNotContain("kanarie");
            var words = JsonNode.Parse(entry.Words?.Text ?? "{}")!.AsObject().ToDictionary(word => word.Key, word => (string?)word.Value);
            words.Keys.ShouldBe(written, ignoreOrder: true);
            words.Values.ShouldAllBe(text => text == Canary);
        }
    }

    [Theory]
    [MemberData(nameof(EventTypes))]
    public void The_name_of_each_event_fits_where_it_is_kept(Type type)
    {
        var entry = Entry(Examples(type).First());

        entry.Kind.ShouldBe(type.Name);
        entry.Kind.Length.ShouldBeLessThanOrEqualTo(TimelineEntry.KindMaxLength);
    }

    [Fact]
    public void Words_lie_beside_the_entry_that_they_belong_to()
    {
        var signal = Given.AnAcknowledgedSignal();

        var entry = signal.Timeline[^1];

        (entry.Words!.OrganisationId, entry.Words.SignalId, entry.Words.Seq).ShouldBe((signal.OrganisationId, signal.Id, 2));
        signal.Timeline[0].Words.ShouldBeNull();
    }

    [Fact]
    public void An_event_whose_words_were_destroyed_still_has_its_facts()
    {
        var entry = Entry(new Replied("Weg hiermee.", Given.November(9)));

        var read = TimelineEntry.Read(entry.Kind, entry.Facts, words: null);

        read.ShouldBeOfType<Replied>().DueOn.ShouldBe(Given.November(9));
    }

    private static TimelineEntry Entry(TimelineEvent happened) =>
        new(Guid.NewGuid(), Guid.NewGuid(), seq: 1, Given.Monday.At, new Actor(Guid.NewGuid(), ActedAs.Reporter), happened, previousHash: [], state: []);

    /// <summary>One with everything filled in and one with what may be missing left out, for each value of the enums in it.</summary>
    private static IEnumerable<TimelineEvent> Examples(Type type)
    {
        var constructor = type.GetConstructors().Single();
        foreach (var pass in Enumerable.Range(0, 15))
        {
            foreach (var leaveOut in new[] { false, true })
            {
                var values = constructor.GetParameters().Select(parameter =>
                    leaveOut && MayBeNull(parameter) ? null : Example(parameter.ParameterType, pass));
                yield return (TimelineEvent)constructor.Invoke([.. values]);
            }
        }
    }

    private static bool MayBeNull(ParameterInfo parameter) =>
        new NullabilityInfoContext().Create(parameter).ReadState is NullabilityState.Nullable;

    private static object Example(Type type, int pass) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => Canary,
        var id when id == typeof(Guid) => Guid.NewGuid(),
        var day when day == typeof(DateOnly) => Given.November(1).AddDays(pass * 100),
        var yesOrNo when yesOrNo == typeof(bool) => pass % 2 == 0,
        var number when number == typeof(int) => pass,
        var ids when ids == typeof(IReadOnlyList<Guid>) => new List<Guid> { Guid.NewGuid(), Guid.NewGuid() },
        var bytes when bytes == typeof(byte[]) => new byte[] { 1, 2, (byte)pass },
        { IsEnum: true } choice => choice.GetEnumValues().GetValue(pass % choice.GetEnumValues().Length)!,
        var other => throw new NotSupportedException($"What is an example of {other.Name}, and do its texts stay out of the facts?"),
    };

    private static IEnumerable<string> Texts(JsonNode node) => node switch
    {
        JsonObject facts => facts.SelectMany(fact => fact.Value is null ? [] : Texts(fact.Value)),
        JsonArray list => list.SelectMany(item => item is null ? [] : Texts(item)),
        _ => [node.ToString()],
    };
}
