"""`make scan`: two public web scanners look for holes as nobody, as a student and as each of the staff.

First they must find the holes of a small broken program: scanners that find nothing there would find nothing here. Then
wapiti crawls and attacks the portal as each role, and sqlmap tries each field and each id, as the first role that reaches
it. Any finding above information fails, but for those that known.py explains. `FULL=1` gives both all the time they want.
"""

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import broken
import crawl
import known
import sqlmap
import wapiti
from portal import ROLES, Portal

TOP = Path(__file__).resolve().parents[2]
WAPITI = TOP / "target/scan/wapiti3/bin/wapiti"
SQLMAP = TOP / "target/scan/sqlmap/bin/sqlmap"
IS_FULL = bool(os.environ.get("FULL"))
# Seconds: to crawl as one role, for one kind of attack as one role, for all of sqlmap as one role, for one target.
CRAWL, ATTACK, ALL, EACH = (600, 600, 7200, 900) if IS_FULL else (30, 8, 420, 60)


def scanners_find_holes():
    base, stop = broken.start()
    found, _ = wapiti.run(
        WAPITI, base, broken.COOKIE, [], 20, 20, False, ["csp", "http_headers", "redirect", "sql", "xss"]
    )
    told = {(one.kind, one.path.split("?")[0]) for one in found}
    for hole in [
        ("Reflected Cross Site Scripting", "/search"),
        ("Reflected Cross Site Scripting", "/notes"),
        ("SQL Injection", "/program"),
        ("Open Redirect", "/onward"),
        ("Content Security Policy Configuration", "/"),
    ]:
        if hole not in told:
            sys.exit(f"wapiti does not find the {hole[0]} at {hole[1]} of the sample; it told {sorted(told)}")
    for path, name, is_hole in [("/program", "id", True), ("/search", "q", False)]:
        target = crawl.Target("GET", path, [(name, "1")])
        finding, _ = sqlmap.run(SQLMAP, base, broken.COOKIE, target, 120, "SQLite", False)
        if bool(finding) != is_hole:
            sys.exit(f"sqlmap {'misses the hole' if is_hole else 'sees a hole'} at {path} of the sample")
    stop()
    print("The scanners find all holes of the broken sample.", flush=True)


def sqlmap_all(portal, cookie, targets):
    """What sqlmap finds, and how many targets it came to an end with."""
    found, ended, end = [], 0, time.monotonic() + ALL
    for target in targets:
        left = end - time.monotonic()
        if left < 3:
            break
        finding, has_ended = sqlmap.run(SQLMAP, portal.base, cookie, target, min(EACH, left), "PostgreSQL", IS_FULL)
        ended += has_ended
        if finding:
            found.append(finding)
    return found, ended


def scan(portal, role, tried):
    """Both scanners side by side as one role; gives the findings that count."""
    began = time.monotonic()
    cookie, start = portal.sign_in(role)
    targets = crawl.walk(portal, cookie, start)
    new = [target for target in targets if target.has_places() and target.key not in tried]
    tried |= {target.key for target in new}
    pages = [target.path for target in targets if target.method == "GET"][:60]
    with ThreadPoolExecutor() as both:
        one = both.submit(wapiti.run, WAPITI, portal.base, cookie, pages, CRAWL, ATTACK, IS_FULL)
        other = both.submit(sqlmap_all, portal, cookie, new)
        (crawled, (injected, ended)) = one.result(), other.result()
    found, visited = crawled
    if not portal.is_signed_in(cookie):
        sys.exit(f"{role} was signed out on the way: what was scanned after that was the way to sign in")
    if not new and role != "admin" or visited < 10:
        sys.exit(f"as {role} the scanners saw {visited} pages and {len(new)} new targets: too little to say anything")
    counts, explained = [], {}
    for finding in found + injected:
        reason = known.reason(finding, portal, cookie)
        if reason:
            explained[reason] = explained.get(reason, 0) + 1
        else:
            counts.append(finding)
    took = time.monotonic() - began
    print(f"{role:8} {took:4.0f} s: wapiti saw {visited} addresses, sqlmap ended {ended} of {len(new)} new targets; "
          f"{len(counts)} findings, none after all: {explained}", flush=True)  # fmt: skip
    return counts


def main():
    began = time.monotonic()
    scanners_find_holes()
    found, tried = [], set()
    with Portal() as portal:
        for role in os.environ.get("ROLES", " ".join(ROLES)).split():
            found += [(role, finding) for finding in scan(portal, role, tried)]
        faults = portal.faults()
    for role, finding in found:
        print(f"\nas {role}, {finding.scanner}, level {finding.level}: {finding}\n{finding.request}")
    for line in faults:
        print(f"\nin the portal's log: {line[:500]}")
    print(f"\n{len(found)} findings, {len(faults)} faults, {(time.monotonic() - began) / 60:.1f} minutes")
    sys.exit(1 if found or faults else 0)


main()
