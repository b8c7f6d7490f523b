// Your own data: what the reader pastes, types, drops or chooses is read and drawn by a worker, so
// that the page answers whatever the size. The worker is made of the text of a function below and
// of the module's: a page opened as a file may fetch nothing. Nothing is sent or kept anywhere.
"use strict";

// When the scripts below it are there: figures.js loads the module.
addEventListener("DOMContentLoaded", () => {
  const root = document.querySelector(".own-data");
  const [form, settings, fitting] = root.querySelectorAll("form");
  const downloads = root.querySelectorAll("[data-save]");
  if (isPaper) {
    form.remove();
    settings.remove();
    fitting?.remove();
    root.querySelector(".downloads").remove();
    return;
  }

  // So many characters in a text field, and it no longer answers.
  const LARGE = 100_000;
  // So many bytes, and the browser may run out of memory.
  const LARGEST = 200 * 2 ** 20;
  // So long, in milliseconds, does a reading take before it can be stopped.
  const SLOW = 500;

  const { text, file, decimal, column } = form.elements;
  const said = form.querySelector("[role=status]");
  const stop = form.querySelector("[data-stop]");
  const complaints = form.querySelector(".complaints");
  const controls = [...settings.querySelectorAll("input, select")];
  const status = settings.querySelector("[role=status]");
  const bells = settings.elements.bells;
  const live = liveIn(root.querySelector(".plot-picture"), pull, () => (moving = undefined));
  const waiting = new Map();
  const score = root.querySelector(".score output");
  const gain = root.querySelector("[data-gain]");
  let script, worker, busy, slow, typed;
  // The bell whose sliders are seen; the log-likelihood before the last move, and after it.
  let chosen = 1;
  let before, last, moving;
  // What is to be read: its name, and its text or its file.
  let source;
  // How that was read which the picture shows, whether the module holds its numbers, and where they
  // put the controls.
  let shown;
  let isHeld = false;
  let defaults = [];

  moduleOf("own-data").then(
    (open) => {
      script = scriptOf(serve, open);
      start();
      takeExample(form.querySelector("[data-example=old-faithful]"));
    },
    (error) => stayStill(error.message),
  );

  // The address of a worker's script: a function of this page that serves a module.
  function scriptOf(serve, open) {
    return URL.createObjectURL(new Blob([`(${serve})(${open})`], { type: "text/javascript" }));
  }

  // Starts a worker in place of the one before. What the picture shows it reads when it has to.
  function start() {
    worker?.terminate();
    isHeld = false;
    const started = (worker = new Worker(script));
    started.onmessage = ({ data }) => started === worker && receive(data);
    started.onerror = () => stayStill("the worker does not start");
  }

  function stayStill(reason) {
    rest();
    worker?.terminate();
    worker = undefined;
    const all = [form, settings, fitting].flatMap((part) => [...(part?.elements ?? [])]);
    for (const element of [...all, ...downloads]) element.disabled = true;
    said.textContent = `The page stays still: ${reason}.`;
  }

  // This function is the worker: one answer to each message, in their order. A call that fails may
  // have left the module in pieces, so the page then starts another worker.
  function serve(open) {
    const opened = open().then((OwnData) => ({ OwnData, own: new OwnData() }));
    opened.catch((error) => self.postMessage({ kind: "open", failed: error.message }));
    const answers = {
      read({ own }, { text, bytes, decimal, column }) {
        const decoded = bytes ? decode(new Uint8Array(bytes)) : { text };
        const isGuessed = decoded.isGuessed ?? false;
        return { isGuessed, ...JSON.parse(own.read(decoded.text, decimal, column)) };
      },
      draw({ own }, { values, width }) {
        return JSON.parse(own.draw(values, width));
      },
      picture({ own }, { values }) {
        return { file: new Blob([own.file(values)], { type: "image/svg+xml" }) };
      },
      numbers({ own }) {
        return { numbers: own.values() };
      },
      table({ OwnData, own }, { values }) {
        const parts = [];
        let part;
        do {
          part = own.table(values, parts.length * OwnData.rows());
          parts.push(part);
        } while (part);
        return { file: new Blob(parts, { type: "text/csv" }) };
      },
    };
    answers.again = answers.read;
    self.onmessage = async ({ data: { kind, ...message } }) => {
      try {
        self.postMessage({ kind, ...answers[kind](await opened, message) });
      } catch (error) {
        self.postMessage({ kind, failed: error.message });
      }
    };

    // Unicode, or else what many a spreadsheet of Western Europe still writes.
    function decode(bytes) {
      // What a spreadsheet calls Unicode text.
      const marks = { "255,254": "utf-16le", "254,255": "utf-16be" };
      const marked = marks[bytes.subarray(0, 2).join()];
      try {
        return { text: new TextDecoder(marked ?? "utf-8", { fatal: !marked }).decode(bytes) };
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        return { text: new TextDecoder("windows-1252").decode(bytes), isGuessed: true };
      }
    }
  }

  // One message is with the worker; of each kind only the newest waits.
  function ask(kind, message) {
    if (!worker) return;
    // What was to be drawn or saved was of other numbers.
    if (kind === "read") waiting.clear();
    waiting.set(kind, message);
    next();
  }

  async function next() {
    if (busy || waiting.size === 0) return;
    let [kind, message] = waiting.entries().next().value;
    // What is drawn or saved is of the numbers that the picture shows: they come first.
    if (kind !== "read" && !isHeld && shown) [kind, message] = ["again", shown];
    else waiting.delete(kind);
    const sent = (busy = { kind, message });
    root.dataset.busy = kind;
    const { source, ...rest } = message;
    if (kind === "again") status.textContent = `Reading ${source.name} again …`;
    if (source) slow = setTimeout(() => (stop.hidden = false), SLOW);
    try {
      const bytes = source?.file && (await bytesOf(source.file));
      if (busy !== sent) return;
      worker.postMessage({ kind, ...rest, text: source?.text, bytes }, bytes ? [bytes] : []);
    } catch (error) {
      if (busy === sent) receive({ kind, refusal: error.message });
    }
  }

  // On a page from the disk, a worker of WebKit may not read a file: the page does.
  async function bytesOf(file) {
    const bytes = await file.arrayBuffer().catch((error) => {
      throw new Error(`the browser cannot read it (${error.message})`);
    });
    const start = new Uint8Array(bytes).subarray(0, 4).join();
    // An archive, such as a spreadsheet is today, and what a spreadsheet was before.
    if (["80,75,3,4", "208,207,17,224"].includes(start)) {
      throw new Error("it is a spreadsheet or an archive and no text, so save it as CSV");
    }
    return bytes;
  }

  function receive({ kind, failed, ...answer }) {
    if (kind === "open") return stayStill(failed);
    const { message } = busy;
    rest();
    if (failed) {
      start();
      const perhaps = message.source ? "; it may be too large" : "";
      answer.refusal = `it failed (${failed})${perhaps}`;
    }
    const tell = { read: showReading, again: hold, draw: show, numbers: fit, picture: save, table: save }[kind];
    tell(answer, message, kind);
    next();
  }

  // Nothing is with the worker any more.
  function rest() {
    busy = undefined;
    delete root.dataset.busy;
    clearTimeout(slow);
    // The focus goes where the reader is told what became of it.
    if (document.activeElement === stop) said.focus({ preventScroll: true });
    stop.hidden = true;
  }

  function stopReading() {
    const { kind, message } = busy;
    const reason = "the reading was stopped";
    waiting.clear();
    rest();
    start();
    if (kind === "read") refuse(message.source, reason);
    else status.textContent = `The last picture stays: ${reason}.`;
  }

  // Reads something else.
  function take(what) {
    clearTimeout(typed);
    if ((what.file?.size ?? what.text.length) > LARGEST) {
      return refuse(what, "it is larger than 200 MB, too large to be read here");
    }
    if (what.file !== file.files[0]) file.value = "";
    source = what;
    column.value = "-1";
    read();
  }

  function takeExample(button) {
    text.value = button.dataset.text;
    decimal.value = "";
    take({ name: button.textContent, text: text.value });
  }

  function read() {
    if (!worker) return;
    said.textContent = `Reading ${source.name} …`;
    // What was asked of other numbers is asked no more.
    if (fitter || waiting.has("numbers")) stopFitting();
    ask("read", { source, decimal: decimal.value, column: Number(column.value) });
  }

  function showReading({ refusal, columns, ...reading }, message) {
    // An older one is of no interest any more.
    if (waiting.has("read")) {
      isHeld &&= Boolean(refusal);
      return;
    }
    if (columns) showColumns(columns);
    if (refusal) return refuse(message.source, refusal);
    const { count, layout, isGuessed, unread } = reading;
    said.textContent =
      `${message.source.name}: read ${count} ${count === "1" ? "number" : "numbers"} (${layout}).` +
      (isGuessed ? " It is not UTF-8: its letters were read as Windows-1252." : "") +
      (unread === "0" ? "" : ` ${unread} ${unread === "1" ? "line was" : "lines were"} not read:`);
    complain(reading.complaints);
    shown = message;
    isHeld = true;
    defaults = reading.controls;
    // Of other numbers it is another likelihood.
    before = last = moving = undefined;
    forget();
    reset();
  }

  // Nothing stays of what was refused but the reason.
  function refuse({ name, file: refused }, reason) {
    said.textContent = `${name}: ${reason}. The last picture stays.`;
    if (refused === file.files[0]) file.value = "";
    complain([]);
  }

  function complain(lines) {
    complaints.hidden = lines.length === 0;
    complaints.firstElementChild.replaceChildren(
      ...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })),
    );
  }

  // The module holds the numbers of the picture again, or there are none any more.
  function hold({ refusal }, { source }) {
    isHeld = !refusal;
    if (isHeld) return;
    waiting.clear();
    shown = undefined;
    status.textContent = `The last picture stays: ${source.name} cannot be read again, since ${refusal}.`;
  }

  function showColumns(columns) {
    const chosen = column.value;
    const options = columns.map((name, index) => new Option(`${index + 1}${name && `: ${name}`}`, index));
    column.replaceChildren(new Option("automatic", -1), ...options);
    column.value = options[chosen] ? chosen : "-1";
    column.disabled = columns.length < 2;
  }

  // Every control to where the numbers say.
  function reset() {
    for (const { name, ...attributes } of defaults) Object.assign(settings.elements[name], attributes);
    draw();
  }

  function values() {
    return Float64Array.from(controls, (control) => Number(control.value));
  }

  // Shows what is set: its values at once, the picture when it is drawn.
  function draw() {
    for (const control of controls) {
      const output = settings.querySelector(`output[for="${control.id}"]`);
      if (output) output.textContent = written(control);
    }
    choose(Math.min(chosen, Number(bells.value) + 1));
    ask("draw", { values: values(), width: live.width() });
  }

  // The sliders of one bell at a time.
  function choose(bell) {
    chosen = bell;
    for (const button of settings.querySelectorAll("[data-choose]")) {
      const number = Number(button.dataset.choose);
      button.hidden = number > Number(bells.value) + 1;
      button.setAttribute("aria-pressed", number === bell);
    }
    for (const sliders of settings.querySelectorAll("[data-bell]")) {
      sliders.hidden = Number(sliders.dataset.bell) !== bell;
    }
  }

  // Moves a slider as the reader's hand would, and shows those of its bell.
  function pull(name, value) {
    const slider = settings.elements[name];
    choose(Number(slider.closest("[data-bell]").dataset.bell));
    const was = slider.value;
    slider.value = value;
    if (slider.value === was) return;
    if (moving === undefined) before = last;
    moving = slider;
    draw();
  }

  // By how much the log-likelihood rose with the last move, or fell.
  function tellGain() {
    const total = Number(score.textContent.replace("\u2212", "-").replaceAll(",", ""));
    const gained = total - (before ?? total);
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" };
    const isSeen = before !== undefined && Math.abs(gained) > 0.04;
    gain.textContent = isSeen ? `(${gained.toLocaleString("en", digits).replace("-", "\u2212")})` : "";
    last = total;
  }

  function show(drawn) {
    status.textContent = drawn.refusal ? `The last picture stays: ${drawn.refusal}.` : "";
    if (drawn.refusal) return;
    live.show(drawn);
    root.querySelector(".table-scroll").innerHTML = drawn.table;
    for (const fact of root.querySelectorAll("output[data-fact]")) {
      fact.textContent = drawn.facts[fact.dataset.fact] ?? "";
    }
    tellGain();
  }

  function save({ file, refusal }, _, kind) {
    status.textContent = refusal ? `There is nothing to download: ${refusal}.` : "";
    if (!refusal) download(file, kind === "table" ? "two-peaks.csv" : "two-peaks.svg");
  }

  function download(file, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  // Fitting: the numbers go from the one worker to another, which is ended when it has answered or is
  // stopped. Its module comes when it is asked for the first time.
  const report = fitting?.querySelector(".report");
  const takeAlong = fitting?.querySelector(".take-along");
  const told = fitting?.querySelector("[role=status]");
  const [stopFit, undo] = fitting ? fitting.querySelectorAll("[data-stop-fit], [data-undo]") : [];
  let fitScript, fitter, earlier;

  // This function is the worker that fits.
  function serveFit(open) {
    const opened = open();
    self.onmessage = async ({ data: { numbers, groups, recorded } }) => {
      try {
        const fit = await opened;
        self.postMessage(JSON.parse(fit(numbers, groups, recorded)));
      } catch (error) {
        self.postMessage({ refusal: `it failed (${error.message})` });
      }
    };
  }

  async function fit({ numbers, refusal }) {
    // It was stopped while the numbers were on their way.
    if (!("fitting" in root.dataset)) return;
    if (refusal) return showFit({ refusal });
    fitter?.terminate?.();
    const asked = (fitter = {});
    try {
      fitScript ??= moduleOf("own-fit").then((open) => scriptOf(serveFit, open));
      const started = new Worker(await fitScript);
      // It was stopped before it began.
      if (fitter !== asked) return started.terminate();
      fitter = started;
      started.onmessage = ({ data }) => started === fitter && showFit(data);
      started.onerror = () => started === fitter && showFit({ refusal: "the worker does not start" });
      const { groups, recorded } = fitting.elements;
      started.postMessage({ numbers, groups: Number(groups.value), recorded: recorded.value }, [numbers.buffer]);
    } catch (error) {
      if (fitter === asked) showFit({ refusal: error.message });
    }
  }

  // No fit is on its way any more.
  function endFit() {
    fitter?.terminate?.();
    fitter = undefined;
    delete root.dataset.fitting;
    if (document.activeElement === stopFit) told.focus({ preventScroll: true });
    stopFit.hidden = true;
  }

  function showFit({ refusal, report: sections, bells: fitted, listings }) {
    endFit();
    if (refusal) {
      told.textContent = `There is no fit: ${refusal}.`;
      return;
    }
    told.textContent = "The bells stand where the fit has them.";
    report.hidden = false;
    report.replaceChildren(
      ...sections.flatMap(({ heading, sentences }) => [
        Object.assign(document.createElement("h4"), { textContent: heading }),
        ...sentences.map((sentence) => Object.assign(document.createElement("p"), { textContent: sentence })),
      ]),
    );
    takeAlong.hidden = false;
    takeAlong.querySelector("span").replaceChildren(...listings.map(saving));
    earlier = controls.map(({ step, value }) => ({ step, value }));
    undo.hidden = false;
    if (moving !== fitting) before = last;
    moving = fitting;
    bells.value = fitted.length - 1;
    fitted.forEach(([share, mean, deviation], index) => {
      set(`amount-${index + 1}`, 10 * share);
      set(`middle-${index + 1}`, mean);
      set(`width-${index + 1}`, deviation);
    });
    draw();
  }

  // What saves the fitted bells in a language.
  function saving({ language, file, text }) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: language });
    button.addEventListener("click", () => download(new Blob([text], { type: "text/plain" }), file));
    return button;
  }

  // Puts a slider where a fit has it: a thousand times as finely as a hand does.
  function set(name, value) {
    const slider = settings.elements[name];
    const { step } = defaults.find((control) => control.name === name);
    slider.step = Number(step) / 1000;
    slider.value = value;
  }

  function undoFit() {
    controls.forEach((control, index) => Object.assign(control, earlier[index]));
    undo.hidden = true;
    told.textContent = "The bells stand where they stood before.";
    told.focus({ preventScroll: true });
    draw();
  }

  // Of other numbers it is another fit.
  function forget() {
    if (!fitting) return;
    endFit();
    report.hidden = takeAlong.hidden = undo.hidden = true;
    told.textContent = "";
  }

  fitting?.addEventListener("submit", (event) => {
    event.preventDefault();
    endFit();
    told.textContent = "Fitting …";
    root.dataset.fitting = "";
    stopFit.hidden = false;
    ask("numbers", {});
  });
  function stopFitting() {
    waiting.delete("numbers");
    endFit();
    told.textContent = "The fit was stopped.";
  }

  stopFit?.addEventListener("click", stopFitting);
  undo?.addEventListener("click", undoFit);

  // A number of a slider, as many digits as its step asks for.
  function written(slider) {
    const decimals = Math.max(0, -Math.floor(Math.log10(Number(slider.step)) + 1e-9));
    const value = Number(slider.value);
    const isLong = decimals > 7 || Math.abs(value) >= 1e9;
    return (isLong ? value.toExponential(3) : value.toFixed(decimals)).replaceAll("-", "\u2212");
  }

  for (const button of form.querySelectorAll("[data-example]")) {
    button.addEventListener("click", () => takeExample(button));
  }
  for (const choice of [decimal, column]) choice.addEventListener("change", () => read());
  stop.addEventListener("click", stopReading);
  form.addEventListener("submit", (event) => event.preventDefault());
  settings.addEventListener("submit", (event) => event.preventDefault());
  settings.addEventListener("input", ({ target }) => {
    // A move is what is done to one control until another one is touched.
    if (target !== moving) before = last;
    moving = target;
    draw();
  });
  settings.addEventListener("pointerdown", () => (moving = undefined));
  for (const button of settings.querySelectorAll("[data-choose]")) {
    button.addEventListener("click", () => choose(Number(button.dataset.choose)));
  }
  addEventListener("resize", () => shown && draw());
  settings.querySelector("[data-reset]").addEventListener("click", reset);
  for (const button of downloads) {
    button.addEventListener("click", () => ask(button.dataset.save, { values: values() }));
  }

  // The same file may be chosen again: that is a change only if none was chosen before.
  file.addEventListener("click", () => (file.value = ""));
  file.addEventListener("change", () => takeFile(file.files[0]));
  text.addEventListener("input", () => {
    clearTimeout(typed);
    typed = setTimeout(() => take({ name: "Your text", text: text.value }), 300);
  });
  text.addEventListener("paste", (event) => {
    if (isLarge(event.clipboardData)) event.preventDefault();
  });
  root.addEventListener("dragover", (event) => {
    event.preventDefault();
    root.classList.add("is-target");
  });
  root.addEventListener("dragleave", () => root.classList.remove("is-target"));
  root.addEventListener("drop", (event) => {
    root.classList.remove("is-target");
    const [dropped] = event.dataTransfer.files;
    // A short text that falls on the field is the field's.
    if (!dropped && !isLarge(event.dataTransfer) && event.target === text) return;
    event.preventDefault();
    takeFile(dropped);
  });

  function takeFile(file) {
    if (file) take({ name: file.name, file });
  }

  // Whether a text is too long for the field; then it is read past it.
  function isLarge(transfer) {
    const long = transfer.getData("text/plain");
    if (long.length <= LARGE) return false;
    text.value = "";
    take({ name: "Your text, too long to be shown", text: long });
    return true;
  }
});
