"""Builds the files of the corpus that no program makes; called by make.sh. See README.md."""
import io
import struct
import sys
import zlib
from pathlib import Path

from PIL import Image
from reportlab.pdfgen import canvas

AUTHOR = "Kanarie Karelsen"
work = Path(sys.argv[1])


def put(folder, name, data):
    (Path(folder) / name).write_bytes(data if isinstance(data, bytes) else data.encode("latin-1"))


# --- PDF ---------------------------------------------------------------------------------------------------------------------------------------------

PAGE = {
    1: "<</Type/Catalog/Pages 2 0 R{catalog}>>",
    2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>{page}>>",
    5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
}
CONTENT = b"BT /F1 12 Tf 10 50 Td (Een brief) Tj ET"


def stream(data, dictionary=""):
    return f"<<{dictionary}/Length {len(data)}>>\nstream\n".encode("latin-1") + data + b"\nendstream"


def objects(catalog="", page="", extra=None, content=None):
    made = {number: text.format(catalog=catalog, page=page).encode("latin-1") if "{" in text else text.encode() for number, text in PAGE.items()}
    made[4] = content or stream(CONTENT)
    for number, value in (extra or {}).items():
        made[number] = value if isinstance(value, bytes) else value.encode("latin-1")
    return made


def table(places):
    lines = [b"xref\n0 1\n0000000000 65535 f \n"]
    for number, offset in sorted(places.items()):
        lines.append(f"{number} 1\n{offset:010} 00000 n \n".encode())
    return b"".join(lines)


def plain(made, trailer="", version="1.7", before=b"", prev=None):
    out = before or f"%PDF-{version}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1")
    places = {}
    for number, value in made.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + value + b"\nendobj\n"
    start = len(out)
    out += table(places)
    out += f"trailer\n<</Size {max(made) + 1}/Root 1 0 R{trailer}{f'/Prev {prev}' if prev is not None else ''}>>\nstartxref\n{start}\n%%EOF\n".encode("latin-1")
    return out


def start_of(pdf):
    return int(pdf.rsplit(b"startxref\n", 1)[1].split()[0])


def packed(made, filters="/Filter/FlateDecode", pack=zlib.compress, trailer="", predictor=False):
    """Everything but streams in one stream of objects, and an index that is a stream."""
    loose = {number: value for number, value in made.items() if b"\nstream\n" in value}
    inside = {number: value for number, value in made.items() if number not in loose}
    out = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"
    places = {}
    for number, value in loose.items():
        places[number] = (1, len(out), 0)
        out += f"{number} 0 obj\n".encode() + value + b"\nendobj\n"
    head, body = "", b""
    holder = max(made) + 1
    for index, (number, value) in enumerate(inside.items()):
        head += f"{number} {len(body)} "
        body += value + b"\n"
        places[number] = (2, holder, index)
    places[holder] = (1, len(out), 0)
    out += f"{holder} 0 obj\n".encode() + stream(pack(head.encode() + body), f"/Type/ObjStm/N {len(inside)}/First {len(head)}{filters}") + b"\nendobj\n"
    places[holder + 1] = (1, len(out), 0)
    rows = [bytes(7)] + [struct.pack(">BIH", *places.get(number, (0, 0, 0))) for number in range(1, holder + 2)]
    parameters = ""
    if predictor:
        before, predicted = bytes(7), []
        for row in rows:
            predicted.append(b"\x02" + bytes((one - above) % 256 for one, above in zip(row, before)))
            before = row
        rows, parameters = predicted, "/DecodeParms<</Predictor 12/Columns 7>>"
    start = len(out)
    out += f"{holder + 1} 0 obj\n".encode() + stream(zlib.compress(b"".join(rows)),
        f"/Type/XRef/Size {holder + 2}/W[1 4 2]/Root 1 0 R{trailer}/Filter/FlateDecode{parameters}") + f"\nendobj\nstartxref\n{start}\n%%EOF\n".encode()
    return out


def hybrid(catalog, old_catalog=""):
    """As Word writes it: an index for old readers, and one for new readers with more in it."""
    made = objects(old_catalog)
    hidden = f"1 0 <</Type/Catalog/Pages 2 0 R{catalog}>>".encode()
    first = hidden.index(b"<<")
    out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    places = {}
    for number, value in made.items():
        if number == 1 and catalog:
            continue
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + value + b"\nendobj\n"
    places[7] = len(out)
    out += b"7 0 obj\n" + stream(zlib.compress(hidden), f"/Type/ObjStm/N 1/First {first}/Filter/FlateDecode") + b"\nendobj\n"
    second = len(out)
    rows = struct.pack(">BIH", 2, 7, 0)
    out += b"8 0 obj\n" + stream(rows, "/Type/XRef/Size 9/W[1 4 2]/Index[1 1]/Root 1 0 R") + b"\nendobj\n"
    start = len(out)
    out += table(places) + f"trailer\n<</Size 9/Root 1 0 R/XRefStm {second}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return out


INFO = f"<</Author({AUTHOR})/Creator(Word)/Producer(Microsoft Word van {AUTHOR})/Title(Besluit WIA/AA /JS /EF bijlage 2)>>"
XMP = stream(f"<x:xmpmeta><dc:creator>{AUTHOR}</dc:creator></x:xmpmeta>".encode(), "/Type/Metadata/Subtype/XML")
JS = "<</S/JavaScript/JS(app.alert\\(1\\))>>"

put("taken", "plain.pdf", plain(objects()))
put("taken", "info.pdf", plain(objects("/Metadata 7 0 R", extra={6: INFO, 7: XMP}), "/Info 6 0 R/ID[<4B616E61726965><4B616E61726965>]"))
put("taken", "view-page.pdf", plain(objects("/OpenAction[3 0 R/XYZ null null 0]")))
put("taken", "view-goto.pdf", plain(objects("/OpenAction<</S/GoTo/D[3 0 R/Fit]>>")))
put("taken", "view-named.pdf", plain(objects("/OpenAction<</S/Named/N/FirstPage>>")))
put("taken", "words-of-actions-in-texts.pdf", plain(objects("/Lang(/JavaScript /Launch /Encrypt)", extra={6: INFO}), "/Info 6 0 R"))
put("taken", "fonts-with-short-names.pdf", plain(objects(page="/Group<</S/Transparency>>", extra={
    3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</AA 5 0 R/EF 5 0 R/JS 5 0 R/F1 5 0 R/Metadata 5 0 R>>>>>>"})))
put("taken", "structure-called-sound.pdf", plain(objects("/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>", extra={
    6: "<</Type/StructTreeRoot/K 7 0 R>>", 7: "<</S/Sound/P 6 0 R/A<</O/Layout/S/Movie>>/K[]>>"})))
put("taken", "metadata-in-object-stream.pdf", packed(objects("/Metadata 7 0 R", extra={6: INFO, 7: XMP, 8: f"<</Author({AUTHOR})>>"}), trailer="/Info 6 0 R"))
put("taken", "index-with-predictor.pdf", packed(objects(extra={6: INFO}), trailer="/Info 6 0 R", predictor=True))
put("taken", "piece-info.pdf", plain(objects(f"/PieceInfo<</Illustrator<</LastModified(D:2026)/Private<</Naam({AUTHOR})>>>>>>",
    f"/PieceInfo<</A<</Private({AUTHOR})>>>>/LastModified(D:2026)/Thumb 7 0 R", {7: stream(AUTHOR.encode())})))
put("taken", "remark.pdf", plain(objects(page="/Annots[6 0 R]", extra={6: f"<</Type/Annot/Subtype/Text/Rect[9 9 30 30]/Contents(Klopt dit?)/T({AUTHOR})/M(D:2026)/NM({AUTHOR})>>"})))
put("taken", "link.pdf", plain(objects(page="/Annots[6 0 R 7 0 R 8 0 R]", extra={
    6: "<</Type/Annot/Subtype/Link/Rect[9 9 30 30]/A<</S/URI/URI(https://www.example.nl/)>>>>",
    7: f"<</Type/Annot/Subtype/Link/Rect[9 9 30 30]/A<</S/URI/URI(file:///C:/Users/{AUTHOR}/brief.docx)>>>>",
    8: f"<</Type/Annot/Subtype/Link/Rect[9 9 30 30]/A<</S/GoToR/F(C:/Users/{AUTHOR}/b.pdf)/D[0/Fit]>>>>"})))
put("taken", "signed.pdf", plain(objects("/AcroForm<</Fields[6 0 R]/SigFlags 3>>/Perms<</DocMDP 7 0 R>>", "/Annots[6 0 R]", {
    6: "<</Type/Annot/Subtype/Widget/FT/Sig/T(Handtekening)/Rect[9 9 30 30]/V 7 0 R>>",
    7: f"<</Type/Sig/Filter/Adobe.PPKLite/Name({AUTHOR})/ByteRange[0 1 2 3]/Contents<00>>>"})))
put("taken", "form.pdf", plain(objects("/AcroForm<</Fields[6 0 R]>>", "/Annots[6 0 R]", {
    6: "<</Type/Annot/Subtype/Widget/FT/Tx/T(Naam)/V(ingevuld)/Rect[9 9 30 30]>>"})))
before = plain(objects(extra={6: INFO}), "/Info 6 0 R")
put("taken", "update.pdf", plain({4: stream(CONTENT.replace(b"brief", b"nota"))}, before=before, prev=start_of(before)))
before = plain(objects(f"/Names<</JavaScript<</Names[({AUTHOR}) 6 0 R]>>>>", extra={6: JS}))
put("taken", "script-taken-out-by-update.pdf", plain({1: b"<</Type/Catalog/Pages 2 0 R>>"}, before=before, prev=start_of(before)))
put("taken", "word-like.pdf", hybrid("/Lang(nl)/ViewerPreferences<</DisplayDocTitle true>>"))
put("taken", "loose-objects.pdf", plain(objects(extra={6: f"<</Naam({AUTHOR})/S/JavaScript/JS(x)>>"})))
put("taken", "behind-the-end.pdf", plain(objects()) + b"PK\x03\x04 " + AUTHOR.encode() + b"\n")
put("taken", "length-in-another-object.pdf", plain(objects(content=b"<</Length 6 0 R>>\nstream\n" + CONTENT + b"\nendstream", extra={6: str(len(CONTENT))})))
put("taken", "length-wrong.pdf", plain(objects(content=b"<</Length 3>>\nstream\n" + CONTENT + b"\nendstream")))
put("taken", "no-index.pdf", plain(objects()).replace(b"xref\n0 1", b"xrff\n0 1"))
put("taken", "names-with-numbers.pdf", plain(objects()).replace(b"/Helvetica", b"/Helv#65tica").replace(b"/Pages", b"/P#61ges"))
photo = Path("taken/orientation-1.jpg").read_bytes()
put("taken", "photo-within.pdf", plain(objects(page="/Group 6 0 R", extra={
    6: stream(photo, "/Type/XObject/Subtype/Image/Width 48/Height 32/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Metadata 7 0 R"), 7: XMP})))
page = canvas.Canvas(str(Path("taken/reportlab.pdf")))
page.setAuthor(AUTHOR)
page.setTitle("Brief")
page.drawString(72, 700, "Een brief")
page.bookmarkPage("een")
page.addOutlineEntry("Een", "een")
page.showPage()
page.save()

acts = {
    "start-script": ("/OpenAction 6 0 R", "", {6: JS}),
    "start-script-direct": (f"/OpenAction{JS}", "", {}),
    "start-address": ("/OpenAction<</S/URI/URI(https://example.nl/x)>>", "", {}),
    "start-print": ("/OpenAction<</S/Named/N/Print>>", "", {}),
    "start-then-script": (f"/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next{JS}>>", "", {}),
    "start-then-address": ("/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next<</S/URI/URI(http://x)>>>>", "", {}),
    "names-script": ("/Names<</JavaScript<</Names[(a) 6 0 R]>>>>", "", {6: JS}),
    "names-script-kids": ("/Names 7 0 R", "", {6: JS, 7: "<</JavaScript 8 0 R>>", 8: "<</Kids[9 0 R]>>", 9: "<</Names[(a) 6 0 R]>>"}),
    "escaped-names": ("/OpenAction<</S/J#61va#53cript/J#53(x)>>", "", {}),
    "launch": ("", "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(cmd.exe)>>>>]", {}),
    "submit": ("", "/Annots[<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/A<</S/SubmitForm/F(http://x)>>>>]", {}),
    "import": ("", "/Annots[<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]/A<</S/ImportData/F(x)>>>>]", {}),
    "page-by-itself": ("", "/AA<</O<</S/URI/URI(http://x)>>>>", {}),
    "field-by-itself": ("/AcroForm<</Fields[6 0 R]>>", "/Annots[6 0 R]", {6: f"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/AA<</K{JS}>>>>"}),
    "script-in-a-stream": ("/OpenAction<</S/JavaScript/JS 6 0 R>>", "", {6: stream(b"app.alert(1)")}),
    "xfa": ("/AcroForm<</Fields[]/XFA 6 0 R>>", "", {6: stream(b"<xdp/>")}),
    "xfa-list": ("/AcroForm<</Fields[]/XFA[(a) 6 0 R]>>", "", {6: stream(b"<xdp/>")}),
    "rich-media": ("", "/Annots[<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]>>]", {}),
    "film": ("", "/Annots[<</Type/Annot/Subtype/Movie/Rect[0 0 9 9]/Movie<</F(x)>>>>]", {}),
    "sound": ("", "/Annots[<</Type/Annot/Subtype/Sound/Rect[0 0 9 9]/Sound 6 0 R>>]", {6: stream(b"x", "/R 8000")}),
    "screen": ("", "/Annots[<</Type/Annot/Subtype/Screen/Rect[0 0 9 9]/A<</S/Rendition/OP 0>>>>]", {}),
    "model": ("", "/Annots[<</Type/Annot/Subtype/3D/Rect[0 0 9 9]>>]", {}),
    "file-on-page": ("", "/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</EF<</F 6 0 R>>>>>>]", {6: stream(b"x", "/Type/EmbeddedFile")}),
    "files": ("/Names<</EmbeddedFiles<</Names[(a)<</EF<</F 6 0 R>>>>]>>>>", "", {6: stream(b"x", "/Type/EmbeddedFile")}),
    "associated-file": ("/AF[6 0 R]/Names<</Dests<</Names[(a) 6 0 R]>>>>", "", {6: "<</Type/Filespec/EF<</UF 7 0 R>>>>", 7: stream(b"x")}),
    "goto-embedded": ("", "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/GoToE/D(a)>>>>]", {}),
    "outside-stream": ("", "/Group 6 0 R", {6: stream(b"", "/F(http://x/y)")}),
    "postscript": ("", "/Group 6 0 R", {6: stream(b"x", "/Type/XObject/Subtype/PS")}),
}
for name, (catalog, page, extra) in acts.items():
    put("PdfDoesThings", f"{name}.pdf", plain(objects(catalog, page, extra)))
for name in ("start-script", "names-script-kids", "files", "submit"):
    catalog, page, extra = acts[name]
    put("PdfDoesThings", f"{name}-packed.pdf", packed(objects(catalog, page, extra), predictor=name == "files"))
before = plain(objects())
put("PdfDoesThings", "script-put-in-by-update.pdf", plain({1: f"<</Type/Catalog/Pages 2 0 R/OpenAction{JS}>>".encode()}, before=before, prev=start_of(before)))
put("PdfDoesThings", "hybrid-script-for-new-readers.pdf", hybrid(f"/OpenAction{JS}"))
put("PdfDoesThings", "script-without-index.pdf", plain(objects("/OpenAction 6 0 R", extra={6: JS})).replace(b"startxref", b"startxreg"))
put("PdfIsEncrypted", "encrypted-and-a-script.pdf", plain(objects(f"/OpenAction{JS}", extra={6: "<</Filter/Standard/V 1/R 2/O(x)/U(y)/P -4>>"}), "/Encrypt 6 0 R"))
before = plain(objects(extra={6: "<</Filter/Standard/V 1/R 2/O(x)/U(y)/P -4>>"}), "/Encrypt 6 0 R")
put("PdfIsEncrypted", "encrypted-before-update.pdf", plain({5: PAGE[5].encode()}, before=before, prev=start_of(before)))

bomb = zlib.compress(bytes(200_000_000), 9)
put("Damaged", "bomb-objects.pdf", packed(objects(), pack=lambda data: zlib.compress(data + b" " * 100_000_000, 9)))
put("Damaged", "bomb-content.pdf", plain(objects(content=stream(bomb, "/Filter/FlateDecode"))))
put("Damaged", "bomb-packed-twice.pdf", plain(objects(content=stream(zlib.compress(bomb, 9), "/Filter[/FlateDecode/FlateDecode]"))))
put("Damaged", "bomb-small-image.pdf", plain(objects(page="/Group 6 0 R", extra={
    6: stream(zlib.compress(bytes(20_000_000), 9), "/Subtype/Image/Width 1/Height 1/Filter/FlateDecode")})))
put("TooManyPixels", "image-of-a-million-by-a-million.pdf", plain(objects(page="/Group 6 0 R", extra={6: stream(b"x", "/Subtype/Image/Width 1000000/Height 1000000")})))
put("Damaged", "nested-lists.pdf", plain(objects("/Lang" + "[" * 50_000 + "]" * 50_000)))
put("Damaged", "no-pages.pdf", plain({1: b"<</Type/Catalog>>"}))
put("Damaged", "root-is-itself.pdf", plain({1: b"1 0 R"}))
put("Damaged", "objects-packed-by-lzw.pdf", packed(objects(), filters="/Filter/LZWDecode"))

# --- photographs and images --------------------------------------------------------------------------------------------------------------------------

base = Image.open(work / "base.png").convert("RGB")


def profile(red, green, blue, gamma, texts=()):
    """A colour profile (ICC 2) of three colours and a curve, with texts of its maker."""
    def xyz(values):
        return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    tags = [(b"rXYZ", xyz(red)), (b"gXYZ", xyz(green)), (b"bXYZ", xyz(blue)), (b"wtpt", xyz((0.9642, 1, 0.8249))),
            (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve)]
    tags += [(name, b"text\0\0\0\0" + text.encode() + b"\0" * (4 - len(text) % 4)) for name, text in texts]
    offset = 128 + 4 + 12 * len(tags)
    index, body = struct.pack(">I", len(tags)), b""
    for name, content in tags:
        index += name + struct.pack(">II", offset + len(body), len(content))
        body += content
    head = struct.pack(">I4sI4s4s4s", 0, b"KANA", 0x02100000, b"mntr", b"RGB ", b"XYZ ") + struct.pack(">6H", 2026, 1, 1, 1, 1, 1)
    head += b"acspAPPL" + bytes(4) + b"KanaKare" + bytes(8) + struct.pack(">I3I", 0, 0xF6D6, 0x10000, 0xD32D) + b"Kana"
    head += b"\0" * (128 - len(head))
    return struct.pack(">I", 128 + len(index) + len(body)) + head[4:] + index + body


NAMES = [(b"desc", f"Scherm van {AUTHOR}"), (b"cprt", AUTHOR), (b"dmnd", AUTHOR), (b"dmdd", AUTHOR), (b"mmod", AUTHOR)]
P3 = profile((0.5151, 0.2412, -0.0011), (0.2919, 0.6922, 0.0419), (0.1572, 0.0666, 0.7841), 2.2, NAMES)


def jpeg(image, **options):
    out = io.BytesIO()
    image.save(out, "JPEG", **options)
    return out.getvalue()


def segment(marker, content):
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def after_start(photo, *segments):
    return photo[:2] + b"".join(segments) + photo[2:]


plain_photo = jpeg(base, quality=85)
put("taken", "display-p3.jpg", jpeg(base, quality=85, icc_profile=P3))
put("taken", "display-p3-progressive.jpg", jpeg(base, quality=85, progressive=True, icc_profile=P3))
large = P3 + (AUTHOR.encode() * 9_000)
put("taken", "profile-in-parts.jpg", jpeg(base, quality=85, icc_profile=struct.pack(">I", len(large)) + large[4:]))
put("taken", "profile-broken.jpg", jpeg(base, quality=85, icc_profile=AUTHOR.encode() * 20))
put("taken", "cmyk-adobe.jpg", jpeg(base.convert("CMYK"), quality=85))
put("taken", "maker-note.jpg", after_start(plain_photo, segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x927C, 7, 60, 26) + bytes(4) + AUTHOR.encode() * 4)))
put("taken", "hdr-gain-map.jpg", after_start(plain_photo,
    segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + f'<x:xmpmeta hdrgm:Version="1.0">{AUTHOR}</x:xmpmeta>'.encode()),
    segment(0xE2, b"MPF\0MM\0*\0\0\0\x08" + AUTHOR.encode()), segment(0xE2, b"urn:iso:std:iso:ts:21496:-1\0" + AUTHOR.encode()))
    + after_start(plain_photo, segment(0xFE, AUTHOR.encode())) + b"SEFT" + AUTHOR.encode())
put("taken", "app-segments.jpg", after_start(plain_photo, *(segment(0xE0 + number, AUTHOR.encode()) for number in range(16)), segment(0xFE, AUTHOR.encode())))
put("taken", "filled-between.jpg", plain_photo[:2] + b"\xff\xff" + plain_photo[2:])
put("Damaged", "no-end.jpg", plain_photo[:-2])
put("Damaged", "script-in-tables.jpg", after_start(plain_photo, segment(0xDB, b"\x00" + bytes(64) + b"<script>")))
resized = bytearray(plain_photo)
frame = resized.index(b"\xff\xc0")
resized[frame + 5:frame + 9] = b"\xff\xff\xff\xff"
put("TooManyPixels", "bomb.jpg", bytes(resized))


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(image, before=(), after=(), profile=None):
    out = io.BytesIO()
    image.save(out, "PNG", **({"icc_profile": profile} if profile else {}))
    made = out.getvalue()
    return made[:33] + b"".join(before) + made[33:-12] + b"".join(after) + made[-12:]


def exif(orientation):
    return b"II*\0\x08\0\0\0\x02\0" + struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0) + struct.pack("<HHII", 0x010F, 2, 16, 38) + bytes(4) + AUTHOR.encode()


put("taken", "display-p3.png", png(base, profile=P3))
put("taken", "exif-orientation-6.png", png(base, [chunk(b"eXIf", exif(6))]))
put("taken", "exif-orientation-5-behind.png", png(base, after=[chunk(b"eXIf", exif(5))]))
put("taken", "all-chunks.png", png(base, [
    chunk(b"gAMA", struct.pack(">I", 45455)), chunk(b"cHRM", struct.pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)),
    chunk(b"sBIT", b"\x08\x08\x08"), chunk(b"bKGD", bytes(6)), chunk(b"pHYs", struct.pack(">IIB", 2835, 2835, 1)), chunk(b"tIME", b"\x07\xea\1\1\1\1\1"),
    chunk(b"tEXt", b"Author\0" + AUTHOR.encode()), chunk(b"zTXt", b"Author\0\0" + zlib.compress(AUTHOR.encode())),
    chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + AUTHOR.encode()), chunk(b"sPLT", AUTHOR.encode() + b"\0\x08"), chunk(b"iDOT", AUTHOR.encode()),
    chunk(b"prVt", AUTHOR.encode()), chunk(b"eXIf", exif(1))]) + AUTHOR.encode())
put("taken", "hdr.png", png(base, [chunk(b"cICP", b"\x09\x10\0\1"), chunk(b"mDCV", bytes(24)), chunk(b"cLLI", bytes(8))]))
frames = [base, base.transpose(Image.FLIP_TOP_BOTTOM)]
out = io.BytesIO()
frames[0].save(out, "PNG")
first = out.getvalue()
out = io.BytesIO()
frames[1].save(out, "PNG")
second = out.getvalue()
data = second[second.index(b"IDAT") + 4:]
data = data[:struct.unpack(">I", second[second.index(b"IDAT") - 4:second.index(b"IDAT")])[0]]
control = struct.pack(">IIIIHHBB", 48, 32, 0, 0, 1, 2, 0, 0)
put("taken", "moving.png", first[:33] + chunk(b"acTL", struct.pack(">II", 2, 0)) + chunk(b"fcTL", struct.pack(">I", 0) + control) + first[33:-12]
    + chunk(b"fcTL", struct.pack(">I", 1) + control) + chunk(b"fdAT", struct.pack(">I", 2) + data) + chunk(b"tEXt", b"Author\0" + AUTHOR.encode()) + first[-12:])
put("taken", "moving-wrongly.png", png(base, [chunk(b"acTL", AUTHOR.encode())]))
put("taken", "size-on-paper-and-palette.png", png(base.convert("P", palette=Image.ADAPTIVE, colors=7), [chunk(b"pHYs", struct.pack(">IIB", 1, 1, 1))]))
put("Damaged", "wrong-sum.png", png(base, [chunk(b"tEXt", b"a\0b")[:-1] + b"\0"]))
put("Damaged", "unknown-chunk.png", png(base, [chunk(b"XXXX", b"")]))
put("TooManyPixels", "bomb.png", b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 10_000, 5_001, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(bytes(100_000), 9)) + chunk(b"IEND", b""))

# --- text --------------------------------------------------------------------------------------------------------------------------------------------

TEXT = "Eén brief – met € 5 en “aanhaling” van Zoë.\r\n\tTweede regel.\r\n"
put("taken", "utf-8.txt", TEXT.encode())
put("taken", "utf-8-with-mark.txt", b"\xef\xbb\xbf" + TEXT.encode())
put("taken", "utf-16-little.txt", b"\xff\xfe" + TEXT.encode("utf-16-le"))
put("taken", "utf-16-big.txt", b"\xfe\xff" + TEXT.encode("utf-16-be"))
put("taken", "windows-1252.txt", TEXT.encode("cp1252"))
put("taken", "ascii.TXT", b"Een brief.\n")
put("taken", "new-page.txt", b"Pagina 1\r\n\x0cPagina 2\r\n")
put("taken", "dos-end.txt", b"Een brief.\r\n\x1a")
put("NotPlainText", "nul.txt", b"een\0twee")
put("NotPlainText", "utf-16-without-mark.txt", TEXT.encode("utf-16-le"))
put("NotPlainText", "bell.txt", b"een\x07twee")
put("NotPlainText", "zip.txt", b"PK\x03\x04")
put("NotPlainText", "half-a-pair.txt", b"\xff\xfe\x00\xd8")
put("NotWhatItsNameSays", "page.txt", b"\n <!DOCTYPE html><script>")
put("NotWhatItsNameSays", "text.pdf", b"Een brief.")
put("NotWhatItsNameSays", "text.jpg", b"Een brief.")
put("UnknownType", "program.exe", b"MZ\x90\0")
put("UnknownType", "page.html", b"<html><script>alert(1)</script></html>")
put("UnknownType", "letter.docx", b"PK\x03\x04")
