"""Whether a drawing shows its values: every mark is where the scale has its value, filled or hollow
as the value is exact or approximate, and nothing stands where no value is.
"""
import dataclasses

from scales import lying_axis, middle, standing_axis, year


@dataclasses.dataclass
class Sign:
    x: float
    y: float
    is_filled: bool
    is_diamond: bool


class Marks:
    """The marks of a drawing, by their form."""

    def __init__(self, drawing):
        self.unit = drawing.unit
        self.signs, self.bars, self.lines, self.arrows, self.periods = [], [], [], [], []
        self.traces = []
        for shape in drawing.shapes:
            self.add(shape)

    def add(self, shape):
        unit = self.unit
        width, height = shape.width / unit, shape.height / unit
        if shape.is_closed and 9.75 < height < 10.4 and len(shape.stretches[0]) in (4, 5):
            self.bars.append(shape)
        elif shape.is_closed and 4 < width < 9.75 and 4 < height < 9.75:
            self.add_sign(shape)
        elif shape.is_closed:
            self.periods.append(shape)
        elif len(shape.stretches) == 1 and len(shape.stretches[0]) == 3 and max(width, height) < 9:
            self.arrows.append(shape)
        elif not shape.is_dashed or len(shape.stretches[0]) > 2:
            self.traces.append(shape)
            if not shape.is_dashed:
                self.lines += shape.lines()

    def add_sign(self, shape):
        """An engine may paint the inside and the outline of one sign apart."""
        for sign in self.signs:
            if abs(sign.x - shape.x) < 0.5 * self.unit and abs(sign.y - shape.y) < 0.5 * self.unit:
                sign.is_filled |= shape.is_filled
                return
        self.signs.append(Sign(shape.x, shape.y, shape.is_filled, shape.is_diamond()))


def turned(marks):
    """The same marks with x and y exchanged, so that what stands can be measured as what lies."""
    other = object.__new__(Marks)
    other.unit = marks.unit
    other.signs = [Sign(s.y, s.x, s.is_filled, s.is_diamond) for s in marks.signs]
    other.lines = [((a[1], a[0]), (b[1], b[0])) for a, b in marks.lines]
    other.arrows = [dataclasses.replace(
        shape, stretches=[[(y, x) for x, y in s] for s in shape.stretches]) for shape in marks.arrows]
    return other


class Row:
    """The marks at one height, held against the values that they are to show along an axis."""

    def __init__(self, name, marks, y, axis):
        self.name, self.axis, self.unit = name, axis, marks.unit
        self.near = 0.9 * marks.unit
        self.signs = [s for s in marks.signs if abs(s.y - y) < self.near]
        self.lines = [sorted((a[0], b[0])) for a, b in marks.lines
                      if abs(a[1] - y) < self.near and abs(b[1] - y) < self.near
                      and abs(a[0] - b[0]) > 2 * self.unit]
        self.strokes = [a[0] for a, b in marks.lines
                        if abs(a[0] - b[0]) < 0.3 * self.unit
                        and abs((a[1] + b[1]) / 2 - y) < self.near
                        and 5 * self.unit < abs(a[1] - b[1]) < 9 * self.unit]
        self.arrows = [s for s in marks.arrows if abs(s.y - y) < self.near]

    def sign_at(self, value, is_hollow=None, is_diamond=None):
        place = self.axis(value)
        found = [s for s in self.signs if abs(s.x - place) < self.near]
        assert found, f"{self.name}: nothing at {value:g} ({place:.1f}): {self.signs}"
        if is_hollow is not None:
            assert any(s.is_filled != is_hollow for s in found), \
                f"{self.name}: {value:g} is {'full' if is_hollow else 'hollow'}"
        if is_diamond is not None:
            assert any(s.is_diamond == is_diamond for s in found), \
                f"{self.name}: {value:g} has the wrong form"

    def has_sign(self, value):
        return any(abs(s.x - self.axis(value)) < self.near for s in self.signs)

    def check_line(self, start, end, what):
        low, high = sorted((start, end))
        found = [line for line in self.lines
                 if abs(line[0] - low) < self.near and abs(line[1] - high) < self.near]
        assert found, f"{self.name}: no line for {what} from {low:.1f} to {high:.1f}: {self.lines}"

    def check_end(self, value, what):
        place = self.axis(value)
        assert any(abs(x - place) < self.near for x in self.strokes) or self.has_sign(value), \
            f"{self.name}: {what} has no end at {value:g}"

    def check_bound(self, value):
        end, direction = value.ends[0], self.axis.step * (-1 if value.low is None else 1)
        self.check_end(end, "a bound")
        place = self.axis(end)
        tips = [s.stretches[0][1][0] for s in self.arrows]
        ahead = [tip for tip in tips if 4 * self.unit < (tip - place) * direction < 19 * self.unit]
        assert ahead, f"{self.name}: no arrow from {end:g}: {tips}"
        for tip in ahead[:1]:
            self.check_line(place, tip, "a bound")

    def check(self, value, is_other=False):
        if value.is_exact:
            self.sign_at(value.low, value.is_approximate or is_other, value.is_disputed or is_other)
        elif len(value.ends) == 2:
            self.check_line(*map(self.axis, value.ends), "a range")
            for end in value.ends:
                self.check_end(end, "a range")
                if value.is_approximate:
                    self.sign_at(end, True)
        else:
            self.check_bound(value)
        for other in value.others:
            self.check(other, is_other=True)

    def check_nothing_else(self, *values):
        """No sign but at an end that somebody stated, no line without a value."""
        every = [v for value in values for v in [value] + value.others]
        places = [self.axis(end) for value in every for end in value.ends]
        for sign in self.signs:
            assert any(abs(sign.x - place) < self.near for place in places), \
                f"{self.name}: a sign at {sign.x:.1f}, where no value is: {places}"


def texts_of(drawing, name):
    found = [text for text in drawing.texts if text.string == name]
    assert found, f"{name} has no label"
    return found[0]


def written(value):
    text = f"{abs(value):,.4f}".rstrip("0").rstrip(".")
    return ("\u2212" if value < 0 else "") + text


def height_of(marks, label):
    """The height of a row: that of the marks which stand by its label, whose letters' middle it is not
    quite; else the label's."""
    places = [item.y for item in marks.signs + marks.bars + marks.arrows]
    places += [a[1] for a, b in marks.lines if a[1] == b[1]]
    near = [y for y in places if abs(y - label.y) < 5 * marks.unit]
    return min(near, key=lambda y: abs(y - label.y)) if near else label.y


def check_ranking(drawing, values, is_bars, unit, is_logarithmic=False):
    axis, marks = lying_axis(drawing, is_logarithmic), Marks(drawing)
    values = {name: points[0] for name, points in values.items()}
    order = sorted(values, key=lambda name: (
        values[name].ends[0], float("inf") if values[name].high is None else values[name].high),
        reverse=True)
    labels = {name: texts_of(drawing, name) for name in values}
    drawn = sorted(labels, key=lambda name: labels[name].y)
    keys = [(values[n].ends[0], values[n].high) for n in drawn]
    assert keys == [(values[n].ends[0], values[n].high) for n in order], f"order: {drawn}"
    for name, value in values.items():
        label = labels[name]
        height = height_of(marks, label)
        row = Row(name, marks, height, axis)
        if is_bars:
            check_bars(name, [b for b in marks.bars if abs(b.y - height) < row.near], value, axis)
        if not is_bars or value.is_disputed:
            if not (is_bars and not value.is_exact and len(value.ends) == 2):
                row.check(value)
        elif len(value.ends) == 1 and not value.is_exact:
            row.check_bound(value)
        row.check_nothing_else(value)
        beside = [t for t in drawing.texts if abs(t.y - label.y) < 4 * drawing.unit and t is not label]
        said = " ".join(text.string for text in beside)
        for end in value.ends:
            assert written(end) in said, f"{name}: {end:g} is written as '{said}'"
    assert any(unit in text.string for text in drawing.texts), f"the axis does not name '{unit}'"
    check_texts(drawing)


def check_bars(name, bars, value, axis):
    near = 0.9 * axis.unit
    expected = {(0, value.least): not value.is_approximate} if value.least else {}
    if not value.is_exact and len(value.ends) == 2:
        expected[tuple(value.ends)] = False
    places = {tuple(sorted(map(axis, ends))): filled for ends, filled in expected.items()}
    for bar in bars:
        assert any(abs(bar.x0 - a) < near and abs(bar.x1 - b) < near for a, b in places), \
            f"{name}: a bar from {bar.x0:.1f} to {bar.x1:.1f}, not {list(places)}"
    for (a, b), is_filled in places.items():
        found = [bar for bar in bars if abs(bar.x0 - a) < near and abs(bar.x1 - b) < near]
        assert found, f"{name}: no bar from {a:.1f} to {b:.1f}: {[(s.x0, s.x1) for s in bars]}"
        assert any(bar.is_filled for bar in found) == is_filled, \
            f"{name}: {'hollow' if is_filled else 'full'} from {a:.1f} to {b:.1f}"


def check_lines(drawing, series, unit):
    x_axis, y_axis, marks = lying_axis(drawing), standing_axis(drawing), Marks(drawing)
    upright = turned(marks)
    # Of a dashed line a dash need not end where the line turns.
    corners = [(*point, 5 if shape.is_dashed else 0.9) for shape in marks.traces
               for stretch in shape.stretches for point in stretch]
    for name, points in series.items():
        texts_of(drawing, name)
        for point in points:
            x = x_axis(middle(point.date))
            row = Row(f"{name} {point.date}", upright, x, y_axis)
            row.check(point)
            same = [p for all_points in series.values() for p in all_points
                    if abs(x_axis(middle(p.date)) - x) < 2 * marks.unit]
            row.check_nothing_else(*same)
            for end in point.ends:
                assert any(abs(a - x) < reach * marks.unit and abs(b - y_axis(end)) < reach * marks.unit
                           for a, b, reach in corners), f"{row.name}: no line comes to {end:g}"
    places = [x_axis(middle(p.date)) for points in series.values() for p in points]
    for sign in marks.signs:
        assert any(abs(sign.x - place) < marks.unit for place in places), "a sign without a date"
    assert any(unit in text.string for text in drawing.texts), f"the axis does not name '{unit}'"
    check_texts(drawing)


def check_scatter(drawing, xs, ys, units, is_logarithmic=False):
    x_axis, y_axis = lying_axis(drawing, is_logarithmic), standing_axis(drawing, is_logarithmic)
    marks = Marks(drawing)
    upright = turned(marks)
    spots = {name: (xs[name][0], ys[name][0]) for name in xs if name in ys}
    assert len(spots) > 3, spots
    for name, (x, y) in spots.items():
        for end in y.ends:
            row = Row(name, marks, y_axis(end), x_axis)
            if x.is_exact and y.is_exact:
                row.sign_at(x.low, x.is_approximate or y.is_approximate,
                            x.is_disputed or y.is_disputed)
            elif not x.is_exact:
                check_span(row, x)
        if not y.is_exact:
            for end in x.ends:
                check_span(Row(name, upright, x_axis(end), y_axis), y)
    for sign in marks.signs:
        assert any(abs(sign.x - x_axis(a)) < marks.unit and abs(sign.y - y_axis(b)) < marks.unit
                   for x, y in spots.values() for a in x.ends for b in y.ends), \
            f"a sign at {sign.x:.1f}, {sign.y:.1f}, where no value is"
    for unit in units:
        assert any(unit in text.string for text in drawing.texts), f"no axis names '{unit}'"
    check_texts(drawing)


def check_span(row, value):
    if len(value.ends) == 2:
        row.check_line(*map(row.axis, value.ends), "a range")
        for end in value.ends:
            row.check_end(end, "a range")
    else:
        row.check_bound(value)


def check_timeline(drawing, periods):
    axis, marks = lying_axis(drawing), Marks(drawing)
    near = 1.3 * marks.unit
    for name, (start, end, is_moment) in periods.items():
        label = texts_of(drawing, name)
        if is_moment:
            Row(name, marks, height_of(marks, label), axis).sign_at(year(start), None, True)
            continue
        # A name that is too long for a place beside its bar stands above it.
        found = [shape for drop in (0, 12) for shape in marks.periods + marks.bars
                 if abs(shape.y - label.y - drop * marks.unit) < 4 * marks.unit][:1]
        assert found, f"{name}: no bar"
        for shape in found:
            if start:
                assert abs(shape.x0 - axis(year(start))) < near, f"{name} begins at {shape.x0:.1f}"
            else:
                assert shape.x0 < axis.start, f"{name} begins within the years"
            if end:
                assert abs(shape.x1 - axis(year(end, True))) < near, f"{name} ends at {shape.x1:.1f}"
            else:
                assert shape.x1 > axis(axis.high), f"{name} ends within the years"
    check_texts(drawing)


def check_texts(drawing):
    """No line and no bar runs through a text, and each can be seen."""
    unit = drawing.unit
    for text in drawing.texts:
        left, right = text.x0 + 1.5 * unit, text.x1 - 1.5 * unit
        top, bottom = text.y - 3 * unit, text.y + 3 * unit
        for shape in drawing.shapes:
            for a, b in shape.lines():
                if abs(a[0] - b[0]) > unit / 3 and abs(a[1] - b[1]) > unit / 3:
                    continue
                is_through = (min(a[0], b[0]) < right and max(a[0], b[0]) > left
                              and min(a[1], b[1]) < bottom and max(a[1], b[1]) > top)
                assert not is_through, f"a line runs through '{text.string}': {a} {b}"
    if drawing.ground is None:
        return
    for item in [s for s in drawing.shapes if s.opacity > 0.55] + drawing.texts:
        assert contrast(item.colour, drawing.ground) >= 3, f"{item.colour} on {drawing.ground}"


def contrast(a, b):
    def light(colour):
        parts = [c / 255 for c in colour]
        red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    low, high = sorted((light(a), light(b)))
    return (high + 0.05) / (low + 0.05)
