using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SignaalPortaal.Application.Data;
using SignaalPortaal.Application.Organisations;
using SignaalPortaal.Application.Protection;
using SignaalPortaal.Application.Publications;
using SignaalPortaal.Application.Released;
using SignaalPortaal.Application.Signals;
using SignaalPortaal.Application.Time;
using SignaalPortaal.Application.Voice;
using SignaalPortaal.Domain.Deadlines;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Domain.Publications;
using SignaalPortaal.Domain.Signals;

namespace SignaalPortaal.Application.Demo;

/// <summary>
/// Loads the demonstration: an organisation, and signals that went through the same commands as the pages send, with a clock that walks through
/// the past year: a few that are told in full, and many short ones, so that there is something to publish about the quarters before. So every timeline is
/// true.
/// </summary>
public static class DemoStories
{
    private const int DaysUntilTheSummary = 13;

    /// <summary>Does nothing when there is an organisation already.</summary>
    /// <param name="folder">Where units.csv, people.csv, signals.json and past.json are.</param>
    /// <param name="now">The end of that year.</param>
    public static async Task LoadOnce(
        string organisationName, string folder, string connection, string? ownerConnection, PortalKeys keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var clock = new WalkingClock { Now = now };
        await using var services = new ServiceCollection().AddLogging().AddApplication(connection, ownerConnection, keys)
            .AddSingleton<TimeProvider>(clock).BuildServiceProvider();

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (await db.Set<Organisation>().AnyAsync(cancellationToken))
        {
            return;
        }

        await services.GetRequiredService<Migrator>().LetThePortalSetTheClock(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new LoadOrganisation(
                organisationName,
                await File.ReadAllTextAsync(Path.Combine(folder, "units.csv"), cancellationToken),
                await File.ReadAllTextAsync(Path.Combine(folder, "people.csv"), cancellationToken)),
            cancellationToken);
        var cast = await LoadCast(db, cancellationToken);

        var stories = await LoadStories(Path.Combine(folder, "signals.json"), cancellationToken);
        var past = await LoadStories(Path.Combine(folder, "past.json"), cancellationToken);
        var steps = stories.Concat(past).SelectMany(story => story.Steps.Select((step, index) => (story, step, index, At: MomentOf(step, now))))
            .OrderBy(part => part.At).ThenBy(part => part.index).ToList();
        var day = steps[0].At.DutchDate;
        await MakeAdviserKeys(scope.ServiceProvider, db, new Now(steps[0].At, WorkingCalendar.National, Reminders.Default), cancellationToken);
        foreach (var (story, step, _, at) in steps)
        {
            await PassDays(until: at.DutchDate);
            clock.Now = at;
            try
            {
                await Play(story, step, cast, services, at.DutchDate, cancellationToken);
            }
            catch (Exception problem) when (past.Contains(story) && problem is BrokenRuleException or SignalNotFoundException or ArgumentOutOfRangeException)
            {
                // Which weekend lies in between differs from day to day, and with it who still has it: then this layer was silent.
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                throw new InvalidOperationException($"'{story.Steps[0].Subject}': {step.Do} of {step.By} is refused, {step.DaysAgo} days ago.", problem);
            }
        }

        await PassDays(until: now.DutchDate);

        // What came before yesterday has been read.
        var yesterday = WorkingCalendar.National.SubtractWorkingDays(now.DutchDate, 1);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Messages.Where(message => message.OnDay < yesterday)
            .ExecuteUpdateAsync(update => update.SetProperty(message => message.ReadOn, message => message.OnDay), cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        async Task PassDays(DateOnly until)
        {
            for (; day <= until; day = day.AddDays(1))
            {
                clock.Now = DutchTime.At(day, TimeOnly.MinValue);
                await PassTime(services, cast.OrganisationId, cancellationToken);
                if (day == Quarter.Of(day).FirstDay)
                {
                    await Publish(services, cast.OrganisationId, day, cancellationToken);
                }
                else if (past.Count > 0 && day == Quarter.Of(day).FirstDay.AddDays(DaysUntilTheSummary))
                {
                    await DemoSummaries.Write(services, cast.OrganisationId, cast.People, Quarter.Of(day).Previous, cancellationToken);
                }
            }
        }
    }

    private static async Task<List<Story>> LoadStories(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return (await JsonSerializer.DeserializeAsync<List<Story>>(file, Story.Format, cancellationToken))!;
    }

    /// <summary>Of the organisation that was just loaded in this scope.</summary>
    private static async Task<Cast> LoadCast(PortalDb db, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        return new Cast(
            db.OrganisationId,
            await db.People.ToDictionaryAsync(person => person.Number, person => person.Id, cancellationToken),
            await db.Units.ToDictionaryAsync(unit => unit.Code, unit => unit.Id, cancellationToken));
    }

    private static async Task MakeAdviserKeys(IServiceProvider services, PortalDb db, Now now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await DemoKeys.Make(db, services.GetRequiredService<OrganisationTimeline>(), now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What the worker of the portal does each few seconds. When midnight has passed, the rest of the day brings nothing new.</summary>
    private static async Task PassTime(IServiceProvider services, Guid organisationId, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var passed = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new PassTime(organisationId, Most: 1000, Except: []), cancellationToken);
        if (passed.Problem is not null)
        {
            throw new InvalidOperationException("Time does not pass in the demonstration.", passed.Problem);
        }
    }

    /// <summary>What the portal publishes when a quarter is over; of the quarters before it everything has been published.</summary>
    private static async Task Publish(IServiceProvider services, Guid organisationId, DateOnly today, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MakePublication(organisationId, today), cancellationToken);
    }

    /// <summary>As the person would: open the signal, see what it says now, act.</summary>
    private static async Task Play(Story story, Step step, Cast cast, IServiceProvider services, DateOnly today, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await mediator.Send(new LoadViewer(cast.OrganisationId, cast.People[step.By]), cancellationToken);
        if (step.Do is "Submit")
        {
            story.Reference = (await mediator.Send(step.Submit(cast), cancellationToken)).Reference;
            return;
        }

        if (step.Do is "SeeItToo")
        {
            await SeeItToo(story.Reference!, step.People, scope.ServiceProvider, cancellationToken);
            return;
        }

        var signal = await mediator.Send(new GetSignal(story.Reference!), cancellationToken);
        await mediator.Send(step.Act(signal, cast, today) with { Reference = story.Reference!, Seen = signal.Version }, cancellationToken);
    }

    /// <summary>The first so many people of the organisation press, one after the other.</summary>
    private static async Task SeeItToo(string reference, int count, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (db, mediator) = (services.GetRequiredService<PortalDb>(), services.GetRequiredService<IMediator>());
        Guid organisation, released;
        List<Guid> people;
        await using (await db.Database.BeginTransactionAsync(cancellationToken))
        {
            organisation = db.OrganisationId;
            released = await db.SignalsOfEveryone.Where(signal => signal.Reference == reference).Select(signal => signal.Released!.Id).SingleAsync(cancellationToken);
            people = await db.People.OrderBy(person => person.Number).Select(person => person.Id).Take(count).ToListAsync(cancellationToken);
        }

        foreach (var person in people)
        {
            await mediator.Send(new LoadViewer(organisation, person), cancellationToken);
            await mediator.Send(new SeeItToo(released, Sees: true), cancellationToken);
        }
    }

    private static DateTimeOffset MomentOf(Step step, DateTimeOffset now) =>
        DutchTime.At(WorkingCalendar.National.SubtractWorkingDays(now.DutchDate, step.DaysAgo), step.Time);

    private sealed record Cast(Guid OrganisationId, IReadOnlyDictionary<string, Guid> People, IReadOnlyDictionary<string, Guid> Units);

    private sealed class WalkingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Story
    {
        public static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter() },
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };

        public required List<Step> Steps { get; init; }

        [JsonIgnore]
        public string? Reference { get; set; }
    }

    /// <summary>
    /// One act in a story. Days are counted back from today, from 1, or on from the step itself. They are working days, as most terms are: so the
    /// same signals are in time, whatever day of the week it is.
    /// </summary>
    private sealed record Step
    {
        public required int DaysAgo { get; init; }
        public required TimeOnly Time { get; init; }
        public required string By { get; init; }
        public required string Do { get; init; }

        /// <summary>Nobody keeps the receipt code, so that only others act on what is raised confidentially; from the day after on.</summary>
        public Disclosure Disclosure { get; init; }

        public SignalKind Kind { get; init; }
        public Theme? Theme { get; init; }
        public string? Subject { get; init; }
        public string? Words { get; init; }
        public RiskLevel? Risk { get; init; }
        public string? Rule { get; init; }
        public string? Since { get; init; }
        public string? Frequency { get; init; }
        public string? Affected { get; init; }
        public string? OnPaper { get; init; }
        public string? InPractice { get; init; }
        public string? Workaround { get; init; }
        public string? Unit { get; init; }
        public bool AboutMyManager { get; init; }
        public string? Line { get; init; }
        public int ExpectedInDays { get; init; }
        public string? Reading { get; init; }
        public string? Reason { get; init; }
        public string? Question { get; init; }
        public string? Reply { get; init; }
        public string? Facts { get; init; }
        public string? Advice { get; init; }
        public string? To { get; init; }
        public int ToInDays { get; init; }
        public Outcome? Outcome { get; init; }
        public string? Explanation { get; init; }
        public List<PromiseStep> Promises { get; init; } = [];
        public string? Fact { get; init; }
        public string? WhatWouldChange { get; init; }
        public int? LookAgainInDays { get; init; }
        public string? Where { get; init; }
        public string? PassedOnTo { get; init; }
        public Verdict? Verdict { get; init; }
        public Spokesperson? Spokesperson { get; init; }
        public string? Text { get; init; }
        public int Promise { get; init; }
        public string? HowToSee { get; init; }
        public PromiseJudgement? Judgement { get; init; }
        public string? HowItStands { get; init; }
        public string? Title { get; init; }
        public string? Said { get; init; }
        public string? AnswerInShort { get; init; }
        public List<string> PromisesInShort { get; init; } = [];
        public ReleaseDecision? Decision { get; init; }

        /// <summary>How many see it too.</summary>
        public int People { get; init; }

        [JsonPropertyName("step")]
        public ContactStep? Contact { get; init; }

        public SubmitSignal Submit(Cast cast) => new()
        {
            Disclosure = Disclosure,
            ReceiptKey = ReceiptCode.NewKey(),
            Kind = Kind,
            Theme = Theme,
            Subject = Subject!,
            OwnWords = Words!,
            OwnRisk = Risk ?? RiskLevel.Low,
            AffectedRule = Rule,
            Since = Since,
            Frequency = Frequency,
            Affected = Affected,
            OnPaper = OnPaper,
            InPractice = InPractice,
            Workaround = Workaround,
            ForUnit = Unit is null ? null : cast.Units[Unit],
            AboutMyManager = AboutMyManager,
        };

        public SignalAct Act(SignalView signal, Cast cast, DateOnly today) => Do switch
        {
            "Acknowledge" => new AcknowledgeSignal { Line = Line!, ExpectedOn = Earliest(After(today, ExpectedInDays), signal.LatestExpectation) },
            "Assess" => new AssessSignal { Reading = Reading!, Risk = Risk, LowerReason = Reason },
            "Ask" => new AskReporter { Question = Question! },
            "Reply" => new ReplyToQuestion { ReplyText = Reply! },
            "Update" => new UpdateReporter { HowItStands = HowItStands! },
            "AddFacts" => new AddFacts { Facts = Facts! },
            "Escalate" => new EscalateSignal { Reason = Reason!, Advice = Advice! },
            "Reroute" => new RerouteSignal { ToUnit = cast.Units[To!], Reason = Reason! },
            "Postpone" => new PostponeSignal { NewDate = Earliest(After(today, ToInDays), signal.LatestPostponement), Reason = Reason! },
            "Answer" => new AnswerSignal
            {
                Outcome = Outcome,
                Explanation = Explanation!,
                Promises = [.. Promises.Select(promise => new PromiseRow { What = promise.What, Who = promise.Who, By = After(today, promise.ByInDays) })],
                NotAdoptedReason = Outcome is Domain.Signals.Outcome.NotAdopted ? Enum.Parse<NotAdoptedReason>(Reason!) : null,
                Fact = Fact,
                WhatWouldChange = WhatWouldChange,
                LookAgainOn = LookAgainInDays is { } days ? After(today, days) : null,
                Where = Where,
                PassedOnTo = PassedOnTo,
            },
            "Verdict" => new GiveVerdict { Verdict = Verdict, VerdictText = Text },
            "Clarify" => new ClarifyAnswer { ClearerWords = Explanation! },
            "ReportPromise" => new ReportPromise { Promise = PromiseOf(signal), HowToSee = HowToSee! },
            "JudgePromise" => new JudgePromise { Promise = PromiseOf(signal), Judgement = Judgement, JudgementText = Text },
            "MovePromise" => new MovePromise { Promise = PromiseOf(signal), NewDate = After(today, ToInDays), Reason = Reason! },
            "ConfirmContact" => new ConfirmContact { Step = Contact },
            "ProposeRelease" => new ProposeRelease
            {
                ReleaseTitle = Title!,
                WhatWasSaid = Said!,
                AnswerInShort = AnswerInShort!,
                ChangeInShort = WhatWouldChange,
                Promises = [.. signal.PromisedInTheAnswer.Zip(PromisesInShort, (made, inShort) => new PromiseInShortRow { Promise = made.Promise, InShort = inShort })],
            },
            "DecideRelease" => new DecideRelease { Decision = Decision },
            "TakeBackRelease" => new TakeBackRelease(),
            "Withdraw" => new WithdrawSignal { Reason = Reason! },
            "Entrust" => new EntrustSignal
            {
                Spokesperson = Spokesperson,
                EntrustedText = Text is null ? EntrustedText.AsWritten : EntrustedText.Other,
                EntrustedWords = Text,
                EntrustedUntil = today.AddDays(ToInDays),
                WithOutcome = true,
            },
            _ => throw new InvalidOperationException($"No act is called '{Do}'."),
        };

        private Guid PromiseOf(SignalView signal) =>
            signal.Timeline.Select(item => item.Happened).OfType<Promised>().ElementAt(Promise - 1).Promise;

        private static DateOnly After(DateOnly day, int workingDays) => WorkingCalendar.National.AddWorkingDays(day, workingDays);

        private static DateOnly Earliest(DateOnly one, DateOnly other) => one < other ? one : other;
    }

    private sealed record PromiseStep(string What, string Who, int ByInDays);
}
