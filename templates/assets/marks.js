/* Marks of drawings under the pointer or the keyboard: value, date and works of each stand beside it,
   and its series lights up. All of it is in the table of figures too, from which this takes it. */
"use strict";

window.Dossier.start(function () {
  const { element } = window.Dossier;

  /* The rows of the table of figures: the words of their cells, the works, and where the fact is. */
  function figures(figure) {
    return Array.from(figure.querySelectorAll(".figures tbody tr"), (row) => ({
      name: row.querySelector("th").textContent.trim(),
      address: row.querySelector("a").getAttribute("href"),
      texts: Array.from(row.querySelectorAll("td"), (cell) => {
        const copy = cell.cloneNode(true);
        copy.querySelectorAll("sup, .to-fact, .disputed, svg").forEach((part) => part.remove());
        return copy.textContent.trim().replace(/\s+/g, " ");
      }),
      works: Array.from(row.querySelectorAll("sup a"), (letter) => {
        const work = document.getElementById(letter.getAttribute("href").slice(1));
        return work ? work.querySelector("a:last-child").textContent : "";
      }).filter(Boolean),
    }));
  }

  /* The same of the list below a map, in which each record is told with its place. */
  function mapped(figure) {
    return Array.from(figure.querySelectorAll(".map-lists li"), (row) => {
      const [record, value] = [row.querySelector("a"), row.querySelector(".value")];
      const name = record.textContent.trim();
      return {
        name, address: (value || record).getAttribute("href"), works: [],
        texts: [name, value ? value.textContent.trim().replace(/\s+/g, " ") : ""],
      };
    });
  }

  /* The row that a mark is of: all that it says is in the mark's own words. Of rows that say the same
     each mark gets the next. */
  function rowOf(words, name, rows, taken) {
    const plain = words.replace(/\s+/g, " ");
    const fits = (row) => row.texts.every((text) => plain.includes(text));
    const found = rows.filter((row) => fits(row) && (!name || row.name === name));
    const all = found.length ? found : rows.filter(fits);
    const row = all.find((one) => !taken.has(one)) || all[0];
    if (row) taken.add(row);
    return row;
  }

  /* A drawing for a wide screen or for a narrow one, of which a page shows one. */
  function prepare(figure, place) {
    const svg = place.querySelector("svg[role=img]");
    if (!svg || place.dataset.marks !== undefined) return;
    const rows = figure.matches(".map-figure") ? mapped(figure) : figures(figure);
    const taken = new Set();
    const marks = Array.from(svg.querySelectorAll("title")).map((title) => title.parentNode)
      .filter((node) => node !== svg).map((node) => {
        const series = node.closest(".chart-series");
        const label = series && series.querySelector("text");
        const words = node.querySelector("title").textContent;
        node.querySelector("title").remove();
        return { node, series, words, row: rowOf(words, label && label.textContent, rows, taken) };
      });
    if (marks.length === 0) return;
    place.dataset.marks = "";
    const all = Array.from(svg.querySelectorAll(".chart-series"));
    const note = element("p", { class: "mark-note", role: "status" });
    place.append(note);
    place.setAttribute("tabindex", "0");
    place.setAttribute("role", "group");
    place.setAttribute("aria-labelledby", figure.getAttribute("aria-labelledby"));
    let current = -1;

    function light(series) {
      svg.classList.toggle("chart-lit", Boolean(series));
      for (const one of all) one.classList.toggle("chart-on", one === series);
    }

    function show(index) {
      if (marks[current]) marks[current].node.classList.remove("chart-current");
      current = index;
      const mark = marks[index];
      light(mark && all.length > 1 ? mark.series : null);
      if (!mark) return note.replaceChildren();
      mark.node.classList.add("chart-current");
      const { row, words } = mark;
      const name = row && row.name && !words.includes(row.name) ? row.name + ", " : "";
      note.replaceChildren(
        row ? element("a", { href: row.address, tabindex: "-1" }, name + words) : words,
        row && row.works.length ? element("span", {}, " (" + row.works.join("; ") + ")") : "");
      const [box, frame] = [mark.node.getBoundingClientRect(), place.getBoundingClientRect()];
      const left = box.left + box.width / 2 - frame.left;
      note.style.left = Math.max(0, Math.min(left, frame.width - note.offsetWidth)) + "px";
      note.style.top = box.bottom - frame.top + 8 + "px";
    }

    /* The mark nearest to the pointer, no farther than a finger is wide. */
    function nearest(event) {
      let [best, least] = [-1, 24];
      marks.forEach(({ node }, index) => {
        const box = node.getBoundingClientRect();
        const [x, y] = [Math.max(box.left - event.clientX, 0, event.clientX - box.right),
          Math.max(box.top - event.clientY, 0, event.clientY - box.bottom)];
        const distance = Math.hypot(x, y);
        if (distance < least) [best, least] = [index, distance];
      });
      return best;
    }

    /* The first mark of the next series, or of the one before. */
    function otherSeries(step) {
      const start = marks[current] ? all.indexOf(marks[current].series) : -1;
      const next = all[(start + step + all.length) % all.length];
      return Math.max(0, marks.findIndex(({ series }) => series === next));
    }

    svg.addEventListener("pointermove", (event) => {
      const label = event.target.closest("text");
      const series = label && label.closest(".chart-series");
      const index = nearest(event);
      if (index >= 0) {
        if (index !== current) show(index);
      } else {
        if (current >= 0) show(-1);
        light(series);
      }
    });
    place.addEventListener("pointerleave", () => {
      if (document.activeElement !== place) show(-1);
    });
    place.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const count = marks.length;
      const moves = {
        ArrowRight: () => (current + 1) % count, ArrowLeft: () => (Math.max(current, 0) + count - 1) % count,
        ArrowDown: () => otherSeries(1), ArrowUp: () => otherSeries(-1),
        Home: () => 0, End: () => count - 1, Escape: () => -1,
      };
      if (event.key === "Enter" && marks[current] && marks[current].row) {
        location.href = marks[current].row.address;
      } else if (moves[event.key]) {
        if (all.length === 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) return;
        event.preventDefault();
        show(moves[event.key]());
      }
    });
    place.addEventListener("focus", () => { if (current < 0 && place.matches(":focus-visible")) show(0); });
    place.addEventListener("blur", () => show(-1));
  }

  for (const figure of document.querySelectorAll("figure.drawn, figure.map-figure")) {
    figure.querySelectorAll(".drawing, .map-wide, .map-narrow, .map-inset")
      .forEach((place) => prepare(figure, place));
  }
});
