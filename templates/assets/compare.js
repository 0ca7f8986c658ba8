/* Sets any records of a kind side by side in any of its fields. The facts of a kind are a script of
   their own, which is loaded when the kind is chosen: a page opened from disk may fetch nothing. */
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
    if (!cell) return words["no-claim"];
    if (cell.unknown) return words.unknown;
    if (cell.inapplicable) return words["not-applicable"];
    return cell.refusal || cell.value || "";
  }

  function draw() {
    result.replaceChildren();
    output.hidden = true;
    if (facts) {
      const { columns, rows } = chosen();
      const isReady = columns.length > 0 && rows.length > 0;
      status.textContent = isReady
        ? fill(words["compare-size"], { records: columns.length, fields: rows.length })
        : words["compare-nothing"];
      if (isReady) {
        result.append(table(columns, rows));
        block.value = markdown();
        output.hidden = false;
      }
    } else {
      status.textContent = "";
    }
    keep();
  }

  function table(columns, rows) {
    let group = null;
    const bodies = [];
    for (const { field, index } of rows) {
      if (field.group !== group || bodies.length === 0) {
        group = field.group;
        bodies.push(element("tbody", {}, group ? element("tr", { class: "row-group" },
          element("th", { scope: "rowgroup", colspan: columns.length + 1 }, group)) : null));
      }
      bodies[bodies.length - 1].append(element("tr", {},
        element("th", { scope: "row" }, field.label),
        columns.map((record) => element("td", {}, cell(record, field, index)))));
    }
    return element("div", {
      class: "table-scroll", tabindex: "0", role: "group", "aria-label": words["compare-kind"],
    }, element("table", { class: "compare" },
      element("thead", {}, element("tr", {}, element("td", {}), columns.map((record) =>
        element("th", { scope: "col" }, element("a", { href: record.address }, record.label))))),
      bodies));
  }

  /* A value leads to its fact, where date and sources stand in full. */
  function cell(record, field, index) {
    const found = record.cells[index];
    if (!found || found.unknown || found.inapplicable || found.refusal) {
      return element("span", { class: "absence" }, text(found));
    }
    return [
      element("a", { href: `${record.address}#fact-${field.id}`, class: "fact" }, found.value || ""),
      found.date ? [" ", element("span", { class: "as-of" }, found.date)] : null,
      found.sources ? [" ", element("span", { class: "as-of source" },
        `(${found.sources.join("; ")})`)] : null,
      found.disputed ? [" ", element("span", { class: "disputed" }, words.disputed)] : null,
    ].flat();
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
      [record.title, ...rows.map(({ index }) => text(record.cells[index]))]);
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
    choices, status, result, output);
  apply(readState());
  onState(apply);
});
