"""Which findings are none, each with its reason and with a question, to the portal or to its parts, that shows it anew.

A finding that no rule speaks of fails the scan, and so does one whose rule's question is answered otherwise.
"""

from portal import TOP


def https_only(finding, portal, cookie):
    """HSTS and secure cookies are for https, and the scan's own address is plain http. tests/headers.rs shows both."""
    if finding.kind in ("HTTP Strict Transport Security (HSTS)", "Secure Flag cookie"):
        return portal.base.startswith("http://127.0.0.1:")


def origin_checked(finding, portal, cookie):
    """No token stands in our forms: a post is refused by what every browser says about where it comes from. So the same
    post is sent here from another site, from another origin, and by a browser that says nothing."""
    if finding.kind == "Cross Site Request Forgery":
        strange = [
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": None, "Origin": "https://evil.example"},
            {"Sec-Fetch-Site": None, "Origin": "null"},
        ]
        if cookie:
            strange.append({"Sec-Fetch-Site": None})
        return all(portal.ask("POST", finding.path, cookie, [], headers)[0] == 403 for headers in strange)


def policy_says_it(finding, portal, cookie):
    """X-Frame-Options is the older word for what the content policy says: no page of ours stands in anybody's frame."""
    if finding.kind == "Clickjacking Protection":
        return "frame-ancestors 'none'" in portal.ask("GET", finding.path, cookie)[1].get("Content-Security-Policy", "")


def no_directory(finding, portal, cookie):
    """The scanner compares pages, and a NUL byte in a field is refused with a page of its own. Nothing here asks a
    directory: no crate that can is in the list of all crates."""
    if finding.kind == "LDAP Injection":
        return "%00" in finding.request and "ldap" not in (TOP / "Cargo.lock").read_text().lower()


RULES = [https_only, origin_checked, policy_says_it, no_directory]


def reason(finding, portal, cookie):
    """The rule by which a finding is none; nothing when it is one."""
    return next((rule.__name__ for rule in RULES if rule(finding, portal, cookie)), None)
