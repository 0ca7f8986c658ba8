"""The scales of a drawing, read off the labels of its ticks, and the values that it should show, read
from the exhibit's CSV.
"""
import csv
import dataclasses
import datetime
import math
import re


def number(text):
    """The number that a text is as a whole; nothing for any other text."""
    plain = text.replace(",", "").replace("\u2212", "-").strip()
    return float(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else None


@dataclasses.dataclass
class Axis:
    """Places with the numbers that stand at them, in rising order of the numbers."""
    ticks: list
    unit: float
    is_logarithmic: bool = False

    def __post_init__(self):
        self.ticks.sort(key=lambda tick: tick[1])
        assert len(self.ticks) > 1, f"no scale: {self.ticks}"
        (self.start, self.low), (self.end, self.high) = self.ticks[0], self.ticks[-1]
        for place, value in self.ticks:
            assert abs(self(value) - place) < 0.7 * self.unit, \
                f"the tick of {value:g} stands at {place:.1f}, not {self(value):.1f}"

    def __call__(self, value):
        if self.is_logarithmic:
            part = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            part = (value - self.low) / (self.high - self.low)
        return self.start + part * (self.end - self.start)

    @property
    def step(self):
        return 1 if self.end > self.start else -1


def merged(places, distance):
    result = []
    for place in sorted(places):
        if not result or place - result[-1] > distance:
            result.append(place)
    return result


def lying_axis(drawing, is_logarithmic=False):
    """The lowest row of numbers, with the lines that end just above it."""
    unit = drawing.unit
    numbers = [text for text in drawing.texts if number(text.string) is not None]
    rows = [[t for t in numbers if abs(t.y - text.y) < 2 * unit] for text in numbers]
    row = max((row for row in rows if len(row) > 1), key=lambda row: row[0].y)
    lines = [(a, max(a[1], b[1])) for shape in drawing.shapes if not shape.is_dashed
             for a, b in shape.lines()
             if abs(a[0] - b[0]) < 0.3 * unit and abs(a[1] - b[1]) > 2 * unit]
    foot = [y for _, y in lines if row[0].y - 22 * unit < y < row[0].y - 2 * unit]
    places = merged([a[0] for a, y in lines if abs(y - max(foot)) < 0.7 * unit], unit)
    row = sorted(row, key=lambda text: text.x)
    assert len(places) == len(row), f"{len(row)} labels at {len(places)} ticks"
    for place, text in zip(places, row):
        assert text.x0 - 9 * unit < place < text.x1 + 9 * unit, f"{text.string} is off its tick"
    return Axis([(place, number(text.string)) for place, text in zip(places, row)], unit,
                is_logarithmic)


def standing_axis(drawing, is_logarithmic=False):
    """The column of numbers at the left, with the lines that begin beside it."""
    unit = drawing.unit
    lines = [(min(a[0], b[0]), a[1]) for shape in drawing.shapes if not shape.is_dashed
             for a, b in shape.lines()
             if abs(a[1] - b[1]) < 0.3 * unit and abs(a[0] - b[0]) > 9 * unit]
    ticks = []
    # Other lines of a sheet may begin farther at the left: rules of heads and of exhibits.
    for left in merged({x for x, _ in lines}, 0.7 * unit):
        places = [y for x, y in lines if abs(x - left) < 0.7 * unit]
        ticks = []
        for text in drawing.texts:
            value = number(text.string)
            near = [y for y in places if abs(y - text.y) < 4 * unit]
            if value is not None and near and -14 * unit < text.x1 - left < 0:
                ticks.append((min(near, key=lambda y: abs(y - text.y)), value))
        if len(ticks) > 1:
            break
    return Axis(ticks, unit, is_logarithmic)


@dataclasses.dataclass
class Value:
    """What the data say of a record: an exact number, two ends, or one."""
    low: float | None
    high: float | None
    is_approximate: bool
    others: list = dataclasses.field(default_factory=list)
    date: str = ""
    of: str = ""

    @property
    def ends(self):
        return sorted({end for end in (self.low, self.high) if end is not None})

    @property
    def is_exact(self):
        return self.low == self.high

    @property
    def is_disputed(self):
        return bool(self.others)

    @property
    def least(self):
        """How far from zero the value reaches for certain."""
        if self.low is not None and self.low > 0:
            return self.low
        return self.high if self.high is not None and self.high < 0 else 0


class Table:
    """The data of an exhibit."""

    def __init__(self, path):
        with open(path, encoding="utf-8", newline="") as file:
            self.rows = list(csv.DictReader(file))

    def values(self, field):
        """The value of each record by its title; points of a series as a list."""
        found = {}
        for row in self.rows:
            # The estimates of `scaled` stand each for itself, whoever disputes them.
            is_apart = field == "size"
            ends = [float(row[name]) if row[name] else None for name in ("low", "high")]
            if row["field"] != field or ends == [None, None]:
                continue
            value = Value(*ends, row["approximate"] == "true", date=row["as-of"], of=row["of"])
            points = found.setdefault(row["title"], [])
            same = [p for p in points if p.date == value.date] if row["disputed"] and not is_apart else []
            if same and same[0].ends != value.ends:
                same[0].others.append(value)
            elif not same:
                points.append(value)
        return found


def year(text, is_end=False):
    """A date in decimal years: its first day, or the day after its last."""
    parts = [int(part) for part in text.split("-")]
    first = datetime.date(*(parts + [1, 1])[:3])
    if is_end and len(parts) == 1:
        first = datetime.date(parts[0] + 1, 1, 1)
    elif is_end and len(parts) == 2:
        first = datetime.date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
    elif is_end:
        first += datetime.timedelta(days=1)
    days = (datetime.date(first.year + 1, 1, 1) - datetime.date(first.year, 1, 1)).days
    return first.year + (first - datetime.date(first.year, 1, 1)).days / days


def middle(text):
    """The middle of what a date may mean."""
    return (year(text) + year(text, is_end=True)) / 2
