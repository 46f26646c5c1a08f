#!/usr/bin/env bash
# Whether files that people add show the same before and after they were cleaned (ImageMagick for images, poppler for PDF), and whether anything that
# is done to a file breaks what judges it: so many mutations of each kind of file and of the files of an organisation, without another exception than
# the refusal, within a second and 100 MB each.
#
#   bash eng/checks/files.sh [mutations of each kind, 100000 unless said; below a thousand, one file in ten is compared]
# Small: bash eng/checks/files.sh 200
set -euo pipefail
cd "$(dirname "$0")/../.."
mutations=${1:-100000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/cleaned"

SIGNAALPORTAAL_CLEANED="$folder/cleaned" SIGNAALPORTAAL_MUTATIONS="$mutations" dotnet test tests/SignaalPortaal.Web.Tests ${SIGNAALPORTAAL_BUILT:+--no-build} -c Release --nologo \
    --logger "console;verbosity=detailed" --filter "FullyQualifiedName~CorpusTests|FullyQualifiedName~FuzzTests" | tee "$folder/log" | grep -E "mutations of|mutations,|Failed|Passed!|Total|Error" || true
grep -qE "Test Run Successful|Passed!" "$folder/log"

command -v convert > /dev/null && command -v pdftoppm > /dev/null || { echo "ImageMagick and poppler-utils compare what files show; they are not here."; exit 0; }
convert "$folder/cleaned/srgb.jpg" "icc:$folder/srgb.icc"
compared=0
looked=0
for file in tests/SignaalPortaal.Web.Tests/Attachments/Files/taken/*; do
    name=$(basename "$file")
    looked=$((looked + 1))
    ((mutations >= 1000 || looked % 10 == 0)) || continue
    case $(head -c 4 "$file" | od -An -tx1 | tr -d ' ') in
        ffd8ff*) kind=jpg ;;
        89504e47) kind=png ;;
        25504446) kind=pdf ;;
        *) continue ;;
    esac
    if [ $kind = pdf ]; then
        for side in before after; do
            [ $side = before ] && from=$file || from=$folder/cleaned/$name
            mkdir "$folder/$side"
            pdftoppm -r 60 "$from" "$folder/$side/page" 2> /dev/null
        done
        diff -r "$folder/before" "$folder/after" > /dev/null || { echo "$name shows something else afterwards"; exit 1; }
        rm -rf "$folder/before" "$folder/after"
    else
        # As they are, turned the right way, and with their colours brought to those of an ordinary screen.
        for how in "" "-auto-orient" "-profile $folder/srgb.icc"; do
            before=$(convert "$kind:$file" $how rgba:- 2> /dev/null | sha256sum)
            after=$(convert "$kind:$folder/cleaned/$name" $how rgba:- 2> /dev/null | sha256sum)
            [ "$before" = "$after" ] || { echo "$name shows something else afterwards ($how)"; exit 1; }
        done
    fi
    compared=$((compared + 1))
done
echo "$compared files show the same before and after."
