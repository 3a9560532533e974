"""Walks the portal as somebody and collects what they can send: each address and form once, however many ids it has."""

import re
from collections import Counter, deque
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit

# What stands in the places of addresses: an id, a number, the word for a row.
PLACES = [
    (re.compile(r"(?<=/)[0-9a-f]{8}-[0-9a-f-]{27}"), "{id}"),
    (re.compile(r"(?<=/)[0-9]+(?=/|$)"), "{number}"),
    (re.compile(r"(?<=^/programs/)[^/]+"), "{slug}"),
    (re.compile(r"(?<=^/admin/pages/)[^/]+"), "{slug}"),
    (re.compile(r"(?<=^/admin/claims/)[^/]+"), "{slug}"),
]
# It would end the session that the scan is for.
LEFT_ALONE = {"/sign-out"}
PAGES = 200
OF_ONE_KIND = 2


def kind_of(path):
    """The address without what differs from row to row."""
    for place, name in PLACES:
        path = place.sub(name, path)
    return path


class Target:
    """One thing that can be sent."""

    def __init__(self, method, path, fields):
        self.method, self.path, self.fields = method, path, fields
        self.key = (method, kind_of(path), tuple(sorted({name for name, _ in fields})))

    def has_places(self):
        return bool(self.fields) or "{" in self.key[1]


class Page(HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.path, self.links, self.forms, self.form, self.choice = path, [], [], None, None

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag == "a" and said.get("href"):
            self.links.append(urljoin(self.path, said["href"]))
        elif tag == "form":
            action = urljoin(self.path, said.get("action") or self.path)
            self.form = (said.get("method", "get").upper(), action, {})
            self.forms.append(self.form)
        elif self.form and said.get("name"):
            fields, name = self.form[2], said["name"]
            if tag == "input" and said.get("type") in ("radio", "checkbox"):
                fields.setdefault(name, said.get("value") or "on")
            elif tag in ("input", "textarea", "button"):
                fields[name] = said.get("value") or example(name)
            elif tag == "select":
                self.choice = name
                fields.setdefault(name, "")
        elif tag == "option" and self.form and self.choice and not self.form[2][self.choice]:
            self.form[2][self.choice] = said.get("value") or ""

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        if tag == "select":
            self.choice = None


def example(name):
    if "email" in name:
        return "scan@harbor.example"
    return "violet pepper station nine" if "password" in name else "Example"


def walk(portal, cookie, start):
    """All pages and forms within reach."""
    targets, seen, count = {}, set(), Counter()
    waiting = deque(["/", start])
    while waiting and len(seen) < PAGES:
        link = waiting.popleft()
        url = urlsplit(link)
        if url.netloc or link in seen or url.path in LEFT_ALONE or url.path.startswith("/static/"):
            continue
        target = Target("GET", url.path, parse_qsl(url.query, keep_blank_values=True))
        count[target.key] += 1
        if count[target.key] > OF_ONE_KIND:
            continue
        seen.add(link)
        status, headers, body = portal.ask("GET", link.split("#")[0], cookie)
        if status == 303:
            waiting.append(headers["Location"])
        if status != 200 or "text/html" not in headers.get("Content-Type", ""):
            continue
        targets.setdefault(target.key, target)
        page = Page(url.path)
        page.feed(body)
        waiting.extend(link for link in page.links if not urlsplit(link).scheme or link.startswith(portal.base))
        for method, action, fields in page.forms:
            url = urlsplit(action)
            target = Target(method, url.path, [*parse_qsl(url.query), *fields.items()])
            if not url.netloc and url.path not in LEFT_ALONE:
                targets.setdefault(target.key, target)
    return list(targets.values())
