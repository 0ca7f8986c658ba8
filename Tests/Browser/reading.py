"""What a reader meets in the pages: terms that are explained, a still layout, a phone, paper.

    reading.py PROGRAM PROJECT

PROGRAM is the built `dossier`, PROJECT the reference project. Prints a line for each behaviour, and
ends with 1 if one is broken.
"""
import pathlib
import sys
import time
import urllib.request
from urllib.parse import urlsplit

from playwright.sync_api import expect

from built_site import broken

ARTICLE = "briefings/the-european-force.html"
RECORD = "conditions/unsc.html"


def without_scripts(context, width):
    return context.browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 740})


def terms_stand_in_the_margin_of_a_wide_screen(site, context):
    page = site.open(context, ARTICLE)
    text = page.locator(".text > p").first.bounding_box()
    notes = page.locator(".gloss")
    expect(page.locator(".gloss-call").first).to_be_hidden()
    assert notes.count() > 3
    last = 0
    for number in range(notes.count()):
        box = notes.nth(number).bounding_box()
        assert box["x"] >= text["x"] + text["width"], "a note lies over the text"
        assert box["x"] + box["width"] <= 1280, "a note leaves the page"
        assert box["y"] >= last, "a note lies over the one before"
        last = box["y"] + box["height"]
    for exhibit in page.locator(".text > .exhibit").all():
        box = exhibit.bounding_box()
        for note in notes.all():
            top = note.bounding_box()["y"]
            bottom = top + note.bounding_box()["height"]
            assert bottom <= box["y"] or top >= box["y"] + box["height"], "a note lies over a table"


def terms_open_by_keyboard_without_script(site, context):
    narrow = without_scripts(context, 1280)
    page = site.open(narrow, RECORD)
    call = page.get_by_role("button", name="What “Veto” means")
    note = page.locator("#_gloss-term_veto")
    expect(note).to_be_hidden()
    call.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    expect(note).to_have_text("Veto The negative vote of a permanent member, with which a draft in"
                              " the Security Council fails.")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(call).to_be_focused()
    narrow.close()


def terms_open_by_touch_on_a_phone(site, context):
    phone = without_scripts(context, 360)
    page = site.open(phone, "uk/" + ARTICLE)
    call = page.locator(".gloss-call").first
    call.click()
    note = page.locator(".gloss").first
    expect(note).to_be_visible()
    box = note.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 360, box
    assert 600 < box["y"] + box["height"] <= 740, box
    page.locator("h1").click(force=True)
    expect(note).to_be_hidden()
    phone.close()


def terms_are_printed(site, context):
    for route in (ARTICLE, RECORD):
        page = site.open(context, route)
        page.emulate_media(media="print")
        expect(page.locator(".gloss-call").first).to_be_hidden()
        for note in page.locator(".gloss").all():
            expect(note).to_be_visible()


def what_is_folded_stands_on_paper(site, context):
    page = site.open(context, "missions/kfor.html")
    folded = [page.locator(".others.disputed .claim").first, page.locator(".more-items li").first]
    for fact in folded:
        expect(fact).to_be_hidden()
    expect(page.locator(".figures > summary").first).to_be_visible()
    page.emulate_media(media="print")
    for fact in folded:
        expect(fact).to_be_visible()
    expect(page.locator(".figures").first).to_be_hidden()
    page.goto(page.url.replace("missions/kfor", "index"))
    expect(page.locator(".exhibit-works details a").first).to_be_visible()
    expect(page.locator(".exhibit-works summary").first).to_be_hidden()


def no_sheet_is_printed_for_the_foot(site, context):
    page = site.open(context, "missions/kfor.html")
    page.emulate_media(media="print")
    assert page.locator(".site-footer").bounding_box()["height"] == 0
    publisher = page.locator(".site-footer .publisher")
    expect(publisher).to_be_visible()
    assert publisher.bounding_box()["y"] < page.locator("h1").bounding_box()["y"]


# The words of large figures of which a part stands on another line.
BROKEN_WORDS = """() => [...document.querySelectorAll(".large")].flatMap((large) => {
  const texts = document.createTreeWalker(large, NodeFilter.SHOW_TEXT), broken = [];
  while (texts.nextNode()) for (const word of texts.currentNode.data.matchAll(/\\S+/g)) {
    const range = document.createRange();
    range.setStart(texts.currentNode, word.index);
    range.setEnd(texts.currentNode, word.index + word[0].length);
    if (new Set([...range.getClientRects()].map(({top}) => top)).size > 1) broken.push(word[0]);
  }
  return broken;
})"""


def no_large_figure_is_broken(site, context):
    page = site.open(context, "uk/index.html")
    assert page.locator(".large").count() > 2
    for width in (320, 390, 600, 768, 900, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert not (words := page.evaluate(BROKEN_WORDS)), (width, words)


def no_page_is_wider_than_the_smallest_phone(site, context):
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 800})
    for route in ("uk/missions/osce-bom.html", "uk/estimates/podolyak.html", "pledges/coalition-planning.html",
                  "uk/index.html", "uk/formats/mfu.html", "conditions/ceasefire.html", "uk/sources/index.html"):
        page.goto(site.address(route))
        assert page.evaluate("document.documentElement.scrollWidth") == 320, route


def a_wide_list_uses_a_wide_window(site, context):
    page = site.open(context, "missions/index.html")
    frame, table = page.locator(".listing"), page.locator(".listing > .table-scroll")
    for width, is_wider in ((1200, False), (1920, True)):
        page.set_viewport_size({"width": width, "height": 900})
        box = table.bounding_box()
        assert (box["width"] > frame.bounding_box()["width"] + 100) == is_wider, width
        assert box["x"] + box["width"] < width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def a_table_that_goes_on_says_so_at_its_edge(site, context):
    page = context.new_page()
    for width, route, colours in ((768, "formats/index.html", "none"), (768, "missions/index.html", "active"),
                                  (360, "trust.html", "none"), (360, "uk/trust.html", "none")):
        page.emulate_media(forced_colors=colours)
        page.set_viewport_size({"width": width, "height": 1600})
        page.goto(site.address(route))
        page.add_style_tag(content=".table-scroll > * { visibility: hidden }")  # the ground is left
        table = page.locator(".table-scroll").first

        def strip(beyond):
            box = table.bounding_box()
            return page.screenshot(clip={"x": box["x"] + box["width"] + beyond, "y": box["y"], "width": 3, "height": 60})

        assert strip(-3) != strip(3), f"{route} is cut at {width} without a sign"
        table.evaluate("box => { box.scrollLeft = box.scrollWidth }")
        assert strip(-3) == strip(3), f"{route} seems to go on at its end"


# What a browser draws of a page that it has not read to its end, as on a busy machine, is not counted. It
# tells a jump some time after it, so that each is counted by when it was.
SHIFTS = """
window.shifts = [];
window.readAt = 0;
document.addEventListener("readystatechange", () => requestAnimationFrame(() =>
  requestAnimationFrame((time) => { readAt ||= time; })));
const place = ({node}) => node && (node.id || node.className || node.nodeName);
new PerformanceObserver((list) => list.getEntries().forEach(({value, startTime, sources}) =>
  shifts.push([value, startTime, sources.map(place)]))).observe({type: "layout-shift", buffered: true});
"""


def late(route):
    """Answers after the page has been drawn, as a slow network does."""
    time.sleep(0.3)
    route.continue_()


# The page's own fonts, whichever are there, then a wide one, a narrow one and one of equal widths. The
# window is as high as a page, since a browser does not count what jumps below the fold.
ROOMS = [(360, None), (360, "DejaVu Sans"), (768, "Liberation Sans Narrow"), (1024, "DejaVu Sans"),
         (1280, None), (1280, "Liberation Mono")]


def in_font(font):
    """Answers with the style sheet, and with another font than its own."""
    def answer(route):
        style = pathlib.Path(urllib.request.url2pathname(urlsplit(route.request.url).path)).read_text()
        fonts = f':root {{ --font-sans: "{font}"; --font-text: "{font}" }}' if font else ""
        route.fulfill(body=style + fonts, content_type="text/css")
    return answer


def nothing_jumps_while_a_page_is_loaded(site, context):
    for width, font in ROOMS:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 2000})
        page.add_init_script(SHIFTS)
        page.route("**/*.js", late)
        page.route("**/style.css", in_font(font))
        for route in ("index.html", ARTICLE, "missions/kfor.html", "missions/index.html",
                      "formats/index.html", "uk/events/index.html", "scenarios/index.html",
                      "uk/scenarios/index.html", "compare.html", "uk/compare.html"):
            page.goto(site.address(route))
            page.wait_for_timeout(100)
            shifts = page.evaluate("shifts.filter(([, at]) => at > readAt)")
            # A line may be set anew when a made font comes that no page asks for first.
            most = 0 if font else 0.01
            assert sum(shift[0] for shift in shifts) <= most, f"{route} jumps at {width} pixels in {font}: {shifts}"
        page.close()


def the_menu_fits_a_phone(site, context):
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    for route in (ARTICLE, "uk/" + ARTICLE):
        page.goto(site.address(route))
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.locator(".site-header").bounding_box()["height"] < 250, "no room for the page"
        for link in page.locator(".menu a").all():
            box = link.bounding_box()
            assert box["height"] >= 24 and box["x"] + box["width"] <= 360, link.inner_text()


def the_plain_pages_are_linked_from_every_foot(site, context):
    for prefix in ("", "uk/"):
        page = site.open(context, prefix + RECORD)
        for name in ("about", "method", "imprint", "licence", "funding"):
            link = page.locator(f".site-footer a[href$='pages/{name}.html']")
            expect(link).to_have_count(1)
        page.locator(".site-footer a[href$='pages/licence.html']").click()
        expect(page.locator("h1")).to_be_visible()


BEHAVIOURS = [
    terms_stand_in_the_margin_of_a_wide_screen, terms_open_by_keyboard_without_script,
    terms_open_by_touch_on_a_phone, terms_are_printed, what_is_folded_stands_on_paper,
    no_sheet_is_printed_for_the_foot, no_large_figure_is_broken, a_wide_list_uses_a_wide_window,
    no_page_is_wider_than_the_smallest_phone, a_table_that_goes_on_says_so_at_its_edge,
    nothing_jumps_while_a_page_is_loaded, the_menu_fits_a_phone,
    the_plain_pages_are_linked_from_every_foot,
]


if __name__ == "__main__":
    sys.exit(1 if broken(BEHAVIOURS, *sys.argv[1:3]) else 0)
