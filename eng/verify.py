#!/usr/bin/env python3
# Small: with tests/SignaalPortaal.Web.Tests/Chain/ExportTests.cs
"""Checks an export of SignaalPortaal, or the timeline that a reporter downloaded. Nothing but Python 3 is needed.

    python3 verify.py FILE [--check VALUE] [--anchors FOLDER]

--check    a check value that you wrote down: is it that of an event of the only signal in the file?
--anchors  a folder with anchors that the portal has published: are they those in the file?

Exit code 0: nothing was changed. Exit code 1: something was, and the first thing is named.
"""
import argparse
import hashlib
import json
import pathlib
import re
import sys

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PUBLISHED = ["organisation", "day", "nonce", "previous_root", "root", "signature"]


class Broken(Exception):
    """What is wrong, in words."""


def require(holds, otherwise):
    if not holds:
        raise Broken(otherwise)


def sha256(data):
    return hashlib.sha256(data).digest()


def canon(*parts):
    """Each part after its length in four bytes; what is missing is empty."""
    joined = b""
    for part in parts:
        part = b"" if part is None else part.encode() if isinstance(part, str) else part.to_bytes(4, "big") if isinstance(part, int) else part
        joined += len(part).to_bytes(4, "big") + part
    return joined


def unhex(text):
    require(text is None or re.fullmatch("([0-9a-f]{2})*", text), "a number is not hexadecimal")
    return None if text is None else bytes.fromhex(text)


def uuid(text):
    require(text is None or re.fullmatch("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", text), "an id is not an id")
    return None if text is None else bytes.fromhex(text.replace("-", ""))


def check_value(digest):
    bits = int.from_bytes(digest, "big")
    text = "".join(ALPHABET[bits >> (256 - 5 * (place + 1)) & 31] for place in range(20))
    return "-".join(text[start:start + 4] for start in range(0, 20, 4))


def without_doubles(pairs):
    require(len(dict(pairs)) == len(pairs), "a name is there twice")
    return dict(pairs)


class Verifier:
    def __init__(self, published):
        self.published = published
        self.anchors, self.last_anchor = {}, None
        self.signal, self.last_signal = None, (b"", b"")
        self.signals = self.events = 0
        self.values, self.version, self.ended = [], False, False

    def take(self, line):
        require(not self.ended, "something follows the end")
        require(self.version or line["line"] == "version", "the first line does not say the version")
        getattr(self, "take_" + line.pop("line"))(**line)  # names that are missing or unknown are refused

    def take_version(self, format):
        require(not self.version and format == "SP-export-v1", "the version is not SP-export-v1")
        self.version = True

    def take_anchor(self, organisation, day, nonce, previous_root, root, signature, count):
        name, self.signal = f"the anchor of {day}", self.finish_signal()
        require(uuid(organisation) > self.last_signal[0], f"{name} is not in its place")
        before = self.last_anchor if self.last_anchor and self.last_anchor["organisation"] == organisation else {"day": "", "root": None}
        require((organisation, day) not in self.anchors and before["day"] < day, f"{name} is there twice, or not in its place")
        require(previous_root == before["root"], f"{name} does not follow the anchor before it")
        self.last_anchor = {"organisation": organisation, "day": day, "root": root}
        made = hashlib.sha256(canon("SP-anchor-v1", uuid(organisation), day, unhex(nonce), unhex(previous_root), count))
        self.anchors[organisation, day] = {"made": made, "root": unhex(root), "left": count}
        known = self.published.pop((organisation, day), None)
        require(known in (None, [organisation, day, nonce, previous_root, root, signature]), f"{name} is not the one that was published")

    def take_signal(self, organisation, id, reference, kind, risk, content, theme=None):
        self.finish_signal()
        require((uuid(organisation), uuid(id)) > self.last_signal, f"signal {reference} is there twice, or not in its place")
        self.last_signal = uuid(organisation), uuid(id)
        self.signal = {"organisation": organisation, "id": id, "reference": reference, "kind": kind, "risk": risk, "theme": theme, "content": content,
                       "hashes": [sha256(canon("SP-genesis-v1", uuid(organisation), uuid(id)))], "erased": False, "sealed": False, "missing": None, "anchored": ""}
        self.signals += 1

    def take_event(self, organisation, signal, seq, kind, at, actor, acted_as, acted_for, facts, commitment, previous_hash, hash, words):
        of = self.signal
        require(of and (of["organisation"], of["id"]) == (organisation, signal), f"event {seq} of signal {signal} does not stand below its signal")
        name = f"signal {of['reference']}, event {seq}"
        require(not of["anchored"], f"{name}: it stands below an anchor")
        require(seq == len(of["hashes"]), f"{name}: event {len(of['hashes'])} should stand here")
        require(unhex(previous_hash) == of["hashes"][-1], f"{name}: it does not follow the event before it")
        digest = sha256(canon("SP-event-v1", of["hashes"][-1], uuid(organisation), uuid(signal), seq, kind, at, uuid(actor), acted_as, uuid(acted_for),
                              facts, unhex(commitment)))
        require(digest == unhex(hash), f"{name}: it was changed")
        if seq == 1:
            submitted = json.loads(facts)
            for fact, actual in (("Kind", of["kind"]), ("Risk", of["risk"]), ("Theme", of["theme"])):
                require(submitted.get(fact, actual) == actual, f"{name}: the {fact.lower()} of the signal was changed")
            of["sealed"] = submitted.get("Sealed", False) is True
        if words is not None:
            require(words.keys() == {"salt", "text"}, f"{name}: its words are not words")
            self.require_commitment(commitment, sha256(unhex(words["salt"]) + words["text"].encode()), name)
        elif seq == 1 and of["content"] is not None:
            require(of["content"].keys() == {"salt", "fields"}, f"{name}: its words are not words")
            fields = b"".join(canon(*field) for field in sorted(of["content"]["fields"].items()))
            self.require_commitment(commitment, sha256(unhex(of["content"]["salt"]) + fields), name)
        elif commitment is not None:
            of["missing"] = of["missing"] or seq
        of["erased"] |= kind == "Erased"
        of["hashes"].append(digest)
        self.events += 1
        if self.signals == 1:
            self.values.append(check_value(digest))

    @staticmethod
    def require_commitment(commitment, digest, name):
        require(unhex(commitment) == digest, f"{name}: its words were changed")

    def take_head(self, organisation, day, signal, seq, hash):
        of, anchor = self.signal, self.anchors.get((organisation, day))
        require(of and (of["organisation"], of["id"]) == (organisation, signal), f"the anchor of {day} has signal {signal}, which is not here")
        name = f"signal {of['reference']}, event {seq}: the anchor of {day}"
        require(anchor, f"the anchor of {day} is missing")
        require(of["anchored"] < day, f"{name} has it twice, or not in its place")
        require(1 <= seq < len(of["hashes"]), f"{name} has it, and the timeline ends before it")
        require(of["hashes"][seq] == unhex(hash), f"{name} has another event here")
        of["anchored"] = day
        anchor["made"].update(canon(uuid(signal), seq, unhex(hash)))
        anchor["left"] -= 1

    def take_end(self, anchors, signals, events):
        self.finish_signal()
        found = len(self.anchors), self.signals, self.events
        require((anchors, signals, events) == found, "there are more or fewer anchors, signals or events than the end says")
        self.ended = True

    def finish_signal(self):
        of = self.signal
        if of:
            require(len(of["hashes"]) > 1, f"signal {of['reference']}, event 1: there are no events")
            require(of["erased"] or of["sealed"] or not of["missing"],
                    f"signal {of['reference']}, event {of['missing']}: its words are gone, and no event says that they were erased")

    def finish(self):
        require(self.ended, "the end is missing")
        for (_, day), anchor in self.anchors.items():
            require(anchor["left"] == 0 and anchor["made"].digest() == anchor["root"],
                    f"the anchor of {day} has other signals, or other events of them, than it was made of")
        for _, day in self.published:
            raise Broken(f"the anchor of {day} was published and is not here")


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("file")
    asked.add_argument("--check")
    asked.add_argument("--anchors")
    asked = asked.parse_args()
    published = [json.loads(path.read_bytes()) for path in sorted(pathlib.Path(asked.anchors).rglob("*.json"))] if asked.anchors else []
    verifier = Verifier({(anchor["organisation"], anchor["day"]): [anchor[key] for key in PUBLISHED] for anchor in published})
    try:
        with open(asked.file, "rb") as file:
            for text in file:
                verifier.take(json.loads(text, object_pairs_hook=without_doubles))
        verifier.finish()
        wanted = (asked.check or "").upper().replace(" ", "-")
        require(not wanted or wanted in verifier.values, f"{wanted} is not the check value of any event in this file")
    except (Broken, TypeError, ValueError, KeyError, AttributeError, OverflowError) as broken:
        print(f"BROKEN after {verifier.events} events: {broken}.")
        return 1
    print(f"Whole: {verifier.events} events checked.")
    if verifier.signals == 1:
        print("\n".join(f"Check value after event {seq}: {value}" for seq, value in enumerate(verifier.values, start=1)))
    if verifier.anchors:
        print("Signatures are not checked here. For one anchor, with the key from /ankers/sleutel.pem:\n"
              "  echo ROOT | xxd -r -p > root; echo SIGNATURE | xxd -r -p > signature\n"
              "  openssl dgst -sha384 -verify sleutel.pem -signature signature root")
    return 0


if __name__ == "__main__":
    sys.exit(main())
