/* Switches for the conditions: the verdict on every option for whatever is set. */
"use strict";

window.Dossier.start(function () {
  const { element, data, fill, readState, writeState, onState } = window.Dossier;
  const place = document.getElementById("_conditions");
  const model = data("_conditions-data");
  if (!place || !model) return;
  const words = model.words;
  const today = model.scenarios[0].statuses;
  const outcomes = ["open", "held-up", "blocked", "not-known"];
  const unmet = ["absent", "partly", "unknown"];
  /* A status for each condition; empty where it is left as it stands, so that an option's own counts. */
  const asItStands = today.map(() => "");
  const settings = [asItStands, ...model.scenarios.slice(1).map((scenario) => scenario.statuses)];
  let set = asItStands;
  let verdicts = model.options.map(verdict);

  /* What is set, else the option's own, else the condition's. */
  function state(index, option) {
    if (set[index]) return { status: set[index], own: false };
    const own = option.own[index];
    return own ? { status: own, own: true, address: option.states }
      : { status: today[index], own: false };
  }

  /* The ruling of the publication, over the required conditions alone: one that is absent blocks; one
     that is met in part or not known holds up; else it is open, if anything is required at all. */
  function verdict(option) {
    const states = option.required.map((index) => ({ index, ...state(index, option) }));
    const groups = unmet.map((status) =>
      ({ status, reasons: states.filter((state) => state.status === status) }))
      .filter(({ reasons }) => reasons.length);
    const outcome = !states.length ? "not-known"
      : !groups.length ? "open" : groups[0].status === "absent" ? "blocked" : "held-up";
    return { outcome, groups };
  }

  /* The sign of an outcome, as the page draws it. */
  function sign(outcome) {
    const part = (name) => document.createElementNS("http://www.w3.org/2000/svg", name);
    const [drawing, path] = [part("svg"), part("path")];
    const set = (node, attributes) => Object.entries(attributes)
      .forEach(([name, value]) => node.setAttribute(name, value));
    set(drawing, { class: "mark", viewBox: "0 0 16 16", "aria-hidden": "true" });
    set(path, { class: "mark-" + outcome, "fill-rule": "evenodd", d: model.signs[outcome] || "" });
    drawing.append(path);
    return drawing;
  }

  function draw({ outcome, groups }) {
    const reason = ({ index, own, address }, place, all) => [" ", element("span", { class: "reason" },
      element("a", { href: own ? address : model.conditions[index].address },
        model.conditions[index].label),
      ...(own ? [" ", element("span", { class: "qualifier" }, `(${words["own-state"]})`)] : []),
      place < all.length - 1 ? "," : null)];
    const group = ({ status, reasons }) => [" ", element("span", { class: "reasons" },
      element("span", { class: "unmet" }, words["unmet-" + status] + words.colon.trimEnd()), reasons.flatMap(reason))];
    return element("span", { class: "verdict verdict-" + outcome },
      element("span", { class: "verdict-label" }, sign(outcome), " ", words["outcome-" + outcome]),
      groups.length ? element("span", { class: "verdict-reasons" }, groups.flatMap(group)) : null);
  }

  let chosen = 0;
  const cells = model.options.map(() => element("td", {}));
  /* Shown as soon as something is set: until then it would repeat what the page says of today. */
  const result = element("div", {
    class: "table-scroll", tabindex: "0", role: "group", "aria-labelledby": "_switches", hidden: true,
  });
  const report = element("p", { role: "status", class: "shown" });
  const presets = model.scenarios.map((scenario, index) => element("button", {
    type: "button", "aria-pressed": "false", click: () => {
      chosen = index;
      change(settings[index]);
    },
  }, scenario.label));
  const selects = model.conditions.map((condition, index) => element("select", {
    id: "_condition-" + condition.id,
    change: (event) => change(set.map((status, place) => place === index ? event.target.value : status)),
  }, [["", fill(words["as-it-stands"], { status: model.statuses[today[index]] })],
    ...Object.entries(model.statuses)].map(([status, label]) =>
    element("option", { value: status }, label))));

  function build() {
    const rows = model.options.map((option, index) => element("tr", {},
      element("th", { scope: "row" }, element("a", { href: option.address }, option.label)),
      cells[index]));
    place.replaceChildren(
      element("h3", { id: "_switches" }, words["switches-title"]),
      element("p", { class: "switches-help" }, words["switches-help"]),
      element("div", { class: "presets", role: "group", "aria-label": words["switches-preset"] },
        presets),
      element("div", { class: "tools", role: "group", "aria-labelledby": "_switches" },
        model.conditions.map((condition, index) => element("div", { class: "field" },
          element("label", { for: selects[index].id }, condition.label), selects[index]))),
      report,
      result);
    result.append(element("table", { class: "records switched", id: "_switched" },
      element("thead", {}, element("tr", {},
        element("th", { scope: "col" }, words.option),
        element("th", { scope: "col" }, words.verdict))),
      element("tbody", {}, rows)));
  }

  function change(next) {
    result.hidden = false;
    show(next);
  }

  function show(next) {
    const before = verdicts;
    set = next;
    verdicts = model.options.map(verdict);
    verdicts.forEach((verdict, index) => cells[index].replaceChildren(draw(verdict)));
    const scenario = lit();
    report.textContent = (scenario < 0 || result.hidden ? "" : model.scenarios[scenario].label + ". ")
      + tally() + (result.hidden ? "" : " " + difference(before));
    selects.forEach((select, index) => {
      select.value = set[index];
      select.dataset.status = set[index] || today[index];
    });
    presets.forEach((preset, index) =>
      preset.setAttribute("aria-pressed", String(index === scenario)));
    keep();
  }

  function tally() {
    return fill(words["switches-counts"], Object.fromEntries(outcomes.map((outcome) =>
      [outcome, verdicts.filter((verdict) => verdict.outcome === outcome).length])));
  }

  /* Which verdicts are not what they were, and how many conditions stand in the way where that is all. */
  function difference(before) {
    const count = (verdict) => verdict.groups.reduce((sum, { reasons }) => sum + reasons.length, 0);
    const say = (verdict) => words["outcome-" + verdict.outcome]
      + (count(verdict) ? ` (${count(verdict)})` : "");
    const changes = model.options.flatMap(({ label }, index) => {
      const [old, now] = [say(before[index]), say(verdicts[index])];
      const arrow = document.documentElement.dir === "rtl" ? "←" : "→";
      return old === now ? [] : [`${label}${words.colon}${old} ${arrow} ${now}`];
    });
    return changes.length
      ? fill(words["switches-changed"], { changes: changes.join("; ") }) : words["switches-same"];
  }

  function isSet(setting) {
    return setting.every((status, index) => status === set[index]);
  }

  /* The scenario that is set, -1 for none: of several that set the same, the one that was asked for. */
  function lit() {
    return isSet(settings[chosen]) ? chosen : settings.findIndex(isSet);
  }

  /* A scenario by its id, else each condition that is set; nothing where all is as it stands. */
  function keep() {
    const address = new URLSearchParams();
    const scenario = lit();
    if (scenario > 0) address.set("_scenario", model.scenarios[scenario].id);
    if (scenario < 0) {
      model.conditions.forEach((condition, index) => {
        if (set[index]) address.set(condition.id, set[index]);
      });
    }
    writeState(address);
  }

  function apply(address) {
    const scenario = model.scenarios.findIndex(({ id }) => id && id === address.get("_scenario"));
    chosen = Math.max(scenario, 0);
    const next = settings[chosen].slice();
    model.conditions.forEach((condition, index) => {
      const status = address.get(condition.id);
      if (status !== null && status in model.statuses) next[index] = status;
    });
    if (address.toString()) change(next);
    else show(next);
  }

  build();
  apply(readState());
  onState(apply);
});
