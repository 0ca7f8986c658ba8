"""What scripts add to the pages, in a real browser, and that the pages are whole without them.

    interactive.py PROGRAM PROJECT

PROGRAM is the built `dossier`, PROJECT the reference project. Prints a line for each behaviour, and
ends with 1 if one is broken.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from playwright.sync_api import expect

from built_site import broken, served

PROGRAM, PROJECT = sys.argv[1], pathlib.Path(sys.argv[2])


def shown_rows(page):
    return page.locator("#_records tbody tr:not([hidden])")


def column(page, label):
    """The number of a column, from 1, by its heading."""
    heads = page.locator("#_records thead th").all_inner_texts()
    return 1 + next(n for n, head in enumerate(heads) if head.strip().startswith(label))


def keys(page, number):
    """What the rows are sorted by in a column; None where nothing is known."""
    return page.locator(f"#_records tbody tr:not([hidden]) > :nth-child({number})").evaluate_all(
        "cells => cells.map(cell => cell.dataset.key === undefined ? null : +cell.dataset.key)")


def figures_sort_by_value_and_what_is_unknown_comes_last(site, context):
    page = site.open(context, "missions/index.html")
    number = column(page, "Peak strength")
    head = page.locator(f"#_records thead th:nth-child({number})")
    for order, isDown in (("ascending", False), ("descending", True)):
        head.get_by_role("button").click()
        expect(head).to_have_attribute("aria-sort", order)
        found = keys(page, number)
        known = [key for key in found if key is not None]
        assert len(known) > 10 and None in found
        assert known == sorted(known, reverse=isDown), known
        assert found[:len(known)] == known, "an unknown figure stands among the known"
    assert page.url.endswith("#_sort=-peak-strength"), page.url
    assert page.locator("#_records thead [aria-sort]").count() == 1


def names_sort_as_the_language_does(site, context):
    page = site.open(context, "uk/missions/index.html")
    head = page.locator("#_records thead th").first
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    names = page.locator("#_records tbody th").all_inner_texts()
    assert names == page.evaluate(
        "names => names.slice().sort(new Intl.Collator('uk', {numeric: true}).compare)", names)


def text_and_choices_filter_together(site, context):
    page = site.open(context, "missions/index.html")
    everything = shown_rows(page).count()
    page.get_by_role("combobox", name="Use of force").select_option("all-means")
    chosen = shown_rows(page).count()
    assert 0 < chosen < everything
    for text in page.locator("#_records tbody tr:not([hidden])").all_inner_texts():
        assert "All necessary means" in text
    page.get_by_label("Find in this list").fill("kfor")
    expect(shown_rows(page)).to_have_count(1)
    expect(page.get_by_role("status")).to_have_text(f"1 of {everything} shown")
    assert page.url.endswith("#_find=kfor&use-of-force=all-means"), page.url
    page.get_by_role("button", name="Reset").click()
    expect(shown_rows(page)).to_have_count(everything)
    assert "#" not in page.url, page.url


def columns_can_be_left_out(site, context):
    page = site.open(context, "missions/index.html")
    number = column(page, "Consent")
    page.get_by_text("Columns", exact=True).click()
    page.get_by_label("Consent", exact=True).uncheck()
    for part in ("thead th", "tbody tr:first-child > "):
        cell = f"#_records {part}:nth-child({number})"
        expect(page.locator(cell)).to_be_hidden()
    assert page.url.endswith("#_without=consent"), page.url


def the_back_button_finds_the_list_as_it_was(site, context):
    page = site.open(context, "index.html")
    page.goto(site.address("missions/index.html"))
    page.get_by_label("Find in this list").fill("Security Council armed")
    rows = shown_rows(page).all_inner_texts()
    assert 0 < len(rows) < 40
    shown_rows(page).first.locator("th a").click()
    page.wait_for_url("**/missions/*.html")
    page.go_back()
    expect(page.get_by_label("Find in this list")).to_have_value("Security Council armed")
    assert shown_rows(page).all_inner_texts() == rows
    page.go_back()
    assert page.url.endswith("/index.html") and "missions" not in page.url, "a filter is no step"


def words(text):
    return re.sub(r"\s+", " ", text).strip()


def scripts_say_of_every_scenario_what_the_page_says(site, context):
    for route in ("scenarios/index.html", "uk/scenarios/index.html"):
        page = site.open(context, route)
        presets = page.locator("#_conditions .presets button")
        scenarios = page.locator("#_scenarios thead th").all_inner_texts()[1:]
        assert words(" | ".join(presets.all_inner_texts())) == words(" | ".join(scenarios))
        assert len(scenarios) > 3
        seen = set()
        for number in range(len(scenarios)):
            presets.nth(number).click()
            expect(presets.nth(number)).to_have_attribute("aria-pressed", "true")
            said = page.locator("#_switched tbody tr").evaluate_all("""rows => rows.map(row => [
              row.cells[0].innerText, row.cells[1].innerText,
              ...Array.from(row.cells[1].querySelectorAll('a, .verdict'), (node) =>
                node.getAttribute('href') || node.className)])""")
            static = page.locator("#_scenarios tbody tr").evaluate_all("""(rows, cell) =>
              rows.map(row => [row.cells[0].innerText, row.cells[cell].innerText,
                ...Array.from(row.cells[cell].querySelectorAll('a, .verdict'), (node) =>
                  node.getAttribute('href') || node.className)])""", number + 1)
            tidy = [[words(text) for text in row] for row in said]
            assert tidy == [[words(text) for text in row] for row in static], scenarios[number]
            seen.add(str(tidy))
        assert len(seen) > 3, "scenarios that all say the same try nothing"


def a_switch_changes_verdicts_and_the_address(site, context):
    page = site.open(context, "scenarios/index.html")
    expect(page.locator("#_switched")).to_be_hidden()
    page.get_by_role("button", name="Today", exact=True).click()
    before = page.locator("#_switched tbody").inner_text()
    page.locator("#_condition-finance").select_option("met")
    after = page.locator("#_switched tbody").inner_text()
    assert before != after and "Financing" in before and "Financing" not in after
    assert page.url.endswith("#finance=met"), page.url
    counts = page.get_by_role("status").inner_text()
    page.reload()
    assert page.locator("#_switched tbody").inner_text() == after
    expect(page.get_by_role("status")).to_have_text(counts)
    for select in page.locator("#_conditions select").all():
        select.select_option("met")
    open_ones = page.locator("#_switched .verdict-open").count()
    assert open_ones == page.locator("#_switched tbody tr").count(), "all met, and not all open"
    page.get_by_role("button", name="Today", exact=True).click()
    assert "#" not in page.url and page.locator("#_switched tbody").inner_text() == before


def a_switch_says_which_verdicts_it_changed(site, context):
    page = site.open(context, "scenarios/index.html")
    page.get_by_role("button", name="Today", exact=True).click()
    status = page.get_by_role("status")
    expect(status).to_contain_text("No verdict changed.")

    def verdicts():
        return page.locator("#_switched tbody tr").evaluate_all("""rows => rows.map(row => [
          row.cells[0].innerText, row.querySelector('.verdict-label').innerText.trim(),
          row.querySelectorAll('.reason').length])""")

    def said(verdict):
        return verdict[1] + (f" ({verdict[2]})" if verdict[2] else "")

    for setting in ("ceasefire", "mandate"):
        before = verdicts()
        page.locator("#_condition-" + setting).select_option("met")
        changes = "; ".join(f"{old[0]}: {said(old)} → {said(new)}"
                            for old, new in zip(before, verdicts()) if said(old) != said(new))
        assert changes, setting
        expect(status).to_contain_text(f"Changed: {changes}.")
    tally = re.findall(r"([A-Z][a-z ]+): (\d+)\.", status.inner_text())
    outcomes = [verdict[1] for verdict in verdicts()]
    assert [(name, outcomes.count(name)) for name, _ in tally] == [
        (name, int(count)) for name, count in tally] and len(tally) == 4, tally


def a_scenario_is_kept_by_its_name(site, context):
    page = site.open(context, "scenarios/index.html#_scenario=settlement-with-council-mandate")
    button = page.get_by_role("button", name="Settlement with a Council mandate")
    expect(button).to_have_attribute("aria-pressed", "true")


def far(page):
    """The options under their verdicts with the states of what they require, as they are shown."""
    return page.locator(".far tbody tr").evaluate_all("""rows => rows.map(row => [
      row.parentElement.dataset.outcome, row.querySelector('th a').innerText,
      row.querySelector('.verdict').innerText.trim(), row.querySelector('.counts').innerText.trim(),
      ...Array.from(row.querySelectorAll('.requires li'), (mark) => mark.className + mark.innerText)])""")


def a_distance_says_of_every_scenario_what_its_page_says(site, context):
    for route in ("index.html", "uk/index.html"):
        page = site.open(context, route)
        links = page.locator(".states a")
        assert links.count() > 3
        for number in range(1, links.count()):
            address = links.nth(number).get_attribute("href")
            links.nth(number).click()
            expect(links.nth(number)).to_have_attribute("aria-current", "true")
            assert "#_scenario=" in page.url, page.url
            said = far(page)
            other = site.open(context, ("uk/" if route[0] == "u" else "") + address)
            assert said == far(other), address
            other.close()


def a_condition_of_a_distance_is_set_and_kept(site, context):
    page = site.open(context, "index.html")
    before = far(page)
    page.locator(".set summary").click()
    page.get_by_label("Ceasefire in force").select_option("met")
    after = far(page)
    assert before != after and page.url.endswith("#ceasefire=met"), page.url
    status = page.locator(".distance .shown").inner_text()
    assert "MFU: 9 unmet, now 8" in status, status
    page.reload()
    assert far(page) == after
    page.locator(".set summary").click()
    page.locator(".set").get_by_role("button", name="Reset").click()
    assert far(page) == before and "#" not in page.url


def records_are_chosen_and_compared(site, context):
    page = site.open(context, "compare.html")
    page.get_by_label("Compare", exact=True).select_option("mission")
    for name in ("KFOR", "OSCE SMM"):
        page.get_by_label(name, exact=True).check()
    fields = page.get_by_role("group", name="Fields")
    fields.get_by_role("button", name="None").click()
    for name in ("Use of force", "Peak strength"):
        fields.get_by_label(name, exact=True).check()
    table = page.locator(".compare-result table")
    expect(table.locator("thead th a")).to_have_text(["KFOR", "OSCE SMM"])
    expect(table.locator("th[scope=row] .field-name")).to_have_text(["Use of force", "Peak strength"])
    expect(table).to_contain_text("about 50,000 troops or about 55,000 troops 1999; sources differ")
    expect(page.locator(".chips button")).to_have_text(["KFOR", "OSCE SMM"])
    state = "#kind=mission&records=kfor,osce-smm&fields=use-of-force,peak-strength"
    assert page.url.endswith(state), page.url
    expect(page.locator("#_block")).to_have_value(
        "```compare\nrecords: [mission:kfor, mission:osce-smm]\n"
        "fields: [use-of-force, peak-strength]\n```\n")
    text = table.inner_text()
    page.reload()
    expect(table.locator("thead th a")).to_have_text(["KFOR", "OSCE SMM"])
    assert table.inner_text() == text
    table.get_by_role("link", name="about 50,000 troops").click()
    page.wait_for_url("**/missions/kfor.html#fact-peak-strength")
    page.go_back()
    expect(table.locator("thead th a")).to_have_text(["KFOR", "OSCE SMM"])
    page.get_by_role("button", name="Take out KFOR").focus()
    page.keyboard.press("Enter")
    expect(table.locator("thead th a")).to_have_text(["OSCE SMM"])
    assert page.evaluate("document.activeElement.innerText") == "OSCE SMM", "the focus was lost"
    assert page.get_by_label("KFOR", exact=True).is_checked() is False


def compared(page, selector):
    """A table of a comparison: heads, then rows of labels, scales, cells and the places in their bars."""
    return page.locator(selector).first.evaluate("""table => [
      Array.from(table.tHead.rows[0].cells, cell => cell.innerText.trim()),
      ...Array.from(table.querySelectorAll("tbody tr:not(.row-group)"), row => [
        row.cells[0].querySelector(".field-name").innerText,
        row.cells[0].querySelector(".scale")?.innerText,
        row.cells[0].querySelectorAll(".row-works a").length,
        ...Array.from(row.cells).slice(1).map(cell => [
          cell.querySelector("div").innerText.trim().replace(/\\s+/g, " "),
          cell.querySelector("div a")?.getAttribute("href").split("/").pop(),
          Array.from(cell.querySelectorAll("svg *"), part => ["x", "x1", "x2", "width"].map(
            name => Math.round(10 * parseFloat(part.getAttribute(name) || 0)))).flat().join(" ")])])]""")


def what_is_chosen_has_the_cells_of_an_exhibit(site, context):
    """The script arranges what the build has rendered: bars and periods on the scale of those chosen."""
    page = site.open(context, "compare/degrees.html")
    made = compared(page, "main table.compare")
    page.get_by_role("link", name="Change the records and fields").click()
    expect(page.locator(".compare-result thead th")).to_have_count(4)
    arranged = compared(page, ".compare-result table")
    assert arranged == made, f"{arranged}\n{made}"
    page.goto("about:blank")
    page.goto(site.address("compare.html#kind=mission&records=kfor,unmil,ifor&fields=deployed"))
    bars = page.locator(".compare-result svg.cell-bar-period")
    expect(bars).to_have_count(3)
    ends = bars.evaluate_all("""all => all.map(svg => {
      const frame = svg.getBoundingClientRect();
      const bar = svg.querySelector(".cell-bar-known").getBoundingClientRect();
      return [(bar.left - frame.left) / frame.width, (bar.right - frame.left) / frame.width];
    })""")
    assert min(start for start, _ in ends) < 0.005, ends
    assert max(end for _, end in ends) > 0.995, ends
    assert all(0 <= start < end <= 1.005 for start, end in ends), ends


def eight_records_are_readable_side_by_side(site, context):
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    eight = "kfor,unmil,ifor,osce-smm,unficyp,unmee,unifil,unprofor"
    page.goto(site.address(f"compare.html#kind=mission&records={eight}"
                           "&fields=consent,use-of-force,peak-strength,line-length,deployed"))
    table = page.locator(".compare-result table")
    expect(table.locator("thead th")).to_have_count(8)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert table.evaluate("table => table.scrollWidth <= table.parentElement.clientWidth + 1")
    cut = table.locator("th, td").evaluate_all(
        "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.innerText)")
    assert not cut, cut
    page.mouse.wheel(0, 900)
    page.wait_for_function("scrollY > 0")
    page.locator(".compare-result tbody tr").last.scroll_into_view_if_needed()
    head = table.locator("thead th").first.bounding_box()
    assert head["y"] > -1, "the head did not stay in sight"
    page.set_viewport_size({"width": 390, "height": 800})
    of = page.locator(".compare-result tbody tr td .of").first
    assert of.is_visible(), "a card does not say which record a line is of"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    tree = page.locator(".compare-result table").aria_snapshot()
    assert "rowheader" in tree and "cell" in tree, "cards are no table any more"


def a_comparison_is_downloaded_as_csv(site, context):
    page = site.open(
        context, "compare.html#kind=mission&records=kfor,unmil&fields=peak-strength,fatalities")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    text = pathlib.Path(download.value.path()).read_text(encoding="utf-8")
    assert download.value.suggested_filename == "mission.csv"
    assert text.splitlines()[0] == "Record,Peak strength,Deaths in the mission", text
    assert text.splitlines()[1] == (
        'Kosovo Force,"about 50,000\u00a0troops; or about 55,000\u00a0troops",unknown'), text


def a_prepared_comparison_can_be_changed(site, context):
    page = site.open(context, "compare/degrees.html")
    heads = page.locator("main table thead th a").all_inner_texts()
    page.get_by_role("link", name="Change the records and fields").click()
    expect(page.locator(".compare-result thead th a")).to_have_text(heads)
    page.get_by_label("Only rows that differ").check()
    assert page.url.endswith("&differences=true"), page.url
    assert "differences: true" in page.locator("#_block").input_value()


def marks_say_what_they_are_of(site, context):
    """By pointer and by keyboard: value, date and works; a series lights up; Enter leads to the fact."""
    page = site.open(context, "briefings/kfor-read-carefully.html")
    place = page.locator("#exhibit-kfor-strength .drawing:visible")
    note = place.locator(".mark-note[role=status]")
    place.scroll_into_view_if_needed()
    place.focus()
    page.keyboard.press("Home")
    expect(note).to_contain_text("KFOR, 1999: about 55,000 troops")
    expect(note).to_contain_text("(Allied Joint Force Command Naples 2014)")
    page.keyboard.press("ArrowRight")
    expect(note).to_contain_text("3 December 2000: about 42,500 troops")
    lit = place.locator(".chart-series.chart-on")
    expect(lit).to_have_count(1)
    first = lit.evaluate("node => node.getAttribute('class')")
    page.keyboard.press("ArrowDown")
    expect(note).to_contain_text("SFOR")
    assert lit.evaluate("node => node.getAttribute('class')") != first
    page.keyboard.press("Escape")
    expect(note).to_be_empty()
    mark = place.locator("svg .chart-marker").nth(2)
    box = mark.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2 + 4, box["y"] + box["height"] / 2 + 4)
    expect(note).to_contain_text("July 2004: about 19,000 troops")
    expect(mark).to_have_class(re.compile("chart-current"))
    shown = note.bounding_box()
    assert shown["x"] >= place.bounding_box()["x"] - 1
    label = place.locator("svg .chart-series text").last
    label.hover(force=True)
    expect(lit).to_have_count(1)
    page.mouse.move(2, 2)
    page.keyboard.press("Escape")
    place.focus()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.wait_for_url("**/missions/kfor.html#fact-strength")


def marks_of_a_map_say_what_they_are_of(site, context):
    """By pointer and by keyboard: record, place and value; Enter leads to where the value is stated."""
    page = site.open(context, "index.html")
    figure = page.locator("figure.map-figure").first
    place = figure.locator(".map-wide, .map-narrow").locator("visible=true").first
    note = place.locator(".mark-note[role=status]")
    place.scroll_into_view_if_needed()
    place.focus()
    page.keyboard.press("Home")
    expect(note).to_contain_text(re.compile(r"\(-?[\d.]+, -?[\d.]+\)"))
    first = note.inner_text()
    page.keyboard.press("End")
    assert note.inner_text() != first
    page.keyboard.press("Escape")
    expect(note).to_be_empty()
    mark = place.locator("svg .map-marker").nth(3)
    box = mark.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(mark).to_have_class(re.compile("chart-current"))
    name = note.inner_text().split(";")[0]
    address = note.locator("a").get_attribute("href")
    listed = figure.locator(".map-lists li").filter(has_text=name)
    assert listed.locator(f'a[href="{address}"]').count() == 1, (name, address)
    page.mouse.move(2, 2)
    page.keyboard.press("Escape")
    place.focus()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.wait_for_url("**/missions/*.html*")


def an_address_that_makes_no_sense_is_survived(site, context):
    for route in ("compare.html#kind=nothing&records=x", "compare.html#kind=mission&records=x,,kfor",
                  "missions/index.html#_sort=nothing&armed=x&_without=,,",
                  "scenarios/index.html#ceasefire=maybe&_scenario=none&x=%E0%A4%A"):
        page = site.open(context, route)
        expect(page.locator("main h1")).to_be_visible()
        page.wait_for_timeout(200)


def scripts_begin_again_on_a_new_main_part(site, context):
    """As when a preview puts what was edited in the place of the old."""
    for route, selector in (
        ("missions/index.html", "#_tools .tools"), ("scenarios/index.html", "#_conditions > *"),
        ("compare.html#kind=mission", "#_compare .choices fieldset"),
    ):
        page = site.open(context, route)
        expect(page.locator(selector).first).to_be_visible()
        source = (site.folder / route.split("#")[0]).read_text(encoding="utf-8")
        page.evaluate(
            """source => {
              const fresh = new DOMParser().parseFromString(source, "text/html");
              document.querySelector("main").replaceWith(fresh.querySelector("main"));
              document.dispatchEvent(new CustomEvent("dossier:main"));
            }""", source)
        expect(page.locator(selector).first).to_be_visible()
        page.close()


def without_scripts_all_is_there(site, context):
    plain = context.browser.new_context(java_script_enabled=False)
    page = site.open(plain, "missions/index.html")
    assert page.locator("#_records tbody tr").count() > 30
    assert page.locator("main button, main select, main input").count() == 0
    page.goto(site.address("scenarios/index.html"))
    rows = page.locator("#_scenarios tbody tr")
    assert rows.count() > 5
    assert rows.first.locator(".verdict").count() == page.locator("#_scenarios thead th").count() - 1
    page.goto(site.address("compare.html"))
    links = page.locator("main .comparisons a")
    assert links.count() > 10
    links.first.click()
    expect(page.locator("main table.compare").first).to_be_visible()
    plain.close()


def pages_fit_a_narrow_screen(site, context):
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 700})
    for route in ("missions/index.html", "scenarios/index.html", "uk/scenarios/index.html",
                  "compare.html#kind=mission&records=kfor,unmil,ifor&fields=consent,line-length",
                  "formats/monitoring.html", "compare/degrees.html"):
        page.goto("about:blank")
        page.goto(site.address(route))
        page.wait_for_timeout(200)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, f"{route} is {width} pixels wide"


def long_project(folder):
    """A project whose list goes over three parts, with the templates of the reference project."""
    missions = folder / "content/missions"
    missions.mkdir(parents=True)
    shutil.copytree(PROJECT / "templates", folder / "templates")
    (folder / "content/site.yml").write_text("title: Long\nformat: 1\n")
    (missions / "_kind.yml").write_text(
        "id: mission\nplural: Missions\nfields:\n"
        "  size: {type: number, label: Size, compare: true}\n"
        "  task: {type: choice, choices: {watch: Watch, help: Help}, label: Task, compare: true}\n")
    for number in range(1, 1102):
        size = (number * 37) % 1101
        task = "help" if number > 1090 else "watch"
        (missions / f"m{number:04}.md").write_text(
            f"---\ntitle: M{number:04}\nsize: {size}\ntask: {task}\n---\n")
    subprocess.run([PROGRAM, "build", str(folder), "--output", str(folder / "site"), "--quiet"],
                   check=True)
    return folder / "site"


def a_long_list_is_sorted_and_sought_as_one(site, context):
    with tempfile.TemporaryDirectory(prefix="dossier-long.") as folder:
        built = long_project(pathlib.Path(folder))
        page = context.new_page()
        with served(built) as address_of_site:
            page.goto(f"{address_of_site}/missions/index/2.html")
            expect(shown_rows(page)).to_have_count(500)
            expect(page.get_by_role("status")).to_have_text("500 of 1101 shown")
            page.get_by_role("button", name="Size").click()
            expect(shown_rows(page)).to_have_count(1101)
            assert keys(page, 2) == list(range(1101))
            page.get_by_role("combobox", name="Task").select_option("help")
            expect(page.get_by_role("status")).to_contain_text("11 of 1101 shown")
            address = shown_rows(page).first.locator("th a").evaluate("link => link.href")
            assert re.search(r"/missions/m1\d+\.html$", address), address
            assert page.request.get(address).ok, address
            page.get_by_role("button", name="Reset").click()
            expect(shown_rows(page)).to_have_count(500)
            assert shown_rows(page).first.locator("th").inner_text() == "M0501"
            # A state in the address that only another part can have.
            page.goto("about:blank")
            page.goto(f"{address_of_site}/missions/index.html#task=help")
            expect(page.get_by_role("status")).to_contain_text("11 of 1101 shown")
        page.goto((built / "missions/index.html").as_uri())
        page.get_by_role("button", name="Size").click()
        expect(page.get_by_role("status")).to_contain_text("Only this part of the list")
        expect(shown_rows(page)).to_have_count(500)


BEHAVIOURS = [
    figures_sort_by_value_and_what_is_unknown_comes_last, names_sort_as_the_language_does,
    text_and_choices_filter_together, columns_can_be_left_out,
    the_back_button_finds_the_list_as_it_was, scripts_say_of_every_scenario_what_the_page_says,
    a_switch_changes_verdicts_and_the_address, a_switch_says_which_verdicts_it_changed, a_scenario_is_kept_by_its_name,
    a_distance_says_of_every_scenario_what_its_page_says, a_condition_of_a_distance_is_set_and_kept,
    records_are_chosen_and_compared, what_is_chosen_has_the_cells_of_an_exhibit,
    eight_records_are_readable_side_by_side, marks_say_what_they_are_of,
    marks_of_a_map_say_what_they_are_of, a_comparison_is_downloaded_as_csv,
    a_prepared_comparison_can_be_changed, an_address_that_makes_no_sense_is_survived,
    scripts_begin_again_on_a_new_main_part, without_scripts_all_is_there, pages_fit_a_narrow_screen,
    a_long_list_is_sorted_and_sought_as_one,
]


if __name__ == "__main__":
    sys.exit(1 if broken(BEHAVIOURS, *sys.argv[1:3]) else 0)
