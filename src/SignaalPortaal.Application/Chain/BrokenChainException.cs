namespace SignaalPortaal.Application.Chain;

/// <summary>What was checked is not what was written. The message says where and, in a few words, what is wrong; never what was written.</summary>
public sealed class BrokenChainException : Exception
{
    public BrokenChainException(string problem)
        : base(problem) { }

    /// <param name="signal">Its reference, or its id when it has none.</param>
    public BrokenChainException(string signal, int seq, string problem)
        : base($"signal {signal}, event {seq}: {problem}") { }
}
