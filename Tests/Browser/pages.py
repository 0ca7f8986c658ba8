"""What pages of every kind answer first, and how few steps lead to it.

    pages.py PROGRAM PROJECT

PROGRAM is the built `dossier`, PROJECT the reference project. Prints a line for each behaviour, and
ends with 1 if one is broken.
"""
import re
import sys
from urllib.parse import quote

from playwright.sync_api import expect

from built_site import broken, served

ARTICLE = "briefings/consent-and-the-veto.html"


def phone(context):
    return context.browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


def the_contents_show_where_one_is(site, context):
    page = site.open(context, ARTICLE)
    current = page.locator(".contents a[aria-current]")
    expect(current).to_have_count(0)
    for heading in ("The Council", "Invitation"):
        page.get_by_role("heading", name=heading, exact=True).evaluate("e => e.scrollIntoView()")
        expect(current).to_have_text(heading)
        expect(page.locator(".contents")).to_be_in_viewport()


def a_note_stands_beside_its_call(site, context):
    page = site.open(context, ARTICLE)
    call = page.locator(".text .note-call a").first
    note = page.locator(".side-note").first
    expect(note).to_be_visible()
    text = page.locator(".text > p").first.bounding_box()
    assert note.bounding_box()["x"] >= text["x"] + text["width"], "a note lies over the text"
    assert abs(note.bounding_box()["y"] - call.bounding_box()["y"]) < 400
    narrow = phone(context)
    page = site.open(narrow, ARTICLE)
    expect(page.locator(".side-note").first).to_be_hidden()
    before = page.evaluate("scrollY")
    page.locator(".text .note-call a").first.evaluate("e => e.scrollIntoView({block: 'center', behavior: 'instant'})")
    page.locator(".text .note-call a").first.tap()
    expect(page.locator(".side-note").first).to_be_in_viewport()
    assert page.evaluate("scrollY") >= before and "#" not in page.url
    narrow.close()


def a_note_beside_its_call_says_all_that_stands_at_the_foot(site, context):
    page = site.open(context, "briefings/arithmetic-of-force-size.html")
    pairs = page.evaluate("""() => [...document.querySelectorAll(".side-note")].map((beside) => {
        const call = beside.previousElementSibling.querySelector("a");
        const foot = document.getElementById(call.hash.slice(1)).querySelector(".note-text");
        const words = (element) => element.textContent.replace(/\\s+/g, " ").trim();
        return [words(beside), call.textContent + " " + words(foot), foot.childNodes.length];
    })""")
    assert any(length > 2 for _, _, length in pairs), "no note has a link between its words"
    for beside, foot, _ in pairs:
        assert beside == foot, f"'{beside}' is not '{foot}'"


def without_a_script_notes_and_facts_are_there(site, context):
    plain = context.browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = site.open(plain, ARTICLE)
    expect(page.locator(".side-note")).to_have_count(0)
    expect(page.locator(".notes .note-text").first).to_be_visible()
    page = site.open(plain, "missions/kfor.html")
    for group in page.locator(".facts > details").all():
        assert group.evaluate("e => e.open")
    plain.close()


def an_article_leads_to_the_next(site, context):
    page = site.open(context, ARTICLE)
    page.locator(".next a").click()
    page.wait_for_url("**/what-monitoring-can-do.html")


def facts_fold_on_a_phone_and_open_for_an_address(site, context):
    narrow = phone(context)
    page = site.open(narrow, "missions/kfor.html")
    opened = page.locator(".facts > details[open]")
    expect(opened).to_have_count(1)
    page = site.open(narrow, "missions/kfor.html#fact-fatalities")
    expect(page.locator("#fact-fatalities")).to_be_visible()
    page = site.open(context, "missions/kfor.html")
    assert page.locator(".facts > details:not([open])").count() == 0
    narrow.close()


def a_mistake_is_reported_from_every_page_and_fact(site, context):
    for route in (ARTICLE, "missions/kfor.html", "missions/index.html", "index.html"):
        page = site.open(context, route)
        link = page.get_by_role("link", name="Report an error", exact=True)
        assert link.get_attribute("href").startswith("mailto:"), route
    page = site.open(context, "missions/kfor.html")
    rows = page.locator(".fact-row").count()
    assert rows > 20 and page.locator(".fact-row .report").count() == rows
    address = page.locator("#fact-peak-strength .report").get_attribute("href")
    assert "fact-peak-strength" in address and "Peak%20strength" in address, address


def a_list_finds_what_no_column_shows(site, context):
    page = site.open(context, "missions/index.html")
    rows = page.locator("#_records tbody tr:not([hidden])")
    page.locator("#_find").fill("Pristina")
    expect(rows.first).to_contain_text("KFOR")
    assert 0 < rows.count() < 6
    # A name of another language, and the long one.
    for asked in ("Aceh Monitoring", "Сили для Косова"):
        page.locator("#_find").fill(asked)
        assert rows.count() <= 3


def an_empty_answer_offers_a_reset(site, context):
    page = site.open(context, "missions/index.html")
    page.locator("#_find").fill("zzzz")
    empty = page.locator(".none")
    expect(empty).to_contain_text("Nothing in this list fits.")
    expect(page.locator(".tools [role=status]")).to_contain_text("0 of")
    empty.get_by_role("button").click()
    expect(empty).to_be_hidden()
    expect(page.locator("#_find")).to_be_focused()


def a_list_says_by_what_it_is_sorted(site, context):
    page = site.open(context, "events/index.html")
    page.get_by_role("button", name="When").click()
    expect(page.locator(".tools [role=status]")).to_contain_text("When: sorted upwards")


def the_head_of_a_list_stays_in_sight(site, context):
    page = site.open(context, "events/index.html")
    page.locator("#_records tbody tr").nth(60).scroll_into_view_if_needed()
    expect(page.locator("#_records thead th").first).to_be_in_viewport()


def rows_are_cards_on_a_phone(site, context):
    narrow = phone(context)
    page = site.open(narrow, "missions/index.html")
    cell = page.locator("#_records tbody td:visible").first
    assert cell.evaluate("e => getComputedStyle(e, '::before').content").strip('"') == "Lead organisation"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.get_by_role("row").nth(1)).to_be_visible()
    for control in page.locator(".tools input[type=search], .tools select, .tools button").all():
        if control.is_visible():
            assert control.bounding_box()["height"] >= 44
    narrow.close()


def events_stand_on_a_timeline_too(site, context):
    page = site.open(context, "events/index.html")
    page.locator(".as-timeline > summary").click()
    expect(page.locator(".as-timeline svg").first).to_be_visible()
    expect(page.locator(".as-timeline")).to_contain_text("Minsk Protocol")


def one_scenario_alone_is_lit_and_said(site, context):
    page = site.open(context, "index.html")
    states = page.locator(".distance .states a")
    for number in range(states.count()):
        states.nth(number).click()
        lit = page.locator(".distance .states a[aria-current]")
        expect(lit).to_have_count(1)
        name = states.nth(number).locator("span").inner_text()
        expect(lit.locator("span")).to_have_text(name)
        expect(page.locator(".distance [role=status]")).to_contain_text(name)
    kept = page.url
    again = context.new_page()
    again.goto(kept)
    expect(again.locator(".distance .states a[aria-current] span")).to_have_text(name)


# What a reader on a phone looks for, in three taps at most.

def kfor_in_2004(site, context):
    narrow = phone(context)
    page = site.open(narrow, "index.html")
    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Precedents").tap()
    page.locator("#_records").get_by_role("link", name="KFOR", exact=True).tap()
    page.locator(".aside .figures > summary").tap()
    expect(page.locator(".aside .figures tr").filter(has_text="2004")).to_be_visible()
    narrow.close()


def what_needs_the_consent_of_russia(site, context):
    narrow = phone(context)
    page = site.open(narrow, "index.html")
    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Conditions").tap()
    page.locator("#_records").get_by_role("link", name="Consent of Russia").tap()
    expect(page.locator(".answer")).to_contain_text(re.compile(r"required by \d+ of \d+"))
    expect(page.locator(".answer").get_by_role("link", name="Monitoring mission")).to_be_visible()
    narrow.close()


def who_offered_troops(site, context):
    narrow = phone(context)
    page = site.open(narrow, "index.html")
    page.locator(".ways").get_by_role("link", name="Pledges").tap()
    page.locator("#_facet-form").select_option("ground")
    rows = page.locator("#_records tbody tr:not([hidden])")
    assert rows.count() > 1
    expect(rows.first.locator("[data-label=By]")).not_to_be_empty()
    narrow.close()


def the_address_of_a_page_is_copied(site, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = site.open(context, ARTICLE)
    share = page.locator(".share")
    mail = share.get_by_role("link").get_attribute("href")
    address = page.locator("link[rel=canonical]").get_attribute("href")
    assert mail.startswith("mailto:?subject=") and quote(address, safe="") in mail, mail
    share.get_by_role("button", name="Copy the address").click()
    expect(share.get_by_role("status")).to_have_text("Address copied")
    assert page.evaluate("navigator.clipboard.readText()") == address


def works_are_narrowed_by_who_made_them(site, context):
    page = context.new_page()
    with served(site.folder) as address:
        page.goto(address + "/sources/index.html")
        select = page.get_by_label("Author or publisher")
        assert not any(text.endswith("(1)") for text in select.locator("option").all_inner_texts())
        # Of works that stand on another part of the list, which is fetched.
        select.select_option("United_Nations_Security_Council")
        shown = page.locator("#_works > *")
        count = int(re.search(r"\((\d+)\)$", select.locator("option:checked").inner_text())[1])
        expect(shown).to_have_count(count)
        for work in shown.all():
            expect(work).to_contain_text("Security Council")
        page.reload()
        expect(shown).to_have_count(count)


BEHAVIOURS = [
    the_contents_show_where_one_is, a_note_stands_beside_its_call,
    a_note_beside_its_call_says_all_that_stands_at_the_foot,
    without_a_script_notes_and_facts_are_there, an_article_leads_to_the_next,
    facts_fold_on_a_phone_and_open_for_an_address, a_mistake_is_reported_from_every_page_and_fact,
    a_list_finds_what_no_column_shows, an_empty_answer_offers_a_reset,
    a_list_says_by_what_it_is_sorted, the_head_of_a_list_stays_in_sight, rows_are_cards_on_a_phone,
    events_stand_on_a_timeline_too, one_scenario_alone_is_lit_and_said, kfor_in_2004,
    what_needs_the_consent_of_russia, who_offered_troops, the_address_of_a_page_is_copied,
    works_are_narrowed_by_who_made_them,
]

if __name__ == "__main__":
    sys.exit(1 if broken(BEHAVIOURS, *sys.argv[1:]) else 0)
