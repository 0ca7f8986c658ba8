"""The search of a built site, in a real browser.

    search.py PROGRAM PROJECT FOLDER

PROGRAM is the built `dossier`, PROJECT the reference project, FOLDER one with Pagefind for
`dossier index`. The site is served below a path of its own, under the strictest policy that
it needs, with a draft, an embargoed briefing and a former address added. Prints a line for each
behaviour, and ends with 1 if one is broken.
"""
import functools
import http.server
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading

from playwright.sync_api import expect

from trying import holds, launched

PROGRAM, PROJECT, PAGEFIND = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
# That of docs/publishing.md for the search.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
HIDDEN = {
    "a-draft": "title: A draft\ndate: 2020-01-01\ndraft: true",
    "an-embargo": "title: An embargo\ndate: 2020-01-01\nembargo: 2999-01-01",
    "of-tomorrow": "title: Of tomorrow\ndate: 2999-01-01",
}

# Letters in all spellings: composed and decomposed, three apostrophes, soft hyphens and joiners.
SPELLINGS = {
    "en": [("Zu\u0308rqvo", "Z\u00FCrqvo"), ("Qv\u00E9zy", "Qve\u0301zy"), ("qver\u00ADto\u00ADzal", "qvertozal"),
           ("qvorn\u200Bimel", "qvornimel"), ("qvilt&shy;oram", "qvilt\u00ADoram"), ("o'qvady", "o\u2019qvady"),
           ("o\u2019qveny", "o\u02BCqveny"), ("o\u02BCqvoby", "o'qvoby")],
    "uk": [("\u0437\u2019\u0457\u0437\u0434\u0449\u0443\u043A", "\u0437'\u0457\u0437\u0434\u0449\u0443\u043A"),
           ("\u043E\u0431'\u0454\u0449\u0443\u0448\u0430", "\u043E\u0431\u02BC\u0454\u0449\u0443\u0448\u0430"),
           ("\u043F\u02BC\u044F\u0449\u0443\u0433\u0430", "\u043F\u2019\u044F\u0449\u0443\u0433\u0430"),
           ("\u0449\u0443\u0438\u0306\u043A\u0430\u043C", "\u0449\u0443\u0439\u043A\u0430\u043C"),
           ("\u0449\u0438\u0457\u0432\u0449\u0438\u043D\u0430", "\u0449\u0438\u0456\u0308\u0432\u0449\u0438\u043D\u0430")],
}
# A word in every place of a text, and what parts it from the next.
PLACES = """---
title: Qxtitle of all places
date: 2020-01-01
summary: Qxsummary of it.
key-points: ["Qxpoint and *qxinpoint*"]
---
Qxtext[^1] [see *qxprefix* @gowan-2018, qxlocator].{spellings}

## Qxheading

> [!NOTE]
> Qxcallout
>
> - qxitem
>
>   | qxhead | qxsecond |
>   |---|---|
>   | qxcell<br>qxline | `qxcode` |

![Qxalternative](map.png "Qxcredit")

```
qxblock
```

```compare
records: [mission:kfor, mission:unmil]
fields: [peak-strength]
caption: Qxcaption
```

[^1]: Qxnote

    > qxquotation
<!-- qxcomment -->
"""
WORDS = sorted(set(re.findall(r"\bqx\w+", PLACES, re.I)))


# The forms of a word, a line each; the last is written, and the others are asked for.
FORMS = [line.split() for line in pathlib.Path(__file__).with_name("stem-forms.txt")
         .read_text().splitlines()]


class Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *arguments):
        pass


class Site:
    """The project with what must not be found, built with its drafts and served at /one/two/."""

    def __init__(self, folder):
        project = folder / "project"
        for part in ("content", "templates"):
            shutil.copytree(PROJECT / part, project / part)
        for name, front in HIDDEN.items():
            path = project / f"content/briefings/{name}.md"
            path.write_text(f"---\n{front}\nsummary: Qwertzu.\n---\nQwertzu text.\n")
        for language, suffix in (("en", ""), ("uk", ".uk")):
            spellings = "".join(f" {written}." for written, _ in SPELLINGS[language])
            text = PLACES.replace("{spellings}", spellings)
            if suffix:
                text = text.replace("date: 2020-01-01\n", "")
            (project / f"content/briefings/all-places{suffix}.md").write_text(text)
        (project / "content/briefings/forms.md").write_text(
            "---\ntitle: Qforms\ndate: 2020-01-01\nsummary: Forms.\n---\nForms.\n")
        (project / "content/briefings/forms.uk.md").write_text(
            "---\ntitle: Qforms\nsummary: Forms.\n---\n" + ", ".join(forms[-1] for forms in FORMS) + ".\n")
        (project / "content/briefings/map.png").write_bytes(
            next((PROJECT / "content").rglob("*.png")).read_bytes())
        kfor = project / "content/missions/kfor.md"
        kfor.write_text(kfor.read_text().replace("---\n", "---\naliases: [kosovo-force]\n", 1))
        self.folder = folder / "root/one/two"
        self.folder.parent.mkdir(parents=True)
        subprocess.run(
            [PROGRAM, "build", project, "--output", self.folder, "--drafts", "--quiet"], check=True)
        path = PAGEFIND + os.pathsep + os.environ["PATH"]
        subprocess.run(
            [PROGRAM, "index", project, "--output", self.folder, "--quiet"], check=True,
            env={**os.environ, "PATH": path})
        handler = functools.partial(Handler, directory=folder / "root")
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def address(self, route):
        return f"http://127.0.0.1:{self.server.server_port}/one/two/{route}"

    def open(self, context, route):
        page = context.new_page()
        page.goto(self.address(route))
        return page


def results(page):
    return page.locator("#_search-results .results > li")


def addresses(page):
    return page.locator("#_search-results h3 a").evaluate_all("links => links.map(a => a.href)")


def status(page):
    return page.locator("#_search-status")


def keys_alone_lead_from_any_page_to_a_result(site, context):
    page = site.open(context, "missions/unmil.html")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "q":
            break
    page.keyboard.type("Kosovo Force")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html*")
    expect(status(page)).to_contain_text("Found:")
    page.get_by_role("searchbox", name="Words to find").focus()
    page.keyboard.press("ArrowDown")
    for _ in range(40):
        if page.evaluate("document.activeElement.textContent").startswith("Kosovo Force"):
            break
        page.keyboard.press("ArrowDown")
    target = page.evaluate("document.activeElement.href")
    assert page.evaluate("document.activeElement.textContent").startswith("Kosovo Force"), target
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kosovo Force")


def results_show_their_kind_and_mark_what_was_found(site, context):
    page = site.open(context, "search.html#q=ceasefire")
    first = results(page).first
    expect(first.locator("mark").first).to_contain_text(re.compile("ceasefire", re.I))
    labels = page.locator("#_search-results .kind").all_inner_texts()
    assert labels and all(labels), labels
    counts = page.locator("#_search .count").all_inner_texts()
    assert sum(int(count.strip("()")) for count in counts) == int(
        re.search(r"Found: (\d+)", status(page).inner_text())[1]), counts


def each_language_has_its_own_search(site, context):
    page = site.open(context, "uk/search.html")
    page.get_by_role("searchbox", name="Що шукати").fill("спостереження")
    expect(status(page)).to_contain_text("Знайдено:")
    found = addresses(page)
    assert found and all("/one/two/uk/" in address for address in found), found
    page.get_by_role("searchbox").fill("спостереженнями")
    expect(results(page).first).to_be_visible()
    assert "гарантія" not in status(page).inner_text()


def a_search_is_narrowed_to_kinds_and_kept_in_the_address(site, context):
    page = site.open(context, "search.html")
    page.get_by_role("searchbox").fill("Kosovo")
    expect(results(page).first).to_be_visible()
    boxes = page.get_by_role("group", name="Only among")
    whole = status(page).inner_text()
    boxes.get_by_label("Precedents").check()
    # Until the narrowed results are there, the list is empty and the count is that of all kinds.
    expect(status(page)).not_to_have_text(whole)
    expect(results(page).first).to_be_visible()
    expect(page).to_have_url(re.compile(r"#q=Kosovo&kind=mission$"))
    expect(page.locator("#_search-results .kind").filter(has_not_text="Precedent")).to_have_count(0)
    assert all("/missions/" in address for address in addresses(page))
    before = status(page).inner_text()
    again = site.open(context, "search.html#q=Kosovo&kind=mission")
    expect(status(again)).to_have_text(before)
    expect(again.get_by_label("Precedents")).to_be_checked()
    boxes.get_by_label("Sources").check()
    expect(page).to_have_url(re.compile(r"kind=mission,source$"))
    expect(status(page)).not_to_have_text(before)


def there_are_more_results_on_request(site, context):
    page = site.open(context, "search.html#q=force&kind=source")
    expect(results(page)).to_have_count(10)
    page.get_by_role("button", name="More results").focus()
    page.keyboard.press("Enter")
    expect(results(page)).to_have_count(20)
    expect(results(page).nth(10).get_by_role("link")).to_be_focused()
    expect(status(page)).to_contain_text("Shown: 20")


def results_stand_by_kind_works_last(site, context):
    page = site.open(context, "search.html#q=ceasefire")
    heads = page.locator("#_search-results h2")
    expect(heads.first).to_have_text("Briefings")
    names = heads.all_inner_texts()
    assert names[1:4] == ["Formats", "Precedents", "Conditions"] and names[-1] == "Sources", names
    page.get_by_role("button", name="More results: Precedents").click()
    expect(page).to_have_url(re.compile(r"kind=mission$"))
    expect(page.locator("#_search-results h2")).to_have_count(0)
    assert all("/missions/" in address for address in addresses(page))


def short_words_are_found(site, context):
    for route, asked in (("search.html", "UN"), ("search.html", "EU"), ("uk/search.html", "ЄС")):
        page = site.open(context, route + "#q=" + asked)
        expect(status(page)).to_contain_text(re.compile("Found:|Знайдено:"))
        expect(results(page).first).to_be_visible()


def excerpts_have_no_text_of_pop_ups(site, context):
    page = site.open(context, "search.html")
    content = page.evaluate(
        """async (address) => {
          const pagefind = await import(address);
          const all = await pagefind.search("veto");
          const pages = await Promise.all(all.results.map((one) => one.data()));
          return pages.find((one) => one.raw_url.endsWith("consent-and-the-veto.html")).raw_content;
        }""", site.address("search/pagefind.js"))
    assert "The negative vote of a permanent member" not in content, content
    assert "Key points" not in content and "Exhibit 1" not in content, content


def that_nothing_was_found_is_said(site, context):
    page = site.open(context, "search.html#q=xyzzyplugh")
    expect(status(page)).to_have_text("Nothing was found for “xyzzyplugh”.")
    expect(results(page)).to_have_count(0)
    expect(page.get_by_role("button", name="More results")).to_be_hidden()


def only_public_records_and_sources_are_found(site, context):
    page = site.open(context, "search.html#q=Qwertzu")
    expect(status(page)).to_have_text("Nothing was found for “Qwertzu”.")
    assert (site.folder / "briefings/a-draft.html").exists()
    for language, prefix in (("en", ""), ("uk", "uk/")):
        page = site.open(context, f"{prefix}search.html")
        found = page.evaluate(
            """async (address) => {
              const pagefind = await import(address);
              const all = await pagefind.search(null);
              return Promise.all(all.results.map(async (one) => (await one.data()).raw_url));
            }""", site.address("search/pagefind.js"))
        folders = {address.removeprefix("/" + prefix).split("/")[0] for address in found}
        assert {"missions", "briefings", "sources", "pages"} <= folders, folders
        assert not folders & {"handouts", "data", "topics", "compare", "search"}, folders
        assert not [address for address in found if address.endswith("/")], "a list was indexed"
        names = {address.rsplit("/", 1)[1] for address in found}
        assert "kfor.html" in names
        assert not names & {"kosovo-force.html", "404.html", *(name + ".html" for name in HIDDEN)}


def each_spelling_of_a_letter_finds_the_others(site, context):
    for language, prefix in (("en", ""), ("uk", "uk/")):
        page = site.open(context, f"{prefix}search.html")
        for spelling in SPELLINGS[language]:
            for asked in (text.replace("&shy;", "\u00AD") for text in spelling):
                page.get_by_role("searchbox").fill(asked)
                expect(page.locator("#_search-results h3 a")).to_have_count(1)
                expect(results(page).first).to_contain_text("Qxtitle")
                page.get_by_role("searchbox").fill("")
                expect(results(page)).to_have_count(0)


def a_form_of_a_word_finds_the_others(site, context):
    page = site.open(context, "uk/search.html")
    missed = page.evaluate(
        """async (forms) => {
          const input = document.getElementById("_query");
          const list = document.getElementById("_search-results");
          const missed = [];
          document.querySelector("input[name=kind][value=briefing]").checked = true;
          for (const form of forms) {
            input.value = form;
            document.getElementById("_search").requestSubmit();
            for (let i = 0; i < 200 && list.ariaBusy === "true"; i += 1) {
              await new Promise((done) => setTimeout(done, 20));
            }
            const more = document.querySelector(".presets button");
            while (more && !more.closest("[hidden]")) {
              const count = document.querySelectorAll("#_search-results h3 a").length;
              more.click();
              for (let i = 0; i < 100; i += 1) {
                await new Promise((done) => setTimeout(done, 20));
                if (document.querySelectorAll("#_search-results h3 a").length > count) break;
              }
            }
            const links = document.querySelectorAll("#_search-results h3 a");
            if (!Array.from(links).some((link) => link.href.endsWith("/briefings/forms.html"))) missed.push(form);
          }
          return missed;
        }""", [forms[0] for forms in FORMS[::2]])
    assert not missed, missed


def every_place_of_a_text_is_searched_and_no_comment(site, context):
    page = site.open(context, "search.html")
    content = page.evaluate(
        """async (address) => {
          const pagefind = await import(address);
          const all = await pagefind.search("Qxtitle");
          const pages = await Promise.all(all.results.map((one) => one.data()));
          return pages.find((one) => one.raw_url.endsWith("all-places.html")).raw_content;
        }""", site.address("search/pagefind.js"))
    found = set(re.findall(r"\w+", content))
    missing = [word for word in WORDS if word not in found and word != "qxcomment"]
    assert not missing, (missing, content)
    assert "qxcomment" not in content, content


def without_an_index_the_page_leads_to_all_records(site, context):
    context.route("**/search/pagefind.js", lambda route: route.fulfill(status=404))
    assert_fallback(site.open(context, "uk/search.html#q=вето"))
    page = site.open(context, "search.html")
    expect(page.locator("#_search").get_by_role("link")).to_have_text("All records, A–Z")
    page.keyboard.type("veto")
    assert_fallback(page)
    expect(page.locator("#_search-fallback a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("All records, A–Z")


def from_disk_the_page_leads_to_all_records(site, context):
    page = context.new_page()
    page.goto((site.folder / "search.html").as_uri())
    assert_fallback(page)


def without_scripts_the_page_leads_to_all_records(site, context):
    plain = context.browser.new_context(java_script_enabled=False)
    assert_fallback(site.open(plain, "uk/search.html"))
    plain.close()


def assert_fallback(page):
    expect(page.locator("#_search-fallback")).to_be_visible()
    expect(page.locator("#_search-fallback a").first).to_have_attribute("href", re.compile("a-z.html$"))
    expect(page.locator("#_search")).to_be_hidden()


def a_former_address_leads_to_the_record(site, context):
    page = site.open(context, "uk/missions/kosovo-force.html")
    page.wait_for_url("**/uk/missions/kfor.html")


BEHAVIOURS = [
    keys_alone_lead_from_any_page_to_a_result, results_show_their_kind_and_mark_what_was_found,
    each_language_has_its_own_search, a_search_is_narrowed_to_kinds_and_kept_in_the_address,
    there_are_more_results_on_request, results_stand_by_kind_works_last,
    short_words_are_found, excerpts_have_no_text_of_pop_ups, that_nothing_was_found_is_said,
    only_public_records_and_sources_are_found, each_spelling_of_a_letter_finds_the_others,
    a_form_of_a_word_finds_the_others, every_place_of_a_text_is_searched_and_no_comment, without_an_index_the_page_leads_to_all_records,
    from_disk_the_page_leads_to_all_records, without_scripts_the_page_leads_to_all_records,
    a_former_address_leads_to_the_record,
]


def main():
    with tempfile.TemporaryDirectory(prefix="dossier-search.") as folder:
        site = Site(pathlib.Path(folder))
        with launched() as browser:
            return 0 if all([holds(behaviour, site, browser) for behaviour in BEHAVIOURS]) else 1


if __name__ == "__main__":
    sys.exit(main())
