using SignaalPortaal.Application.Signals;
using SignaalPortaal.Domain.Organisations;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Display;

/// <summary>A unit within a sentence: the desk and oversight need a word of the language there, whatever the organisation calls them.</summary>
public static class UnitName
{
    extension(UnitView unit)
    {
        public string InASentence => unit.Kind switch
        {
            UnitKind.ConfidentialDesk => SharedTexts.TheDesk,
            UnitKind.Oversight => SharedTexts.TheOversight,
            _ => unit.Name,
        };

        public string AtTheStart => unit.InASentence is [var first, .. var rest] ? $"{char.ToUpper(first)}{rest}" : unit.Name;

        /// <summary>With who manages it.</summary>
        public string WithManager => unit.ManagerName is null ? unit.InASentence : $"{unit.InASentence} ({unit.ManagerName})";
    }
}
