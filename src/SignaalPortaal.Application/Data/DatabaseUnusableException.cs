namespace SignaalPortaal.Application.Data;

/// <summary>The portal cannot use this database, or what its settings say of it. The message is for whoever runs the portal.</summary>
public sealed class DatabaseUnusableException(string message) : Exception(message);
