/* What the other scripts share. Pages are complete without any of them: they add, and carry
   nothing. All words come from the page. */
"use strict";

(function () {
  /* Each exhibit brings it along. */
  if (window.Dossier) return;

  /* An element with attributes and children; a child that is a string is text, never HTML. An
     attribute with the value false is left out, one with true stands alone. */
  function element(name, attributes, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === false || value === undefined || value === null) continue;
      if (typeof value === "function") node.addEventListener(key, value);
      else node.setAttribute(key, value === true ? "" : value);
    }
    node.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return node;
  }

  /* The JSON of an element of the page; null where the page has none. */
  function data(id) {
    const node = document.getElementById(id);
    return node ? JSON.parse(node.textContent) : null;
  }

  /* A text as lists seek it: one case, one apostrophe, and nothing that only says how a word may be
     broken. */
  function folded(text) {
    return text.normalize("NFC").toLocaleLowerCase(document.documentElement.lang)
      .replace(/[\u00AD\u200B-\u200D\u2060]/g, "").replace(/['\u02BC]/g, "’");
  }

  /* What is sought in another page, as nodes of this one, whose links lead where they led. */
  async function fetched(address, seek) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    const part = new DOMParser().parseFromString(await answer.text(), "text/html");
    /* A list of elements may be alive: it shrinks as they are adopted. */
    return Array.from(seek(part)).map((node) => {
      for (const link of node.querySelectorAll("a[href]")) {
        link.href = new URL(link.getAttribute("href"), answer.url).href;
      }
      return document.adoptNode(node);
    });
  }

  /* A text with {name} replaced. */
  function fill(text, values) {
    return text.replace(/\{([\w-]+)\}/g, (whole, name) => name in values ? String(values[name]) : whole);
  }

  /* The state of a page stands after the # of its address, since a page that was opened from disk
     may change nothing else; a link may hand a first state over in the query. An address with a
     plain anchor has no state. */
  function readState() {
    const hash = location.hash.slice(1);
    return new URLSearchParams(hash.includes("=") ? hash : location.search);
  }

  /* Puts a state into the address in place of the one before, so that the back button leaves the
     page, and coming back finds it as it was. Commas stay readable. */
  function writeState(state) {
    const text = state.toString().replace(/%2C/g, ",");
    if (text === location.hash.slice(1)) return;
    if (location.search) return history.replaceState(null, "", "#" + (text || "="));
    if (text === "" && !location.hash.includes("=")) return;
    history.replaceState(null, "", text === "" ? location.pathname : "#" + text);
  }

  /* Who is called when somebody edits the state in the address, or follows a link that has one. */
  let listeners = [];
  window.addEventListener("hashchange", () => {
    if (location.hash !== "" && !location.hash.includes("=")) return;
    for (const apply of listeners) apply(readState());
  });

  function onState(apply) {
    listeners.push(apply);
  }

  /* Begins the work of a script, and begins it anew when a preview has put a new main part in the
     place of the old. */
  function start(work) {
    work();
    document.addEventListener("dossier:main", work);
  }

  document.addEventListener("dossier:main", () => { listeners = []; });

  window.Dossier = { element, data, fill, folded, fetched, readState, writeState, onState, start };
})();
