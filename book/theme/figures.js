// What a reader does with a figure: predict what it shows, then move it. One file, since a page may
// ask for few.
"use strict";

// On paper a figure is still, and there is nobody to ask.
const isPaper = location.pathname.endsWith("/print.html");

// What opens a module of WebAssembly. A script, since a page opened as a file may fetch nothing.
function moduleOf(name) {
  const script = document.createElement("script");
  const root = typeof path_to_root === "string" ? path_to_root : "";
  script.src = `${root}live/${name}.js`;
  const arrived = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${script.src} is missing`));
  });
  document.head.append(script);
  // What arrived may be no such script: that is refused too.
  return arrived.then(() => globalThis.twoPeaks[name]);
}

// What a module draws into a picture in place of the still drawings, with points that are dragged. The
// sliders that these move serve the keyboard: nothing here can have the focus. `pull` is called with
// the name of a slider and what it is dragged to, `release` at the end.
function liveIn(picture, pull, release) {
  const drawing = Object.assign(document.createElement("div"), { className: "drawing" });
  const grips = [];
  let handles = [];
  let held;

  // The styles know how much room there is.
  function width() {
    const place = drawing.isConnected ? drawing : picture.firstElementChild;
    return Number(getComputedStyle(place).getPropertyValue("--drawn-width"));
  }

  function show(drawn) {
    if (!drawing.isConnected) {
      for (const still of picture.querySelectorAll(".on-a-desk, .on-a-phone")) still.remove();
      picture.prepend(drawing);
    }
    drawing.innerHTML = drawn.svg;
    const sliderOf = (slider) => slider && { control: slider[0], from: slider[1], slope: slider[2], others: slider[3] };
    handles = drawn.handles.map(([x, y, ink, across, up]) => ({ x, y, ink, across: sliderOf(across), up: sliderOf(up) }));
    const wide = drawing.firstElementChild.viewBox.baseVal.width;
    handles.forEach((handle, index) => {
      const grip = (grips[index] ??= gripOf(index));
      // The picture is as wide as its container.
      grip.style.left = `${(100 * handle.x) / wide}cqw`;
      grip.style.top = `${(100 * handle.y) / wide}cqw`;
      grip.style.color = `var(${handle.ink})`;
      grip.dataset.ways = [handle.across && "across", handle.up && "up"].filter(Boolean).join(" ");
    });
    for (const grip of grips.splice(handles.length)) grip.remove();
  }

  function gripOf(index) {
    const grip = Object.assign(document.createElement("span"), { className: "grip", ariaHidden: "true" });
    grip.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      // Where it was taken, it stays.
      const [x, y] = unitsAt(event);
      held = { index, dx: x - handles[index].x, dy: y - handles[index].y, start: handles[index] };
      grip.classList.add("is-held");
    });
    grip.addEventListener("pointermove", (event) => {
      if (held?.index !== index) return;
      const [x, y] = unitsAt(event);
      // What it pulls along one axis does not change while it is held.
      follow(held.start.across, x - held.dx);
      follow(held.start.up, y - held.dy);
    });
    for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
      grip.addEventListener(end, () => {
        if (held?.index !== index) return;
        held = undefined;
        grip.classList.remove("is-held");
        release();
      });
    }
    picture.append(grip);
    return grip;
  }

  // Where a pointer is, in the units of the picture.
  function unitsAt({ clientX, clientY }) {
    const svg = drawing.firstElementChild;
    const { left, top, width } = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / width;
    return [(clientX - left) * scale, (clientY - top) * scale];
  }

  function follow(slider, at) {
    if (!slider) return;
    const even = slider.from + slider.slope * at;
    // An amount beside others, of which an even share of all follows the point.
    const share = Math.min(Math.max(even, 0), 1 - 1e-6);
    pull(slider.control, slider.others === null ? even : (slider.others * share) / (1 - share));
  }

  return { width, show };
}

// What the prose, a slider or the line of a listing names lights up in the picture beside it.
function lightUp(element, figure, ink) {
  const light = () => {
    for (const drawn of figure.querySelectorAll(":scope > .plot-picture svg > *")) {
      const isIt = drawn.getAttribute("style")?.includes(`${ink},`);
      drawn.classList.toggle("is-lit", Boolean(isIt));
      drawn.classList.toggle("is-dim", !isIt && !["title", "desc", "defs"].includes(drawn.localName));
    }
  };
  const rest = () => {
    for (const drawn of figure.querySelectorAll(".is-lit, .is-dim")) drawn.classList.remove("is-lit", "is-dim");
  };
  for (const type of ["pointerenter", "focus"]) element.addEventListener(type, light);
  for (const type of ["pointerleave", "blur"]) element.addEventListener(type, rest);
  // A finger leaves as soon as it is lifted: what it touched stays lit until it touches elsewhere.
  element.addEventListener("click", () => {
    light();
    addEventListener("pointerdown", rest, { once: true });
  });
}

if (!isPaper) {
  // The lines of listings that the author has linked.
  for (const link of document.querySelectorAll(".line-link")) {
    const { item, words } = link.dataset;
    const listings = [...document.querySelectorAll(".listing")];
    const listing = listings.find((one) => one.querySelector("summary")?.textContent.split(", ").includes(item));
    const code = listing?.querySelector("code");
    if (!code) continue;
    // A span around the nodes of the line: those between two line breaks.
    const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    const text = code.textContent;
    const at = text.indexOf(words);
    if (at < 0) continue;
    const [from, to] = [text.lastIndexOf("\n", at) + 1, text.indexOf("\n", at)];
    const range = document.createRange();
    let passed = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const end = passed + node.length;
      if (passed <= from && from < end) range.setStart(node, from - passed);
      if (passed < to && to <= end) range.setEnd(node, to - passed);
      passed = end;
    }
    const line = Object.assign(document.createElement("span"), { className: "linked" });
    Object.assign(line.dataset, { lights: link.dataset.lights, ink: link.dataset.ink });
    line.append(range.extractContents());
    range.insertNode(line);
  }
  for (const words of document.querySelectorAll(".linked")) {
    const figure = document.querySelector(`[data-figure="${words.dataset.lights}"]`);
    if (!figure) continue;
    words.tabIndex = 0;
    words.title = `lights up in ${figure.querySelector(".figure-number")?.textContent ?? "the picture"}`;
    words.classList.add("is-linked");
    lightUp(words, figure, words.dataset.ink);
  }
}

// How many decimals a written number has.
const decimalsOf = (number) => (number.split(".")[1] ?? "").length;

// Predict first: a figure may ask for a guess before it shows anything. It is covered until the
// reader answers or would rather see it; the styles cover it, so that it does not flash up first.
(() => {
  for (const form of document.querySelectorAll("figure.plot > form.guess")) {
    const figure = form.parentElement;
    const status = figure.querySelector(".guess-answer");
    const { answer, value } = form.dataset;
    const name = `${location.pathname.split("/").pop() || "index.html"}#${figure.id}`;

    // Who points into the picture says so in the field.
    const pointing = form.querySelector(".pointing input");
    pointing?.addEventListener("input", () => {
      const { step, min, max } = form.elements.guess;
      const said = Math.min(Math.max(pointing.value, min), max);
      form.elements.guess.value = said.toFixed(decimalsOf(step));
      pointing.classList.add("points");
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const guess = form.elements.guess.value;
      kept.keep("guessed", name, guess);
      tell(verdict(guess));
      mark(guess);
    });
    form.querySelector("[data-skip]").addEventListener("click", () => {
      kept.keep("seen", name, 1);
      tell(`It is ${answer}.`);
    });
    addEventListener("hashchange", showRestored);
    showRestored();
    // What was guessed another day is shown with the truth.
    const earlier = kept.all().guessed[name];
    if (name in kept.all().seen && form.isConnected) {
      uncover();
      status.textContent = `It is ${answer}.`;
    }
    if (earlier !== undefined && form.isConnected) {
      uncover();
      status.textContent = verdict(String(earlier));
      mark(earlier);
    }

    // A link to a state is a link to what it shows.
    function showRestored() {
      if (isPaper || location.hash.startsWith(`#${figure.id}?`)) uncover();
    }

    function uncover() {
      figure.classList.remove("covered");
      form.remove();
    }

    // The button that had the focus is gone: the focus goes to the answer, the controls come next.
    function tell(words) {
      uncover();
      status.textContent = words;
      status.focus({ preventScroll: true });
    }

    // Where the reader pointed, in the picture of what is true.
    function mark(guess) {
      const picture = figure.querySelector(":scope > .plot-picture");
      if (!pointing) return;
      const [min, max] = [picture.dataset.min, picture.dataset.max].map(Number);
      const line = Object.assign(document.createElement("span"), { className: "guess-mark", textContent: "you" });
      line.style.setProperty("--at", (Number(guess) - min) / (max - min));
      picture.append(line);
    }

    // What the reader said, and what is true.
    function verdict(guess) {
      if (value === undefined) {
        const fields = [...form.querySelectorAll("[name=guess]")];
        const reply = fields.find((field) => field.value === guess)?.dataset.reply ?? "";
        return `${guess === answer ? `You said ${guess}, and so it is.` : `You said ${guess}. It is ${answer}.`} ${reply}`;
      }
      const said = written(Number(guess), decimalsOf(form.elements.guess.step));
      const decimals = Math.max(decimalsOf(form.elements.guess.step), decimalsOf(answer));
      const away = written(Math.abs(Number(guess) - Number(value)), decimals);
      return Number(away) === 0 ? `You said ${said}, and so it is.` : `You said ${said}; it is ${answer}, ${away} away.`;
    }
  }

  // A number as the page writes it: `18,968`, a true minus sign.
  function written(number, decimals) {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return number.toLocaleString("en", digits).replace("-", "\u2212");
  }
})();

// Live figures: what a reader sets, the chapter's own function draws, compiled to WebAssembly.
// Nothing here knows a figure: names, values and pictures come from the page and the module.
(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const forms = [...document.querySelectorAll("figure.plot > form.controls")];
  if (isPaper) {
    for (const form of forms) form.remove();
    return;
  }

  const figures = forms.map(figureOf);
  for (const chapter of new Set(figures.map((figure) => figure.chapter))) {
    const own = figures.filter((figure) => figure.chapter === chapter);
    const opened = moduleOf(chapter).then((open) => open());
    opened.then(
      (draw) => own.forEach((figure) => figure.come(draw)),
      (error) => own.forEach((figure) => figure.stayStill(error)),
    );
  }
  addEventListener("hashchange", restore);
  restore();

  // Sets the figures to what the address says: `#figure-3-6?share=0.4;figure-3-5?share=0.3`. The first
  // of them is the one that is shown.
  function restore() {
    const states = location.hash.slice(1).split(";").map((state) => state.split("?"));
    const named = states.map(([id, query]) => [figures.find((figure) => figure.id === id), query]);
    const found = named.filter(([figure, query]) => figure && query !== undefined);
    for (const [figure, query] of found) figure.set(new URLSearchParams(query));
    if (found.length === 0 || found[0][0] !== named[0][0]) return;
    const show = () => document.getElementById(found[0][0].id).scrollIntoView();
    show();
    // What stands above may still grow until all of the page is there.
    if (document.readyState !== "complete") addEventListener("load", show, { once: true });
  }

  function figureOf(form) {
    const element = form.parentElement;
    const name = element.dataset.figure;
    const controls = [...form.querySelectorAll("input, select")];
    const defaults = controls.map((control) => control.value);
    const status = form.querySelector("[role=status]");
    const player = form.querySelector("[data-play]");
    const picture = element.querySelector(".plot-picture");
    const parts = [picture, element.querySelector("figcaption")];
    const details = element.querySelector("details");
    const live = liveIn(picture, pull, remember);
    let draw, frame, timer, table, width;

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      pause();
      show();
    });
    form.addEventListener("change", remember);
    form.querySelector("[data-reset]").addEventListener("click", () => {
      pause();
      set(new URLSearchParams());
      remember();
    });
    const copier = Object.assign(document.createElement("button"), { type: "button", textContent: "Copy link" });
    copier.title = "Copy a link to this state of the figure";
    copier.addEventListener("click", copyLink);
    form.querySelector("[data-reset]").after(copier);
    player?.addEventListener("click", () => (timer ? pause() : play()));
    calm.addEventListener("change", () => {
      pause();
      namePlayer();
    });
    // A slider lights up what it moves, while it is only pointed at.
    for (const label of form.querySelectorAll("label[style*='--ink']")) {
      lightUp(label, element, label.style.getPropertyValue("--ink").slice("var(".length, -1));
    }
    namePlayer();
    details.addEventListener("toggle", () => fillTable());
    addEventListener("beforeprint", () => fillTable(true));
    addEventListener("resize", () => {
      for (const part of parts) part.style.minHeight = "";
      // The still pictures of the page fit by themselves.
      if (width !== undefined && width !== live.width()) show();
    });

    const figure = { id: element.id, chapter: name.split("/")[0], set, come, stayStill, state };
    return figure;

    // The controls work from now on. At its defaults the picture is there already.
    function come(module) {
      draw = module;
      const isMoved = controls.some((control, index) => control.value !== defaults[index]);
      if (isMoved || "handles" in form.dataset) show();
    }

    // Moves a slider as the reader's hand would.
    function pull(name, value) {
      const slider = form.elements[name];
      const before = slider.value;
      slider.value = value;
      if (slider.value !== before) slider.dispatchEvent(new Event("input", { bubbles: true }));
    }

    function stayStill(error) {
      for (const control of form.elements) control.disabled = true;
      status.textContent = `The figure stays still: ${error.message}.`;
    }

    // Every control to its value in `values`, else to its default.
    function set(values) {
      controls.forEach((control, index) => {
        const value = values.get(control.name) ?? "";
        const isNumber = value.trim() !== "" && Number.isFinite(Number(value));
        // As a decimal: of another notation a slider would make its middle.
        control.value = isNumber ? Number(value) : defaults[index];
        // A choice of an option that there is not.
        if (control.value === "") control.value = defaults[index];
      });
      show();
    }

    // Shows what is set: its values at once, the picture with the next frame.
    function show() {
      for (const control of controls) {
        const output = form.querySelector(`output[for="${control.id}"]`);
        if (output) output.textContent = written(control);
      }
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        if (draw) redraw();
      });
    }

    function redraw() {
      const values = Float64Array.from(controls, (control) => Number(control.value));
      let drawn;
      width = live.width();
      try {
        drawn = JSON.parse(draw(name, values, width));
      } catch (error) {
        drawn = { refusal: `drawing failed (${error.message})` };
      }
      status.textContent = drawn.refusal ? `The last picture stays: ${drawn.refusal}.` : "";
      if (drawn.refusal) return;
      // Pictures and captions differ in height. They keep the greatest that was needed, so that the
      // sliders and the text below do not go up and down while the reader drags.
      for (const part of parts) part.style.minHeight = `${part.getBoundingClientRect().height}px`;
      live.show(drawn);
      table = drawn.table;
      fillTable();
      for (const fact of element.querySelectorAll("figcaption output[data-fact]")) {
        fact.textContent = drawn.facts[fact.dataset.fact];
      }
    }

    // A table that is folded away waits until it is looked at: it takes longer than the picture.
    function fillTable(isSeen = details.open) {
      if (!table || !isSeen) return;
      details.querySelector(".table-scroll").innerHTML = table;
      table = undefined;
    }

    // What is set, as the address says it; empty if nothing was moved.
    function state() {
      const moved = controls.filter((control, index) => control.value !== defaults[index]);
      const query = new URLSearchParams(moved.map((control) => [control.name, control.value]));
      return moved.length > 0 ? `${element.id}?${query}` : "";
    }

    // Writes what is set into the address, of this figure first, so that a link shows this page.
    function remember() {
      const others = figures.filter((other) => other !== figure).map((other) => other.state());
      const hash = [state() || element.id, ...others.filter(Boolean)].join(";");
      history.replaceState(history.state, "", `#${hash}`);
    }

    // Copies a link to this figure as it is set. Without leave to write there, the address has it.
    async function copyLink() {
      remember();
      const link = new URL(`#${state() || element.id}`, location.href).href;
      try {
        await navigator.clipboard.writeText(link);
        status.textContent = "The link is copied.";
      } catch {
        status.textContent = "It cannot be copied here: the address of this page is the link.";
      }
    }

    // Moves the slider that counts steps to its end, about two dozen pictures at most. Who prefers
    // that nothing moves by itself sees the next picture with each press.
    function play() {
      const slider = controls.find((control) => control.name === player.dataset.play);
      const [min, max, step] = [slider.min, slider.max, slider.step].map(Number);
      const steps = Math.round((max - min) / step);
      const stride = step * Math.ceil(steps / 24);
      const isAtEnd = () => Number(slider.value) >= max;
      const advance = () => {
        slider.value = isAtEnd() ? min : Math.min(max, Number(slider.value) + stride);
        show();
      };
      if (calm.matches || isAtEnd()) advance();
      if (calm.matches) return remember();
      timer = setInterval(
        () => {
          advance();
          if (isAtEnd()) pause();
        },
        steps > 24 ? 250 : 900,
      );
      namePlayer();
    }

    function pause() {
      if (!timer) return;
      clearInterval(timer);
      timer = undefined;
      namePlayer();
      remember();
    }

    function namePlayer() {
      if (player) player.textContent = timer ? "Pause" : calm.matches ? "Step" : "Play";
    }
  }

  // The value of a slider as the page writes numbers: with a true minus sign.
  function written(slider) {
    const decimals = Number(slider.dataset.decimals);
    return Number(slider.value).toFixed(decimals).replace("-", "\u2212");
  }
})();
