#!/usr/bin/env python3
"""What the portal is made of, as CycloneDX 1.5 in JSON: python3 eng/sbom.py [file]

From the lock files of the three projects that are published, and the list of what the style sheet was made with. The same input gives the same list, to the
byte: no moment and no random number. Of a package the hash is that of its file in the registry (SHA-512).
"""
# Small: python3 eng/sbom.py /dev/null
import base64
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROJECTS = ["SignaalPortaal.Domain", "SignaalPortaal.Application", "SignaalPortaal.Web"]


def nuget_packages():
    packages = {}
    for project in PROJECTS:
        for packages_of_framework in json.loads((ROOT / "src" / project / "packages.lock.json").read_text(encoding="utf-8-sig"))["dependencies"].values():
            for name, package in packages_of_framework.items():
                if package["type"] != "Project":
                    packages[f"pkg:nuget/{name}@{package['resolved']}"] = (name, package)
    return packages


def nuget(reference, name, package, references):
    hashes = [{"alg": "SHA-512", "content": base64.b64decode(package["contentHash"]).hex()}] if "contentHash" in package else []
    needs = sorted(references[needed.lower()] for needed in package.get("dependencies", {}) if needed.lower() in references)
    component = {"type": "library", "bom-ref": reference, "name": name, "version": package["resolved"], "scope": "required", "hashes": hashes, "purl": reference}
    return component, {"ref": reference, "dependsOn": needs}


def styles():
    """Of the style sheet: npm is not in the product, what it made is."""
    lock = json.loads((ROOT / "src/SignaalPortaal.Web/ui-vendor/package-lock.json").read_text())
    for path, package in sorted(lock["packages"].items()):
        if path and not package.get("dev") and not package.get("optional"):
            name = path.split("node_modules/")[-1]
            reference = f"pkg:npm/{name.replace('@', '%40')}@{package['version']}"
            algorithm, _, content = package.get("integrity", "").partition("-")
            hashes = [{"alg": "SHA-512", "content": base64.b64decode(content).hex()}] if algorithm == "sha512" else []
            yield {"type": "library", "bom-ref": reference, "name": name, "version": package["version"], "scope": "excluded", "hashes": hashes, "purl": reference}


def main():
    packages = nuget_packages()
    references = {name.lower(): reference for reference, (name, _) in packages.items()}
    components, dependencies = zip(*(nuget(reference, name, package, references) for reference, (name, package) in sorted(packages.items())))
    seen = {component["bom-ref"]: component for component in [*components, *styles()]}
    text = json.dumps(
        {
            "bomFormat": "CycloneDX",
            "specVersion": "1.5",
            "version": 1,
            "metadata": {"component": {"type": "application", "bom-ref": "signaalportaal", "name": "SignaalPortaal"}},
            "components": list(seen.values()),
            "dependencies": [{"ref": "signaalportaal", "dependsOn": sorted(references.values())}, *dependencies],
        },
        indent=2,
        ensure_ascii=False,
    )
    if len(sys.argv) > 1:
        pathlib.Path(sys.argv[1]).write_text(text + "\n", encoding="utf-8")
    else:
        print(text)


main()
