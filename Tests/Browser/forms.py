"""Measures drawings that have no axis of numbers under rows of one value each: pairs, stacks, groups and
slopes, lines with gaps, marks on maps, and the marks of how far an option is.
"""
import math

from cells import check_differ, picture
from measures import Marks, Row, check_texts, height_of, texts_of
from scales import lying_axis, middle, standing_axis


def check_pairs(drawing, fields):
    axis, marks = lying_axis(drawing), Marks(drawing)
    for name in sorted(set.intersection(*map(set, fields))):
        values = [field[name][0] for field in fields]
        row = Row(name, marks, height_of(marks, texts_of(drawing, name)), axis)
        for value in values:
            value.others = []
            row.check(value)
        row.check_nothing_else(*values)
    check_texts(drawing)


def check_heaps(drawing, fields, is_stacked):
    """Bars of a row: each from zero to its value, or in a stack from the end of the one before it."""
    axis, marks = lying_axis(drawing), Marks(drawing)
    near = 0.9 * drawing.unit
    names = sorted(set.intersection(*map(set, fields)))
    labels = {name: texts_of(drawing, name) for name in names}
    for name in names:
        others = [abs(labels[name].y - labels[other].y) for other in names if other != name]
        bars = [bar for bar in marks.bars if abs(bar.y - labels[name].y) < min(others) / 2]
        expected = []
        ends = {1: 0, -1: 0}
        for field in fields:
            value = field[name][0]
            if is_stacked:
                side = 1 if value.low > 0 else -1
                expected.append((ends[side], ends[side] + value.low, not value.is_approximate))
                ends[side] += value.low
                continue
            if value.least:
                expected.append((0, value.least, not value.is_approximate))
            if not value.is_exact:
                expected.append((*value.ends, False))
        places = [(*sorted(map(axis, (a, b))), filled) for a, b, filled in expected]
        assert len(bars) == len(places), f"{name}: {len(bars)} bars for {len(places)} values"
        for a, b, is_filled in places:
            assert any(abs(bar.x0 - a) < near and abs(bar.x1 - b) < near
                       and bar.is_filled == is_filled for bar in bars), \
                f"{name}: no bar from {a:.1f} to {b:.1f}: {[(s.x0, s.x1) for s in bars]}"
    check_texts(drawing)


def check_gaps(drawing, points, years):
    """Of a line without dashes, what joins two values is dotted where more years than these lie between
    them, else whole."""
    x_axis, y_axis, marks = lying_axis(drawing), standing_axis(drawing), Marks(drawing)
    near = drawing.unit
    places = sorted((x_axis(middle(p.date)), y_axis(p.ends[0]), middle(p.date)) for p in points)
    for one, two in zip(places, places[1:]):
        joining = [shape for shape in drawing.shapes for a, b in shape.lines()
                   if math.hypot(a[0] - one[0], a[1] - one[1]) < near
                   and math.hypot(b[0] - two[0], b[1] - two[1]) < near]
        assert joining, f"nothing joins {one[2]:.1f} and {two[2]:.1f}"
        is_long = two[2] - one[2] > years
        assert all(shape.is_dashed == is_long for shape in joining), \
            f"{one[2]:.1f} to {two[2]:.1f} is {'whole' if is_long else 'dotted'}"
    assert any(two[2] - one[2] > years for one, two in zip(places, places[1:]))
    check_texts(drawing)


def check_slopes(drawing, series):
    """Signs stand at two places across, and as high as a linear scale has their values."""
    marks = Marks(drawing)
    pairs = {name: points for name, points in series.items() if len(points) == 2}
    assert pairs, series
    values = [(place, end) for points in pairs.values() for place, point in enumerate(points)
              for end in point.ends]
    across = sorted({round(sign.x) for sign in marks.signs})
    columns = [across[0], across[-1]]
    ends = {}
    for place, column in enumerate(columns):
        ends[place] = sorted(sign.y for sign in marks.signs if abs(sign.x - column) < 2 * marks.unit)
    exact = sorted({end for place, end in values})
    low, high = exact[0], exact[-1]
    heights = sorted(y for ys in ends.values() for y in ys)
    top, bottom = heights[0], heights[-1]
    for place, end in values:
        y = bottom + (end - low) / (high - low) * (top - bottom)
        assert any(abs(found - y) < marks.unit for found in ends[place]) \
            or any(abs(a[1] - y) < marks.unit for a, b in marks.lines), f"no sign at {end:g}"
    check_texts(drawing)


# The polynomial of the Equal Earth projection: Savric, Patterson and Jenny, 2018.
EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)


def projected(latitude, longitude, meridian):
    one, two, three, four = EQUAL_EARTH
    angle = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    slope = 9 * four * angle ** 8 + 7 * three * angle ** 6 + 3 * two * angle ** 2 + one
    x = 2 * math.sqrt(3) * math.radians(longitude - meridian) * math.cos(angle) / (3 * slope)
    return x, four * angle ** 9 + three * angle ** 7 + two * angle ** 3 + one * angle


def check_map(drawing, places, sizes, meridian):
    """Round marks stand to one another as their places on the earth do, and their areas as their sizes."""
    round_shapes = [s for s in drawing.shapes if s.is_closed and len(s.stretches[0]) == 9]
    by_size = sorted(round_shapes, key=lambda s: -s.width)
    names = sorted(places, key=lambda name: -sizes[name])
    assert len(by_size) == len(names), f"{len(by_size)} marks for {len(names)} places"
    points = [projected(*places[name], meridian) for name in names]
    (x0, y0), (x1, y1) = points[0], points[1]
    first, second = by_size[0], by_size[1]
    scale = math.hypot(second.x - first.x, second.y - first.y) / math.hypot(x1 - x0, y1 - y0)
    for name, (x, y), mark in zip(names, points, by_size):
        right, down = first.x + (x - x0) * scale, first.y - (y - y0) * scale
        assert math.hypot(mark.x - right, mark.y - down) < 1.5 * drawing.unit, \
            f"{name} stands at {mark.x:.1f}, {mark.y:.1f}, not {right:.1f}, {down:.1f}"
    shares = (second.width / first.width) ** 2, sizes[names[1]] / sizes[names[0]]
    assert abs(shares[0] - shares[1]) < 0.06, f"areas {shares[0]:.2f}, sizes {shares[1]:.2f}"
    for text in drawing.texts:
        for mark in round_shapes:
            assert not (text.x0 < mark.x1 and mark.x0 < text.x1 and text.y0 + 2 < mark.y1
                        and mark.y0 < text.y1 - 2), f"'{text.string}' covers a mark"


def check_distance(page, needed):
    """A mark for each condition that an option requires, each state with a form of its own."""
    for option, states in needed.items():
        row = page.locator(f".far tr[data-option='{option}']")
        items = row.locator(".requires li")
        said = [items.nth(place).inner_text().strip() for place in range(items.count())]
        assert len(said) == len(states), f"{option}: {len(said)} marks for {len(states)} conditions"
        signs = {}
        for place, (text, state) in enumerate(zip(said, states)):
            assert state in text.lower(), f"{option}: '{text}' does not say '{state}'"
            signs[state] = picture(items.nth(place).locator("svg"))
        check_differ(signs)
