"""Changes to what was built, each of which makes a drawing say something false."""
import dataclasses
import re
from typing import Callable

STYLE = "assets/style.css"


@dataclasses.dataclass
class Mutation:
    name: str
    exhibit: str
    change: Callable[[str], str]
    surface: str = "1280"
    engine: str = ""
    is_style: bool = False

    @property
    def file(self):
        return STYLE if self.is_style else f"briefings/{self.exhibit}.html"


def style(name, exhibit, rule, surface="1280"):
    """A rule at the end of the page's style."""
    return Mutation(name, exhibit, lambda css: css + "\n" + rule, surface, is_style=True)


def drawing(name, exhibit, pattern, replacement, surface="1280", engine="", count=1):
    """Another text in the page, or in the handout that an engine prints."""
    return Mutation(name, exhibit, lambda html: re.sub(pattern, replacement, html, count=count),
                    surface, engine)


def longer(match):
    return f'{match[1]}{float(match[2]) * 1.1:.2f}"'


def exchanged(html):
    """Two rows under each other's name."""
    return (html.replace(">Alpha</text>", ">\0</text>").replace(">Foxtrot</text>", ">Alpha</text>")
            .replace(">\0</text>", ">Foxtrot</text>"))


def ended_early(html):
    """The first bar that has an end, six units shorter."""
    bar = re.search(r'class="chart-period chart-ended" d="[^"]*"', html)[0]
    end = max(map(float, re.findall(r"[ML]([\d.]+)", bar)))
    return html.replace(bar, bar.replace(f"L{end:g} ", f"L{end - 6:g} "))


BAR_WIDTH = r'(class="chart-bar" x="[\d.]+" y="[\d.]+" width=")([\d.]+)"'

# The sign of what is met in part, and the outline of the one for what is absent.
HALF = r'(<path class="mark-partly"[^>]*d=")[^"]*'
WHOLE = (r"\g<1>M1 1H15V15H1ZM4 5.4L6.6 8L4 10.6L5.4 12L8 9.4L10.6 12L12 10.6L9.4 8L12 5.4L10.6 4"
         "L8 6.6L5.4 4Z")

MUTATIONS = [
    style("width: a rule for tables makes every bar as wide as a cell", "bars",
          ".chart-bar { width: 100% }"),
    style("width: in print alone", "bars", "@media print { .chart-bar { width: 60px } }", "print"),
    style("width: on a phone alone", "bars",
          "@media (max-width: 30em) { .chart-bar { width: 60px } }", "390"),
    drawing("width: one bar is a tenth too long", "bars", BAR_WIDTH, longer),
    style("transform: signs are moved", "dots", ".chart-marker { transform: translateX(3px) }"),
    style("transform: a drawing is turned over", "scatter", ".chart-marks { transform: scaleX(-1) }"),
    Mutation("order: two rows bear each other's names", "dots", exchanged),
    drawing("scale: a tick bears another number", "bars", ">40,000</text>", ">45,000</text>"),
    drawing("scale: all ticks bear other numbers", "lines", r">(\d)0,000</text>", r">\g<1>5,000</text>",
            count=9),
    drawing("scale: a linear scale bears logarithmic numbers", "dots-zone", r">(20|40|60|80)</text>",
            lambda match: ">" + {"20": "1", "40": "10", "60": "100", "80": "1,000"}[match[1]]
            + "</text>", count=9),
    style("style: hollow signs are filled", "dots", ".chart .chart-hollow { fill: currentColor }"),
    style("style: hollow bars are filled in forced colours", "bars",
          "@media (forced-colors: active) { .chart-hollow-bar { fill: CanvasText } }", "forced"),
    style("style: full bars are hollow in the dark", "bars",
          "@media (prefers-color-scheme: dark) { .chart-bar { fill: var(--paper) } }", "dark"),
    style("style: a drawing keeps its colours in forced colours", "lines",
          "@media (forced-colors: active) { :root:root:root { --ink: #1c2023; --series-1: #0b5763 } }",
          "forced"),
    drawing("form: a half sign is a whole one", "marks", HALF, WHOLE, "forced", count=9),
    style("style: bars in cells begin in the middle", "cells", ".cell-bar rect { x: 50% }"),
    style("style: bars in cells are as wide as their columns", "cells",
          ".compare .cell-bar { width: 60% }"),
    style("style: bars in cells are all as long", "cells", ".cell-bar-known { width: 80% }", "print"),
    drawing("form: a dot stands in the middle of a range", "dots",
            r'<line class="chart-range" x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)"',
            lambda m: f'<circle class="chart-marker" cx="{(float(m[1]) + float(m[3])) / 2}" '
                      f'cy="{m[2]}" r="3.5"></circle>{m[0]}'),
    drawing("form: a bound has lost its arrow", "dots", r'<path class="chart-arrow"[^>]*/>', ""),
    drawing("form: a disputed value is a circle", "dots",
            r'<path class="chart-marker" d="M([\d.]+) ([\d.]+)L[^"]*"></path>',
            lambda m: f'<circle class="chart-marker" cx="{m[1]}" cy="{float(m[2]) + 4.7}" r="3.5">'
                      "</circle>"),
    Mutation("period: one ends early", "periods", ended_early),
    drawing("gap: dots are a whole line", "gaps", r' stroke-dasharray="1 4"', "", count=9),
    drawing("stack: a part is a tenth too long", "stacks", BAR_WIDTH, longer, count=9),
    drawing("pair: signs are moved", "pairs", r'(<circle class="chart-marker" cx=")([\d.]+)"',
            lambda m: f'{m[1]}{float(m[2]) + 6:.2f}"', count=9),
    drawing("map: a mark is moved", "places", r'(<circle class="map-marker" cx=")([\d.]+)"',
            lambda m: f'{m[1]}{float(m[2]) + 6:.2f}"'),
    drawing("map: a mark is too large", "places", r'(<circle class="map-marker"[^>]* r=")([\d.]+)"',
            lambda m: f'{m[1]}{float(m[2]) * 1.5:.2f}"'),
    drawing("distance: a mark is missing", "far",
            r'(?s)(<td class="requires">\s*<ul>\s*)<li.*?</li>', r"\1"),
    drawing("text: a line runs through a value", "dots", r'(<path class="chart-rule" d=")',
            r"\g<1>M0 10H400"),
    drawing("engine: WeasyPrint prints a bar too long", "bars", BAR_WIDTH, longer, engine="weasyprint"),
    drawing("engine: Chromium prints a bar too long", "bars", BAR_WIDTH, longer, engine="chromium"),
    drawing("engine: WeasyPrint stretches a drawing", "scatter", r'<g class="chart-marks"',
            '<g transform="scale(1.05 1)" class="chart-marks"', engine="weasyprint", count=99),
    drawing("engine: Chromium fills what is hollow", "dots", r'class="chart-marker chart-hollow"([^>]*) fill="none"',
            r'class="chart-marker"\1', engine="chromium", count=99),
    drawing("engine: WeasyPrint prints a bar in a cell too long", "cells",
            r'(<rect class="cell-bar-known" x="0%" width=")77.2%', r"\g<1>90%", engine="weasyprint"),
    drawing("engine: WeasyPrint prints a half sign whole", "marks", HALF, WHOLE, engine="weasyprint",
            count=99),
]
