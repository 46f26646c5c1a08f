using System.Globalization;
using System.Resources;
using SignaalPortaal.Application.Attachments;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Retention;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Tests.Texts;

public sealed class TextsTests
{
    private static readonly Type[] ShownEnums =
    [
        typeof(SignalKind), typeof(RiskLevel), typeof(SignalStatus), typeof(Closing), typeof(Outcome), typeof(NotAdoptedReason), typeof(Verdict),
        typeof(PromiseStatus), typeof(PromiseJudgement), typeof(FileRefusal), typeof(AttachmentState), typeof(FileFault), typeof(TextEncoding),
        typeof(ErasureGround), typeof(ReleaseDecision), typeof(RetentionKind), typeof(DestructionState), typeof(DestructionItemState),
        typeof(Spokesperson), typeof(EntrustedText), typeof(ReadThrough), typeof(MessageKind),
    ];

    [Fact]
    public void Every_rule_has_its_sentence() =>
        Enum.GetNames<SignalRule>().Concat(Enum.GetNames<PublicationRule>()).Where(rule => RuleTexts.ResourceManager.GetString(rule) is null).ShouldBeEmpty();

    [Fact]
    public void Every_value_that_is_shown_has_its_words() =>
        ShownEnums.SelectMany(type => Enum.GetNames(type).Select(value => $"{type.Name}_{value}"))
            .Concat(Enum.GetNames<SignalActs>().Skip(1).Select(act => $"SignalActs_{act}"))
            .Concat(Enum.GetNames<NotAdoptedReason>().Select(reason => $"NotAdoptedReason_{reason}_Hint"))
            .Where(name => EnumTexts.ResourceManager.GetString(name) is null)
            .ShouldBeEmpty();

    [Fact]
    public void Everything_that_is_published_has_its_words()
    {
        PublishedDimension[] own = [PublishedDimension.Status, PublishedDimension.Timeliness, PublishedDimension.Duration];

        Enum.GetNames<PublishedMeasure>().Select(measure => $"Measure_{measure}")
            .Concat(Enum.GetNames<PublishedDimension>().Select(dimension => $"Dimension_{dimension}"))
            .Concat(own.SelectMany(dimension => PublishedLeaf.Now[dimension].Select(leaf => $"{dimension}_{leaf}")))
            .Append($"{PublishedDimension.Reason}_{PublishedLeaf.NoReason}")
            .Where(name => PublicationTexts.ResourceManager.GetString(name) is null)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_field_of_a_form_has_its_name()
    {
        var commands = typeof(SignalAct).Assembly.GetTypes().Where(type => type.BaseType == typeof(SignalAct)).Append(typeof(SubmitSignal)).Append(typeof(PromiseRow)).Append(typeof(PromiseInShortRow));
        string[] notFilledIn = [nameof(SignalAct.Reference), nameof(SignalAct.Seen), nameof(SignalAct.FormKey), nameof(SubmitSignal.ReceiptKey), nameof(AddFacts.UploadKey), nameof(ReportPromise.Promise)];

        var names = commands.SelectMany(command => command.GetProperties()).Select(property => property.Name).Except(notFilledIn);

        names.Where(name => FieldTexts.ResourceManager.GetString(name) is null).ShouldBeEmpty();
    }

    [Fact]
    public void Every_event_is_shown_by_a_partial_of_its_name()
    {
        var views = typeof(EnumTexts).Assembly.GetTypes().Select(type => type.Name).ToHashSet();

        var events = typeof(TimelineEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(TimelineEvent));

        events.Where(happened => !views.Contains($"Pages_Signals_Timeline__{happened.Name}")).ShouldBeEmpty();
    }

    [Fact]
    public void No_text_is_empty()
    {
        var files = typeof(EnumTexts).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".resources", StringComparison.Ordinal)).ToList();

        files.Count.ShouldBeGreaterThan(7);
        foreach (var file in files)
        {
            var manager = new ResourceManager(file[..^".resources".Length], typeof(EnumTexts).Assembly);
            foreach (System.Collections.DictionaryEntry text in manager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!)
            {
                ((string?)text.Value).ShouldNotBeNullOrWhiteSpace($"{file} {text.Key}");
            }
        }
    }
}
