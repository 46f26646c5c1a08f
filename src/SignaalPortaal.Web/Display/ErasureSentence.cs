using SignaalPortaal.Domain.Signals;
using SignaalPortaal.Web.Texts;

namespace SignaalPortaal.Web.Display;

public static class ErasureSentence
{
    extension(Erasure erasure)
    {
        /// <summary>What stands in the place of a text.</summary>
        public string Text => string.Format(SignalTexts.ErasedText, erasure.On.InFull, erasure.Ground.Text);
    }
}
