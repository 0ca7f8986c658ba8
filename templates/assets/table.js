/* Lists of records: sorts by column, filters by text and by choices, chooses columns. What is sought is
   sought in all names and fields, those that are no columns too, once the facts of the kind are there.
   A long list goes over several pages, its parts: they are fetched and joined when somebody first sorts
   or filters. */
"use strict";

window.Dossier.start(function () {
  const { element, data, fill, folded, fetched, readState, writeState, onState } = window.Dossier;
  const table = document.getElementById("_records");
  const model = data("_table-data");
  if (!table || !model) return;
  const words = model.words;
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const language = document.documentElement.lang;
  const collator = new Intl.Collator(language, { numeric: true });
  const own = Array.from(body.rows);
  let rows = entries(own);
  /* The addresses of all parts in order, the page's own being empty. */
  const parts = model.parts || [];
  const isPart = model.count > own.length;
  let isAsked = false;
  let isApart = isPart && !parts.length;
  /* The rows in the order in which they stand. */
  let drawn = rows;
  /* The first column is the name of the record. */
  const columns = [{ id: "_name", label: heads[0].textContent }].concat(model.columns);

  const search = element("input", { type: "search", id: "_find", input: () => changed() });
  const facets = columns.map((column, index) => column.choices ? facet(column, index) : null);
  const toggles = columns.map((column, index) => index === 0 ? null : element("input", {
    type: "checkbox", id: "_column-" + column.id, checked: true, change: () => changed(),
  }));
  /* A card on a phone has the first columns, until the reader chooses others. */
  const spare = window.matchMedia("(max-width: 39.99em)").matches
    ? columns.slice(5).map((column) => column.id) : [];
  const order = element("select", { id: "_order", change: () => {
    sorting = { column: Number(order.value), isDown: false };
    changed();
  } }, element("option", { value: "-1" }, "–"),
    columns.map((column, index) => element("option", { value: index }, column.label)));
  const count = element("p", { role: "status", class: "shown" });
  function resetButton() {
    return element("button", { type: "button", click: () => {
      apply(new URLSearchParams());
      search.focus();
    } }, words["table-reset"]);
  }
  const reset = resetButton();
  const none = element("p", { class: "presets none", hidden: true }, words["table-none"], " ",
    resetButton());
  const scroll = table.parentElement;
  let sorting = { column: -1, isDown: false };

  function entries(list) {
    return list.map((row, place) => ({
      row, place, cells: Array.from(row.cells),
      text: folded(row.textContent + " " + (row.cells[0].dataset.find || "")),
    }));
  }

  /* The words of all facts, by the id of the record; null until they are there. They are asked for when
     somebody first seeks: a list is looked through more often than searched. */
  let further = null;
  let isAskedForFurther = false;

  function loadFurther() {
    if (isAskedForFurther || !model.find) return;
    isAskedForFurther = true;
    document.head.append(element("script", {
      src: model.find,
      load: () => {
        const facts = (window.DossierData || {})[model.kind];
        if (!facts) return;
        further = new Map(facts.records.map((record) => [record.id, folded(
          [record.title || ""].concat(record.cells.map((cell) => cell.text || "")).join(" "))]));
        draw();
      },
    }));
  }

  function idOf(row) {
    const link = row.cells[0].querySelector("a");
    return link ? link.pathname.replace(/^.*\//, "").replace(/\.html$/, "") : "";
  }

  function facet(column, index) {
    const select = element("select", { id: "_facet-" + column.id, change: () => changed() });
    fillFacet(select, column, index);
    return select;
  }

  /* The values that occur in a column, with how many records have each. */
  function fillFacet(select, column, index) {
    const counts = new Map();
    for (const { cells } of rows) {
      for (const id of keys(cells[index])) counts.set(id, (counts.get(id) || 0) + 1);
    }
    const options = column.choices.filter((choice) => counts.has(choice.id)).map((choice) =>
      element("option", { value: choice.id }, `${choice.label} (${counts.get(choice.id)})`));
    const chosen = select.value;
    select.replaceChildren(element("option", { value: "" }, words["table-all"]), ...options);
    select.value = chosen;
  }

  /* Joins the rows of all parts, then sets the controls as a state says. A page that was opened from
     disk may not fetch, and says so. */
  async function join(state) {
    isAsked = true;
    try {
      const lists = await Promise.all(parts.map((address) =>
        address ? fetched(address, (part) => part.getElementById("_records").tBodies[0].rows) : own));
      rows = entries(lists.flat());
      labelCells();
      facets.forEach((select, index) => select && fillFacet(select, columns[index], index));
    } catch {
      isApart = true;
    }
    apply(state);
  }

  function keys(cell) {
    return cell.dataset.key ? cell.dataset.key.split(" ") : [];
  }

  function field(control, label) {
    return element("div", { class: "field" }, element("label", { for: control.id }, label), control);
  }

  function build() {
    const chosen = facets.map((select, index) => select && field(select, columns[index].label));
    const list = toggles.map((toggle, index) => toggle && element("li", {},
      element("label", {}, toggle, " ", columns[index].label)));
    document.getElementById("_tools").replaceChildren(element("div", { class: "tools" },
      field(search, words["table-filter"]), chosen, element("div", { class: "field for-cards" },
        element("label", { for: order.id }, words["table-sort"]), order),
      element("details", { class: "columns" }, element("summary", {}, words["table-columns"]),
        element("ul", {}, list)),
      reset, count));
    heads.forEach((head, index) => {
      const label = element("span", {}, head.textContent);
      head.replaceChildren(element("button", {
        type: "button", class: "sort", click: () => sort(index),
      }, label));
    });
  }

  function sort(column) {
    sorting = { column, isDown: sorting.column === column && !sorting.isDown };
    changed();
  }

  /* Figures and dates by their value, all else by the words of the cell. What is not known or not
     recorded comes last, whichever way. */
  function value(cell, column) {
    if (column.numeric) return cell.dataset.key === undefined ? null : Number(cell.dataset.key);
    if (cell.querySelector(".absence, .no-claim")) return null;
    if (cell.dataset.key !== undefined && !column.choices) return cell.dataset.key;
    return cell.textContent.trim();
  }

  function compare(left, right) {
    const { column, isDown } = sorting;
    if (column < 0) return left.place - right.place;
    const a = value(left.cells[column], columns[column]);
    const b = value(right.cells[column], columns[column]);
    if (a === null || b === null) {
      return (a === null) - (b === null) || left.place - right.place;
    }
    const order = typeof a === "number" ? a - b : collator.compare(a, b);
    return (isDown ? -order : order) || left.place - right.place;
  }

  /* Whether nothing is sorted or sought. */
  function isAsItStands() {
    return sorting.column < 0 && !search.value.trim()
      && facets.every((select) => !select || select.value === "");
  }

  /* Makes the table as the controls say. */
  function draw() {
    const wanted = folded(search.value).split(/\s+/).filter(Boolean);
    if (wanted.length) loadFurther();
    const isPlain = isAsItStands();
    const mine = new Set(own);
    let shown = 0;
    for (const { row, cells, text } of rows) {
      const more = wanted.length && further ? further.get(idOf(row)) || "" : "";
      const isFound = wanted.every((word) => text.includes(word) || more.includes(word));
      const isChosen = facets.every((select, index) =>
        !select || select.value === "" || keys(cells[index]).includes(select.value));
      row.hidden = !(isFound && isChosen) || (isPlain && !mine.has(row));
      if (!row.hidden) shown += 1;
    }
    const order = rows.slice().sort(compare);
    if (order.some((row, index) => row !== drawn[index])) body.append(...order.map(({ row }) => row));
    drawn = order;
    toggles.forEach((toggle, index) => {
      if (!toggle) return;
      heads[index].hidden = !toggle.checked;
      for (const { cells } of rows) cells[index].hidden = !toggle.checked;
    });
    heads.forEach((head, index) => mark(head, index));
    order.value = String(sorting.column);
    const isLess = isApart && !isPlain;
    const text = fill(words["table-shown"], { n: shown, all: isLess ? rows.length : model.count })
      + (isLess ? ` ${words["table-part"]}` : "");
    none.hidden = shown > 0;
    const said = text + sortedWords();
    if (count.textContent !== said) count.textContent = said;
    fit();
  }

  /* By what the rows are sorted, in words. */
  function sortedWords() {
    if (sorting.column < 0) return "";
    const way = words[sorting.isDown ? "table-sorted-down" : "table-sorted-up"];
    return ` · ${columns[sorting.column].label}${words.colon}${way}`;
  }

  /* A table that fits keeps its head in sight. */
  function fit() {
    scroll.classList.toggle("fits", table.scrollWidth <= scroll.clientWidth + 1);
  }

  /* On a phone rows become cards, in which each cell has the label of its column. Browsers take a
     table whose rows are no rows for none, unless it is said. */
  function labelCells() {
    table.setAttribute("role", "table");
    table.tHead.setAttribute("role", "rowgroup");
    table.tHead.rows[0].setAttribute("role", "row");
    body.setAttribute("role", "rowgroup");
    for (const head of heads) head.setAttribute("role", "columnheader");
    for (const { cells } of rows) label(cells);
  }

  function label(cells) {
    cells.forEach((cell, index) => {
      cell.setAttribute("role", index ? "cell" : "rowheader");
      if (index) cell.dataset.label = columns[index].label;
    });
    cells[0].parentElement.setAttribute("role", "row");
  }

  function mark(head, index) {
    const button = head.firstElementChild;
    const isSorted = sorting.column === index;
    const order = sorting.isDown ? "descending" : "ascending";
    if (isSorted) head.setAttribute("aria-sort", order);
    else head.removeAttribute("aria-sort");
    button.title = !isSorted ? words["table-sort"]
      : words[sorting.isDown ? "table-sorted-down" : "table-sorted-up"];
  }

  /* Names of our own begin with an underscore, which no field's id does. */
  function changed() {
    draw();
    const state = new URLSearchParams();
    if (search.value.trim()) state.set("_find", search.value.trim());
    facets.forEach((select, index) => {
      if (select && select.value) state.set(columns[index].id, select.value);
    });
    if (sorting.column >= 0) {
      state.set("_sort", (sorting.isDown ? "-" : "") + columns[sorting.column].id);
    }
    const left = columns.filter((_, index) => toggles[index] && !toggles[index].checked);
    const names = left.map((column) => column.id).join(",");
    if (names !== spare.join(",")) state.set("_without", names || "-");
    writeState(state);
    if (parts.length && !isAsked && !isAsItStands()) join(state);
  }

  /* Sets the controls as the address says. */
  function apply(state) {
    const isWanted = Array.from(state.keys()).some((key) => key && key !== "_without");
    if (parts.length && !isAsked && isWanted) return join(state);
    search.value = state.get("_find") || "";
    facets.forEach((select, index) => {
      if (!select) return;
      select.value = state.get(columns[index].id) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    const order = state.get("_sort") || "";
    const isDown = order.startsWith("-");
    const id = isDown ? order.slice(1) : order;
    sorting = { column: columns.findIndex((column) => column.id === id), isDown };
    const left = state.has("_without") ? state.get("_without").split(",") : spare;
    toggles.forEach((toggle, index) => {
      if (toggle) toggle.checked = !left.includes(columns[index].id);
    });
    changed();
  }

  build();
  scroll.after(none);
  labelCells();
  window.addEventListener("resize", fit);
  draw();
  apply(readState());
  onState(apply);
});
