using System.Text;
using static SignaalPortaal.Application.Attachments.FileRefusedException;

namespace SignaalPortaal.Application.Attachments.Pdf;

/// <summary>
/// What a PDF may not do, and what it need not tell. Judged by where a value stands and what it is, never by words in its texts: a font may be
/// called AA, and a title may speak of JavaScript.
/// </summary>
internal sealed class PdfHarm(PdfFile file)
{
    /// <summary>Actions that only move about in the document itself.</summary>
    private static readonly HashSet<string> Moving = ["GoTo", "Named", "Thread"];

    /// <summary>Actions that may wait for a click.</summary>
    private static readonly HashSet<string> OnAClick = [.. Moving, "URI", "Hide", "ResetForm", "SetOCGState", "Trans"];

    /// <summary>Actions wherever they stand: nothing else is called like this.</summary>
    private static readonly HashSet<string> Doing = ["JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition", "GoToE", "RichMediaExecute", "GoTo3DView"];

    private static readonly HashSet<string> MovingNames = ["NextPage", "PrevPage", "FirstPage", "LastPage"];

    /// <summary>Annotations that play or carry something.</summary>
    private static readonly HashSet<string> Playing = ["RichMedia", "3D", "Screen", "Movie", "Sound", "FileAttachment"];

    /// <summary>Annotations that a person makes while reading: they say who that was, and when.</summary>
    private static readonly HashSet<string> Remarks =
    [
        "Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret", "Stamp", "Ink", "Popup", "Redact",
    ];

    /// <summary>What tells about the maker of a document, a page or an image, or belongs to a signature that no longer fits.</summary>
    private static readonly string[] Telling = ["Metadata", "PieceInfo", "LastModified", "Perms", "DSS", "AF", "SpiderInfo", "OPI", "Thumb"];

    /// <summary>Where a link may lead; another one says how folders are called where the document was made.</summary>
    private static readonly string[] Links = ["http://", "https://", "mailto:", "tel:"];

    /// <summary>Takes out of a dictionary what it need not tell.</summary>
    /// <exception cref="FileRefusedException">It does something by itself, or carries another file.</exception>
    public void Examine(PdfDictionary dictionary, bool isStream)
    {
        RefuseIf(dictionary.NameOf("S") is { } action && Doing.Contains(action));
        RefuseIf(dictionary.NameOf("Type") is "EmbeddedFile");
        RefuseIf(isStream && (dictionary["F"] is not null || dictionary.NameOf("Subtype") is "PS" || dictionary.NameOf("Subtype2") is "PS"));
        RefuseIf(IsAnnotation(dictionary) && Playing.Contains(dictionary.NameOf("Subtype") ?? ""));
        RefuseIf(Is<PdfText>(dictionary["JS"]) || (dictionary["JS"] is PdfReference script && file.Get(script.Number) is { Data: not null, Value: PdfDictionary code } && !IsShown(code)));
        RefuseIf(dictionary["XFA"] is { } form && (Is<PdfList>(form) || (form is PdfReference reference && file.Get(reference.Number).Data is not null)));
        RefuseIf(HasEntries(dictionary["JavaScript"]) || HasEntries(dictionary["EmbeddedFiles"]) || HasEntries(dictionary["Renditions"]));
        RefuseIf(HoldsFiles(dictionary["EF"]) || HoldsFiles(dictionary["RF"]));
        RequireHarmless(dictionary["OpenAction"], Moving);
        RequireHarmless(dictionary["PA"], Moving);
        if (file.Resolve(dictionary["AA"]) is PdfDictionary byThemselves)
        {
            foreach (var trigger in byThemselves.Entries.Values)
            {
                RequireHarmless(trigger, Moving);
            }
        }

        foreach (var clicked in (string[])["A", "Next"])
        {
            if (file.Resolve(dictionary[clicked]) is PdfDictionary one && one.NameOf("S") is not null && LeadsElsewhere(one))
            {
                dictionary.Entries.Remove(clicked);
            }

            RequireHarmless(dictionary[clicked], OnAClick);
        }

        Forget(dictionary, isStream);
    }

    /// <summary>What says who made the document, in a stream of its own.</summary>
    public static bool IsMetadata(PdfDictionary stream) => stream.NameOf("Type") is "Metadata" || stream.NameOf("Subtype") is "XML";

    private void Forget(PdfDictionary dictionary, bool isStream)
    {
        // A list of fonts or images has names of its own, and no type.
        if (isStream || dictionary["Type"] is not null || dictionary["Pages"] is not null || dictionary["Parent"] is not null)
        {
            foreach (var key in Telling)
            {
                dictionary.Entries.Remove(key);
            }
        }

        if (Is<PdfPlain>(dictionary["SigFlags"]))
        {
            dictionary.Entries.Remove("SigFlags");
        }

        if (file.Resolve(dictionary["CreatorInfo"]) is PdfDictionary creator && creator["Creator"] is not null)
        {
            dictionary.Entries.Remove("CreatorInfo");
        }

        if (IsAnnotation(dictionary) && Remarks.Contains(dictionary.NameOf("Subtype") ?? ""))
        {
            foreach (var key in (string[])["T", "M", "CreationDate", "NM"])
            {
                dictionary.Entries.Remove(key);
            }
        }

        if (file.Resolve(dictionary["V"]) is PdfDictionary signature && signature["ByteRange"] is not null)
        {
            // What it looks like stays.
            dictionary.Entries.Remove("V");
        }

        if (isStream && dictionary.NameOf("Subtype") is "Form" && file.Resolve(dictionary["Ref"]) is PdfDictionary)
        {
            // A page of another file, in the place of which this one is shown.
            dictionary.Entries.Remove("Ref");
        }
    }

    /// <summary>Each of these actions, and each that follows it, is one of the allowed.</summary>
    private void RequireHarmless(PdfValue? value, HashSet<string> allowed, int depth = 0)
    {
        const int most = 20;
        Require(depth < most);
        switch (file.Resolve(value))
        {
            case PdfList list when list.Items.Count <= 1000:
                foreach (var item in list.Items.Where(item => item is PdfReference or PdfDictionary))
                {
                    RequireHarmless(item, allowed, depth + 1);
                }

                break;

            case PdfDictionary action when action.NameOf("S") is { } name && !(allowed == OnAClick && IsAttribute(action)):
                RefuseIf(!allowed.Contains(name));
                RefuseIf(name is "Named" && allowed == Moving && !MovingNames.Contains(action.NameOf("N") ?? ""));
                if (action["Next"] is { } next)
                {
                    RequireHarmless(next, allowed, depth + 1);
                }

                break;
        }
    }

    private bool LeadsElsewhere(PdfDictionary action) => action.NameOf("S") switch
    {
        "GoToR" => true,
        "URI" => file.Resolve(action["URI"]) is not PdfText { Bytes: var bytes }
            || !Links.Any(link => Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 16))).StartsWith(link, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    private bool HasEntries(PdfValue? tree) => file.Resolve(tree) is PdfDictionary dictionary
        && (file.Resolve(dictionary["Names"]) is PdfList { Items.Count: > 0 } || file.Resolve(dictionary["Kids"]) is PdfList { Items.Count: > 0 });

    private bool HoldsFiles(PdfValue? files) => file.Resolve(files) is PdfDictionary dictionary
        && ((string[])["F", "UF", "DOS", "Mac", "Unix"]).Any(key => dictionary[key] is not null);

    private bool Is<T>(PdfValue? value)
        where T : PdfValue => value is not null && file.Resolve(value) is T;

    private static bool IsAnnotation(PdfDictionary dictionary) => dictionary.NameOf("Type") is "Annot" || dictionary["Rect"] is not null;

    /// <summary>How a part of the structure is laid out; it stands under the same letter as an action.</summary>
    private static bool IsAttribute(PdfDictionary dictionary) => dictionary.NameOf("O") is "Layout" or "List" or "Table" or "PrintField" or "UserProperties";

    private static bool IsShown(PdfDictionary stream) => stream.NameOf("Subtype") is "Form" or "Image";

    private static void RefuseIf(bool isHarmful)
    {
        if (isHarmful)
        {
            throw new FileRefusedException(FileRefusal.PdfDoesThings);
        }
    }
}
