"""The site as a public host serves it: by nginx, under the policy of docs/publishing.md, in a real browser.

    publishing.py PROGRAM PROJECT

PROGRAM is the built `dossier`, PROJECT the reference project. The configuration is the block that the
document prints, with the address and the folder changed. The site is served at the root and under a
sub-path; Caddy, where it is there, is tried by its own block. Prints a line for each place, and ends
with 1 if a page breaks the policy, a request fails, or a file comes with a wrong type.
"""
import contextlib
import http.client
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import traceback

from playwright.sync_api import expect

from trying import launched

PROGRAM, PROJECT = sys.argv[1], pathlib.Path(sys.argv[2])
PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/opt/homebrew/bin"
SECONDS_TO_START = 60

TYPES = {
    "index.html": "text/html; charset=utf-8", "assets/style.css": "text/css; charset=utf-8",
    "assets/table.js": "text/javascript; charset=utf-8", "data/missions.csv": "text/csv; charset=utf-8",
    "data/missions.json": "application/json", "data/missions.schema.json": "application/json",
    "feed.json": "application/feed+json", "feed.xml": "application/atom+xml",
    "uk/feed.xml": "application/atom+xml", "sitemap.xml": ("application/xml", "text/xml; charset=utf-8"),
    "robots.txt": "text/plain; charset=utf-8", "card.png": "image/png",
}


def block(language):
    """The one block of the document in a language."""
    text = (PROJECT / "docs/publishing.md").read_text(encoding="utf-8")
    found = re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert len(found) == 1, f"docs/publishing.md holds {len(found)} blocks '{language}'"
    return found[0]


def replaced(text, old, new):
    assert text.count(old) == 1, f"docs/publishing.md no longer says '{old}' once"
    return text.replace(old, new)


class Nginx:
    name = "nginx"

    def command(self, folder, port, root, prefix):
        site = replaced(block("nginx"), "listen 80;", f"listen 127.0.0.1:{port};")
        site = replaced(site, "root /srv/dossier/site;", f"root {root};")
        site = replaced(site, "default /404.html;", f"default {prefix}404.html;")
        site = replaced(site, "~^/(?<dossier_language>", f"~^{prefix}(?<dossier_language>")
        site = replaced(site, " /$dossier_language/", f" {prefix}$dossier_language/")
        site = replaced(site, "include /srv/dossier/site/", f"include {root}{prefix}")
        kept = "\n".join(f"  {kind}_temp_path {folder}/{kind};" for kind in
                         ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (folder / "nginx.conf").write_text(
            f"daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\n"
            f"events {{ }}\nhttp {{\n  access_log off;\n{kept}\n{site}\n}}\n", encoding="utf-8")
        return [program(self.name), "-p", str(folder), "-e", f"{folder}/error.log",
                "-c", f"{folder}/nginx.conf"]


class Caddy:
    name = "caddy"

    def command(self, folder, port, root, prefix):
        site = replaced(block("caddy"), "dossier.example.org {", f"http://127.0.0.1:{port} {{")
        site = replaced(site, "root * /srv/dossier/site", f"root * {root}")
        site = replaced(site, '~^/(uk|de)/ "/${1}', f'~^{prefix}(uk|de)/ "{prefix}${{1}}')
        site = replaced(site, "default /404.html", f"default {prefix}404.html")
        (folder / "Caddyfile").write_text(
            "{\n\tadmin off\n}\n" + site, encoding="utf-8")
        return [program(self.name), "run", "--adapter", "caddyfile",
                "--config", f"{folder}/Caddyfile"]


def program(name):
    return shutil.which(name) or shutil.which(name, path=PATH)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Host:
    """A site built for an address, and the server that answers there."""

    def __init__(self, server, prefix):
        self.server, self.prefix, self.port = server, prefix, free_port()
        self.address = f"http://127.0.0.1:{self.port}{prefix}"

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="dossier-publishing."))
        self.folder.chmod(0o755)  # a worker of nginx may be another user
        root = self.folder / "site"
        self.site = root / self.prefix.strip("/")
        self.site.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([PROGRAM, "build", str(PROJECT), "--output", str(self.site), "--quiet",
                        "--base-url", self.address], check=True)
        index(self.site)
        self.log = open(self.folder / "log", "w", encoding="utf-8")
        self.process = subprocess.Popen(
            self.server.command(self.folder, self.port, root, self.prefix),
            stdout=self.log, stderr=self.log, env={"HOME": str(self.folder), "PATH": PATH})
        self.wait()
        return self

    def wait(self):
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end and self.process.poll() is None:
            with contextlib.suppress(OSError):
                return self.get("index.html")
            time.sleep(0.05)
        raise RuntimeError(f"{self.server.name} did not start: "
                           + (self.folder / "log").read_text(encoding="utf-8"))

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)
        self.log.close()
        shutil.rmtree(self.folder)

    def get(self, route, headers=None):
        """The answer's status, its headers in lower case, and its bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", self.prefix + route, headers=headers or {})
        answer = connection.getresponse()
        found = answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        connection.close()
        return found


def index(site):
    """A search index over a few pages, where there is a search page and Pagefind is at hand."""
    if (site / "search.html").exists():
        subprocess.run([sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir",
                        "search", "--glob", "{terms,uk/terms}/*.html", "--silent"], check=False)


class Visit:
    """A page of its own, and all that went wrong on it."""

    def __init__(self, browser, host):
        self.host, self.faults, self.expected = host, [], 200
        self.context = browser.new_context(viewport={"width": 1280, "height": 800})
        self.context.add_init_script(
            "addEventListener('securitypolicyviolation', event => console.error("
            "'policy: ' + event.violatedDirective + ' ' + event.blockedURI))")
        self.context.on("console", self.said)
        self.context.on("weberror", lambda error: self.faults.append(str(error.error)))
        self.context.on("requestfailed", self.failed)
        self.context.on("response", self.answered)
        self.page = self.context.new_page()

    def said(self, message):
        is_the_status = self.expected == 404 and "404" in message.text
        if message.type in ("error", "warning") and not is_the_status:
            self.faults.append(message.text)

    def failed(self, request):
        if request.failure != "net::ERR_ABORTED":  # a page was left before its icon had come
            self.faults.append(f"failed: {request.url} {request.failure}")

    def answered(self, response):
        is_page = response.request.is_navigation_request()
        if (response.status != self.expected) if is_page else response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")
        if not response.url.startswith((self.host.address, "data:")):
            self.faults.append(f"another host: {response.url}")

    def open(self, route, status=200):
        self.expected = status
        self.page.goto("about:blank")
        self.page.goto(self.host.address + route, wait_until="load")
        numerals = self.page.evaluate("getComputedStyle(document.body).fontVariantNumeric")
        if numerals != "lining-nums":  # what both of our styles ask for, and no browser by itself
            self.faults.append(f"no style on {route}")
        return self.page


def pages_show(visit):
    for route in ("index.html", "", "briefings/arithmetic-of-force-size.html", "formats/mfu.html",
                  "missions/", "missions/kfor.html", "sources/index.html", "trust.html",
                  "data/index.html", "uk/index.html", "uk/formats/mfu.html", "uk/terms/index.html",
                  "handouts/meeting-brief.html", "uk/handouts/meeting-brief.html",
                  "handouts/briefings/arithmetic-of-force-size.html"):
        page = visit.open(route)
        expect(page.locator("h1").first).to_be_visible()
    visit.open("briefings/arithmetic-of-force-size.html")
    assert visit.page.locator("main svg").count() > 0, "the briefing has no chart"


def scripts_work(visit):
    page = visit.open("missions/index.html")
    head = page.locator("#_records thead th").first
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    page.get_by_label("Find in this list").fill("kfor")
    page = visit.open("uk/scenarios/index.html")
    page.locator("#_conditions .presets button").first.click()
    expect(page.locator("#_switched")).to_be_visible()
    page = visit.open("compare.html#kind=mission&records=kfor,unmil&fields=peak-strength")
    expect(page.locator(".compare-result thead th a")).to_have_text(["KFOR", "UNMIL"])
    with page.expect_download():
        page.get_by_role("button", name="Download as CSV").click()


def an_unknown_address_has_a_page(visit):
    for route in ("nothing.html", "no/such/folder/", "uk/missions/x.html", "handouts/x.html",
                  ".dossier-manifest", "search/x.html"):
        page = visit.open(route, status=404)
        title = "Сторінку не знайдено" if route.startswith("uk/") else "Page not found"
        expect(page.locator("h1")).to_have_text(title)
    visit.expected = 200
    page.get_by_role("link", name="Glossary").first.click()
    expect(page.locator("h1")).to_have_text("Glossary")


def the_search_finds(visit):
    if not (visit.host.site / "search/pagefind.js").exists():
        return print("no search page, or no Pagefind: the search is not tried")
    for route, word in (("search.html", "ceasefire"), ("uk/search.html", "мандат")):
        if (visit.host.site / route).exists():
            page = visit.open(route)
            page.locator("main input[type=search]").fill(word)
            expect(page.locator("#_search-results a[href*='terms/']").first).to_be_visible()


def files_come_as_what_they_are(visit):
    get = visit.host.get
    for route, kinds in TYPES.items():
        status, headers, _ = get(route)
        assert status == 200, (route, status)
        assert headers["content-type"] in (kinds if isinstance(kinds, tuple) else (kinds,)), (
            route, headers["content-type"])
        assert headers["x-content-type-options"] == "nosniff", route
        is_open = route.startswith("data/") or "feed." in route
        assert (headers.get("access-control-allow-origin") == "*") == is_open, route
    for route in ("index.html", "assets/style.css", "data/missions.csv", "data/missions.json"):
        size = len(get(route)[2])
        _, headers, body = get(route, {"Accept-Encoding": "gzip"})
        assert headers["content-encoding"] == "gzip" and len(body) < size, route
    tag = get("index.html")[1]["etag"]
    assert get("index.html", {"If-None-Match": tag})[0] == 304
    assert get("index.html")[1]["cache-control"] == "no-cache"


@contextlib.contextmanager
def another_site(pages):
    """An address of another site with some pages, by their names."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="dossier-framing."))
    for name, html in pages.items():
        (folder / name).write_text("<!DOCTYPE html><title>T</title>" + html, encoding="utf-8")
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(folder)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        # A signal to end may be held back for whoever was started while it was.
        process.kill()
        process.wait(10)
        shutil.rmtree(folder)


def only_exhibits_may_be_framed(visit):
    site = visit.host.site
    exhibits = sorted(site.glob("exhibits/*/*/*.html"))[:2] + sorted(site.glob("uk/exhibits/*/*/*.html"))[:1]
    assert len(exhibits) == 3
    may = [str(path.relative_to(site)) for path in exhibits]
    others = ["index.html", "compare.html", "briefings/index.html", "handouts/meeting-brief.html"]
    frames = "".join(f'<iframe src="{visit.host.address}{route}" name="{n}"></iframe>'
                     for n, route in enumerate(may + others))
    with another_site({"frames.html": frames}) as address:
        context = visit.context.browser.new_context()
        page = context.new_page()
        page.goto(address + "frames.html", wait_until="load")
        for number, route in enumerate(may + others):
            frame = page.frame(name=str(number))
            is_there = frame.url.startswith("http") and frame.locator("h1").count() > 0
            assert is_there == (route in may), f"{route} may {'not ' if route in may else ''}be framed"
        context.close()
    status, headers, _ = visit.host.get("data/exhibits/briefings/kfor-read-carefully/kfor-strength.csv")
    assert status == 200 and "frame-ancestors 'none'" in headers["content-security-policy"]


def shown_box(drawing):
    """Where a drawing stands, once it is shown."""
    end = time.monotonic() + SECONDS_TO_START
    while (box := drawing.bounding_box()) is None and time.monotonic() < end:
        time.sleep(0.05)
    assert box, "the drawing is not shown"
    return box


def a_block_to_embed_shows_all_of_a_drawing(visit):
    """The frame is as high as the drawing and its credit need, on a phone and in a text."""
    site = visit.host.site
    drawn = [path.with_suffix(".html") for path in sorted(site.glob("exhibits/*/*/*.svg"))]
    assert len(drawn) > 5
    for path in drawn:
        route = str(path.relative_to(site))
        page = visit.open(route)
        block = page.locator(".taking > pre").inner_text()
        assert visit.host.address + route in block, block
        with another_site({"text.html": block}) as address:
            context = visit.context.browser.new_context()
            other = context.new_page()
            for width in (360, 760, 1200):
                other.set_viewport_size({"width": width, "height": 900})
                other.goto(address + "text.html", wait_until="load")
                height = int(other.locator("iframe").get_attribute("height"))
                frame = other.frames[1]
                # The block loads its frame lazily, so that the page around it is there before.
                frame.wait_for_load_state("load")
                end = shown_box(frame.locator("figure svg[role=img]:visible").last)
                top = other.locator("iframe").bounding_box()["y"]
                assert end["y"] + end["height"] - top <= height, f"{route} at {width}: {end}, {height}"
                assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth"), route
            context.close()


def what_the_policy_forbids_is_seen(visit):
    """Holds this test itself to account: what a page must not hold is noticed."""
    page = (visit.host.site / "index.html").read_text(encoding="utf-8")
    for name, fault in (("script", "<script>document.title = 'run'</script>"),
                        ("style", "<p style='color: red'>x</p>"),
                        ("host", "<img src='https://example.org/x.png' alt=''>")):
        (visit.host.site / f"{name}.html").write_text(
            page.replace("</main>", fault + "</main>"), encoding="utf-8")
        visit.open(f"{name}.html")
        assert any(found.startswith("policy: ") for found in visit.faults), fault
        assert visit.page.title() != "run"
        visit.faults.clear()


BEHAVIOURS = [
    pages_show, scripts_work, an_unknown_address_has_a_page, the_search_finds,
    files_come_as_what_they_are, only_exhibits_may_be_framed, what_the_policy_forbids_is_seen,
]
# What does not hang on the server is tried at one of them.
ONCE = [a_block_to_embed_shows_all_of_a_drawing]


def holds(behaviour, browser, host):
    visit = Visit(browser, host)
    start = time.monotonic()
    try:
        behaviour(visit)
        assert not visit.faults, "\n".join(visit.faults)
        is_good = True
    except Exception:
        print("\n".join(visit.faults), file=sys.stderr)
        traceback.print_exc()
        is_good = False
    visit.context.close()
    print(f"{'holds' if is_good else 'BROKEN'}: {host.server.name} {host.prefix}: "
          f"{behaviour.__name__.replace('_', ' ')} ({time.monotonic() - start:.1f} s)", flush=True)
    return is_good


def main():
    servers = [server for server in (Nginx(), Caddy()) if program(server.name)]
    good = []
    with launched() as browser:
        for server in servers:
            for prefix in ("/", "/dossier/"):
                with Host(server, prefix) as host:
                    tried = BEHAVIOURS if good else BEHAVIOURS + ONCE
                    good += [holds(behaviour, browser, host) for behaviour in tried]
    return 0 if good and all(good) else 1


sys.exit(main())
