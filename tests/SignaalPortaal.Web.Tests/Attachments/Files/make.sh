#!/usr/bin/env bash
# Makes the files of the corpus anew; see README.md. Nothing here is needed to run the tests.
set -euo pipefail
cd "$(dirname "$0")"
rm -rf taken UnknownType NotWhatItsNameSays Damaged TooManyPixels NotPlainText PdfDoesThings PdfIsEncrypted
mkdir -p taken UnknownType NotWhatItsNameSays Damaged TooManyPixels NotPlainText PdfDoesThings PdfIsEncrypted
w=$(mktemp -d); trap 'rm -rf "$w"' EXIT
author="Kanarie Karelsen"
profiles=/usr/share/color/icc/colord

# --- PDF of many programs ---
cat > "$w/brief.html" <<H
<html lang="nl"><head><meta charset="utf-8"><title>Besluit WIA/AA, bijlage /JavaScript</title><meta name="author" content="$author"></head>
<body><h1>Besluit WIA/AA</h1><p>Een brief van de dienst, met een <a href="https://www.example.nl/">verwijzing</a> en een lijst.</p>
<ul><li>een</li><li>twee</li></ul><table border="1"><tr><td>a</td><td>b</td></tr></table></body></html>
H
office() { soffice --headless -env:UserInstallation=file://"$w/lo" --convert-to "$1" --outdir "$w/out" "$2" > /dev/null 2>&1; }
office 'odt:writer8' "$w/brief.html"
odt=$w/out/brief.odt
pdf() { office "pdf:writer_pdf_Export:$2" "$odt"; mv "$w/out/brief.pdf" "$1"; }
pdf taken/libreoffice.pdf '{}'
pdf taken/libreoffice-1.5.pdf '{"SelectPdfVersion":{"type":"long","value":"15"}}'
pdf taken/libreoffice-1.6.pdf '{"SelectPdfVersion":{"type":"long","value":"16"}}'
pdf taken/libreoffice-a1b.pdf '{"SelectPdfVersion":{"type":"long","value":"1"}}'
pdf taken/libreoffice-a2b.pdf '{"SelectPdfVersion":{"type":"long","value":"2"}}'
pdf taken/libreoffice-tagged-outline.pdf '{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"},"InitialView":{"type":"long","value":"1"},"Magnification":{"type":"long","value":"2"}}'
pdf PdfIsEncrypted/libreoffice-password.pdf '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"geheim"}}'
pdf taken/libreoffice-hybrid.pdf '{"IsAddStream":{"type":"boolean","value":"true"}}'
chromium --headless --no-sandbox --disable-gpu --user-data-dir="$w/chromium" --no-pdf-header-footer --print-to-pdf=taken/chromium.pdf "$w/brief.html" > /dev/null 2>&1
printf '.TL\nBesluit\n.PP\nEen brief van de dienst.\n.pdfinfo /Author (%s)\n' "$author" | groff -ms -Tpdf > taken/groff.pdf
{ printf '.TL\nBesluit\n.PP\nEen brief.\n' | groff -ms -Tps; printf '[ /Author (%s) /Title (Besluit) /DOCINFO pdfmark\n' "$author"; } > "$w/brief.ps"
for version in 1.2 1.3 1.4 1.5 1.7; do gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -dCompatibilityLevel=$version -o taken/ghostscript-$version.pdf "$w/brief.ps"; done
gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -dPDFA=2 -sColorConversionStrategy=RGB -o taken/ghostscript-a2.pdf "$w/brief.ps" 2> /dev/null
printf '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="60"><rect width="50" height="30" fill="red"/><text y="50">Brief</text></svg>' > "$w/a.svg"
rsvg-convert -f pdf -o taken/cairo.pdf "$w/a.svg"
base=taken/libreoffice.pdf
exiftool -q -overwrite_original -Author="$author" -Title="Besluit van $author" -XMP-dc:Creator="$author" taken/ghostscript-1.4.pdf
qpdf --object-streams=generate $base taken/qpdf-object-streams.pdf
qpdf --object-streams=disable $base taken/qpdf-plain.pdf
qpdf --linearize $base taken/qpdf-linearized.pdf
qpdf --qdf $base taken/qpdf-qdf.pdf
qpdf --min-version=2.0 $base taken/qpdf-2.0.pdf
qpdf --encrypt '' eigenaar 40 -- --allow-weak-crypto $base PdfIsEncrypted/rc4-40.pdf
qpdf --allow-weak-crypto --encrypt geheim eigenaar 128 --use-aes=n -- $base PdfIsEncrypted/rc4-128.pdf
qpdf --allow-weak-crypto --encrypt geheim eigenaar 128 --use-aes=y -- $base PdfIsEncrypted/aes-128.pdf
qpdf --encrypt geheim eigenaar 256 -- $base PdfIsEncrypted/aes-256.pdf
qpdf --encrypt '' eigenaar 256 -- $base PdfIsEncrypted/aes-256-only-owner.pdf
qpdf --encrypt '' eigenaar 256 -- --object-streams=generate $base PdfIsEncrypted/aes-256-object-streams.pdf
printf 'bijlage van %s' "$author" > "$w/bijlage.txt"
qpdf --add-attachment "$w/bijlage.txt" -- $base PdfDoesThings/attachment.pdf
qpdf --object-streams=generate PdfDoesThings/attachment.pdf PdfDoesThings/attachment-object-streams.pdf
pdftk $base cat output taken/pdftk.pdf
mutool clean -gggg -z $base taken/mutool.pdf 2> /dev/null
perl -0pe 's/startxref\n\d+/startxref\n99/' $base > taken/index-points-wrong.pdf
head -c 3000 $base > Damaged/half.pdf

# --- photographs ---
convert -size 48x32 gradient:red-blue \( -size 48x32 gradient:white-green -rotate 0 \) -compose screen -composite "$w/base.png"
convert "$w/base.png" -quality 85 "$w/base.jpg"
full() {
    exiftool -q -overwrite_original -Make="$author" -Model="$author" -Artist="$author" -GPSLatitude=52.09 -GPSLongitude=5.12 -DateTimeOriginal="2026:01:01 10:00:00" \
        -UserComment="$author" -XMP-dc:Creator="$author" -IPTC:By-line="$author" -Comment="$author" "$1"
}
for orientation in 1 2 3 4 5 6 7 8; do
    cp "$w/base.jpg" taken/orientation-$orientation.jpg; full taken/orientation-$orientation.jpg
    exiftool -q -overwrite_original -n -Orientation=$orientation taken/orientation-$orientation.jpg
done
convert "$w/base.png" -quality 10 -resize 16x12 "$w/thumbnail.jpg"
cp "$w/base.jpg" taken/thumbnail.jpg; full taken/thumbnail.jpg; exiftool -q -overwrite_original "-ThumbnailImage<=$w/thumbnail.jpg" taken/thumbnail.jpg
convert "$w/base.png" -interlace plane -quality 80 taken/progressive.jpg; full taken/progressive.jpg
convert "$w/base.png" -sampling-factor 4:4:4 -quality 95 taken/444.jpg
convert "$w/base.png" -sampling-factor 4:2:0 -quality 70 taken/420.JPG
convert "$w/base.png" -colorspace gray taken/gray.jpg
convert "$w/base.png" -set colorspace sRGB -sampling-factor 1x1 -define jpeg:colorspace=RGB -quality 90 taken/rgb.jpg 2> /dev/null || true
convert "$w/base.png" -define jpeg:restart-interval=2 -quality 80 taken/restart.jpg
gs=/usr/share/color/icc/ghostscript
convert "$w/base.png" -profile "$gs/srgb.icc" -profile "$gs/srgb.icc" -quality 85 taken/srgb.jpg; full taken/srgb.jpg
convert "$w/base.png" -profile "$gs/srgb.icc" -profile "$profiles/AdobeRGB1998.icc" -quality 85 taken/adobe-rgb.jpg; full taken/adobe-rgb.jpg
convert "$w/base.png" -profile "$gs/srgb.icc" -profile "$profiles/ProPhotoRGB.icc" -quality 85 taken/prophoto.jpg
convert "$w/base.png" -profile "$gs/srgb.icc" -profile "$gs/sgray.icc" -quality 85 taken/gray-profile.jpg
convert "$w/base.png" -colorspace CMYK -quality 85 taken/cmyk.jpg
convert "$w/base.jpg" -profile "$gs/srgb.icc" -profile "$gs/default_cmyk.icc" -quality 85 taken/cmyk-profile.jpg
cp "$w/base.jpg" taken/whatsapp.jfif
cp "$w/base.jpg" taken/is-a-jpeg-really.png
cp "$w/base.jpg" taken/no-end-of-name
cp "$w/base.jpg" taken/letter.jpg.html
head -c 250 "$w/base.jpg" > Damaged/half.jpg

# --- PNG ---
convert "$w/base.png" -define png:format=png24 taken/png24.png; full taken/png24.png
convert "$w/base.png" -depth 16 -define png:format=png48 taken/png48.png
convert "$w/base.png" -colors 12 -define png:format=png8 taken/png8.png
convert "$w/base.png" -monochrome -define png:bit-depth=1 taken/png1.png
convert "$w/base.png" -colorspace gray -define png:color-type=0 taken/gray.png
convert "$w/base.png" -alpha set -channel A -evaluate multiply 0.5 -define png:format=png32 taken/png32.png
convert "$w/base.png" -colorspace gray -alpha set -channel A -evaluate multiply 0.5 -define png:color-type=4 taken/gray-alpha.png
convert "$w/base.png" -interlace PNG taken/interlaced.png
convert "$w/base.png" -profile "$gs/srgb.icc" -profile "$profiles/AdobeRGB1998.icc" taken/adobe-rgb.png
convert "$w/base.png" -transparent red -define png:format=png8 taken/transparent.png
convert "$w/base.png" -gamma 1.5 -set gamma 0.5 taken/gamma.png
for orientation in 3 6 8; do
    convert "$w/base.png" taken/orientation-$orientation.png; full taken/orientation-$orientation.png
    exiftool -q -overwrite_original -n -Orientation=$orientation taken/orientation-$orientation.png
done
cp "$w/base.png" taken/is-a-png.jpg
head -c 120 "$w/base.png" > Damaged/half.png

# --- other kinds ---
convert "$w/base.png" "UnknownType/animatie.gif"
convert "$w/base.png" "UnknownType/foto.tiff"
cp "$w/a.svg" UnknownType/tekening.svg
cp "$odt" UnknownType/brief.odt
cp "$odt" NotWhatItsNameSays/brief.pdf
convert "$w/base.png" "$w/a.gif"; cp "$w/a.gif" NotWhatItsNameSays/animatie.jpg
img2pdf "$w/base.jpg" -o taken/img2pdf.pdf
convert "$w/base.png" -depth 8 -alpha off -compress none "$w/a.tiff"; tiff2pdf -z -o taken/tiff2pdf.pdf "$w/a.tiff"
convert "$w/base.png" taken/imagemagick.pdf 2> /dev/null || rm -f taken/imagemagick.pdf
/usr/bin/python3 make.py "$w"
find . -type f -empty -delete
du -sh . ; find . -type f | wc -l
