"""The bars in the cells of a table, and the signs of a matrix."""
import io

from PIL import Image

IN_CELLS = """
() => Array.from(document.querySelectorAll("table.compare"), (table) => {
  const heads = Array.from(table.tHead.rows[0].cells,
    (cell) => (cell.querySelector("a") || cell).textContent.trim());
  return Array.from(table.querySelectorAll("tbody tr"), (row) =>
    Array.from(row.cells, (cell, place) => {
      const svg = cell.querySelector("svg");
      if (!svg) return null;
      const frame = svg.getBoundingClientRect();
      const parts = Array.from(svg.querySelectorAll("rect, path"), (node) => {
        const style = getComputedStyle(node);
        const matrix = node.getScreenCTM();
        const box = node.getBBox();
        return {name: node.localName, x: matrix.a * box.x + matrix.e - frame.left,
          width: matrix.a * box.width, height: box.height,
          filled: style.fill !== "none" && Number(style.fillOpacity) > 0,
          fill: style.fill, stroke: style.stroke};
      });
      const lines = Array.from(svg.querySelectorAll("line"), (node) => {
        const [matrix, box] = [node.getScreenCTM(), node.getBBox()];
        return {x: matrix.a * box.x + matrix.e - frame.left, width: matrix.a * box.width};
      });
      return {title: heads[place], row: row.cells[0].querySelector(".field-name").textContent.trim(), width: frame.width,
        left: frame.left, cell_right: cell.getBoundingClientRect().right, parts, lines};
    }));
}).flat(2).filter(Boolean)
"""


def check_cells(page, table):
    """Bars of a row are as long as their values on the scale of the greatest, from zero."""
    bars = page.evaluate(IN_CELLS)
    assert len(bars) > 20, bars
    fields = {field.capitalize(): table.values(field) for field in ("peak", "line", "zone")}
    for bar in bars:
        values = {name: points[0] for name, points in fields[bar["row"]].items()}
        check_bar(bar, values[bar["title"]], greatest(values))
    known = {(bar["title"], bar["row"]) for bar in bars}
    for field, values in fields.items():
        assert {(name, field) for name in values} <= known, f"a value of {field} has no bar"
    widths = [bar["width"] for bar in bars]
    assert max(widths) - min(widths) < 0.5, f"bars of one row have scales of {min(widths)} to {max(widths)}"
    assert min(widths) > 40, widths
    for bar in bars:
        assert bar["left"] + bar["width"] < bar["cell_right"] + 1, f"{bar['title']}: wider than its cell"


def greatest(values):
    """Where the scale of a row ends: at the greatest value that anybody gives."""
    return max(one.ends[-1] for value in values.values() for one in [value] + value.others)


def lowest(value):
    """What a bar is of where sources differ."""
    return min([value] + value.others, key=lambda one: one.ends[-1])


def check_bar(bar, value, top):
    name = f"{bar['title']}, {bar['row']}"
    farthest = max(one.ends[-1] for one in [value] + value.others)
    is_approximate, value = value.is_approximate, lowest(value)
    reach = [part for part in bar["lines"] if part["width"] > 0]
    assert bool(reach) == (farthest > value.ends[-1]), f"{name}: {bar['lines']}"
    for part in reach:
        start, end = value.ends[-1] / top * bar["width"], farthest / top * bar["width"]
        assert abs(part["x"] - start) < 0.8 and abs(part["x"] + part["width"] - end) < 0.8, f"{name}: {part}"

    def place(number):
        return number / top * bar["width"]

    expected = [(0, value.least, not is_approximate)] if value.least else []
    if not value.is_exact and len(value.ends) == 2:
        expected.append((value.low, value.high, False))
    base, *rest = bar["parts"]
    assert abs(base["x"]) < 0.5 and base["width"] < 1.5, f"{name}: no zero: {base}"
    parts = [part for part in rest if part["name"] == "rect"]
    arrows = [part for part in rest if part["name"] == "path"]
    parts = [part for part in parts if part["width"] > 0]
    expected = [part for part in expected if (part[1] - part[0]) / top >= 0.0005]
    assert len(parts) == len(expected), f"{name}: {parts} for {expected}"
    for part, (start, end, is_filled) in zip(parts, expected):
        assert abs(part["x"] - place(start)) < 0.8, f"{name} begins at {part['x']:.1f}"
        assert abs(part["x"] + part["width"] - place(end)) < 0.8, f"{name}: {part} for {end / top}"
        assert part["filled"] == is_filled, f"{name} is {'hollow' if is_filled else 'full'}"
    is_bound = len(value.ends) == 1 and not value.is_exact
    assert len(arrows) == is_bound, f"{name}: {len(arrows)} arrows"
    for arrow in arrows:
        end = place(value.ends[0])
        side = arrow["x"] if value.low is not None else arrow["x"] + arrow["width"]
        assert abs(side - end) < 1.2 and arrow["width"] > 5, f"{name}: {arrow} at {end:.1f}"


def check_signs(page):
    """Every sign of the key looks otherwise than every other, whatever the colours, and the cells of
    the matrix look like the key."""
    key = page.locator(".matrix .legend li")
    pictures = {}
    for place in range(key.count()):
        item = key.nth(place)
        pictures[item.inner_text().strip()] = picture(item.locator("svg"))
    assert len(pictures) > 6, list(pictures)
    # A verdict stands over columns and a sign in a cell: what they are of tells them apart as well.
    verdicts = {name: sign for name, sign in pictures.items() if name.startswith(("Blocked", "Held"))}
    cells = {name: sign for name, sign in pictures.items() if name not in verdicts}
    check_differ(verdicts)
    check_differ(cells)
    check_differ(pictures, least=0.05)
    heads = page.locator(".matrix .state svg")
    check_differ({str(place): picture(heads.nth(place)) for place in range(heads.count())})


def check_differ(pictures, least=0.08):
    names = list(pictures)
    for place, one in enumerate(names):
        assert 0.02 < sum(pictures[one]) / len(pictures[one]) < 0.98, f"'{one}' is blank"
        for other in names[place + 1:]:
            share = sum(a != b for a, b in zip(pictures[one], pictures[other])) / len(pictures[one])
            assert share > least, f"'{one}' looks like '{other}': {share:.3f}"


def picture(element):
    """A sign in two tones on a grid of 32: what differs from the ground at its corner."""
    image = Image.open(io.BytesIO(element.screenshot(scale="device"))).convert("L").resize((32, 32))
    tones = list(image.getdata())
    ground = tones[0]
    return [abs(tone - ground) > 70 for tone in tones]


def check_printed_cells(pages, table):
    """The same of what an engine has printed: bars by the names of their row and column."""
    fields = {field.capitalize(): table.values(field) for field in ("peak", "line", "zone")}
    found = {}
    for shapes, words in pages:
        rects = [s for s in shapes if s.is_closed and 4 < s.height < 6.6 and len(s.stretches[0]) < 6
                 and len(s.stretches) == 1]
        for base in [s for s in rects if s.width < 1.2 and s.height > 5.5]:
            row = max((w for w in words if w.string in fields and w.y0 < base.y1), key=lambda w: w.y)
            titles = [w for w in words if w.y < base.y and w.string in fields["Line"] and abs(w.x0 - base.x0) < 3]
            title = max(titles, key=lambda w: w.y)
            parts = [s for s in rects if s is not base and abs(s.y - base.y) < 1
                     and -0.5 < s.x0 - base.x0 < 60 and s.width > 1.2]
            found[row.string, title.string] = [
                (s.x0 - base.x0, s.x1 - base.x0, s.is_filled) for s in parts]
    for field, values in fields.items():
        values = {name: points[0] for name, points in values.items()}
        top = max(values, key=lambda name: lowest(values[name]).ends[-1])
        assert (field, top) in found, f"no bars of {field}: {list(found)}"
        scale = max(end for _, end, _ in found[field, top]) / lowest(values[top]).ends[-1]
        assert scale * lowest(values[top]).ends[-1] > 20, f"{field} is {scale} long"
        for name, value in values.items():
            check_printed_bar(f"{name}, {field}", found.get((field, name)), value, scale)


def check_printed_bar(name, parts, value, scale):
    assert parts is not None, f"{name} has no bar"
    is_approximate, value = value.is_approximate, lowest(value)
    expected = [(0, value.least, not is_approximate)] if value.least else []
    if not value.is_exact and len(value.ends) == 2:
        expected.append((value.low, value.high, False))
    for start, end, is_filled in expected:
        if (end - start) * scale < 1.5:
            continue
        same = [part for part in parts
                if abs(part[0] - start * scale) < 0.8 and abs(part[1] - end * scale) < 0.8]
        assert same, f"{name}: {parts}, not from {start * scale:.1f} to {end * scale:.1f}"
        assert any(part[2] for part in same) == is_filled, f"{name}: hollow is full"
    ends = [scale * end for end in [0, value.least] + value.ends]
    for part in parts:
        assert any(abs(part[1] - end) < 0.8 for end in ends), f"{name}: {part} ends at no value"
