/* The search over the index that Pagefind writes after a build (https://pagefind.app). Its program is
   WebAssembly: a content security policy has to allow that, with script-src 'self' 'wasm-unsafe-eval'
   and, for the index, connect-src 'self'. It is loaded with the first search, since many only pass by.
   Where there is no index, as in the preview, and from disk, where a browser loads no module, the page
   is what it is without a script: a way to the list of all records. */
"use strict";

window.Dossier.start(function () {
  const { element, data, fill, readState, writeState, onState } = window.Dossier;
  const model = data("_search-data");
  const form = document.getElementById("_search");
  if (!model || !form || location.protocol === "file:") return;
  const words = model.words;
  const fallback = document.getElementById("_search-fallback");
  const status = document.getElementById("_search-status");
  const list = document.getElementById("_search-results");
  const input = document.getElementById("_query");
  const kinds = Array.from(form.querySelectorAll("input[name=kind]"));
  const root = new URL(model.root || "./", document.baseURI);
  const portion = 10;
  /* So many of each kind stand together, where several have any. */
  const ofEach = 4;
  /* Long pages hold more of what a word is about than the many short entries of sources do. */
  const ranking = { pageLength: 0.1, termFrequency: 0.5 };
  const nothing = { results: [], totalFilters: {} };
  const more = element("button", { type: "button", click: () => show(true) }, words["search-more"]);
  const place = element("p", { class: "presets", hidden: true }, more);
  /* Pagefind itself, and the promise of it. */
  let [pagefind, loading] = [null, null];
  /* What was found last, how much of it is shown, and the number of the search that found it. */
  let [found, shown, latest] = [[], 0, 0];
  let timer = 0;

  async function load() {
    pagefind = await import(new URL("search/pagefind.js", root).href);
    await pagefind.options({ baseUrl: "/", ranking });
    await pagefind.init();
    /* Only then does an answer say how many there are of each kind. */
    await pagefind.filters();
  }

  /* As 'dossier index' writes the texts: one spelling of letters with marks, one apostrophe, and
     nothing that only says how a word may be broken. */
  function folded(text) {
    return text.normalize("NFC").replace(/[\u00AD\u200B-\u200D\u2060]/g, "").replace(/['\u02BC]/g, "’");
  }

  function wordsOf(text) {
    return folded(text).toLowerCase().match(/[\p{L}\p{N}’]+/gu) || [];
  }

  /* Where no word begins as it was asked for, Pagefind takes the longest that the query begins with,
     be it a single letter. That counts as found only where most of the word is there. */
  async function fits(answer, query) {
    if (!answer.results.length) return false;
    const page = await answer.results[0].data();
    const marked = Array.from(page.excerpt.matchAll(/<mark>(.*?)<\/mark>/g), (match) => match[1]);
    const found = marked.flatMap(wordsOf);
    return wordsOf(query).some((wanted) => {
      const most = wanted.slice(0, Math.ceil(wanted.length * 0.7));
      return found.some((word) => word.startsWith(most));
    });
  }

  /* What the forms of a word have in common, as StemRules of the program find it: the rules are those
     of the language. */
  function stem(word) {
    const rules = model.stems;
    const isVowel = (letter) => (rules.vowels || "").includes(letter);
    const has = (name, letter) => (rules[name] || "").includes(letter);
    let text = word.replace(/['’\u02BC]/g, "");
    if (text.length < 3 || text.length > 40) return word;
    text = rules.words[text] || text;
    const cut = (endings) => {
      const found = endings.find(([end, least]) => text.length - end.length >= least && text.endsWith(end));
      if (found) text = text.slice(0, -found[0].length);
    };
    const last = (place = 1) => text[text.length - place];
    const removeAdded = () => {
      if (text.length > 3 && has("added", last()) && !isVowel(last(2))) text = text.slice(0, -1);
    };
    cut(rules.endings);
    for (let before = ""; before !== text;) {
      before = text;
      if (text.length > 3 && last() === last(2) && !isVowel(last())) text = text.slice(0, -1);
      if (text.length > 3 && (isVowel(last()) || has("soft", last()))) text = text.slice(0, -1);
      cut(rules.tails);
      removeAdded();
    }
    const end = last();
    text = text.slice(0, -1) + (rules.becomes[end] || end);
    if (text.length < 3 || !has("fleeting", last(2)) || isVowel(end)) return text;
    const kept = text.length > 3 ? "" : rules.fleeting[0];
    text = text.slice(0, -2) + kept + last();
    removeAdded();
    return text;
  }

  /* The stems of the words asked for, as the index has them: whole, with a letter at their end that
     ends nothing else. */
  function stems(query) {
    return wordsOf(query).map((word) => stem(word) + "ѣ");
  }

  /* The pages that have other forms of the words. Where a stem is in none, Pagefind takes a shorter one. */
  async function kin(query, options) {
    const wanted = model.stems ? stems(query) : [];
    if (!wanted.length) return nothing;
    const answer = await pagefind.search(wanted.join(" "), options);
    if (!answer.results.length) return nothing;
    const there = ((await answer.results[0].data()).meta.stems || "").split(" ");
    return wanted.every((one) => there.includes(one)) ? answer : nothing;
  }

  /* The pages of a kind that have the words; those that have them as they were asked for come first. */
  async function ofKind(query, kind) {
    const options = { filters: { kind } };
    const answer = await pagefind.search(query, options);
    const exact = (await fits(answer, query)) ? answer.results : [];
    const known = new Set(exact.map((one) => one.id));
    const akin = (await kin(query, options)).results;
    return exact.concat(akin.filter((one) => !known.has(one.id)));
  }

  async function search() {
    clearTimeout(timer);
    keep();
    const number = ++latest;
    const query = folded(input.value.trim());
    list.ariaBusy = "true";
    if (query) {
      if (!pagefind) status.textContent = words["search-loading"];
      loading = loading || load();
      try {
        await loading;
      } catch {
        return fallBack();
      }
    }
    const groups = await Promise.all(kinds.map(async (box) =>
      ({ box, results: query ? await ofKind(query, box.value) : [] })));
    if (number !== latest) return;
    for (const { box, results } of groups) {
      const count = box.parentElement.querySelector(".count");
      if (count) count.textContent = query ? `(${results.length})` : "";
    }
    const isNarrowed = kinds.some((box) => box.checked);
    const wanted = groups.filter(({ box, results }) =>
      results.length && (!isNarrowed || box.checked));
    [found, shown] = [wanted.flatMap(({ results }) => results), 0];
    place.hidden = true;
    if (!found.length) {
      list.replaceChildren();
      status.textContent = query ? fill(words["search-none"], { query: input.value.trim() }) : "";
    } else if (wanted.length === 1) {
      list.replaceChildren(element("ol", { class: "results" }));
      await show(false);
    } else {
      await showKinds(wanted, number);
    }
    if (number === latest) list.ariaBusy = null;
  }

  /* The best of each kind, in the order of the kinds. */
  async function showKinds(wanted, number) {
    const sections = await Promise.all(wanted.map(async ({ box, results }) => {
      const best = await Promise.all(results.slice(0, ofEach).map((one) => one.data()));
      const label = box.parentElement.querySelector("span").textContent;
      const rest = results.length > ofEach ? element("p", {}, element("button", {
        type: "button", click: () => narrowTo(box),
      }, `${words["search-more"]}${words.colon}${label} (${results.length})`)) : null;
      shown += best.length;
      return element("section", { class: "result-group" },
        element("h2", { class: "label" }, label),
        element("ol", { class: "results" }, best.map(item)), rest);
    }));
    if (number !== latest) return;
    list.replaceChildren(...sections);
    status.textContent = fill(words["search-count"], { n: found.length, shown });
  }

  function narrowTo(wanted) {
    for (const box of kinds) box.checked = box === wanted;
    wanted.focus();
    run();
  }

  /* Adds the next results to the list. Who asked for more goes on at the first of them. */
  async function show(goesOn) {
    const number = latest;
    const wanted = found.slice(shown, shown + portion);
    shown += wanted.length;
    const items = (await Promise.all(wanted.map((one) => one.data()))).map(item);
    if (number !== latest) return;
    list.firstElementChild.append(...items);
    place.hidden = shown >= found.length;
    status.textContent = fill(words["search-count"], { n: found.length, shown });
    if (goesOn && items.length) items[0].querySelector("a").focus();
  }

  /* The arrows lead from the words to the results and through them, and back. */
  function walk(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input].concat(Array.from(list.querySelectorAll("h3 a")));
    const place = stops.indexOf(document.activeElement);
    const next = stops[place + (event.key === "ArrowDown" ? 1 : -1)];
    if (place < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  function item(page) {
    const address = new URL(page.raw_url.replace(/^\//, ""), root);
    const lang = page.meta.language;
    const about = [page.meta.kind, page.meta.date].filter(Boolean).join(" · ");
    return element("li", {},
      element("h3", {}, element("a", { href: address.href, lang }, page.meta.title)),
      element("p", { class: "kind" }, about),
      element("p", { lang }, page.excerpt.includes("<mark>") ? excerpt(page.excerpt) : akin(page.content)));
  }

  /* The words around the first that is akin to what was asked for, which is marked. */
  function akin(content) {
    const wanted = model.stems ? stems(input.value) : [];
    const parts = content.split(/\s+/);
    const isAkin = (part) => stems(part).some((one) => wanted.includes(one));
    const first = parts.findIndex(isAkin);
    const from = Math.max(0, first - 12);
    return parts.slice(from, from + 30).flatMap((part) => [isAkin(part) ? element("mark", {}, part) : part, " "]);
  }

  /* The words around what was found: every other part of them is marked. All else is text. */
  function excerpt(html) {
    const text = (part) => part.replace(/\u200B/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">");
    return html.split(/<\/?mark>/).map((part, index) =>
      index % 2 ? element("mark", {}, text(part)) : text(part));
  }

  function keep() {
    const state = new URLSearchParams();
    if (input.value.trim()) state.set("q", input.value.trim());
    const chosen = kinds.filter((box) => box.checked).map((box) => box.value);
    if (chosen.length) state.set("kind", chosen.join(","));
    writeState(state);
  }

  function apply(state) {
    const chosen = (state.get("kind") || "").split(",");
    input.value = state.get("q") || "";
    for (const box of kinds) box.checked = chosen.includes(box.value);
    run();
  }

  function fallBack() {
    const isLost = form.contains(document.activeElement);
    form.hidden = true;
    fallback.hidden = false;
    const link = fallback.querySelector("a");
    if (isLost && link) link.focus();
  }

  function fail() {
    list.ariaBusy = null;
    status.textContent = words["search-failed"];
  }

  function run() {
    search().catch(fail);
  }

  fallback.hidden = true;
  form.hidden = false;
  list.after(place);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, 200);
  });
  for (const box of kinds) box.addEventListener("change", run);
  document.querySelector(".search").addEventListener("keydown", walk);
  apply(readState());
  onState(apply);
  if (!input.value) input.focus();
});
