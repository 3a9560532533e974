"""sqlmap on one request at a time: the fields and the ids in its address."""

import re
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from crawl import PLACES

FOUND = "identified the following injection point"


class Finding:
    def __init__(self, target, words):
        self.scanner, self.kind, self.level = "sqlmap", "SQL Injection", 4
        self.method, self.path, self.parameter, self.words, self.request = target.method, target.path, "", words, ""

    def __str__(self):
        return f"{self.kind}: {self.method} {self.path}: {self.words}"


def request_of(target, base, cookie):
    """The request as bytes on the wire, with a star where sqlmap shall try its hand beside the fields."""
    path = target.path
    for place, _ in PLACES:
        path = place.sub(lambda found: found[0] + "*", path)
    body = ""
    if target.fields and target.method == "GET":
        path += "?" + urlencode(target.fields)
    elif target.fields:
        body = urlencode(target.fields)
    lines = [f"{target.method} {path} HTTP/1.1", f"Host: {urlsplit(base).netloc}", "Sec-Fetch-Site: same-origin"]
    if cookie:
        lines.append(f"Cookie: {cookie}")
    if body:
        lines.append("Content-Type: application/x-www-form-urlencoded")
    return "\r\n".join(lines) + "\r\n\r\n" + body


def run(program, base, cookie, target, seconds, database, is_full):
    """A finding or none; and whether sqlmap came to its end in this time."""
    with tempfile.TemporaryDirectory(prefix="sqlmap-") as folder:
        file = Path(folder) / "request"
        file.write_text(request_of(target, base, cookie))
        line = [
            program, "-r", str(file), "--batch", "--disable-coloring", "--flush-session", "--output-dir", folder,
            "--dbms", database, "--technique", "BEUST" if is_full else "BEU", "--level", "3" if is_full else "1",
            "--risk", "1", "--ignore-code", "*", "--ignore-redirects", "--skip-waf", "--timeout", "10", "--retries", "1",
            "--drop-set-cookie", "--threads", "2", "-v", "1",
        ]  # fmt: skip
        try:
            done = subprocess.run(line, capture_output=True, text=True, timeout=seconds, check=False)
            said, has_ended = done.stdout, True
            if "[CRITICAL]" in said and "all tested parameters" not in said and "no parameter(s) found" not in said:
                raise SystemExit(f"sqlmap could not try {target.method} {target.path}:\n{said[-1500:]}")
        except subprocess.TimeoutExpired as late:
            said, has_ended = (late.stdout or b"").decode(errors="replace"), False
    if FOUND not in said:
        return None, has_ended
    words = re.search(FOUND + r".*?---\n(.*?)\n---", said, re.DOTALL)
    return Finding(target, " ".join((words[1] if words else "see its log").split())[:400]), has_ended
