"""What keys alone do, without a pointer: from the top of a page to what it is for.

    walking.py PROGRAM PROJECT

PROGRAM is the built `dossier`, PROJECT the reference project. Prints a line for each behaviour, and
ends with 1 if one is broken.
"""
import re
import sys

from playwright.sync_api import expect

from built_site import broken

# What has the focus: its words, what it is, whether it can be seen where it stands, and whether anything is drawn
# around it that is not there without the focus.
FOCUS = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const label = element.labels && element.labels[0];
  const under = document.elementFromPoint(
    Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1),
    Math.min(Math.max(box.y + Math.min(box.height / 2, 12), 0), innerHeight - 1));
  return {
    text: (label || element).innerText.trim(),
    node: element.nodeName,
    isSeen: !!under && (element.contains(under) || under.contains(element)
      || !!label && label.contains(under)),
    isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
  };
}"""


def opened(site, context, route):
    page = site.open(context, route)
    # Where nothing glides, a place is reached at once.
    page.emulate_media(reduced_motion="reduce")
    return page


def walk(page, key, isWanted, limit=60):
    """Presses a key until what is wanted has the focus; what has it on the way is seen and marked."""
    for _ in range(limit):
        page.keyboard.press(key)
        focus = page.evaluate(FOCUS)
        assert focus["isSeen"], f"the focus is hidden at {focus}"
        assert focus["isMarked"], f"nothing shows the focus at {focus}"
        if isWanted(focus):
            return focus
    raise AssertionError(f"{limit} times {key} did not lead there; the focus is at {focus}")


def to(name, node=None):
    """What begins with a name, or is all of it where it is said what it is."""
    if node:
        return lambda focus: focus["text"] == name and focus["node"] == node
    return lambda focus: focus["text"].startswith(name)


def choose(page, option):
    """Chooses of the list that has the focus, by typing; letters that come too slowly begin anew."""
    selected = "document.activeElement.selectedOptions[0].text"
    for _ in range(5):
        page.keyboard.type(option)
        if page.evaluate(selected).startswith(option):
            return
        page.wait_for_timeout(1500)
    raise AssertionError(f"'{option}' could not be typed; chosen is {page.evaluate(selected)}")


def a_list_is_narrowed_and_leads_to_a_record(site, context):
    page = opened(site, context, "missions/index.html")
    walk(page, "Tab", to("Skip to content"), 1)
    page.keyboard.press("Enter")
    walk(page, "Tab", to("Find in this list", "INPUT"))
    page.keyboard.type("kosovo force")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d of \d\d shown"))
    walk(page, "Tab", to("KFOR", "A"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/missions/kfor.html")


def records_are_compared(site, context):
    page = opened(site, context, "compare.html")
    walk(page, "Tab", to("Compare", "SELECT"))
    choose(page, "Prece")
    expect(page.get_by_label("KFOR", exact=True)).to_be_visible()
    for name in ("KFOR", "OSCE SMM"):
        walk(page, "Tab", to(name, "INPUT"), 200)
        page.keyboard.press("Space")
    heads = page.locator(".compare-result table thead th a")
    expect(heads).to_have_text(["KFOR", "OSCE SMM"])
    walk(page, "Shift+Tab", to("KFOR", "BUTTON"), 80)
    page.keyboard.press("Enter")
    expect(heads).to_have_text(["OSCE SMM"])


def a_condition_of_a_distance_is_set(site, context):
    page = opened(site, context, "index.html")
    walk(page, "Tab", to("Conditions: set them"))
    page.keyboard.press("Enter")
    walk(page, "Tab", to("Ceasefire in force", "SELECT"))
    choose(page, "Met")
    expect(page.locator(".distance .shown")).to_contain_text("MFU: 9 unmet, now 8")
    assert page.url.endswith("#ceasefire=met"), page.url
    walk(page, "Tab", to("Reset"))
    page.keyboard.press("Enter")
    assert "#" not in page.url


def a_scenario_is_chosen(site, context):
    page = opened(site, context, "scenarios/index.html")
    walk(page, "Tab", to("Ceasefire without a settlement", "BUTTON"), 80)
    button = page.get_by_role("button", name="Ceasefire without a settlement")
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Today")).to_have_attribute("aria-pressed", "false")


BEHAVIOURS = [
    a_list_is_narrowed_and_leads_to_a_record, records_are_compared, a_condition_of_a_distance_is_set,
    a_scenario_is_chosen,
]

if __name__ == "__main__":
    sys.exit(1 if broken(BEHAVIOURS, *sys.argv[1:]) else 0)
