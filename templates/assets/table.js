/* Lists of records: sorts by column, filters by text and by choices, chooses columns. A long list goes
   over several pages, its parts: they are fetched and joined when somebody first sorts or filters. */
"use strict";

window.Dossier.start(function () {
  const { element, data, fill, readState, writeState, onState } = window.Dossier;
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
  const count = element("p", { role: "status", class: "shown" });
  const reset = element("button", { type: "button", click: () => apply(new URLSearchParams()) },
    words["table-reset"]);
  let sorting = { column: -1, isDown: false };

  function entries(list) {
    return list.map((row, place) => ({
      row, place, cells: Array.from(row.cells), text: row.textContent.toLocaleLowerCase(language),
    }));
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
      const lists = await Promise.all(parts.map((address) => address ? fetched(address) : own));
      rows = entries(lists.flat());
      facets.forEach((select, index) => select && fillFacet(select, columns[index], index));
    } catch {
      isApart = true;
    }
    apply(state);
  }

  /* The rows of another part, whose links are relative to where it lies. */
  async function fetched(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    const part = new DOMParser().parseFromString(await answer.text(), "text/html");
    return Array.from(part.getElementById("_records").tBodies[0].rows).map((row) => {
      for (const link of row.querySelectorAll("a[href]")) {
        link.href = new URL(link.getAttribute("href"), answer.url).href;
      }
      return document.adoptNode(row);
    });
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
      field(search, words["table-filter"]), chosen,
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
    const wanted = search.value.trim().toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
    const isPlain = isAsItStands();
    const mine = new Set(own);
    let shown = 0;
    for (const { row, cells, text } of rows) {
      const isFound = wanted.every((word) => text.includes(word));
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
    const isLess = isApart && !isPlain;
    const text = fill(words["table-shown"], { n: shown, all: isLess ? rows.length : model.count })
      + (isLess ? ` ${words["table-part"]}` : "");
    if (count.textContent !== text) count.textContent = text;
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
    if (left.length) state.set("_without", left.map((column) => column.id).join(","));
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
    const left = (state.get("_without") || "").split(",");
    toggles.forEach((toggle, index) => {
      if (toggle) toggle.checked = !left.includes(columns[index].id);
    });
    changed();
  }

  build();
  draw();
  apply(readState());
  onState(apply);
});
