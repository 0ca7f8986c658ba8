/* The bibliography: narrowed by words, which are those of authors and publishers too, and by type, grade,
   language and who made a work: who made one alone is found by the words. It goes over several pages, which are joined when somebody first narrows it. */
"use strict";

window.Dossier.start(function () {
  const { element, data, fill, folded, fetched, readState, writeState, onState } = window.Dossier;
  const list = document.getElementById("_works");
  const model = data("_works-data");
  if (!list || !model) return;
  const words = model.words;
  const language = document.documentElement.lang;
  const own = Array.from(list.children);
  const labels = model.facets.map((facet) => ({ ...facet.labels }));
  let works = own.map(entry);
  const parts = model.parts || [];
  let isAsked = false;
  let isApart = model.count > own.length && !parts.length;

  const find = element("input", { type: "search", id: "_find", input: () => changed() });
  const selects = model.facets.map(({ id }) =>
    element("select", { id: "_facet-" + id, change: () => changed() }));
  const count = element("p", { role: "status", class: "shown" });
  const none = element("p", { class: "presets none", hidden: true }, words["table-none"], " ", reset());

  function reset() {
    return element("button", { type: "button", click: () => {
      apply(new URLSearchParams());
      find.focus();
    } }, words["table-reset"]);
  }

  function entry(item) {
    return { item, text: folded(item.textContent), facets: item.dataset.facets.split(" ") };
  }

  function fillSelect(select, place) {
    const known = model.facets[place].counts;
    const counts = new Map(Object.entries(known || {}));
    for (const { facets } of known ? [] : works) counts.set(facets[place], (counts.get(facets[place]) || 0) + 1);
    const name = (id) => labels[place][id] || id;
    const ids = Array.from(counts.keys()).sort((a, b) => name(a).localeCompare(name(b), language));
    const chosen = select.value;
    select.replaceChildren(element("option", { value: "" }, words["table-all"]),
      ...ids.map((id) => element("option", { value: id }, `${name(id)} (${counts.get(id)})`)));
    select.value = ids.includes(chosen) ? chosen : "";
  }

  async function join(state) {
    isAsked = true;
    try {
      const lists = await Promise.all(parts.map((address) => address ? fetched(address, worksOf) : own));
      works = lists.flat().map(entry);
      selects.forEach(fillSelect);
    } catch {
      isApart = true;
    }
    apply(state);
  }

  /* The works of another page, whose words for their facets this one may not have. */
  function worksOf(part) {
    const { facets } = JSON.parse(part.getElementById("_works-data").textContent);
    facets.forEach((facet, place) => Object.assign(labels[place], facet.labels));
    return part.getElementById("_works").children;
  }

  function isPlain() {
    return !find.value.trim() && selects.every((select) => !select.value);
  }

  function draw() {
    const wanted = folded(find.value).split(/\s+/).filter(Boolean);
    const shown = works.filter(({ item, text, facets }) => isPlain() ? own.includes(item)
      : wanted.every((word) => text.includes(word))
        && selects.every((select, place) => !select.value || facets[place] === select.value));
    list.replaceChildren(...shown.map(({ item }) => item));
    none.hidden = shown.length > 0;
    const pages = document.querySelector(".pages");
    if (pages) pages.hidden = !isPlain();
    const isLess = isApart && !isPlain();
    const text = fill(words["table-shown"], { n: shown.length, all: isLess ? works.length : model.count })
      + (isLess ? ` ${words["table-part"]}` : "");
    if (count.textContent !== text) count.textContent = text;
  }

  function changed() {
    const state = new URLSearchParams();
    if (find.value.trim()) state.set("_find", find.value.trim());
    selects.forEach((select, place) => {
      if (select.value) state.set(model.facets[place].id, select.value);
    });
    writeState(state);
    if (parts.length && !isAsked && !isPlain()) return join(state);
    draw();
  }

  function apply(state) {
    const isWanted = Array.from(state.keys()).some(Boolean);
    if (parts.length && !isAsked && isWanted) return join(state);
    find.value = state.get("_find") || "";
    selects.forEach((select, place) => {
      select.value = state.get(model.facets[place].id) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    changed();
  }

  selects.forEach(fillSelect);
  document.getElementById("_tools").replaceChildren(element("div", { class: "tools" },
    element("div", { class: "field" }, element("label", { for: find.id }, words["table-filter"]), find),
    selects.map((select, place) => element("div", { class: "field" },
      element("label", { for: select.id }, model.facets[place].label), select)),
    reset(), count));
  list.after(none);
  draw();
  apply(readState());
  onState(apply);
});
