"""Measures every kind of drawing against its data: in a browser wide and narrow, in the dark, in
forced colours and in print, and in PDFs of both engines.

    drawings.py PROGRAM PROJECT

PROGRAM is the built `dossier`; PROJECT gives its templates to the records in `measured/`. Prints a
line for each surface, then makes one change after another to what was built, each of which the same
measures must notice. Ends with 1 where a drawing is wrong, or a change goes unnoticed.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

import weasyprint

from cells import check_cells, check_printed_cells, check_signs
from drawn import Drawing, in_page, pages_in
from forms import (check_distance, check_gaps, check_heaps, check_map, check_pairs, check_slopes)
from measures import check_lines, check_ranking, check_scatter, check_timeline
from mutations import MUTATIONS
from scales import Table
from trying import launched

HERE = pathlib.Path(__file__).parent

# Where a drawing is looked at in a browser: how wide, and what the reader prefers.
SURFACES = {
    "1280": (1280, {}),
    "390": (390, {}),
    "dark": (1280, {"color_scheme": "dark"}),
    "forced": (1280, {"forced_colors": "active", "color_scheme": "dark"}),
    "print": (1280, {"media": "print"}),
}
ENGINES = ["weasyprint", "chromium"]
CHARTS = ["bars", "changes", "dots", "dots-log", "dots-zone", "scatter", "scatter-log", "lines",
          "periods", "scaled"]
# Drawings that are measured on screens.
FORMS = ["gaps", "pairs", "stacks", "heaps", "slopes", "places", "far"]
# Words that stand just below a drawing: of its key, of the list of its figures, of a table's head.
BELOW = {"approximate", "sources", "range", "least,", "figures", "Record"}


class Work:
    """The records of `measured/` with the templates of a project, built into a folder."""

    def __init__(self, program, project, folder):
        self.program, self.folder = program, folder
        self.project, self.site = folder / "project", folder / "site"
        shutil.copytree(HERE / "measured/content", self.project / "content")
        (self.project / "templates").symlink_to((project / "templates").resolve())
        self.run("build", self.project, "--output", self.site, "--quiet")

    def run(self, *arguments):
        subprocess.run([self.program, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)

    def table(self, name):
        return Table(self.site / f"data/exhibits/briefings/{name}/{name}.csv")

    def handout(self, name):
        file = self.folder / f"{name}.html"
        self.run("handout", f"briefing:{name}", self.project, "--output", file)
        return file


def check(name, drawing, table):
    if name in ("bars", "changes"):
        field = {"bars": "peak", "changes": "change"}[name]
        check_ranking(drawing, table.values(field), True, {"peak": "troops"}.get(field, "km"))
    elif name.startswith("dots"):
        check_ranking(drawing, table.values("zone" if name == "dots-zone" else "line"), False, "km",
                      name.endswith("-log"))
    elif name.startswith("scatter"):
        check_scatter(drawing, table.values("line"), table.values("zone"), ["Line, km", "Zone, km"],
                      name.endswith("-log"))
    elif name == "lines":
        check_lines(drawing, table.values("strength"), "Strength, troops")
    elif name == "periods":
        check_timeline(drawing, periods(table))
    elif name == "scaled":
        estimates = {"Sierra": table.values("size")["Watching"][0:1],
                     "Tango": table.values("size")["Watching"][1:2]}
        check_ranking(drawing, table.values("scaled-by-line") | estimates, False, "people", True)


# The states of what an option of `measured/` requires, in the order in which they are drawn.
NEEDED = {"watching": ["absent", "partly", "not known", "met"], "training": []}


def check_form(name, drawing, table):
    fields = [table.values(field) for field in ("zone", "line", "change")]
    if name == "gaps":
        check_gaps(drawing, table.values("strength")["Alpha"], 3)
    elif name == "pairs":
        check_pairs(drawing, fields[:2])
    elif name in ("stacks", "heaps"):
        check_heaps(drawing, fields, name == "stacks")
    elif name == "slopes":
        check_slopes(drawing, table.values("strength"))
    elif name == "places":
        rows = {row["title"]: row["value"] for row in table.rows if row["field"] == "seat"}
        places = {title: [float(part) for part in value.split(",")] for title, value in rows.items()}
        sizes = {title: points[0].low for title, points in table.values("peak").items()}
        check_map(drawing, places, sizes, 20)


def periods(table):
    """The beginning and the end of each record's period as the table writes them."""
    found = {}
    for row in table.rows:
        start, _, end = row["value"].replace("..", "").partition("/")
        is_moment = "/" not in row["value"]
        found.setdefault(row["title"], (start, end, is_moment))
    return {title: period for title, period in found.items() if period[0] or period[1]}


class Measuring:
    """Opens what was built and measures it."""

    def __init__(self, work, browser):
        self.work, self.browser = work, browser

    def page(self, surface, name):
        width, media = SURFACES[surface]
        context = self.browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.emulate_media(**media)
        page.goto((self.work.site / f"briefings/{name}.html").as_uri())
        return page

    def in_browser(self, surface, name):
        page = self.page(surface, name)
        try:
            if name == "cells":
                check_cells(page, self.work.table(name))
            elif name == "marks":
                check_signs(page)
            elif name == "far":
                check_distance(page, NEEDED)
            elif name in FORMS:
                kind = "map" if name == "places" else "chart"
                drawing = in_page(page.locator(f"svg.{kind}:visible").first)
                check_form(name, drawing, self.work.table(name))
            else:
                drawing = in_page(page.locator("svg.chart:visible").first)
                check(name, drawing, self.work.table(name))
        finally:
            page.context.close()

    def in_print(self, engine, name, file=None):
        """The handout of a page as an engine prints it."""
        file = file or self.work.handout(name)
        pdf = file.with_suffix(f".{engine}.pdf")
        if engine == "weasyprint":
            weasyprint.HTML(str(file)).write_pdf(pdf, pdf_tags=True)
        else:
            page = self.browser.new_page()
            page.goto(file.as_uri())
            page.pdf(path=pdf, prefer_css_page_size=True, tagged=True)
            page.close()
        if name == "marks":
            check_printed_signs(pdf)
        elif name == "cells":
            check_printed_cells(pages_in(pdf), self.work.table(name))
        else:
            check(name, printed(pdf), self.work.table(name))


def printed(pdf):
    """The drawing of a PDF that has one: what stands between its caption and what is below it."""
    for shapes, words in pages_in(pdf):
        heads = [word for word in words if word.string == "Exhibit"]
        if not heads:
            continue
        top = max(head.y1 for head in heads)
        below = [word.y0 for word in words if word.string in BELOW and word.y0 > top]
        bottom = min(below, default=1e9)
        within = [word for word in words if top < word.y < bottom]
        drawn = [shape for shape in shapes if top < shape.y < bottom]
        sizes = sorted(word.y1 - word.y0 for word in within)
        unit = sizes[len(sizes) // 2] / 14.0
        left, right = min(shape.x0 for shape in drawn), max(shape.x1 for shape in drawn)
        return Drawing(drawn, joined(within, unit), unit, left, right)
    raise AssertionError(f"no exhibit in {pdf}")


def joined(words, unit):
    """Words as texts: with the next ones of their line as far as these are a space apart."""
    texts = list(words)
    for word in words:
        rest = sorted((w for w in words if abs(w.y - word.y) < unit and w.x0 > word.x0),
                      key=lambda w: w.x0)
        string, end = word.string, word.x1
        for other in rest:
            if other.x0 - end > 6 * unit:
                break
            string, end = f"{string} {other.string}", other.x1
        if string != word.string:
            texts.append(type(word)(string, word.x0, word.y0, end, word.y1))
    return texts


def check_printed_signs(pdf):
    """The four signs of the column of requirements differ in the corners of their shapes."""
    for shapes, words in pages_in(pdf):
        heads = [word for word in words if word.string == "Condition,"]
        if heads:
            head = min(heads, key=lambda word: word.y)
            size = (head.y1 - head.y0) * 2
            square = [s for s in shapes if s.y > head.y1 and s.x0 > head.x1 + 100
                      and 0.7 * s.height < s.width < 1.4 * s.height and s.width < size]
            first = min((s.x for s in square), default=0)
            signs = [s for s in square if abs(s.x - first) < size / 2]
            forms = {tuple(sorted(len(stretch) for stretch in s.stretches)) for s in signs}
            assert len(forms) == 4, f"{len(signs)} signs of {len(forms)} forms"
            return
    raise AssertionError("no matrix")


def tried(name, measure):
    try:
        measure()
        print(f"good: {name}", flush=True)
        return True
    except Exception:
        traceback.print_exc(limit=-2)
        print(f"BROKEN: {name}", flush=True)
        return False


def main(program, project):
    with tempfile.TemporaryDirectory(prefix="dossier-drawings.") as folder:
        work = Work(program, pathlib.Path(project), pathlib.Path(folder))
        with launched() as browser:
            measuring = Measuring(work, browser)
            good = [tried(f"{name}, {surface}", lambda: measuring.in_browser(surface, name))
                    for name in CHARTS + FORMS + ["cells", "marks"] for surface in SURFACES]
            good += [tried(f"{name}, {engine}", lambda: measuring.in_print(engine, name))
                     for name in CHARTS + ["cells", "marks"] for engine in ENGINES]
            good += [noticed(mutation, measuring) for mutation in MUTATIONS]
    print(f"{sum(good)} of {len(good)} are good")
    return all(good)


def noticed(mutation, measuring):
    """Whether a change to what was built is found; all is as before afterwards."""
    work = measuring.work
    file = work.site / mutation.file
    if mutation.engine:
        file = work.handout(mutation.exhibit)
    before = file.read_text(encoding="utf-8")
    after = mutation.change(before)
    assert after != before, f"{mutation.name} changes nothing"
    file.write_text(after, encoding="utf-8")
    try:
        if mutation.engine:
            measuring.in_print(mutation.engine, mutation.exhibit, file)
        else:
            measuring.in_browser(mutation.surface, mutation.exhibit)
        print(f"UNNOTICED: {mutation.name}", flush=True)
        return False
    except AssertionError as failure:
        print(f"noticed: {mutation.name}: {str(failure)[:100]}", flush=True)
        return True
    finally:
        file.write_text(before, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(0 if main(*sys.argv[1:3]) else 1)
