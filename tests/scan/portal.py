"""A Signpost of the scan's own: fresh data folder, demo school, free port; and people who sign in at its front door."""

import os
import signal
import socket
import subprocess
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

TOP = Path(__file__).resolve().parents[2]
PASSWORD = "lantern harbor wooden seven"
ROLES = {
    "nobody": None,
    "student": "eve@students.harbor.example",
    "advisor": "ada@harbor.example",
    "lead": "lee@harbor.example",
    "admin": "sam@harbor.example",
}


class Portal:
    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="signpost-scan-", ignore_cleanup_errors=True)
        os.chmod(self.folder.name, 0o711)  # the user that Postgres runs as under root passes through
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        ours = ("SIGNPOST_", "DATABASE_", "SMTP_")
        env = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        env |= {
            "SIGNPOST_DATA": f"{self.folder.name}/var",
            "SIGNPOST_LISTEN": f"127.0.0.1:{port}",
            "SIGNPOST_BASE_URL": f"http://127.0.0.1:{port}",
            "SIGNPOST_DEMO_PASSWORD": PASSWORD,
            "RUST_LOG": "signpost=warn,warn",
        }
        binary = TOP / "target" / os.environ.get("PROFILE", "debug") / "signpost"
        self.log = Path(self.folder.name) / "log"
        subprocess.run([binary, "seed", "--if-empty"], env=env, cwd=TOP, check=True, stdout=subprocess.DEVNULL)
        with self.log.open("wb") as log:
            self.server = subprocess.Popen([binary, "serve"], env=env, cwd=TOP, stdout=log, stderr=log)
        self.base = f"http://127.0.0.1:{port}"
        for _ in range(300):
            try:
                if self.ask("GET", "/readyz")[0] == 200:
                    return self
            except OSError:
                pass
            time.sleep(0.1)
        raise SystemExit(f"the portal does not answer:\n{self.log.read_text()}")

    def __exit__(self, *_):
        self.server.send_signal(signal.SIGTERM)
        self.server.wait(30)
        self.folder.cleanup()

    def ask(self, method, path, cookie=None, fields=None, headers={}):
        """Status, headers and body of one request as a browser sends it; no redirect is followed."""
        connection = HTTPConnection(urlsplit(self.base).netloc, timeout=30)
        sent = {"Sec-Fetch-Site": "same-origin", **({"Cookie": cookie} if cookie else {}), **headers}
        sent = {name: value for name, value in sent.items() if value is not None}
        body = None
        if fields is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(fields)
        connection.request(method, path, body, sent)
        answer = connection.getresponse()
        said = answer.status, answer.headers, answer.read().decode(errors="replace")
        connection.close()
        return said

    def sign_in(self, role):
        """The session cookie of one of the cast, and where signing in leads."""
        email = ROLES[role]
        if email is None:
            return None, "/"
        status, headers, _ = self.ask("POST", "/sign-in", fields={"email": email, "password": PASSWORD})
        if status != 303 or "sid=" not in headers.get("Set-Cookie", ""):
            raise SystemExit(f"{email} could not sign in: {status}")
        return headers["Set-Cookie"].split(";")[0], headers["Location"]

    def is_signed_in(self, cookie):
        return cookie is None or self.ask("GET", "/account", cookie)[0] == 200

    def faults(self):
        """What the log says of faults of ours."""
        lines = self.log.read_text(errors="replace").splitlines()
        return [line for line in lines if "ERROR" in line or "panicked" in line]
