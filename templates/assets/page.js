/* A briefing or a record: the contents show where one is, notes stand beside their calls, and on a
   phone the groups of facts are folded. All of it is there without a script; a button that copies the
   address stands beside the mail that does for it. */
"use strict";

(function () {
  const narrow = window.matchMedia("(max-width: 39.99em)");
  const wide = window.matchMedia("(min-width: 75em)");

  /* Marks the line of the contents whose heading was passed last. */
  function follow(contents) {
    const places = Array.from(contents.querySelectorAll("a")).map((link) =>
      ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
      .filter((place) => place.heading);
    if (!places.length) return;
    let current = null;
    let isWaiting = false;
    function mark() {
      isWaiting = false;
      const passed = places.filter(({ heading }) => heading.getBoundingClientRect().top < 160);
      const link = passed.length ? passed[passed.length - 1].link : null;
      if (link === current) return;
      if (current) current.removeAttribute("aria-current");
      if (link) link.setAttribute("aria-current", "true");
      current = link;
    }
    window.addEventListener("scroll", () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(mark);
    }, { passive: true });
    mark();
  }

  /* Puts a copy of each note behind the first call of it: in the margin where there is one, else in its
     place, when the call is pressed. A note that holds more than sentences stays where it is. */
  function placeNotes() {
    for (const call of document.querySelectorAll(".text .note-call a")) {
      const note = document.getElementById(call.hash.slice(1));
      const text = note && note.querySelector(".note-text");
      if (!text || text.querySelector("ul, ol, table, figure, blockquote, pre, [id]")) continue;
      if (note.dataset.placed) continue;
      note.dataset.placed = "yes";
      const copy = document.createElement("span");
      copy.className = "side-note";
      copy.setAttribute("role", "note");
      copy.append(call.textContent + " ");
      for (const part of [...text.cloneNode(true).childNodes]) {
        if (part.nodeName === "P") copy.append(...part.childNodes, " ");
        else copy.append(part);
      }
      call.parentElement.after(copy);
      call.addEventListener("click", (event) => {
        event.preventDefault();
        copy.classList.toggle("open");
        if (!wide.matches) call.setAttribute("aria-expanded", copy.classList.contains("open"));
      });
    }
  }

  /* Folds all groups of facts but the first, unless the address leads into one. */
  function foldFacts() {
    const groups = document.querySelectorAll(".facts > details");
    const wanted = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    groups.forEach((group, index) => {
      if (index > 0 && !(wanted && group.contains(wanted))) group.open = false;
    });
  }

  /* Opens what an address leads into. */
  function unfold() {
    const wanted = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    if (!wanted) return;
    for (let fold = wanted.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
  }

  /* Beside the mail that sends the page: a button that copies its address. */
  function offerCopy() {
    const row = document.querySelector(".share");
    if (!row || !navigator.clipboard || row.querySelector("button")) return;
    const canonical = document.querySelector("link[rel=canonical]");
    const button = document.createElement("button");
    const said = document.createElement("span");
    button.type = "button";
    button.textContent = row.dataset.copy;
    said.setAttribute("role", "status");
    button.addEventListener("click", () => {
      const address = (canonical ? canonical.href : location.href).split("#")[0];
      navigator.clipboard.writeText(address + location.hash).then(() => {
        said.textContent = row.dataset.copied;
      });
    });
    row.append(" ", button, " ", said);
  }

  function start() {
    const contents = document.querySelector(".contents");
    if (contents) follow(contents);
    placeNotes();
    offerCopy();
    if (narrow.matches) foldFacts();
    unfold();
  }

  window.addEventListener("hashchange", unfold);
  window.addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll(".facts > details")) fold.open = true;
  });
  document.addEventListener("dossier:main", start);
  start();
})();
