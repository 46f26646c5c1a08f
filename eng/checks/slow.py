#!/usr/bin/env python3
"""Slow connections of several kinds, and two people who want their pages meanwhile. Run by slow.sh, on this machine only."""
# Small: with eng/checks/slow.sh
import asyncio
import http.client
import re
import sys
import time
import urllib.parse

PORT, ADDRESS, PERSON, MANY, VISITS = int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
LONGEST = 150  # seconds, for all of it
ROUTE = f"/anoniem/{ADDRESS}"
MULTIPART = "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 40000000\r\n\r\n--x\r\n"
FILE = 'Content-Disposition: form-data; name="bijlagen"; filename="a.txt"\r\n\r\n'
ECHO = "Input.OwnWords=" + "a" * 900_000


def head(start, rest=""):
    return f"{start} HTTP/1.1\r\nHost: localhost\r\n{rest}"


def kinds(cookie):
    """What each kind sends at once, and then bit by bit; it reads nothing."""
    return {
        "slow headers": (head(f"GET {ROUTE}"), "X-A: a\r\n"),
        "slow body": (head(f"POST {ROUTE}/nieuw", "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 900000\r\n\r\n"), "a" * 320),
        "slow upload": (head(f"POST {ROUTE}/nieuw", MULTIPART + FILE), "a" * 320),
        "just fast enough": (head(f"POST {ROUTE}/nieuw", MULTIPART + FILE), "a" * 2000),
        "slow reader": (head(f"POST {ROUTE}/nieuw?handler=Check", f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(ECHO)}\r\n\r\n{ECHO}"), ""),
        "idle": ("", ""),
        "signed in and slow": (head("POST /signalen/nieuw", f"Cookie: {cookie}\r\n{MULTIPART}{FILE}"), "a" * 320),
    }


async def be_slow(first, bit, ends):
    """Comes back when it was sent away, as whoever means harm would; once a second at most."""
    while time.monotonic() < ends:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", PORT, limit=1024)
            writer.transport.pause_reading()
            writer.write(first.encode())
            while time.monotonic() < ends:
                await asyncio.sleep(1)
                if writer.is_closing():
                    break
                if bit:
                    writer.write(bit.encode())
            writer.transport.abort()
        except OSError:
            await asyncio.sleep(1)


class Person:
    def __init__(self):
        self.cookies = {}

    def ask(self, method, path, fields=None):
        """The status, the page and how long it took, over a new connection."""
        start = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        page = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, value = cookie.split(";")[0].split("=", 1)
            self.cookies[name] = value
        connection.close()
        return answer.status, page, time.monotonic() - start

    def sign_in(self):
        token = re.search(r'name="formulier"[^>]*value="([^"]+)"', self.ask("GET", "/inloggen")[1])[1]
        status, _, _ = self.ask("POST", "/inloggen", {"formulier": token, "wie": PERSON})
        assert status == 302, f"Nobody could sign in: {status}"
        return self


def percentile(times):
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


async def main():
    somebody, harm, nobody = Person().sign_in(), Person().sign_in(), Person()
    ends = time.monotonic() + LONGEST
    cookie = "; ".join(f"{name}={value}" for name, value in harm.cookies.items())
    ways = list(kinds(cookie).values())
    slow = [asyncio.create_task(be_slow(*ways[number % len(ways)], ends)) for number in range(MANY)]
    await asyncio.sleep(3 if MANY >= 50 else 1)

    asks = {
        "anonymous page": (nobody, "GET", f"{ROUTE}/nieuw", None, 200),
        "anonymous form": (nobody, "POST", f"{ROUTE}/volgen", {"Input.Code": "geen code"}, 400),
        "signed-in page": (somebody, "GET", "/mijn-signalen", None, 200),
    }
    times, wrong = {name: [] for name in asks}, []
    for _ in range(VISITS):
        for name, (person, method, path, fields, expected) in asks.items():
            status, _, took = await asyncio.to_thread(person.ask, method, path, fields)
            times[name].append(took)
            if status != expected:
                wrong.append(f"{name}: {status}")
        await asyncio.sleep(0.2)
    for task in slow:
        task.cancel()

    late = [name for name, took in times.items() if percentile(took) >= 1 and MANY >= 50]
    for name, took in times.items():
        print(f"{name}: {len(took)} times, 95th percentile {percentile(took) * 1000:.0f} ms, slowest {max(took) * 1000:.0f} ms")
    print(f"{MANY} slow connections of {len(ways)} kinds; {len(wrong)} wrong answers {sorted(set(wrong))}")
    return 1 if wrong or late else 0


sys.exit(asyncio.run(main()))
