"""Wapiti as somebody: crawls, attacks each page and form, and says what it found."""

import json
import subprocess
import tempfile

# Left out, because they ask servers of strangers for an answer or for their lists: cms, htp, log4shell, nikto,
# spring4shell, ssrf, takeover, wapp, wp_enum, xxe. Left out, because there is nothing here for them to hold: https_redirect
# and ssl (the proxy in front speaks https), brute_login_form (tests/sign_in.rs), network_device, buster.
MODULES = [
    "backup", "cookieflags", "crlf", "csp", "csrf", "exec", "file", "htaccess", "http_headers", "ldap", "methods",
    "permanentxss", "redirect", "shellshock", "sql", "upload", "xss",
]  # fmt: skip
FULL = ["timesql"]


class Finding:
    def __init__(self, kind, said):
        self.scanner, self.kind, self.level = "wapiti", kind, said["level"]
        self.method, self.path = said["method"], said["path"]
        self.parameter, self.words = said.get("parameter") or "", said["info"]
        self.request = said.get("http_request") or ""

    def __str__(self):
        field = f" [{self.parameter}]" if self.parameter else ""
        return f"{self.kind}: {self.method} {self.path[:120]}{field}: {self.words.splitlines()[0][:160]}"


def run(program, base, cookie, starts, crawl_seconds, attack_seconds, is_full, modules=None):
    """Findings above information, and what wapiti said meanwhile."""
    with tempfile.TemporaryDirectory(prefix="wapiti-") as folder:
        modules = modules or MODULES + (FULL if is_full else [])
        line = [
            program, "-u", base + "/", "--scope", "folder", "-m", ",".join(modules), "-x", base + "/sign-out",
            "-H", "Sec-Fetch-Site: same-origin", "--no-bugreport", "--flush-session", "-t", "20",
            "--tasks", "2", "-S", "normal", "--max-scan-time", str(crawl_seconds),
            "--max-attack-time", str(attack_seconds), "--store-session", folder, "--store-config", f"{folder}/config",
            "-f", "json", "-o", f"{folder}/report.json", "-v", "1",
        ]  # fmt: skip
        if cookie:
            line += ["-C", cookie]
        for path in starts:
            line += ["-s", base + path]
        most = crawl_seconds + attack_seconds * len(modules) + 120
        said = subprocess.run(line, capture_output=True, text=True, timeout=most, check=False)
        try:
            with open(f"{folder}/report.json") as file:
                report = json.load(file)
        except OSError:
            raise SystemExit(f"wapiti wrote no report:\n{said.stdout[-2000:]}\n{said.stderr[-2000:]}") from None
    found = []
    for group in ("vulnerabilities", "anomalies"):
        for kind, all_of_kind in report[group].items():
            found += [Finding(kind, one) for one in all_of_kind if one["level"] > 0]
    return found, report["infos"].get("crawled_pages_nbr", 0)
