// Your own data: what the reader pastes, types, drops or chooses is read and drawn by a worker, so
// that the page answers whatever the size. The worker is made of the text of a function below and
// of the module's: a page opened as a file may fetch nothing. Nothing is sent or kept anywhere.
"use strict";

(() => {
  const root = document.querySelector(".own-data");
  const [source, settings] = root.querySelectorAll("form");
  // On paper the picture is still.
  if (location.pathname.endsWith("/print.html")) {
    source.remove();
    settings.remove();
    return;
  }

  // So many characters in a text field, and it no longer answers.
  const LARGE = 100_000;
  // So many bytes, and the browser may run out of memory.
  const LARGEST = 200 * 2 ** 20;

  const { text, file, decimal, column } = source.elements;
  const said = source.querySelector("[role=status]");
  const complaints = source.querySelector(".complaints");
  const controls = [...settings.querySelectorAll("input, select")];
  const status = settings.querySelector("[role=status]");
  const bells = settings.elements.bells;
  const waiting = new Map();
  let worker, busy, name, typed, defaults;

  load().then(
    (open) => {
      const script = new Blob([`(${serve})(${open})`], { type: "text/javascript" });
      worker = new Worker(URL.createObjectURL(script));
      worker.onmessage = ({ data }) => receive(data);
      worker.onerror = () => stayStill("the worker does not start");
      takeExample(source.querySelector("[data-example=old-faithful]"));
    },
    (error) => stayStill(error.message),
  );

  function load() {
    const script = document.createElement("script");
    script.src = "live/own-data.js";
    const arrived = new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${script.src} is missing`));
    });
    document.head.append(script);
    // What arrived may be no such script: that stills the page too.
    return arrived.then(() => globalThis.twoPeaks["own-data"]);
  }

  function stayStill(reason) {
    for (const element of [...source.elements, ...settings.elements]) element.disabled = true;
    said.textContent = `The page stays still: ${reason}.`;
  }

  // This function is the worker: one answer to each message, in their order.
  function serve(open) {
    const opened = open().then((OwnData) => ({ OwnData, own: new OwnData() }));
    let text = "";
    const answers = {
      async read({ own }, { source, decimal, column }) {
        if (source) text = await textOf(source);
        return JSON.parse(own.read(text, decimal, column));
      },
      draw({ own }, { values }) {
        return JSON.parse(own.draw(values));
      },
      picture({ own }, { values }) {
        return { file: new Blob([own.file(values)], { type: "image/svg+xml" }) };
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
    self.onmessage = async ({ data: { kind, ...message } }) => {
      try {
        self.postMessage({ kind, ...(await answers[kind](await opened, message)) });
      } catch (error) {
        self.postMessage({ kind, refusal: `it failed (${error.message})` });
      }
    };

    async function textOf({ text, file }) {
      if (!file) return text;
      const bytes = new Uint8Array(await file.arrayBuffer());
      // What a spreadsheet calls Unicode text.
      const marks = { "255,254": "utf-16le", "254,255": "utf-16be" };
      return new TextDecoder(marks[bytes.subarray(0, 2).join()] ?? "utf-8").decode(bytes);
    }
  }

  // One message is with the worker; of each kind only the newest waits.
  function ask(kind, message) {
    // What was to be drawn or saved was of other numbers.
    if (kind === "read") waiting.clear();
    waiting.set(kind, message);
    next();
  }

  function next() {
    if (busy || waiting.size === 0) return;
    const [kind, message] = waiting.entries().next().value;
    waiting.delete(kind);
    busy = kind;
    root.dataset.busy = kind;
    worker.postMessage({ kind, ...message });
  }

  function receive({ kind, ...answer }) {
    busy = undefined;
    delete root.dataset.busy;
    // An older reading is of no interest any more.
    if (!(kind === "read" && waiting.has("read"))) {
      ({ read: showReading, draw: show, picture: save, table: save })[kind](answer, kind);
    }
    next();
  }

  // Reads another text: `{ text }` or `{ file }`, which is called `called`.
  function take(called, what) {
    clearTimeout(typed);
    name = called;
    column.value = "-1";
    if (what.file?.size > LARGEST) {
      said.textContent = `${name} is larger than 200 MB: it is not read.`;
      return;
    }
    read(what);
  }

  function takeExample(button) {
    text.value = button.dataset.text;
    decimal.value = "";
    take(button.textContent, { text: text.value });
  }

  function read(what) {
    if (!worker) return;
    said.textContent = `Reading ${name} …`;
    ask("read", { source: what, decimal: decimal.value, column: Number(column.value) });
  }

  function showReading({ refusal, count, layout, columns = [], complaints: lines = [], complaintCount, ...read }) {
    const unread = complaintCount === 1 ? "1 line was" : `${complaintCount} lines were`;
    said.textContent = refusal
      ? `${name}: ${refusal}. The last picture stays.`
      : `${name}: read ${count} ${count === "1" ? "number" : "numbers"} (${layout}).` +
        (complaintCount > 0 ? ` ${unread} not read:` : "");
    complaints.hidden = lines.length === 0;
    const more = complaintCount - lines.length;
    if (more > 0) lines.push(`and ${more} more`);
    complaints.firstElementChild.replaceChildren(
      ...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })),
    );
    showColumns(columns);
    if (refusal) return;
    defaults = read.controls;
    reset();
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
    for (const bell of settings.querySelectorAll("[data-bell]")) {
      bell.hidden = Number(bell.dataset.bell) > Number(bells.value) + 1;
    }
    if (worker) ask("draw", { values: values() });
  }

  function show(drawn) {
    status.textContent = drawn.refusal ? `The last picture stays: ${drawn.refusal}.` : "";
    if (drawn.refusal) return;
    root.querySelector(".plot-picture").innerHTML = drawn.svg;
    root.querySelector(".table-scroll").innerHTML = drawn.table;
    for (const fact of root.querySelectorAll("output[data-fact]")) {
      fact.textContent = drawn.facts[fact.dataset.fact] ?? "";
    }
  }

  function save({ file, refusal }, kind) {
    status.textContent = refusal ? `There is nothing to download: ${refusal}.` : "";
    if (refusal) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = kind === "table" ? "two-peaks.csv" : "two-peaks.svg";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  // A number of a slider, as many digits as its step asks for.
  function written(slider) {
    const decimals = Math.max(0, -Math.floor(Math.log10(Number(slider.step)) + 1e-9));
    const value = Number(slider.value);
    const isLong = decimals > 7 || Math.abs(value) >= 1e9;
    return (isLong ? value.toExponential(3) : value.toFixed(decimals)).replaceAll("-", "\u2212");
  }

  for (const button of source.querySelectorAll("[data-example]")) {
    button.addEventListener("click", () => takeExample(button));
  }
  for (const choice of [decimal, column]) choice.addEventListener("change", () => read());
  source.addEventListener("submit", (event) => event.preventDefault());
  settings.addEventListener("submit", (event) => event.preventDefault());
  settings.addEventListener("input", draw);
  settings.querySelector("[data-reset]").addEventListener("click", reset);
  for (const button of settings.querySelectorAll("[data-save]")) {
    button.addEventListener("click", () => ask(button.dataset.save, { values: values() }));
  }

  file.addEventListener("change", () => file.files[0] && take(file.files[0].name, { file: file.files[0] }));
  text.addEventListener("input", () => {
    clearTimeout(typed);
    typed = setTimeout(() => take("Your text", { text: text.value }), 300);
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
    if (dropped) take(dropped.name, { file: dropped });
  });

  // Whether a text is too long for the field; then it is read past it.
  function isLarge(transfer) {
    const long = transfer.getData("text/plain");
    if (long.length <= LARGE) return false;
    text.value = "";
    take("Your text, too long to be shown", { text: long });
    return true;
  }
})();
