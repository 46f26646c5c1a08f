namespace SignaalPortaal.Web.Logs;

/// <summary>
/// On this page somebody may do what nobody is to know of: raise a signal under a name that is sealed, press that they see it too, give it to the union.
/// What breaks on it is only counted, as on the pages without signing in, whichever of its choices somebody made: the moment of a line would be the moment of the act.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LeavesNoTraceAttribute : Attribute;
