/* Sets any records of a kind side by side in any of its fields. The cells of a kind are a script of
   their own, which is loaded when the kind is chosen: a page opened from disk may fetch nothing. They
   are HTML that the build has rendered, as it renders those of an exhibit; only their bars are
   stretched to the scale of those that are chosen. */
"use strict";

window.Dossier.start(function () {
  const { element, data, fill, readState, writeState, onState } = window.Dossier;
  const place = document.getElementById("_compare");
  const model = data("_compare-data");
  if (!place || !model) return;
  const words = model.words;
  let kind = null;
  let facts = null;
  /* In the order in which they were chosen. */
  let records = [];
  let fields = [];

  const kinds = element("select", { id: "_kind", change: () => chooseKind(kinds.value) },
    element("option", { value: "" }, words["compare-choose"]),
    model.kinds.map(({ id, label }) => element("option", { value: id }, label)));
  const differences = element("input", { type: "checkbox", id: "_differences", change: draw });
  const choices = element("div", { class: "choices" });
  const chooser = element("details", { open: true, class: "chooser" },
    element("summary", {}, words["compare-choices"]), choices);
  const chips = element("ul", { class: "chips" });
  const status = element("p", { role: "status", class: "shown" });
  const result = element("div", { class: "compare-result" });
  const block = element("textarea", { id: "_block", readonly: true, rows: "6", spellcheck: "false" });
  const output = element("div", { class: "compare-output", hidden: true },
    element("label", { for: "_block" }, words["compare-markdown"]), block,
    element("div", { class: "presets" },
      element("button", { type: "button", click: copy }, words["compare-copy"]),
      element("button", { type: "button", click: download }, words["download-csv"])));

  /* Loads the facts of a kind once, then goes on. */
  function load(id, then) {
    const known = (window.DossierData || {})[id];
    if (known) return then(known);
    const { data: address } = model.kinds.find((candidate) => candidate.id === id);
    document.head.append(element("script", {
      src: address,
      load: () => {
        if (id === kinds.value) then(window.DossierData[id]);
      },
      error: () => { status.textContent = words["compare-failed"]; },
    }));
  }

  function chooseKind(id, chosenRecords, chosenFields) {
    kind = model.kinds.find((candidate) => candidate.id === id) || null;
    kinds.value = kind ? id : "";
    [facts, records, fields] = [null, [], []];
    choices.replaceChildren();
    chooser.hidden = !kind;
    if (!kind) return draw();
    load(id, (loaded) => {
      facts = loaded;
      const known = (ids, all) => (ids || []).filter((wanted, index) =>
        all.some((item) => item.id === wanted) && ids.indexOf(wanted) === index);
      records = known(chosenRecords, facts.records);
      fields = chosenFields ? known(chosenFields, facts.fields)
        : facts.fields.filter((field) => field.compare).map((field) => field.id);
      choices.replaceChildren(
        list(words["compare-records"], facts.records, () => records, (ids) => { records = ids; }),
        list(words["compare-fields"], facts.fields, () => fields, (ids) => { fields = ids; }));
      draw();
    });
  }

  /* Checkboxes for records or fields. */
  function list(title, items, get, set) {
    const boxes = items.map((item) => element("input", {
      type: "checkbox", value: item.id, checked: get().includes(item.id),
      change: (event) => {
        const rest = get().filter((id) => id !== item.id);
        set(event.target.checked ? rest.concat(item.id) : rest);
        draw();
      },
    }));
    const all = (isChosen) => () => {
      boxes.forEach((box) => { box.checked = isChosen; });
      set(isChosen ? items.map(({ id }) => id) : []);
      draw();
    };
    return element("fieldset", {}, element("legend", {}, title),
      element("div", { class: "presets" },
        element("button", { type: "button", click: all(true) }, words["compare-all"]),
        element("button", { type: "button", click: all(false) }, words["compare-none"])),
      element("ul", {}, items.map((item, index) => element("li", {},
        element("label", {}, boxes[index], " ", item.label)))));
  }

  /* What is chosen, with fields in the order of the kind. */
  function chosen() {
    const columns = records.map((id) => facts.records.find((record) => record.id === id));
    const rows = facts.fields.map((field, index) => ({ field, index }))
      .filter(({ field }) => fields.includes(field.id))
      .filter(({ index }) => !differences.checked || columns.length < 2
        || columns.some((record) => text(record.cells[index]) !== text(columns[0].cells[index])));
    return { columns, rows };
  }

  /* A cell in words; what is not there is said, never left blank. */
  function text(cell) {
    return cell ? cell.text : model.empty.text;
  }

  function draw() {
    result.replaceChildren();
    output.hidden = true;
    chips.replaceChildren();
    if (facts) {
      const { columns, rows } = chosen();
      const isReady = columns.length > 0 && rows.length > 0;
      status.textContent = isReady
        ? fill(words["compare-size"], { records: columns.length, fields: rows.length })
        : words["compare-nothing"];
      chips.append(...columns.map((record, place) => element("li", {}, chip(record, place))));
      if (isReady) {
        const isWide = columns.length > 8;
        if (isWide) result.append(element("p", { class: "scroll-cue" }, words["compare-scroll"]));
        result.append(...table(columns, rows, isWide));
        block.value = markdown();
        output.hidden = false;
      }
    } else {
      status.textContent = "";
    }
    keep();
  }

  /* A record that is chosen, as a button that takes it out; the focus goes on to the next. */
  function chip(record, place) {
    return element("button", {
      type: "button", "aria-label": fill(words["compare-remove"], { name: record.label }),
      click: () => {
        for (const box of choices.querySelectorAll("fieldset:first-child input")) {
          if (box.value === record.id) box.checked = false;
        }
        records = records.filter((id) => id !== record.id);
        draw();
        const rest = chips.querySelectorAll("button");
        (rest[Math.min(place, rest.length - 1)] || kinds).focus();
      },
    }, record.label);
  }

  function table(columns, rows, isWide) {
    let group = null;
    const bodies = [];
    const hasBars = rows.some(({ field }) => field.scale);
    for (const { field, index } of rows) {
      if (field.group !== group || bodies.length === 0) {
        group = field.group;
        bodies.push(element("tbody", {}, group ? element("tr", { class: "row-group" },
          element("th", { scope: "rowgroup", colspan: columns.length + 1 }, group)) : null));
      }
      bodies[bodies.length - 1].append(row(columns, field, index));
    }
    return [
      hasBars ? element("p", { class: "exhibit-key" }, words["bar-key"]) : null,
      element("div", {
        class: "compare-scroll" + (isWide ? " wide-table" : ""), tabindex: isWide && "0",
        role: isWide && "group", "aria-label": isWide && words["compare-kind"],
      }, element("table", { class: "compare" + (columns.length > 5 ? " many" : "") },
        element("thead", {}, element("tr", {}, element("td", {}), columns.map(head))), bodies)),
    ].filter(Boolean);
  }

  function head(record) {
    return element("th", { scope: "col" }, element("a", { href: record.address }, record.label),
      record.title ? [" ", element("span", { class: "full", lang: record.lang }, record.title)] : null);
  }

  /* The ends of the scale that those cells share which are chosen; null where bars tell nothing. */
  function scale(field, cells) {
    const drawn = cells.filter((cell) => cell && cell.ends);
    if (!field.scale || drawn.length < 2) return null;
    const first = drawn.reduce((a, b) => b.ends[0] < a.ends[0] ? b : a);
    const last = drawn.reduce((a, b) => b.ends[1] > a.ends[1] ? b : a);
    const from = field.zero ? 0 : first.ends[0];
    if (last.ends[1] <= from) return null;
    return {
      from, to: last.ends[1],
      words: { from: field.zero ? "0" : first.words[0], to: last.words[1] },
    };
  }

  function row(columns, field, index) {
    const cells = columns.map((record) => record.cells[index]);
    const shared = scale(field, cells);
    const isMixed = new Set(cells.filter((cell) => cell && cell.ends)
      .map((cell) => cell.of || "")).size > 1;
    const works = [...new Set(cells.flatMap((cell) => cell && cell.works || []))];
    return element("tr", {},
      element("th", { scope: "row" }, element("span", { class: "field-name" }, field.label),
        shared ? [" ", element("span", { class: "scale" }, fill(words["compare-scale"], shared.words))] : null,
        isMixed ? [" ", element("span", { class: "qualifier" }, words["mixed-counts"])] : null,
        works.length ? element("details", { class: "row-works" },
          element("summary", {}, words["sources"] + words.colon + works.length),
          element("ul", {}, works.map((work) => element("li", {},
            element("a", { href: facts.works[work][1] }, facts.works[work][0]))))) : null),
      columns.map((record, place) => {
        const content = element("div");
        content.innerHTML = cells[place] ? cells[place].html : model.empty.html;
        const bar = content.querySelector("svg");
        if (bar && shared) stretch(bar, field.scale, shared);
        else if (bar) bar.remove();
        return element("td", {}, element("span", { class: "of" }, record.label), content);
      }));
  }

  /* Puts what is drawn on one scale onto another; lengths and places are shares of the width. What is
     still going on ends where the scale does. */
  function stretch(bar, [from, to], shared) {
    const factor = (to - from) / (shared.to - shared.from);
    const shift = (from - shared.from) / (shared.to - shared.from) * 100;
    const moved = (share) => Math.min(100, Math.max(0, share * factor + shift));
    const share = (part, name) => {
      const value = part.getAttribute(name) || "";
      return value.endsWith("%") ? parseFloat(value) : null;
    };
    for (const part of bar.querySelectorAll("*:not(.cell-bar-axis)")) {
      const [start, length] = [share(part, "x"), share(part, "width")];
      if (length !== null) part.setAttribute("width", moved(start + length) - moved(start) + "%");
      for (const name of ["x", "x1", "x2"]) {
        const place = share(part, name);
        if (place !== null) part.setAttribute(name, moved(place) + "%");
      }
    }
  }

  function markdown() {
    const keys = records.map((id) => `${kind.id}:${id}`).join(", ");
    const shown = facts.fields.map(({ id }) => id).filter((id) => fields.includes(id)).join(", ");
    const flag = differences.checked ? "differences: true\n" : "";
    return "```compare\nrecords: [" + keys + "]\nfields: [" + shown + "]\n" + flag + "```\n";
  }

  function copy(event) {
    const done = () => {
      event.target.textContent = words["compare-copied"];
      status.textContent = words["compare-copied"];
    };
    const byHand = () => {
      block.select();
      document.execCommand("copy");
      done();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(block.value).then(done, byHand);
    else byHand();
  }

  /* A spreadsheet runs a text that begins like a formula; an apostrophe before it stops that. */
  function quoted(value) {
    const safe = /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
    return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }

  function csv() {
    const { columns, rows } = chosen();
    const head = [words["record"], ...rows.map(({ field }) => field.label)];
    const lines = columns.map((record) =>
      [record.title || record.label, ...rows.map(({ index }) => text(record.cells[index]))]);
    return [head, ...lines].map((line) => line.map(quoted).join(",") + "\r\n").join("");
  }

  function download() {
    const address = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
    const link = element("a", { href: address, download: kind.id + ".csv" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function keep() {
    const state = new URLSearchParams();
    if (kind) {
      /* While the facts are being loaded the address keeps what it asked for. */
      if (!facts) return;
      state.set("kind", kind.id);
      if (records.length) state.set("records", records.join(","));
      state.set("fields", facts.fields.map(({ id }) => id).filter((id) => fields.includes(id))
        .join(","));
      if (differences.checked) state.set("differences", "true");
    }
    writeState(state);
  }

  function apply(state) {
    differences.checked = state.get("differences") === "true";
    const ids = (name) => state.has(name) ? state.get(name).split(",").filter(Boolean) : undefined;
    chooseKind(state.get("kind") || "", ids("records"), ids("fields"));
  }

  place.replaceChildren(
    element("div", { class: "tools" },
      element("div", { class: "field" },
        element("label", { for: "_kind" }, words["compare-kind"]), kinds),
      element("label", { class: "field" }, differences, " ", words["compare-differences"])),
    chips, chooser, status, result, output);
  apply(readState());
  onState(apply);
});
