/* Sets the conditions that options wait for: marks fill, groups change, and a line says what did. The
   page shows one state without it, and leads to pages of the others. */
"use strict";

window.Dossier.start(function () {
  const { element, data, fill, readState, writeState, onState } = window.Dossier;
  const gravity = ["absent", "partly", "unknown", "met"];
  const outcomes = ["open", "held-up", "blocked", "not-known"];
  /* The address has room for the state of one. */
  let isKept = false;

  for (const figure of document.querySelectorAll("figure.distance:not([data-set])")) {
    const model = data(figure.id + "_data");
    if (model) prepare(figure, model);
  }

  function prepare(figure, model) {
    const words = model.words;
    const table = figure.querySelector("table.far");
    const links = [...figure.querySelectorAll(".states a")];
    const today = model.scenarios[0].statuses;
    const settings = [today.map(() => ""), ...model.scenarios.slice(1).map(({ statuses }) => statuses)];
    const rows = model.options.map(({ id }) => table.querySelector(`tr[data-option="${id}"]`));
    const shown = links.findIndex((link) => link.hasAttribute("aria-current"));
    const first = place(shown < 0 ? "" : links[shown].dataset.scenario);
    const keeps = !isKept;
    isKept = true;
    figure.dataset.set = "";
    let set = settings[first];
    /* Of scenarios that set the same, the one that was asked for is lit, and no other. */
    let chosen = first;
    let unmet = model.options.map((option) => count(requirements(option)));

    const report = element("p", { role: "status", class: "shown" });
    const selects = model.conditions.map((condition, index) => element("select", {
      id: figure.id + "_" + condition.id,
      change: (event) => show(set.map((status, at) => at === index ? event.target.value : status)),
    }, [["", fill(words["as-it-stands"], { status: model.statuses[today[index]] })],
      ...Object.entries(model.statuses)].map(([status, label]) =>
      element("option", { value: status }, label))));
    const reset = element("button", { type: "button", click: () => choose(first) },
      words["table-reset"]);
    figure.querySelector(".room").replaceChildren(element("details", { class: "set" },
      element("summary", {}, words["distance-set"]),
      element("div", { class: "tools" }, model.conditions.map((condition, index) =>
        element("div", { class: "field" },
          element("label", { for: selects[index].id }, condition.label), selects[index])), reset)),
    report);
    for (const link of links) {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        choose(place(link.dataset.scenario));
      });
    }

    function place(scenario) {
      return Math.max(model.scenarios.findIndex(({ id }) => (id || "") === scenario), 0);
    }

    /* What an option requires, the gravest first: what is set, else its own state, else the
       condition's. */
    function requirements(option, setting = set) {
      const found = option.required.map((index) => {
        const own = !setting[index] && option.own[index];
        return { index, own, status: setting[index] || own || today[index] };
      });
      return gravity.flatMap((status) => found.filter((state) => state.status === status));
    }

    function count(states) {
      return states.filter(({ status }) => status !== "met").length;
    }

    function outcome(states) {
      if (!states.length) return "not-known";
      return { absent: "blocked", met: "open" }[states[0].status] || "held-up";
    }

    function sign(name) {
      const part = (tag, attributes) => {
        const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
        for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
        return node;
      };
      const drawing = part("svg", { class: "mark", viewBox: "0 0 16 16", "aria-hidden": "true" });
      drawing.append(part("path",
        { class: "mark-" + name, "fill-rule": "evenodd", d: model.signs[name] || "" }));
      return drawing;
    }

    function mark(option, { index, own, status }) {
      const condition = model.conditions[index];
      const before = option.own[index] || today[index];
      const text = condition.label + words.colon + model.statuses[status] + (before === status ? ""
        : ` (${fill(words["state-today"], { status: model.statuses[before] })})`);
      return element("li", { class: before === status ? false : "changed" },
        element("a", { href: own ? option.states : condition.address }, sign(status),
          element("span", { class: "visually-hidden" }, text)));
    }

    function draw(option, row, states) {
      const verdict = outcome(states);
      const [absent, all] = [states.filter(({ status }) => status === "absent").length, count(states)];
      const before = count(requirements(option, settings[0]));
      row.className = "verdict-" + verdict;
      row.querySelector(".verdict-label").replaceChildren(sign(verdict), " " + words["outcome-" + verdict]);
      row.querySelector(".requires ul").replaceChildren(...states.map((state) => mark(option, state)));
      row.querySelector(".counts").replaceChildren(
        (absent ? fill(words["script-absent"], { n: absent }) : words["none-absent"]) + ", "
          + fill(words["script-unmet"], { n: all }) + " ",
        ...(before === all ? [] : [element("span", { class: "change" },
          fill(words["distance-change"], { before, after: all }))]));
      return { row, verdict, rank: [outcomes.indexOf(verdict), absent, all] };
    }

    function choose(scenario) {
      chosen = scenario;
      show(settings[scenario]);
    }

    /* The scenario that is set; -1 for none. */
    function lit() {
      const isSet = (setting) => setting.every((status, index) => status === set[index]);
      return isSet(settings[chosen]) ? chosen : settings.findIndex(isSet);
    }

    function show(next) {
      set = next;
      const found = model.options.map((option) => requirements(option));
      const drawn = model.options.map((option, index) => draw(option, rows[index], found[index]));
      arrange(drawn);
      const now = found.map(count);
      const moved = model.options.flatMap(({ label }, index) => now[index] === unmet[index] ? []
        : [fill(words["distance-moved"], { name: label, before: unmet[index], after: now[index] })]);
      const scenario = lit();
      const link = links.find(({ dataset }) => place(dataset.scenario) === scenario);
      report.textContent = (link ? link.querySelector("span").textContent + ". " : "")
        + (moved.length ? moved.join("; ") + "." : words["switches-same"]);
      unmet = now;
      selects.forEach((select, index) => { select.value = set[index]; });
      for (const link of links) {
        if (place(link.dataset.scenario) === scenario) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      if (keeps) keep();
    }

    /* The rows under their verdicts, in each from the nearest to the farthest. */
    function arrange(drawn) {
      const order = drawn.map((entry, index) => ({ ...entry, index })).sort((a, b) =>
        a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2] || a.index - b.index);
      order.forEach(({ row }, index) => { row.querySelector(".place").textContent = index + 1; });
      for (const body of [...table.tBodies]) body.remove();
      for (const outcome of outcomes) {
        const members = order.filter(({ verdict }) => verdict === outcome);
        if (!members.length) continue;
        table.append(element("tbody", { "data-outcome": outcome }, members.map(({ row }) => row)));
      }
    }

    /* A scenario by its id, else each condition that is set; nothing where the page says it all. */
    function keep() {
      const address = new URLSearchParams();
      const scenario = lit();
      if (scenario === first) return writeState(address);
      if (scenario >= 0) address.set("_scenario", model.scenarios[scenario].id || "");
      else {
        model.conditions.forEach((condition, index) => {
          if (set[index]) address.set(condition.id, set[index]);
        });
      }
      writeState(address);
    }

    function apply(address) {
      const next = settings[address.has("_scenario") ? place(address.get("_scenario")) : 0].slice();
      let isSet = address.has("_scenario");
      chosen = isSet ? place(address.get("_scenario")) : first;
      model.conditions.forEach((condition, index) => {
        const status = address.get(condition.id);
        if (status === null || !(status in model.statuses)) return;
        next[index] = status;
        isSet = true;
      });
      if (isSet) show(next);
      else if (set !== settings[first]) show(settings[first]);
    }

    if (keeps) {
      apply(readState());
      onState(apply);
    }
  }
});
