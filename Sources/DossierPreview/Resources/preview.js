// Keeps an open page of the preview up to date. Published pages have none of this.
(function () {
  "use strict";

  var own = document.currentScript;
  var version = own.dataset.version;
  own.remove();
  // As it came, before any other script has changed it: what is new is found by comparing with it.
  var source = document.documentElement.cloneNode(true);
  var report = null;

  // ---- The preview's own elements, apart from the page's styles.

  var host = document.createElement("dossier-preview");
  var shadow = host.attachShadow({ mode: "open" });
  shadow.innerHTML =
    '<link rel="stylesheet" href="/_dossier/preview.css">' +
    '<section class="overlay" role="alertdialog" aria-label="Mistakes in this page" hidden></section>' +
    '<aside class="badge" aria-label="Preview">' +
    '<p class="mark" hidden></p><p class="state" role="status"></p>' +
    '<details class="others" hidden><summary></summary><ul></ul></details>' +
    '<p class="links"><a class="edit" hidden>Edit this page</a> <a href="/_dossier/">All pages</a></p>' +
    "</aside>";
  var overlay = shadow.querySelector(".overlay");
  var badge = shadow.querySelector(".badge");
  document.documentElement.appendChild(host);

  function say(text) {
    badge.querySelector(".state").textContent = text;
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function link(address, text) {
    var made = element("a", "", text);
    made.href = address;
    return made;
  }

  // ---- Mistakes.

  function place(item) {
    return item.path + ":" + item.line + ":" + item.column;
  }

  function shown(item) {
    var box = element("article", item.severity);
    box.append(element("h2", "", item.message));
    var where = element("p", "place");
    where.append(link(item.edit, place(item)), " " + item.severity + " [" + item.code + "]");
    box.append(where);
    if (item.excerpt) box.append(element("pre", "", item.excerpt));
    if (item.help) box.append(element("p", "help", "help: " + item.help));
    return box;
  }

  function showMistakes() {
    var errors = report.diagnostics.filter(function (item) { return item.isOwn && item.severity === "error"; });
    var others = report.diagnostics.filter(function (item) { return errors.indexOf(item) < 0; });
    overlay.hidden = errors.length === 0;
    if (errors.length) {
      var close = element("button", "close", "Hide");
      close.onclick = function () { overlay.hidden = true; };
      overlay.replaceChildren.apply(overlay, [close].concat(errors.map(shown)));
    } else {
      overlay.replaceChildren();
    }
    var list = badge.querySelector(".others");
    list.hidden = others.length === 0;
    var count = report.errors + report.warnings - errors.length;
    list.querySelector("summary").textContent = summary(errors.length, Math.max(count, others.length));
    list.querySelector("ul").replaceChildren.apply(
      list.querySelector("ul"),
      others.map(function (item) {
        var row = element("li", item.severity);
        row.append(link(item.edit, place(item)), " " + item.message);
        return row;
      }));
    badge.classList.toggle("bad", report.errors > 0);
  }

  function summary(own, others) {
    var errors = report.errors - own;
    if (errors > 0) {
      return errors + (errors === 1 ? " error" : " errors") + " in other files: the page is the last good one";
    }
    return others + (others === 1 ? " remark" : " remarks");
  }

  // ---- Marks and links into the files.

  function showMark() {
    var mark = badge.querySelector(".mark");
    var text = "";
    if (report.isDraft) text = "Draft: only the preview shows this page";
    if (report.hiddenUntil) {
      var moment = new Date(report.hiddenUntil * 1000);
      if (moment > new Date()) {
        text = "Not public before " + moment.toISOString().replace(/:00\.000Z$/, " UTC").replace("T", " ");
      }
    }
    mark.hidden = !text;
    mark.textContent = text;
    var edit = badge.querySelector(".edit");
    edit.hidden = !report.edit;
    if (report.edit) {
      edit.href = report.edit;
      edit.title = report.path;
    }
  }

  function markFacts() {
    document.querySelectorAll(".dossier-edit").forEach(function (old) { old.remove(); });
    Object.keys(report.facts).forEach(function (id) {
      var row = document.getElementById(id);
      if (!row) return;
      var edit = link(report.facts[id], "edit");
      edit.className = "dossier-edit";
      edit.setAttribute("aria-label", "Edit this fact");
      (row.querySelector("dt") || row).append(" ", edit);
    });
  }

  var factStyle = new CSSStyleSheet();
  factStyle.replaceSync(
    ".dossier-edit{font-size:.75rem;font-weight:400;opacity:.55}.dossier-edit:hover,.dossier-edit:focus{opacity:1}" +
    "@media print{.dossier-edit{display:none}}");
  document.adoptedStyleSheets = document.adoptedStyleSheets.concat(factStyle);

  function tell() {
    return fetch("/_dossier/page" + location.pathname, { cache: "no-store" })
      .then(function (answer) { return answer.json(); })
      .then(function (found) {
        report = found;
        showMistakes();
        showMark();
        markFacts();
      });
  }

  // ---- Putting the new page in the place of the old.

  function swapStyles(number) {
    document.querySelectorAll('link[rel~="stylesheet"]').forEach(function (old) {
      var address = new URL(old.href);
      if (address.origin !== location.origin) return;
      var fresh = old.cloneNode();
      address.searchParams.set("preview", number);
      fresh.href = address.pathname + address.search;
      // Both hold until the new one is there, so that the page is never without a style.
      fresh.onload = fresh.onerror = function () { old.remove(); };
      old.after(fresh);
    });
  }

  function keyed(root) {
    var counts = {};
    return Array.prototype.map.call(root.querySelectorAll("details"), function (details) {
      var near = details.closest("[id]");
      var key = near && root.contains(near) ? near.id : "";
      counts[key] = (counts[key] || 0) + 1;
      return { key: key + "/" + counts[key], details: details };
    });
  }

  function replaceMain(fresh) {
    var main = document.querySelector("main");
    var open = {};
    keyed(main).forEach(function (item) { open[item.key] = item.details.open; });
    var focused = document.activeElement && main.contains(document.activeElement) && document.activeElement.id;
    var place = { left: scrollX, top: scrollY, behavior: "instant" };
    var made = document.importNode(fresh, true);
    keyed(made).forEach(function (item) {
      if (item.key in open) item.details.open = open[item.key];
    });
    main.replaceWith(made);
    scrollTo(place);
    var again = focused && document.getElementById(focused);
    if (again) again.focus({ preventScroll: true });
    // A script of the page that works on the main part can begin again.
    document.dispatchEvent(new CustomEvent("dossier:main"));
  }

  function addresses(root, selector, name) {
    return Array.prototype.map.call(root.querySelectorAll(selector), function (found) {
      return found.getAttribute(name) || found.textContent;
    }).join("\n");
  }

  function withoutMain(root) {
    var copy = root.cloneNode(true);
    var main = copy.querySelector("main");
    if (main) main.replaceChildren();
    return copy;
  }

  // What stands in an element before one of its children, and after the last: text, above all.
  function between(root, index) {
    var node = index ? root.children[index - 1].nextSibling : root.firstChild, found = [];
    for (; node && node.nodeType !== Node.ELEMENT_NODE; node = node.nextSibling) found.push(node);
    return found;
  }

  function said(nodes) {
    return nodes.map(function (node) {
      return node.nodeType === Node.TEXT_NODE ? node.data : "<!" + node.data + ">";
    }).join("").trim();
  }

  function replaceText(old, fresh, live) {
    for (var index = 0; index <= fresh.children.length; index += 1) {
      var text = between(fresh, index);
      if (said(between(old, index)) === said(text)) continue;
      between(live, index).forEach(function (node) { node.remove(); });
      var next = live.children[index] || null;
      text.forEach(function (node) { live.insertBefore(document.importNode(node, true), next); });
    }
  }

  // Attributes that changed; what a script of the page has set besides stays.
  function replaceAttributes(old, fresh, live) {
    old.classList.forEach(function (name) { if (!fresh.classList.contains(name)) live.classList.remove(name); });
    fresh.classList.forEach(function (name) { if (!old.classList.contains(name)) live.classList.add(name); });
    Array.prototype.forEach.call(old.attributes, function (was) {
      if (was.name !== "class" && !fresh.hasAttribute(was.name)) live.removeAttribute(was.name);
    });
    Array.prototype.forEach.call(fresh.attributes, function (is) {
      if (is.name !== "class" && old.getAttribute(is.name) !== is.value) live.setAttribute(is.name, is.value);
    });
  }

  // What the head says of the page: all but styles and what is run, which decide about a reload.
  function statements(root) {
    return Array.prototype.filter.call(root.querySelector("head").children, function (child) {
      return child.matches("meta, link:not([rel~=stylesheet]), base, style, script[type*=json]");
    });
  }

  function without(some, others) {
    return some.filter(function (one) {
      return !others.some(function (other) { return other.isEqualNode(one); });
    });
  }

  function replaceHead(old, fresh) {
    var was = statements(old), is = statements(fresh);
    var gone = without(was, is);
    statements(document).forEach(function (now) {
      if (gone.some(function (one) { return one.isEqualNode(now); })) now.remove();
    });
    without(is, was).forEach(function (one) { document.head.appendChild(document.importNode(one, true)); });
  }

  // A policy cannot be taken back from a page that is open.
  function policies(root) {
    return Array.prototype.map.call(root.querySelectorAll("meta[http-equiv]"), function (meta) {
      return meta.outerHTML;
    }).join("\n");
  }

  // The parts around the main part, where the layout is the same but what it says is not.
  function replaceFrame(old, fresh, live) {
    replaceAttributes(old, fresh, live);
    replaceText(old, fresh, live);
    for (var index = 0; index < fresh.children.length; index += 1) {
      var from = old.children[index], to = fresh.children[index], now = live.children[index];
      if (from.isEqualNode(to)) continue;
      if (to.matches("main")) continue;
      if (to.querySelector("main")) replaceFrame(from, to, now);
      else now.replaceWith(document.importNode(to, true));
    }
  }

  function skeleton(root) {
    return Array.prototype.map.call(root.children, function (child) {
      return child.localName + (child.querySelector("main") ? "(" + skeleton(child) + ")" : "");
    }).join(",");
  }

  function replacePage(text) {
    var parsed = new DOMParser().parseFromString(text, "text/html");
    parsed.querySelectorAll('script[src="/_dossier/preview.js"]').forEach(function (tag) { tag.remove(); });
    var fresh = parsed.documentElement;
    if (fresh.isEqualNode(source)) return false;
    var oldBody = source.querySelector("body"), newBody = fresh.querySelector("body");
    var isOther =
      !source.querySelector("main") || !fresh.querySelector("main") || !document.querySelector("main") ||
      skeleton(oldBody) !== skeleton(newBody) || skeleton(oldBody) !== skeleton(document.body) ||
      policies(source) !== policies(fresh) ||
      addresses(source, "link[rel~=stylesheet]", "href") !== addresses(fresh, "link[rel~=stylesheet]", "href") ||
      addresses(source, "script:not([type]), script[type=module]", "src") !==
        addresses(fresh, "script:not([type]), script[type=module]", "src");
    if (isOther) {
      location.reload();
      return true;
    }
    if (!withoutMain(oldBody).isEqualNode(withoutMain(newBody))) replaceFrame(oldBody, newBody, document.body);
    if (!source.querySelector("main").isEqualNode(fresh.querySelector("main"))) {
      replaceMain(fresh.querySelector("main"));
    }
    document.title = parsed.title;
    replaceHead(source, fresh);
    replaceAttributes(source, fresh, document.documentElement);
    source = fresh;
    return true;
  }

  // ---- News from the preview.

  // One reload at a time: news that comes meanwhile is answered by one more.
  var isBusy = false, isWaiting = null;

  function update(news) {
    if (isBusy) {
      isWaiting = news;
      return;
    }
    isBusy = true;
    // News may have been missed: then both the page and its styles can be others.
    var isNext = news.version === Number(version) + 1;
    if (news.isStyleOnly || !isNext) swapStyles(news.version);
    var work = news.isStyleOnly && isNext
      ? Promise.resolve()
      : fetch(location.pathname + location.search, { cache: "no-store" })
        .then(function (answer) { return answer.text(); })
        .then(replacePage);
    work.then(tell).then(function () {
      version = String(news.version);
      host.dataset.version = version;
      if (news.files.length) {
        say(news.files[0] + (news.fileCount > 1 ? " and " + (news.fileCount - 1) + " more" : "") + " changed");
      } else {
        say("Up to date");
      }
    }).catch(function () { say("The preview does not answer"); }).then(function () {
      isBusy = false;
      var next = isWaiting;
      isWaiting = null;
      if (next) update(next);
    });
  }

  function hear(news) {
    if (String(news.version) !== version) update(news);
  }

  // A browser has few connections to one server, so of all open pages one listens for the rest.
  var channel = new BroadcastChannel("dossier-preview");
  channel.onmessage = function (message) {
    if (message.data === "lost") say("The preview has ended");
    else hear(message.data);
  };

  function listen() {
    var events = new EventSource("/_dossier/events");
    function pass(message) {
      var news = JSON.parse(message.data);
      channel.postMessage(news);
      hear(news);
    }
    events.addEventListener("hello", pass);
    events.addEventListener("change", pass);
    events.onerror = function () {
      say("The preview has ended");
      channel.postMessage("lost");
    };
    addEventListener("pagehide", function () { events.close(); });
  }

  if (navigator.locks) {
    navigator.locks.request("dossier-preview", function () {
      listen();
      // Held until the page goes, when another takes it over.
      return new Promise(function () {});
    });
  } else {
    listen();
  }

  host.dataset.version = version;
  say("Up to date");
  tell().catch(function () { say("The preview does not answer"); });
})();
