// Keeps the served page true: when the server says that the notes have changed, the page is fetched
// again and its <main> swapped. What is open stays open, and what was in sight stays in sight.
"use strict";

(() => {
  const RETRY = 2000; // milliseconds, when the server has gone away altogether
  let source = null;
  let seen = document.documentElement.dataset.version;
  let wanted = seen;
  let busy = false;

  const away = (gone) => {
    const line = document.querySelector("[data-away]");
    if (line) line.hidden = !gone;
  };

  // The thing that stands nearest to the top of the window, and how far from it.
  const landmark = (main) => {
    if (window.scrollY === 0) return null;
    let best = null;
    for (const element of main.querySelectorAll("[id]")) {
      const box = element.getBoundingClientRect();
      if (box.height === 0) continue;
      if (!best || Math.abs(box.top) < Math.abs(best.top)) best = { id: element.id, top: box.top };
    }
    return best;
  };

  const swap = (text) => {
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const next = fresh.querySelector("main");
    const main = document.querySelector("main");
    if (!next || !main) return;
    const folded = new Map();
    for (const details of main.querySelectorAll("details[id]")) {
      folded.set(details.id, details.open);
    }
    const typed = new Map();
    for (const field of main.querySelectorAll("input[id]")) {
      typed.set(field.id, [field.value, field.selectionStart, field.selectionEnd]);
    }
    const focused = main.contains(document.activeElement) ? document.activeElement : null;
    const where = focused && [
      focused.closest("[id]")?.id,
      focused.getAttribute("href"),
      focused.localName,
    ];
    const sight = landmark(main);
    for (const details of next.querySelectorAll("details[id]")) {
      if (folded.has(details.id)) details.open = folded.get(details.id);
    }
    for (const field of next.querySelectorAll("[autofocus]")) field.removeAttribute("autofocus");
    main.replaceWith(document.adoptNode(next));
    for (const [id, [value, start, end]] of typed) {
      const field = document.getElementById(id);
      if (!field) continue;
      field.value = value;
      field.setSelectionRange(start, end);
    }
    const foot = fresh.querySelector("footer");
    if (foot) document.querySelector("footer")?.replaceWith(document.adoptNode(foot));
    document.title = fresh.title;
    document.documentElement.lang = fresh.documentElement.lang;
    if (where) refocus(...where);
    const anchor = sight && document.getElementById(sight.id);
    if (anchor) window.scrollBy(0, anchor.getBoundingClientRect().top - sight.top);
  };

  const refocus = (id, href, name) => {
    const holder = id ? document.getElementById(id) : document.querySelector("main");
    if (!holder) return;
    const all = [holder, ...holder.querySelectorAll(name)];
    const same = all.find((one) => one.localName === name && one.getAttribute("href") === href);
    if (same) same.focus({ preventScroll: true });
  };

  // Saves come in bursts: one fetch at a time, and one more when something came meanwhile.
  const refresh = async () => {
    if (busy) return;
    busy = true;
    try {
      while (seen !== wanted) {
        const version = wanted;
        const here = location.pathname + location.search;
        const answer = await fetch(here, { cache: "no-store", credentials: "same-origin" });
        // A page whose note is gone says so itself.
        if (!answer.ok && answer.status !== 404) throw new Error(answer.statusText);
        swap(await answer.text());
        seen = version;
      }
      away(false);
    } catch {
      away(true);
      window.setTimeout(refresh, RETRY);
    } finally {
      busy = false;
    }
  };

  const listen = () => {
    if (source || document.hidden) return;
    source = new EventSource("/events");
    source.addEventListener("notes", (event) => {
      away(false);
      wanted = event.data;
      refresh();
    });
    source.addEventListener("error", () => {
      away(true);
      // The browser comes back by itself unless it was turned away; then we do.
      if (source && source.readyState === EventSource.CLOSED) {
        source = null;
        window.setTimeout(listen, RETRY);
      }
    });
  };

  // A tab out of sight holds no connection: browsers allow one server only a few.
  const rest = () => {
    if (!document.hidden) return listen();
    if (source) source.close();
    source = null;
  };

  document.addEventListener("visibilitychange", rest);
  window.addEventListener("pagehide", () => {
    if (source) source.close();
    source = null;
  });
  window.addEventListener("pageshow", listen);
  listen();
})();
