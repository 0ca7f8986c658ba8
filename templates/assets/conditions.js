/* Switches for the conditions: the verdict on every option for whatever is set. */
"use strict";

window.Dossier.start(function () {
  const { element, data, fill, readState, writeState, onState } = window.Dossier;
  const place = document.getElementById("_conditions");
  const model = data("_conditions-data");
  if (!place || !model) return;
  const words = model.words;
  const today = model.scenarios[0].statuses;
  let statuses = today.slice();

  /* The ruling of the publication, over the required conditions alone: one that is absent or met in
     part blocks, and those that are not known are named too; else one that is not known leaves the
     verdict not known; else it is open, if anything is required at all. */
  function verdict(option) {
    const obstacles = option.required.filter((index) =>
      statuses[index] === "absent" || statuses[index] === "partly");
    const unknown = option.required.filter((index) => statuses[index] === "unknown");
    if (obstacles.length) {
      return { outcome: "blocked", label: words["verdict-blocked"], reasons: [
        ...obstacles.map((index) =>
          ({ index, qualifier: statuses[index] === "partly" ? words["in-part"] : null })),
        ...unknown.map((index) => ({ index, qualifier: words["status-unknown"] })),
      ] };
    }
    if (unknown.length) {
      return { outcome: "not-known", label: words["verdict-not-known-because"],
        reasons: unknown.map((index) => ({ index, qualifier: null })) };
    }
    return option.required.length
      ? { outcome: "open", label: words["verdict-open"], reasons: [] }
      : { outcome: "not-known", label: words["verdict-not-known"], reasons: [] };
  }

  function draw(verdict) {
    const reasons = verdict.reasons.flatMap(({ index, qualifier }) => [" ",
      element("span", { class: "reason" },
        element("a", { href: model.conditions[index].address }, model.conditions[index].label),
        qualifier ? [" ", element("span", { class: "qualifier" }, `(${qualifier})`)] : null)]);
    return element("span", { class: "verdict verdict-" + verdict.outcome },
      element("span", { class: "verdict-label" }, verdict.label),
      reasons.length ? element("span", { class: "verdict-reasons" }, reasons) : null);
  }

  const cells = model.options.map(() => element("td", {}));
  /* Shown as soon as something is set: until then it would repeat what the page says of today. */
  const result = element("div", {
    class: "table-scroll", tabindex: "0", role: "group", "aria-labelledby": "_switches", hidden: true,
  });
  const counts = element("p", { role: "status", class: "shown" });
  const presets = model.scenarios.map((scenario) => element("button", {
    type: "button", "aria-pressed": "false", click: () => change(scenario.statuses.slice()),
  }, scenario.label));
  const selects = model.conditions.map((condition, index) => element("select", {
    id: "_condition-" + condition.id,
    change: (event) => {
      const next = statuses.slice();
      next[index] = event.target.value;
      change(next);
    },
  }, Object.entries(model.statuses).map(([status, label]) =>
    element("option", { value: status }, label))));

  function build() {
    const rows = model.options.map((option, index) => element("tr", {},
      element("th", { scope: "row" }, element("a", { href: option.address }, option.label)),
      cells[index]));
    place.append(
      element("h3", { id: "_switches" }, words["switches-title"]),
      element("p", { class: "switches-help" }, words["switches-help"]),
      element("div", { class: "presets", role: "group", "aria-label": words["switches-preset"] },
        presets),
      element("div", { class: "tools", role: "group", "aria-labelledby": "_switches" },
        model.conditions.map((condition, index) => element("div", { class: "field" },
          element("label", { for: selects[index].id }, condition.label), selects[index]))),
      counts,
      result);
    result.append(element("table", { class: "records switched", id: "_switched" },
      element("thead", {}, element("tr", {},
        element("th", { scope: "col" }, words.option),
        element("th", { scope: "col" }, words.verdict))),
      element("tbody", {}, rows)));
  }

  function change(next) {
    result.hidden = false;
    set(next);
  }

  function set(next) {
    statuses = next;
    const tally = { open: 0, blocked: 0, unknown: 0 };
    model.options.forEach((option, index) => {
      const result = verdict(option);
      tally[result.outcome === "not-known" ? "unknown" : result.outcome] += 1;
      cells[index].replaceChildren(draw(result));
    });
    counts.textContent = fill(words["switches-counts"], tally);
    selects.forEach((select, index) => {
      select.value = statuses[index];
      select.dataset.status = statuses[index];
    });
    model.scenarios.forEach((scenario, index) => presets[index].setAttribute("aria-pressed",
      String(scenario.statuses.every((status, place) => status === statuses[place]))));
    keep();
  }

  /* A scenario by its id, with the conditions that differ from it; today where nothing is said. */
  function keep() {
    const state = new URLSearchParams();
    const scenario = model.scenarios.find((candidate) =>
      candidate.statuses.every((status, index) => status === statuses[index]));
    if (scenario && scenario.id) state.set("_scenario", scenario.id);
    if (!scenario) {
      model.conditions.forEach((condition, index) => {
        if (statuses[index] !== today[index]) state.set(condition.id, statuses[index]);
      });
    }
    writeState(state);
  }

  function apply(state) {
    const scenario = model.scenarios.find(({ id }) => id === (state.get("_scenario") || ""));
    const next = (scenario ? scenario.statuses : today).slice();
    model.conditions.forEach((condition, index) => {
      const status = state.get(condition.id);
      if (status !== null && status in model.statuses) next[index] = status;
    });
    if (state.toString()) change(next);
    else set(next);
  }

  build();
  apply(readState());
  onState(apply);
});
