"""A small program full of holes, on loopback only: scanners that find none here are worth nothing elsewhere.

What it has lies behind a cookie, and posts need what a browser says about where they come from, as in the portal: so it
also shows that the scanners send both.
"""

import html
import sqlite3
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

COOKIE = "sid=scanner"

FRONT = """<!doctype html><title>Broken</title>
<form action="/search"><input name="q" value="fit"><button>Search</button></form>
<form action="/notes" method="post"><input name="body" value="hello"><button>Save</button></form>
<a href="/program?id=1">First</a> <a href="/program?id=2">Second</a> <a href="/onward?next=/">On</a>"""


class Broken(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        said = {name: values[0] for name, values in parse_qs(url.query).items()}
        if COOKIE not in self.headers.get("Cookie", ""):
            self.answer(403, "Sign in first.")
        elif url.path == "/":
            self.answer(200, FRONT)
        elif url.path == "/search":  # reflected cross-site scripting
            self.answer(200, f"<p>Nothing found for {said.get('q', '')}.</p>")
        elif url.path == "/program":  # SQL injection
            self.program(said.get("id", "1"))
        elif url.path == "/onward":  # open redirect
            self.answer(302, "", {"Location": said.get("next", "/")})
        else:
            self.answer(404, "There is no such page.")

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode(errors="replace")
        said = {name: values[0] for name, values in parse_qs(body).items()}
        if COOKIE not in self.headers.get("Cookie", "") or self.headers.get("Sec-Fetch-Site") != "same-origin":
            self.answer(403, "Not from here.")
        else:  # the same, in a post
            self.answer(200, f"<p>Saved: {said.get('body', '')}</p>")

    def program(self, number):
        try:
            with self.server.lock:
                rows = self.server.rows.execute(f"select title from program where id = {number}").fetchall()
        except sqlite3.Error as error:
            self.answer(500, f"sqlite3.OperationalError: {html.escape(str(error))}")
        else:
            self.answer(200, "<ul>" + "".join(f"<li>{html.escape(str(title))}</li>" for (title,) in rows) + "</ul>")

    def answer(self, status, body, headers={}):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value.replace("\r", "").replace("\n", ""))
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


def start():
    """Serves in a thread of its own; gives the address and the way to stop."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Broken)
    server.lock = threading.Lock()
    server.rows = sqlite3.connect(":memory:", check_same_thread=False)
    server.rows.executescript(
        "create table program (id integer, title text); insert into program values (1, 'Informatics'), (2, 'Management')"
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}", server.shutdown
