// What surrounds the text: what mdBook's shell and Markdown's tables lack for readers without a mouse or
// without sight, and how far the reader is. One file, since a page may ask for few.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);

  // The toggle of the sidebar is the label of a hidden box, which no key reaches: a button takes its
  // place. The label stays out of sight, since mdBook's own script listens to it.
  const label = byId("mdbook-sidebar-toggle");
  const box = byId("mdbook-sidebar-toggle-anchor");
  const button = document.createElement("button");
  button.type = "button";
  for (const name of ["id", "class", "title", "aria-label", "aria-controls", "aria-expanded"]) {
    button.setAttribute(name, label.getAttribute(name));
    label.removeAttribute(name);
  }
  button.append(...label.childNodes);
  button.addEventListener("click", () => label.click());
  box.addEventListener("change", () => (button.ariaExpanded = box.checked));
  label.className = "hidden";
  label.before(button);

  // Names of regions, and of the field for a search.
  byId("mdbook-help-container").role = "dialog";
  byId("mdbook-help-container").ariaLabel = "Help";
  byId("mdbook-menu-bar").role = "banner";
  byId("mdbook-search-wrapper").role = "search";
  byId("mdbook-searchbar").ariaLabel = "Search this book";
  byId("mdbook-searchbar").setAttribute("aria-describedby", "mdbook-searchresults-header");

  // An arrow key turns the page, but not where it scrolls a listing or was meant for a button.
  document.querySelector("main").addEventListener("keydown", (event) => {
    const turns = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (turns && !event.target.closest("a")) event.stopPropagation();
  });

  // What a listing folds away under `⋯ checks` is opened there, and by nothing else.
  for (const code of document.querySelectorAll("code.hide-boring")) {
    if (!code.textContent.includes("// ⋯ checks")) continue;
    code.classList.remove("hide-boring");
    code.parentElement.querySelector("button[title='Show hidden lines']")?.parentElement.remove();
    for (const comment of [...code.querySelectorAll(".hljs-comment")]) {
      if (comment.textContent !== "// ⋯ checks") continue;
      const opener = Object.assign(document.createElement("button"), { type: "button", className: "checks", textContent: "⋯ checks" });
      const lines = [];
      const isBlank = (node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() === "";
      for (let node = comment.nextSibling; node && (isBlank(node) || node.classList?.contains("boring")); node = node.nextSibling) {
        if (!isBlank(node)) lines.push(node);
      }
      const fold = (isOpen) => {
        opener.ariaExpanded = isOpen;
        for (const line of lines) line.classList.toggle("folded", !isOpen);
      };
      opener.addEventListener("click", () => fold(opener.ariaExpanded !== "true"));
      fold(false);
      comment.replaceWith(opener);
    }
  }

  // The empty corner of a table heads nothing.
  for (const corner of document.querySelectorAll("main th:empty")) {
    corner.replaceWith(document.createElement("td"));
  }

  // A term shows its definition where it stands: under the pointer, with the focus, at the first touch.
  // The second touch, or a press, follows the link.
  const note = Object.assign(document.createElement("div"), { id: "term-note", role: "tooltip", hidden: true });
  document.body.append(note);
  let shown, closing;
  function open(term) {
    clearTimeout(closing);
    if (shown === term) return;
    close();
    shown = term;
    note.textContent = term.dataset.definition;
    note.hidden = false;
    term.setAttribute("aria-describedby", note.id);
    const [line] = term.getClientRects();
    const edge = document.documentElement.clientWidth - note.offsetWidth - 8;
    note.style.left = `${scrollX + Math.max(8, Math.min(line.left, edge))}px`;
    // Above the word where there is no room below.
    const isLow = line.bottom + note.offsetHeight + 8 > innerHeight && line.top > note.offsetHeight + 8;
    note.style.top = `${scrollY + (isLow ? line.top - note.offsetHeight - 4 : line.bottom + 4)}px`;
  }
  function close() {
    clearTimeout(closing);
    shown?.removeAttribute("aria-describedby");
    shown = undefined;
    note.hidden = true;
  }
  // The pointer has time to go over to the note.
  const closeSoon = () => (closing = setTimeout(close, 250));
  note.addEventListener("pointerenter", () => clearTimeout(closing));
  note.addEventListener("pointerleave", closeSoon);
  for (const term of document.querySelectorAll("a.term[data-definition]")) {
    let isTouched = false;
    term.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && open(term));
    term.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && closeSoon());
    term.addEventListener("pointerdown", (event) => (isTouched = event.pointerType !== "mouse" && shown !== term));
    term.addEventListener("focus", () => term.matches(":focus-visible") && open(term));
    term.addEventListener("blur", close);
    term.addEventListener("click", (event) => {
      if (!isTouched) return;
      event.preventDefault();
      open(term);
    });
  }
  addEventListener("keydown", (event) => event.key === "Escape" && close());
  addEventListener("pointerdown", (event) => shown && !event.target.closest?.("a.term, #term-note") && close());

  // Python and Rust of one listing: beside each other where there is room, else one at a time.
  for (const twins of document.querySelectorAll(".side-by-side")) {
    const sides = [...twins.children];
    const tabs = Object.assign(document.createElement("div"), { className: "tabs", role: "group", ariaLabel: "language" });
    const buttons = ["Python", "Rust"].map((name, index) => {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
      button.addEventListener("click", () => choose(index));
      return button;
    });
    const choose = (chosen) => {
      buttons.forEach((button, index) => (button.ariaPressed = index === chosen));
      sides.forEach((side, index) => side.classList.toggle("other-tab", index !== chosen));
    };
    choose(0);
    tabs.append(...buttons);
    twins.before(tabs);
  }

  // What scrolls by itself can be reached and scrolled by keyboard; what fits is no stop.
  const scrollable = ".equation, .plot-picture, .table-scroll, .table-wrapper, pre > code";
  // Where more is to come on the right, it fades.
  const fade = (target) => {
    const left = target.scrollWidth - target.clientWidth - target.scrollLeft;
    target.classList.toggle("goes-on", left > 2);
  };
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const scrolls =
        target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight;
      if (scrolls) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
      fade(target);
    }
  });
  for (const element of document.querySelectorAll(scrollable)) {
    observer.observe(element);
    element.addEventListener("scroll", () => fade(element), { passive: true });
  }
})();

// How far the reader is: on the page, and in the book. What was read, guessed and solved is kept on the
// reader's machine and nowhere else, and is forgotten at a press.
// What is kept. A browser may refuse to keep anything: then the book forgets, and nothing else is amiss.
const kept = (() => {
  const NAME = "two-peaks";
  const KINDS = ["read", "guessed", "solved", "seen"];

  function all() {
    try {
      const found = JSON.parse(localStorage.getItem(NAME)) ?? {};
      return Object.fromEntries(KINDS.map((kind) => [kind, { ...found[kind] }]));
    } catch {
      return Object.fromEntries(KINDS.map((kind) => [kind, {}]));
    }
  }

  // Keeps a value of a kind under a name; nothing at all if it is undefined.
  function keep(kind, name, value) {
    const now = all();
    if (value === undefined) delete now[kind][name];
    else now[kind][name] = value;
    try {
      localStorage.setItem(NAME, JSON.stringify(now));
    } catch {
      return;
    }
    dispatchEvent(new Event("kept"));
  }

  function forget() {
    try {
      localStorage.removeItem(NAME);
    } catch {
      return;
    }
    dispatchEvent(new Event("kept"));
  }

  return { all, keep, forget };
})();

(() => {
  const pageOf = (path) => path.split("/").pop() || "index.html";
  const page = pageOf(location.pathname);
  if (page === "print.html") return;

  // The bar says which chapter this is.
  const heading = document.querySelector("main h1");
  const number = document.querySelector("main .chapter-number")?.textContent.replace(/^\D+/, "") ?? "";
  const title = document.querySelector(".menu-title");
  if (heading && title) title.textContent = [number, heading.textContent].filter(Boolean).join(". ");

  // A thin line of how much of the page is above the lower edge of the window.
  const line = Object.assign(document.createElement("div"), { id: "how-far", ariaHidden: "true" });
  document.body.append(line);
  const room = () => document.documentElement.scrollHeight - innerHeight;
  const follow = () => {
    const share = room() > 0 ? Math.min(1, scrollY / room()) : 1;
    line.style.transform = `scaleX(${share})`;
    // Whoever came to the end has read it; a page that fits the window was seen at once.
    if (share > 0.98 && document.visibilityState === "visible" && !(page in kept.all().read)) kept.keep("read", page, 1);
  };
  addEventListener("scroll", follow, { passive: true });
  addEventListener("resize", follow);
  addEventListener("load", follow);

  // Each exercise can be ticked off.
  for (const exercise of document.querySelectorAll(".exercise")) {
    const label = Object.assign(document.createElement("label"), { className: "solved" });
    const box = Object.assign(document.createElement("input"), { type: "checkbox" });
    label.append(box, " solved");
    exercise.append(label);
    const name = `${page}#${exercise.id}`;
    const show = () => (box.checked = name in kept.all().solved);
    box.addEventListener("change", () => kept.keep("solved", name, box.checked ? 1 : undefined));
    addEventListener("kept", show);
    show();
  }

  // The table of contents says what was done; it comes with a script of mdBook's, perhaps later.
  const contents = document.querySelector("mdbook-sidebar-scrollbox");
  const note = document.createElement("p");
  note.className = "kept";
  note.append("What you have read, guessed and solved is kept on this machine only. ");
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Forget it" });
  button.addEventListener("click", () => kept.forget());
  note.append(button);

  function mark() {
    const done = kept.all();
    const count = (kind, of) => Object.keys(done[kind]).filter((name) => name.startsWith(`${of}#`)).length;
    for (const link of contents?.querySelectorAll("li.chapter-item a[href]") ?? []) {
      if (link.hash) continue;
      const of = pageOf(link.pathname);
      const [guessed, solved] = [count("guessed", of), count("solved", of)];
      const words = [of in done.read && "read", guessed && `${guessed} guessed`, solved && `${solved} solved`];
      const told = words.filter(Boolean).join(", ");
      let mark = link.querySelector(".done");
      if (!mark && told) {
        mark = Object.assign(document.createElement("span"), { className: "done" });
        link.append(mark);
      }
      if (mark) mark.textContent = told && ` ✓ ${told}`;
    }
    note.hidden = Object.values(done).every((kind) => Object.keys(kind).length === 0);
    if (contents && !note.isConnected) contents.append(note);
  }
  addEventListener("kept", mark);
  addEventListener("storage", mark);
  if (contents) new MutationObserver((_, observer) => {
    observer.disconnect();
    mark();
  }).observe(contents, { childList: true });
  mark();
})();
