"""The preview in a real browser: what an editor sees while the files change.

    preview.py PROGRAM PROJECT

PROGRAM is the built `dossier`, PROJECT the reference project, of which a copy is edited. Prints a
line for each behaviour, and ends with 1 if one is broken.
"""
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

from playwright.sync_api import expect

from trying import PATIENCE, holds, launched

PROGRAM, PROJECT = sys.argv[1], pathlib.Path(sys.argv[2])


class Serving:
    """A copy of the project, and the preview that shows it."""

    def __enter__(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="dossier-browser."))
        for name in ("content", "templates"):
            shutil.copytree(PROJECT / name, self.root / name)
        self.process = subprocess.Popen(
            [PROGRAM, "serve", str(self.root), "--port", "0"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if line.startswith("serving "):
                self.address = line.split()[1]
                return self
        raise RuntimeError("the preview did not start")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(5)
        self.process.stdout.close()
        shutil.rmtree(self.root)

    def path(self, name):
        return self.root / name

    @contextlib.contextmanager
    def edited(self, name, change):
        """Writes a file as editors do, and puts it back afterwards."""
        path = self.path(name)
        text = path.read_text(encoding="utf-8")
        self.write(name, change(text))
        try:
            yield
        finally:
            self.write(name, text)

    def write(self, name, text):
        path = self.path(name)
        fresh = path.with_name("." + path.name + ".tmp")
        fresh.write_text(text, encoding="utf-8")
        with self.following():
            os.replace(fresh, path)

    def remove(self, name):
        with self.following():
            self.path(name).unlink()

    @contextlib.contextmanager
    def following(self):
        """Waits until the preview shows what was changed, so that nothing of it comes later."""
        before = self.version()
        yield
        end = time.monotonic() + PATIENCE / 1000
        while self.version() == before:
            assert time.monotonic() < end, "the preview has not seen the change"
            time.sleep(0.02)

    def version(self):
        """Differs from that of any other state that the preview has shown."""
        with urllib.request.urlopen(self.address + "_dossier/page/") as answer:
            return json.load(answer)["version"]


def ready(page):
    """Waits until the page hears of changes: the script asks for the page's report first."""
    page.wait_for_function("document.querySelector('dossier-preview')?.dataset.version")
    page.wait_for_timeout(300)


def badge(page):
    return page.locator("dossier-preview .badge")


BRIEFING = "content/briefings/kfor-read-carefully.md"
BRIEFING_ROUTE = "briefings/kfor-read-carefully.html"
MISSION = "content/missions/kfor.md"


def an_edit_shows_without_a_reload(serving, context):
    page = context.new_page()
    page.goto(serving.address + BRIEFING_ROUTE)
    ready(page)
    page.evaluate("window.isSamePage = true")
    with serving.edited(BRIEFING, lambda text: text + "\n\nA sentence that is new.\n"):
        expect(page.locator("main")).to_contain_text("A sentence that is new.")
        assert page.evaluate("window.isSamePage"), "the page was loaded again"
        expect(badge(page)).to_contain_text("kfor-read-carefully.md changed")
    expect(page.locator("main")).not_to_contain_text("A sentence that is new.")


def a_style_is_swapped_without_a_reload(serving, context):
    page = context.new_page()
    page.goto(serving.address + BRIEFING_ROUTE)
    ready(page)
    page.evaluate("window.main = document.querySelector('main')")
    style = "templates/assets/style/02-ground.css"
    with serving.edited(style, lambda text: text + "\nh1 { color: rgb(1, 2, 3) !important; }\n"):
        expect(page.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
        assert page.evaluate("window.main === document.querySelector('main')"), "main was replaced"
        page.wait_for_function("document.querySelectorAll('link[rel=stylesheet]').length === 1")


def a_style_that_changes_between_other_files_is_seen(serving, context):
    """Of what changes while a page is busy it hears the last alone."""
    page = context.new_page()
    page.goto(serving.address + BRIEFING_ROUTE)
    ready(page)
    held, is_held = [], True
    page.route("**/_dossier/page/**", lambda route: held.append(route) if is_held else route.continue_())
    style = "templates/assets/style/02-ground.css"
    with serving.edited(BRIEFING, lambda text: text + "\n\nThe first.\n"):
        expect(page.locator("main")).to_contain_text("The first.")
        with (serving.edited(style, lambda text: text + "\nh1 { color: rgb(3, 2, 1) !important; }\n"),
              serving.edited(BRIEFING, lambda text: text + "\n\nThe second.\n")):
            page.wait_for_timeout(500)
            is_held = False
            for route in held:
                route.continue_()
            expect(page.locator("main")).to_contain_text("The second.")
            expect(page.locator("h1")).to_have_css("color", "rgb(3, 2, 1)")


def scroll_and_open_details_are_kept(serving, context):
    page = context.new_page()
    page.goto(serving.address + "missions/kfor.html")
    ready(page)
    page.locator("main .figures > summary").click()
    page.locator("#group-mandate > summary").click()
    page.evaluate("scrollTo({top: 900, behavior: 'instant'})")
    top = page.evaluate("scrollY")
    assert top > 100, "the page is too short to scroll"
    with serving.edited(MISSION, lambda text: text + "\n\nA last remark.\n"):
        expect(page.locator("main")).to_contain_text("A last remark.")
        assert page.evaluate("scrollY") == top, (page.evaluate("scrollY"), top)
        states = page.locator("main .figures, .facts > details").evaluate_all(
            "all => all.map(one => one.open)")
        assert states[:3] == [True, False, True], states


def a_fact_changes_on_every_page_that_uses_it(serving, context):
    page = context.new_page()
    page.goto(serving.address + "missions/kfor.html")
    ready(page)
    with serving.edited(MISSION, lambda text: text.replace("50000", "50123")):
        expect(page.locator("#fact-peak-strength")).to_contain_text("50,123")


def a_mistake_stands_over_the_page_until_it_is_mended(serving, context):
    page = context.new_page()
    page.goto(serving.address + BRIEFING_ROUTE)
    ready(page)
    overlay = page.locator("dossier-preview .overlay")
    expect(overlay).to_be_hidden()
    title = page.locator("h1").inner_text()
    with serving.edited(BRIEFING, lambda text: text + "\nSee <mission:kforr>.\n"):
        expect(overlay).to_be_visible()
        expect(overlay).to_contain_text("no mission has the id 'kforr'")
        expect(overlay).to_contain_text(BRIEFING + ":")
        expect(overlay.locator("pre")).to_contain_text("See <mission:kforr>.")
        expect(overlay.locator("pre")).to_contain_text("^~~~")
        expect(overlay).to_contain_text("did you mean 'kfor'?")
        address = overlay.locator(".place a").get_attribute("href")
        file = str(serving.root.resolve() / BRIEFING)
        assert address.startswith("vscode://file" + file + ":"), address
        assert page.locator("h1").inner_text() == title, "the last good page has gone"
    expect(overlay).to_be_hidden()


def a_mistake_elsewhere_is_counted_in_the_badge(serving, context):
    page = context.new_page()
    page.goto(serving.address + "terms/veto.html")
    ready(page)
    with serving.edited(BRIEFING, lambda text: text + "\nSee <mission:kforr>.\n"):
        expect(badge(page)).to_contain_text("1 error in other files")
        expect(badge(page).locator("li.error")).to_contain_text(BRIEFING)
        expect(page.locator("dossier-preview .overlay")).to_be_hidden()
    expect(badge(page)).not_to_contain_text("error in other files")


def two_tabs_follow_the_same_edit(serving, context):
    pages = [context.new_page(), context.new_page()]
    for page in pages:
        page.goto(serving.address + BRIEFING_ROUTE)
        ready(page)
    with serving.edited(BRIEFING, lambda text: text + "\n\nSeen in both tabs.\n"):
        for page in pages:
            expect(page.locator("main")).to_contain_text("Seen in both tabs.")
    # The tab that listened for both goes; the other takes it over.
    pages[0].close()
    pages[1].wait_for_timeout(500)
    with serving.edited(BRIEFING, lambda text: text + "\n\nSeen by the one left.\n"):
        expect(pages[1].locator("main")).to_contain_text("Seen by the one left.")


def pages_and_facts_link_to_their_lines(serving, context):
    page = context.new_page()
    page.goto(serving.address + "missions/kfor.html")
    ready(page)
    file = str(serving.root.resolve() / MISSION)
    assert badge(page).locator(".edit").get_attribute("href") == f"vscode://file{file}:1:1"
    lines = serving.path(MISSION).read_text(encoding="utf-8").split("\n")
    line = next(i for i, text in enumerate(lines, 1) if text.startswith("peak-strength:"))
    address = page.locator("#fact-peak-strength .dossier-edit").get_attribute("href")
    found = int(address.rsplit(":", 2)[1])
    assert address.startswith(f"vscode://file{file}:") and line <= found <= line + 1, (address, line)


def a_draft_has_a_plain_mark(serving, context):
    page = context.new_page()
    page.goto(serving.address + BRIEFING_ROUTE)
    ready(page)
    expect(badge(page).locator(".mark")).to_be_hidden()
    with serving.edited(BRIEFING, lambda text: text.replace("---\n", "---\ndraft: true\n", 1)):
        expect(badge(page).locator(".mark")).to_contain_text("Draft")


def a_template_edit_and_a_vanished_template_are_followed(serving, context):
    page = context.new_page()
    page.goto(serving.address + BRIEFING_ROUTE)
    ready(page)
    layout = "templates/layout.html"
    mark = '<footer class="site-footer">'
    with serving.edited(layout, lambda text: text.replace(mark, mark + "<p>A new foot</p>", 1)):
        expect(page.locator("footer")).to_contain_text("A new foot")
    expect(page.locator("footer")).not_to_contain_text("A new foot")
    text = serving.path(layout).read_text(encoding="utf-8")
    serving.remove(layout)
    expect(page.locator("dossier-preview .overlay")).to_be_visible()
    serving.write(layout, text)
    expect(page.locator("dossier-preview .overlay")).to_be_hidden()


def what_stands_around_the_main_part_is_followed(serving, context):
    page = context.new_page()
    page.goto(serving.address + BRIEFING_ROUTE)
    ready(page)
    page.evaluate("window.isSamePage = true; document.body.classList.add('own')")
    described = page.locator("meta[name=description]").get_attribute("content")
    count = page.locator("head meta").count()

    def around(text):
        text = text.replace("<body>", '<body class="wide plain" data-side="left">Text in the body')
        text = text.replace("</body>", "and at its end</body>")
        text = text.replace('content="{{page.description}}"', 'content="Described anew"')
        return text.replace("<head>", '<head>\n  <meta name="robots" content="noindex">')

    with serving.edited("templates/layout.html", around):
        expect(page.locator("body")).to_have_class("own wide plain")
        expect(page.locator("body")).to_have_attribute("data-side", "left")
        expect(page.locator("body")).to_contain_text("Text in the body")
        expect(page.locator("body")).to_contain_text("and at its end")
        expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
        expect(page.locator("meta[name=description]")).to_have_attribute("content", "Described anew")
    expect(page.locator("body")).to_have_class("own")
    expect(page.locator("body")).not_to_have_attribute("data-side", "left")
    expect(page.locator("body")).not_to_contain_text("Text in the body")
    expect(page.locator("body")).not_to_contain_text("and at its end")
    expect(page.locator("meta[name=robots]")).to_have_count(0)
    expect(page.locator("meta[name=description]")).to_have_attribute("content", described)
    assert page.locator("head meta").count() == count, "a meta element was left, or doubled"
    assert page.evaluate("window.isSamePage"), "the page was loaded again"


def the_overview_lists_the_site(serving, context):
    page = context.new_page()
    page.goto(serving.address + "_dossier/")
    ready(page)
    expect(page.locator("#pages a[href='/missions/kfor.html']")).to_have_count(1)
    with serving.edited(BRIEFING, lambda text: text + "\nSee <mission:kforr>.\n"):
        expect(page.locator("#diagnostics")).to_contain_text("kforr")


BEHAVIOURS = [
    an_edit_shows_without_a_reload, a_style_is_swapped_without_a_reload,
    a_style_that_changes_between_other_files_is_seen,
    scroll_and_open_details_are_kept, a_fact_changes_on_every_page_that_uses_it,
    a_mistake_stands_over_the_page_until_it_is_mended, a_mistake_elsewhere_is_counted_in_the_badge,
    two_tabs_follow_the_same_edit, pages_and_facts_link_to_their_lines, a_draft_has_a_plain_mark,
    a_template_edit_and_a_vanished_template_are_followed, the_overview_lists_the_site,
    what_stands_around_the_main_part_is_followed,
]


def main():
    with Serving() as serving, launched() as browser:
        return 0 if all([holds(behaviour, serving, browser, 1000, 700) for behaviour in BEHAVIOURS]) else 1


if __name__ == "__main__":
    sys.exit(main())
