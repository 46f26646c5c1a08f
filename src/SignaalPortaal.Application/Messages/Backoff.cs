namespace SignaalPortaal.Application.Messages;

/// <summary>How long a mail waits before it is tried again: twice as long after each failure, to an hour at most.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    extension(MailSettings settings)
    {
        /// <summary>A little less than it could be, at random, so that what failed together does not come back together.</summary>
        public TimeSpan WaitAfter(int attempts) => settings.LongestWaitAfter(attempts) * (0.9 + (0.1 * Random.Shared.NextDouble()));

        /// <summary>About how long ago a mail was tried first when it is to be tried again now.</summary>
        public TimeSpan WaitedAfter(int attempts) =>
            Enumerable.Range(1, attempts).Aggregate(TimeSpan.Zero, (waited, attempt) => waited + (settings.LongestWaitAfter(attempt) * 0.95));

        private TimeSpan LongestWaitAfter(int attempts) =>
            TimeSpan.FromSeconds(Math.Min(Math.ScaleB(settings.RetryAfter.TotalSeconds, attempts - 1), Longest.TotalSeconds));
    }
}
