namespace SignaalPortaal.Web.Texts;

/// <summary>The words of an enum's values are EnumTexts.&lt;Enum&gt;_&lt;Value&gt;.</summary>
public static class EnumNames
{
    extension<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        public string Text => EnumTexts.ResourceManager.GetString($"{typeof(TEnum).Name}_{value}")!;

        /// <summary>A line of explanation, where there is one.</summary>
        public string? Hint => EnumTexts.ResourceManager.GetString($"{typeof(TEnum).Name}_{value}_Hint");
    }
}
