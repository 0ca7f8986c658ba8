"""What has been drawn, as a browser or a PDF has it: shapes and texts with their places, y down, and
no word of how they came about. What stands here knows neither the program nor its classes.
"""
import dataclasses
import decimal
import re
import subprocess

import pikepdf


class Placed:
    """What lies between `x0` and `x1`, `y0` and `y1`."""

    @property
    def x(self):
        return (self.x0 + self.x1) / 2

    @property
    def y(self):
        return (self.y0 + self.y1) / 2


@dataclasses.dataclass
class Text(Placed):
    string: str
    x0: float
    y0: float
    x1: float
    y1: float
    colour: tuple = (0, 0, 0)


@dataclasses.dataclass
class Shape(Placed):
    """A painted path: its corners by stretch, and whether it is filled, outlined, dashed."""
    stretches: list
    is_closed: bool
    is_filled: bool
    is_dashed: bool
    colour: tuple
    opacity: float = 1

    def __post_init__(self):
        points = [point for stretch in self.stretches for point in stretch]
        self.x0, self.x1 = min(x for x, _ in points), max(x for x, _ in points)
        self.y0, self.y1 = min(y for _, y in points), max(y for _, y in points)

    @property
    def width(self):
        return self.x1 - self.x0

    @property
    def height(self):
        return self.y1 - self.y0

    def lines(self):
        for stretch in self.stretches:
            yield from zip(stretch, stretch[1:])

    def is_diamond(self):
        """Whether it has one corner above, below, left and right of its middle."""
        reach = 0.15 * max(self.width, self.height)
        corners = []
        for x, y in self.stretches[0]:
            if not any(abs(x - a) < reach and abs(y - b) < reach for a, b in corners):
                corners.append((x, y))
        if len(self.stretches) != 1 or len(corners) != 4:
            return False
        return all(abs(x - self.x) < reach or abs(y - self.y) < reach for x, y in corners)


@dataclasses.dataclass
class Drawing:
    shapes: list
    texts: list
    """How long a unit of the drawing is, of which its view box has so many."""
    unit: float
    left: float
    right: float
    """What it stands on; nothing where that is paper."""
    ground: tuple | None = None


# What a browser draws. `getBBox` and the matrix hold whatever styles have made of an element.
IN_PAGE = """
(svg) => {
  const rgb = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const out = {shapes: [], texts: []};
  const paint = (value, opacity) => {
    const numbers = rgb(value);
    if (value === "none" || Number(opacity) === 0 || numbers[3] === 0) return null;
    return numbers.slice(0, 3);
  };
  let ground = [255, 255, 255];
  for (let node = svg; node; node = node.parentElement) {
    const found = rgb(getComputedStyle(node).backgroundColor);
    if (found.length === 3 || found[3] > 0) { ground = found.slice(0, 3); break; }
  }
  out.ground = ground;
  for (const node of svg.querySelectorAll("*")) {
    const style = getComputedStyle(node);
    if (node.closest("defs, symbol") || style.display === "none" || style.visibility !== "visible") {
      continue;
    }
    if (node.localName === "text") {
      const box = node.getBoundingClientRect();
      out.texts.push({string: node.textContent, box: [box.left, box.top, box.right, box.bottom],
        colour: paint(style.fill, style.fillOpacity)});
      continue;
    }
    if (!["rect", "circle", "line", "path"].includes(node.localName)) continue;
    const matrix = node.getScreenCTM();
    const place = (x, y) => [matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f];
    const box = node.getBBox();
    const fill = paint(style.fill, style.fillOpacity);
    const stroke = paint(style.stroke, style.strokeOpacity);
    if (!fill && !stroke) continue;
    let stretches;
    if (node.localName === "path") {
      stretches = [];
      let [x, y, start] = [0, 0, null];
      for (const [, command, numbers] of node.getAttribute("d").matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
        const values = (numbers.match(/-?[\\d.]+/g) || []).map(Number);
        if (command === "H") x = values[0];
        else if (command === "V") y = values[0];
        else if (command !== "Z") [x, y] = values.slice(-2);
        if (command === "M") { start = [x, y]; stretches.push([place(x, y)]); }
        else if (command === "Z") stretches[stretches.length - 1].push(place(...start));
        else stretches[stretches.length - 1].push(place(x, y));
      }
    } else if (node.localName === "line") {
      const at = (name) => node[name].baseVal.value;
      stretches = [[place(at("x1"), at("y1")), place(at("x2"), at("y2"))]];
    } else {
      const {x, y, width, height} = box;
      stretches = [node.localName === "rect"
        ? [place(x, y), place(x + width, y), place(x + width, y + height), place(x, y + height), place(x, y)]
        : [0, 1, 2, 3, 4, 5, 6, 7, 8].map((step) => place(
            x + width / 2 * (1 + Math.sin(step * Math.PI / 4)),
            y + height / 2 * (1 - Math.cos(step * Math.PI / 4))))];
    }
    const isGround = fill && fill.every((value, index) => Math.abs(value - ground[index]) < 3);
    const isLine = node.localName === "line";
    out.shapes.push({stretches, closed: /Z$/.test(node.getAttribute("d") || "Z") && !isLine,
      filled: Boolean(fill) && !isGround && !isLine, dashed: style.strokeDasharray !== "none",
      colour: stroke || fill, opacity: Number(stroke ? style.strokeOpacity : style.fillOpacity)});
  }
  const frame = svg.getBoundingClientRect();
  return {...out, frame: [frame.left, frame.right], units: svg.viewBox.baseVal.width};
}
"""


def in_page(svg):
    """The drawing of an element of a page."""
    found = svg.evaluate(IN_PAGE)
    left, right = found["frame"]
    shapes = [
        Shape([[tuple(p) for p in s] for s in shape["stretches"]], shape["closed"], shape["filled"],
              shape["dashed"], tuple(shape["colour"]), shape["opacity"])
        for shape in found["shapes"]]
    texts = [Text(t["string"], *t["box"], colour=tuple(t["colour"])) for t in found["texts"]]
    return Drawing(shapes, texts, (right - left) / found["units"], left, right, tuple(found["ground"]))


def times(a, b):
    return (a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
            a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
            a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5])


class PageReader:
    """The painted paths of a page of a PDF."""

    def __init__(self, page):
        self.height = float(page.mediabox[3])
        self.shapes = []
        self.read(page, page.Resources, (1, 0, 0, 1, 0, 0))

    def read(self, content, resources, matrix):
        state = {"matrix": matrix, "fill": (0, 0, 0), "stroke": (0, 0, 0), "dashed": False}
        stack, stretches = [], []
        for operands, operator in pikepdf.parse_content_stream(content):
            name = str(operator)
            if name in ("re", "m", "l", "c", "v", "y", "h"):
                self.add(name, [float(o) for o in operands], state["matrix"], stretches)
            elif name in ("f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "n"):
                self.paint(name, stretches, state)
                stretches = []
            elif name == "q":
                stack.append(dict(state))
            elif name == "Q":
                state = stack.pop()
            elif name == "cm":
                state["matrix"] = times([float(o) for o in operands], state["matrix"])
            elif name == "d":
                state["dashed"] = len(operands[0]) > 0
            elif name in ("rg", "RG", "g", "G", "scn", "SCN", "sc", "SC"):
                values = [float(o) * 255 for o in operands if isinstance(o, (int, float, decimal.Decimal))]
                key = "fill" if name.islower() else "stroke"
                if len(values) in (1, 3):
                    state[key] = tuple(values * 3 if len(values) == 1 else values)
            elif name == "Do":
                self.enter(resources.XObject[str(operands[0])], resources, state["matrix"])

    def enter(self, form, resources, matrix):
        if form.get("/Subtype") != "/Form":
            return
        own = [float(value) for value in form.get("/Matrix", [1, 0, 0, 1, 0, 0])]
        self.read(form, form.get("/Resources", resources), times(own, matrix))

    def add(self, name, numbers, matrix, stretches):
        def place(x, y):
            return (matrix[0] * x + matrix[2] * y + matrix[4],
                    self.height - (matrix[1] * x + matrix[3] * y + matrix[5]))
        if name == "re":
            x, y, width, height = numbers
            stretches.append([place(x, y), place(x + width, y), place(x + width, y + height),
                              place(x, y + height), place(x, y)])
        elif name == "m":
            stretches.append([place(*numbers)])
        elif name == "h":
            stretches[-1].append(stretches[-1][0])
        else:
            if name == "c":  # The middle too, so that a curve is told from a corner.
                before = stretches[-1][-1]
                one, two, end = (place(*numbers[i:i + 2]) for i in (0, 2, 4))
                stretches[-1].append(tuple((before[i] + 3 * one[i] + 3 * two[i] + end[i]) / 8
                                           for i in (0, 1)))
            stretches[-1].append(place(*numbers[-2:]))

    def paint(self, name, stretches, state):
        stretches = [s for s in stretches if len(s) > 1]
        if name == "n" or not stretches:
            return
        is_filled = name.lower()[0] in "fb"
        is_white = is_filled and min(state["fill"]) > 250
        if is_white and name.lower()[0] == "f":
            return
        is_stroked = name.lower()[0] in "sb"
        last = stretches[-1]
        is_closed = last[0] == last[-1] or name[0] == "b"
        is_dashed = is_stroked and state["dashed"]
        if is_filled and not is_stroked and len(stretches) > 2:
            # Chromium paints each dash as a filled figure of its own.
            is_closed, is_dashed, is_filled = False, True, False
        self.shapes.append(Shape(
            stretches, is_closed, is_filled and not is_white, is_dashed,
            state["stroke"] if is_stroked else state["fill"]))


WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def pages_in(pdf):
    """For each page of a PDF, its shapes and its words."""
    said = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True)
    words = [[Text(w[4].replace("&amp;", "&"), *map(float, w[:4])) for w in WORD.findall(page)]
             for page in said.stdout.decode().split("<page ")[1:]]
    with pikepdf.open(pdf) as file:
        shapes = [PageReader(page).shapes for page in file.pages]
    return list(zip(shapes, words))
