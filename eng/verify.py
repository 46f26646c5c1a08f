#!/usr/bin/env python3
# Small: with tests/SignaalPortaal.Web.Tests/Chain/ChainPortal.cs
"""Checks an export of SignaalPortaal, or the timeline that a reporter downloaded. Nothing but Python 3 is needed.

    python3 verify.py FILE [--check VALUE] [--anchors FOLDER]

--check    a check value that you wrote down: is it that of an event of the only signal in the file?
--anchors  a folder with anchors that the portal has published: are they those in the file?

Exit code 0: nothing was changed. Exit code 1: something was, and the first thing is named.
docs/chain-format.md in the source of the portal describes the file.
"""
import argparse
import datetime
import hashlib
import json
import pathlib
import re
import sys

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FIELDS = {"affected", "frequency", "in_practice", "on_paper", "rule", "since", "subject", "words", "workaround"}
PLACES = {"anchor": 0, "record": 1, "signal": 2}


class Broken(Exception):
    """What is wrong, in words."""


class Unreadable(Exception):
    """A line that is not one of an export."""


def require(holds, otherwise):
    if not holds:
        raise Broken(otherwise)


# What the values in a line look like: each of these takes a value as it is in JSON, or refuses it.

def is_text(value):
    return isinstance(value, str)


def is_number(value):
    return type(value) is int and -2**31 <= value < 2**31


def is_long(value):
    return type(value) is int and -2**63 <= value < 2**63


def is_flag(value):
    return isinstance(value, bool)


def is_id(value):
    return is_text(value) and re.fullmatch("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", value) is not None


def is_hex(value):
    return is_text(value) and re.fullmatch("([0-9a-f]{2})*", value) is not None


def is_day(value):
    if not is_text(value) or not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        datetime.date(int(value[:4]), int(value[5:7]), int(value[8:]))
        return True
    except ValueError:
        return False


def is_moment(value):
    return is_text(value) and is_day(value[:10]) and re.fullmatch("T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9][.][0-9]{6}Z", value[10:]) is not None


def is_hash(value):
    return is_hex(value) and len(value) == 64


def maybe(kind):
    return lambda value: value is None or kind(value)


def each(kind):
    return lambda value: isinstance(value, list) and all(kind(item) for item in value)


def shape(**parts):
    """An object with exactly these names, in this order."""
    return lambda value: isinstance(value, dict) and list(value) == list(parts) and all(parts[name](value[name]) for name in parts)


def is_texts(value):
    return isinstance(value, dict) and all(re.fullmatch("[a-z_]+", name) and is_text(text) for name, text in value.items())


STATE = shape(
    reporter=maybe(is_id), disclosure=is_text, kind=is_text, risk=is_text, theme=is_text, sealed=is_flag, raised_on=is_day, status=is_text,
    closed_because=maybe(is_text), held_by=is_id, due_on=maybe(is_day), answer_by=is_day, look_again_on=maybe(is_day), next_term_ends_on=maybe(is_day),
    update_by=maybe(is_day), closed_on=maybe(is_day), held_for_law=is_flag, erasure_asked_on=maybe(is_day), erased_on=maybe(is_day),
    erased_because=maybe(is_text), holders=each(shape(unit=is_id, since=is_day)), conflicts=each(is_id),
    promises=each(shape(id=is_id, by=is_day, status=is_text, times_moved=is_number, times_refused=is_number, told_late=is_flag)),
    contacts=each(shape(step=is_text, by=is_day, status=is_text)))
PUBLISHED = dict(organisation=is_id, day=is_text, nonce=is_hex, previous_root=maybe(is_hex), root=is_hex, signature=is_hex)
LINES = {
    "version": shape(line=is_text, format=is_text),
    "anchor": shape(line=is_text, **PUBLISHED, logs=each(shape(name=is_text, count=is_number, hash=is_hex)), count=is_number),
    "record": shape(line=is_text, organisation=is_id, log=is_text, parts=is_texts),
    "signal": shape(
        line=is_text, organisation=is_id, id=is_id, reference=is_text, state=STATE, content=maybe(shape(salt=is_hex, fields=is_texts))),
    "event": shape(
        line=is_text, organisation=is_id, signal=is_id, seq=is_number, kind=is_text, at=is_text, actor=maybe(is_id), acted_as=is_text, acted_for=maybe(is_id),
        facts=is_text, commitment=maybe(is_hex), state=is_hex, previous_hash=is_hex, hash=is_hex, words=maybe(shape(salt=is_hex, text=is_text))),
    "reading": shape(line=is_text, organisation=is_id, signal=is_id, day=is_text, person=maybe(is_id), through=is_text),
    "head": shape(line=is_text, organisation=is_id, day=is_text, signal=is_id, seq=is_number, hash=is_hex, readings=is_number, readings_hash=is_hex),
    "end": shape(line=is_text, anchors=is_long, records=is_long, signals=is_long, events=is_long, readings=is_long),
}


def unique(pairs):
    if len(dict(pairs)) != len(pairs):
        raise Unreadable
    return dict(pairs)


def read(data, looks_right):
    """What is in these bytes, which must be exactly those in which it is written."""
    try:
        text = data.decode("utf-8")
        value = json.loads(text, object_pairs_hook=unique)
        if json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8") != data or not looks_right(value):
            raise Unreadable
        return value
    except (ValueError, RecursionError, KeyError, TypeError):
        raise Unreadable from None


def is_line(value):
    return isinstance(value, dict) and value.get("line") in LINES and LINES[value["line"]](value)


# What is hashed.

def sha256(data):
    return hashlib.sha256(data).digest()


def part(name, value):
    """The name and the value, each after its length in four bytes. What is missing is left out; of what is only so or not, there are no bytes."""
    if value is None or value is False:
        return b""
    if value is True:
        value = b""
    elif isinstance(value, str):
        value = value.encode()
    elif isinstance(value, int):
        value = value.to_bytes(4, "big", signed=True)
    name = name.encode()
    return len(name).to_bytes(4, "big") + name + len(value).to_bytes(4, "big") + value


def parts(*pairs):
    return b"".join(part(name, value) for name, value in pairs)


def encode(domain, *pairs):
    return parts(("domain", domain), *pairs)


def uuid(text):
    return None if text is None else bytes.fromhex(text.replace("-", ""))


def unhex(text):
    return None if text is None else bytes.fromhex(text)


def state_hash(state):
    named = [(name, uuid(value) if name in ("reporter", "held_by") else value) for name, value in state.items() if not isinstance(value, list)]
    return sha256(
        encode("SP-state-v2", *named)
        + b"".join(part("holder", parts(("unit", uuid(one["unit"])), ("since", one["since"]))) for one in state["holders"])
        + b"".join(part("conflict", uuid(one)) for one in state["conflicts"])
        + b"".join(part("promise", parts(*((name, uuid(value) if name == "id" else value) for name, value in one.items()))) for one in state["promises"])
        + b"".join(part("contact", parts(*one.items())) for one in state["contacts"]))


def check_value(digest):
    bits = int.from_bytes(digest, "big")
    text = "".join(ALPHABET[bits >> (256 - 5 * (place + 1)) & 31] for place in range(20))
    return "-".join(text[start:start + 4] for start in range(0, 20, 4))


def order(text):
    """Text in the order of its UTF-16, as the portal compares it."""
    return text.encode("utf-16-be")


def ascend(names):
    names = [order(name) for name in names]
    return all(one < other for one, other in zip([b""] + names, names))


class Verifier:
    def __init__(self, published=None):
        self.published = dict(published or {})
        self.anchors, self.last_anchor, self.at = {}, None, (b"", 0)
        self.logs, self.log = {}, None
        self.signal, self.last_signal = None, (bytes(16), bytes(16))
        self.records = self.signals = self.events = self.readings = self.lines = 0
        self.organisation = {"id": None}
        self.values, self.version, self.ended = [], False, False

    def take(self, data):
        self.lines += 1
        require(data.endswith(b"\n"), "the last line of the file is not complete")
        try:
            line = read(data[:-1], is_line)
        except Unreadable:
            raise Broken(f"line {self.lines} of the file is not a line of an export") from None
        require(not self.ended, "something follows the end")
        require(self.version or line["line"] == "version", "the first line does not say the version")
        getattr(self, "take_" + line.pop("line"))(**line)

    def comes_to(self, organisation, kind):
        """Of each organisation come first its anchors, then its logs, then its signals."""
        before, self.at = self.at, (uuid(organisation), PLACES[kind])
        return self.at >= before

    def take_version(self, format):
        require(not self.version and format == "SP-export-v2", "the version is not SP-export-v2")
        self.version = True

    def take_anchor(self, organisation, day, nonce, previous_root, root, signature, logs, count):
        name, self.signal = f"the anchor of {day}", self.finish_signal()
        require(self.comes_to(organisation, "anchor"), f"{name} is not in its place")
        before = self.last_anchor if self.last_anchor and self.last_anchor["organisation"] == organisation else {"day": "", "root": None}
        require(is_day(day), f"{name} is of no day")
        require(before["day"] < day, f"{name} is there twice, or not in its place")
        require(is_hash(nonce) and is_hash(root) and maybe(is_hash)(previous_root), f"{name} has a number that is not of 32 bytes")
        require(previous_root == before["root"], f"{name} does not follow the anchor before it")
        require(ascend(log["name"] for log in logs) and all(log["count"] >= 0 and is_hash(log["hash"]) for log in logs), f"{name} has logs that are none")
        self.last_anchor = {"organisation": organisation, "day": day, "root": root}
        made = hashlib.sha256(
            encode("SP-anchor-v2", ("organisation", uuid(organisation)), ("day", day), ("nonce", unhex(nonce)), ("previous_root", unhex(previous_root)))
            + b"".join(part("log", parts(("name", log["name"]), ("count", log["count"]), ("hash", unhex(log["hash"])))) for log in logs)
            + part("count", count))
        known = self.published.pop((organisation, day), None)
        require(known in (None, [organisation, day, nonce, previous_root, root, signature]), f"{name} is not the one that was published")
        require((organisation, day) not in self.anchors, f"{name} is there twice, or not in its place")
        self.anchors[organisation, day] = {"made": made, "root": unhex(root), "left": count, "count": count}
        for log in logs:
            self.logs.setdefault((organisation, log["name"]), []).append((day, log["count"], unhex(log["hash"])))

    def take_record(self, organisation, log, parts):
        self.signal = self.finish_signal()
        require(self.comes_to(organisation, "record"), f"the log {log} is not in its place")
        if not self.log or (self.log["organisation"], self.log["name"]) != (organisation, log):
            require(not self.log or self.log["organisation"] != organisation or order(self.log["name"]) < order(log), f"the log {log} is not in its place")
            self.log = {"organisation": organisation, "name": log, "count": 0, "made": self.empty_log(organisation, log)}
        require(ascend(parts), f"the log {log} has no record in place {self.log['count'] + 1}")
        if self.log["count"] == 0:
            self.compare_log()
        self.take_of_organisation(organisation, log, parts)
        self.log["made"].update(part("record", b"".join(part(name, text) for name, text in parts.items())))
        self.log["count"] += 1
        self.records += 1
        self.compare_log()

    def take_of_organisation(self, organisation, log, parts):
        """The timeline of an organisation is a chain of its own; each key to which names are sealed is the one that an event of it tells of."""
        if self.organisation["id"] != organisation:
            self.organisation = {"id": organisation, "last": sha256(encode("SP-organisation-genesis-v1", ("organisation", uuid(organisation)))), "count": 0, "keys": set()}
        of = self.organisation
        if log == "organisation_events":
            of["count"] += 1
            name = f"event {of['count']} of the organisation"
            require(parts["seq"] == str(of["count"]), f"{name} is not in its place")
            previous, digest = self.hexadecimal(parts["previous_hash"]), self.hexadecimal(parts["hash"])
            require(previous == of["last"], f"{name} does not follow the event before it")
            require("actor" not in parts or re.fullmatch("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", parts["actor"]), f"{name} cannot be read")
            require(digest == sha256(encode(
                "SP-organisation-event-v1", ("previous", previous), ("organisation", uuid(organisation)), ("seq", of["count"]), ("kind", parts["kind"]),
                ("at", parts["at"]), ("actor", uuid(parts.get("actor"))), ("facts", parts["facts"]))), f"{name} was changed")
            of["last"] = digest
            if parts["kind"] == "AdviserKeyMade":
                made = json.loads(parts["facts"])
                of["keys"].add((made["Key"], made["Person"], made["Fingerprint"]))
        elif log == "sealing_keys":
            fingerprint = sha256(self.hexadecimal(parts["public_key"])).hex()
            require((parts["id"], parts["person"], fingerprint) in of["keys"], f"the key {parts['id']} to which names are sealed is not the one that was made")

    @staticmethod
    def hexadecimal(text):
        require(re.fullmatch("([0-9a-f]{2})*", text), "a number of a record is not hexadecimal")
        return bytes.fromhex(text)

    @staticmethod
    def empty_log(organisation, log):
        return hashlib.sha256(encode("SP-log-v2", ("organisation", uuid(organisation)), ("name", log)))

    def compare_log(self):
        heads = self.logs.get((self.log["organisation"], self.log["name"]), [])
        for day, count, digest in heads:
            require(count != self.log["count"] or self.log["made"].digest() == digest, f"the log {self.log['name']} had other records at the anchor of {day}")
        heads[:] = [head for head in heads if head[1] != self.log["count"]]

    def take_signal(self, organisation, id, reference, state, content):
        self.finish_signal()
        require(self.comes_to(organisation, "signal") and (uuid(organisation), uuid(id)) > self.last_signal,
                f"signal {reference} is there twice, or not in its place")
        self.last_signal = uuid(organisation), uuid(id)
        genesis = sha256(encode("SP-genesis-v2", ("organisation", uuid(organisation)), ("signal", uuid(id)), ("reference", reference)))
        readings = hashlib.sha256(encode("SP-readings-v2", ("organisation", uuid(organisation)), ("signal", uuid(id))))
        self.signal = {"organisation": organisation, "id": id, "reference": reference, "state": state, "content": content,
                       "hashes": [genesis], "left": b"", "erased": False, "missing": None, "anchored": "", "last_reading": ("", "", b""),
                       "readings": readings, "readings_then": [readings.digest()]}
        self.signals += 1

    def take_event(self, organisation, signal, seq, kind, at, actor, acted_as, acted_for, facts, commitment, state, previous_hash, hash, words):
        of = self.signal
        require(of and (of["organisation"], of["id"]) == (organisation, signal), f"event {seq} of signal {signal} does not stand below its signal")
        name = f"signal {of['reference']}, event {seq}"
        require(not of["anchored"] and len(of["readings_then"]) == 1, f"{name}: it stands below a reading or an anchor")
        require(seq == len(of["hashes"]), f"{name}: event {len(of['hashes'])} should stand here")
        require(is_moment(at), f"{name}: it is of no moment")
        require(is_hash(state) and maybe(is_hash)(commitment), f"{name}: it has a number that is not of 32 bytes")
        require(unhex(previous_hash) == of["hashes"][-1],
                f"{name}: " + ("it is not the first event of a signal with this reference" if seq == 1 else "it does not follow the event before it"))
        digest = sha256(encode(
            "SP-event-v2", ("previous", of["hashes"][-1]), ("organisation", uuid(organisation)), ("signal", uuid(signal)), ("seq", seq), ("kind", kind),
            ("at", at), ("actor", uuid(actor)), ("acted_as", acted_as), ("acted_for", uuid(acted_for)), ("facts", facts), ("commitment", unhex(commitment)),
            ("state", unhex(state))))
        require(digest == unhex(hash), f"{name}: it was changed")
        if words is not None:
            require(is_hash(words["salt"]), f"{name}: its salt is not of 32 bytes")
            self.require_commitment(commitment, encode("SP-words-v2", ("salt", unhex(words["salt"])), ("text", words["text"])), name)
        elif seq == 1 and of["content"] is not None:
            fields = of["content"]["fields"]
            require(is_hash(of["content"]["salt"]), f"{name}: its salt is not of 32 bytes")
            require(ascend(fields) and FIELDS.issuperset(fields), f"{name}: its words are not words")
            self.require_commitment(commitment, encode("SP-content-v2", ("salt", unhex(of["content"]["salt"])), *fields.items()), name)
        elif commitment is not None:
            of["missing"] = of["missing"] or seq
        of["left"] = unhex(state)
        of["erased"] |= kind == "Erased"
        of["hashes"].append(digest)
        self.events += 1
        if self.signals == 1:
            self.values.append(check_value(digest))

    @staticmethod
    def require_commitment(commitment, encoded, name):
        require(unhex(commitment) == sha256(encoded), f"{name}: its words were changed")

    def take_reading(self, organisation, signal, day, person, through):
        of = self.signal
        require(of and (of["organisation"], of["id"]) == (organisation, signal), f"a reading of signal {signal} does not stand below its signal")
        name = f"signal {of['reference']}, event {len(of['hashes']) - 1}"
        require(not of["anchored"] and len(of["hashes"]) > 1, f"{name}: a reading is not in its place")
        require(is_day(day) and of["last_reading"] < (day, person or "", order(through)), f"{name}: a reading of {day} is there twice, or not in its place")
        of["readings"].update(part("reading", parts(("day", day), ("person", uuid(person)), ("through", through))))
        of["readings_then"].append(of["readings"].digest())
        of["last_reading"] = day, person or "", order(through)
        self.readings += 1

    def take_head(self, organisation, day, signal, seq, hash, readings, readings_hash):
        of, anchor = self.signal, self.anchors.get((organisation, day))
        require(of and (of["organisation"], of["id"]) == (organisation, signal), f"the anchor of {day} has signal {signal}, which is not here")
        name = f"signal {of['reference']}, event {seq}: the anchor of {day}"
        require(of["anchored"] < day, f"{name} has it twice, or not in its place")
        require(1 <= seq < len(of["hashes"]), f"{name} has it, and the timeline ends before it")
        require(of["hashes"][seq] == unhex(hash), f"{name} has another event here")
        require(0 <= readings < len(of["readings_then"]), f"{name} has {readings} readings, and there are fewer")
        require(of["readings_then"][readings] == unhex(readings_hash), f"{name} has other readings")
        of["anchored"] = day
        require(anchor, f"the anchor of {day} is missing")
        head = parts(("signal", uuid(signal)), ("seq", seq), ("hash", unhex(hash)), ("readings", readings), ("readings_hash", unhex(readings_hash)))
        anchor["made"].update(part("head", head))
        anchor["left"] -= 1

    def take_end(self, anchors, records, signals, events, readings):
        self.finish_signal()
        self.end, self.ended = (anchors, records, signals, events, readings), True

    def finish_signal(self):
        of = self.signal
        if of:
            state, last = of["state"], len(of["hashes"]) - 1
            name = f"signal {of['reference']}, event"
            require(last > 0, f"{name} 1: there are no events")
            require(of["erased"] or state["sealed"] or not of["missing"], f"{name} {of['missing']}: its words are gone, and no event says that they were erased")
            in_order = (ascend(one["unit"] for one in state["holders"]) and ascend(state["conflicts"]) and ascend(one["id"] for one in state["promises"])
                        and ascend(one["step"] for one in state["contacts"]))
            require(in_order and state_hash(state) == of["left"], f"{name} {last}: the signal is not as this event left it")

    def finish(self):
        require(self.ended, "the end is missing")
        require(self.end == (len(self.anchors), self.records, self.signals, self.events, self.readings), "there is more or less than the end says")
        for (organisation, name), heads in self.logs.items():
            for day, count, digest in heads:
                require(count > 0 or digest == self.empty_log(organisation, name).digest(), f"the log {name} had other records at the anchor of {day}")
                require(count == 0, f"the log {name} had {count} records at the anchor of {day}, and has fewer")
        for (_, day), anchor in self.anchors.items():
            require(anchor["left"] == 0, f"the anchor of {day} has {anchor['count'] - anchor['left']} signals, and not {anchor['count']}")
            require(anchor["made"].digest() == anchor["root"],
                    f"the anchor of {day} has other signals, readings or logs, or other events, than it was made of")
        for _, day in self.published:
            raise Broken(f"the anchor of {day} was published and is not here")

    def check(self, lines):
        """None, or what is wrong."""
        try:
            for data in lines:
                self.take(data)
            self.finish()
            return None
        except Broken as broken:
            return str(broken)


def read_anchors(folder):
    published = {}
    for path in sorted(pathlib.Path(folder).rglob("*.json")):
        try:
            anchor = read(path.read_bytes().rstrip(b"\n"), shape(**PUBLISHED))
        except Unreadable:
            raise Broken(f"{path.name} is not a published anchor") from None
        published[anchor["organisation"], anchor["day"]] = list(anchor.values())
    return published


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("file")
    asked.add_argument("--check")
    asked.add_argument("--anchors")
    asked = asked.parse_args()
    try:
        verifier = Verifier(read_anchors(asked.anchors) if asked.anchors else {})
    except Broken as broken:
        print(broken)
        return 1
    with open(asked.file, "rb") as file:
        problem = verifier.check(file)
    wanted = (asked.check or "").upper().replace(" ", "-")
    if not problem and wanted and wanted not in verifier.values:
        problem = f"{wanted} is not the check value of any event in this file"
    if problem:
        print(f"BROKEN after {verifier.events} events: {problem}.")
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
