// What the tests do with the live figures of a page, by their names in the prose: `ch03/map`.

const figureOf = (name) => document.querySelector(`figure.plot[data-figure="${name}"]`);
const controlsOf = (name) => [...figureOf(name).querySelectorAll("form.controls :is(input, select)")];
const valuesOf = (name) => controlsOf(name).map((control) => Number(control.value));
const drawOf = (name) => globalThis.twoPeaks[name.split("/")[0]]();
const frame = () => new Promise(requestAnimationFrame);

// Moves the controls that stand elsewhere to `values`, as a reader does.
function set(name, values) {
  controlsOf(name).forEach((control, index) => {
    if (Number(control.value) === values[index]) return;
    control.value = values[index];
    for (const type of ["input", "change"]) {
      control.dispatchEvent(new Event(type, { bubbles: true }));
    }
  });
}

// The picture of a figure that is seen: still, of a page's two, it is called as the module calls it.
function pictureOf(name) {
  const pictures = [...figureOf(name).querySelectorAll(".plot-picture svg")];
  const seen = pictures.find((picture) => picture.checkVisibility()).cloneNode(true);
  for (const element of [seen, ...seen.querySelectorAll("[id]")]) element.id = element.id.replace("-narrow", "");
  seen.setAttribute("aria-labelledby", seen.getAttribute("aria-labelledby").replaceAll("-narrow", ""));
  return seen;
}

// How wide a picture is drawn, in its own units, and how wide its place is on the page.
const drawnWidthOf = (name) => pictureOf(name).viewBox.baseVal.width;
const placeWidthOf = (name) => figureOf(name).querySelector(".plot-picture").clientWidth;

// The parts of a figure that change with its controls. mdBook writes the first table in lines.
function shown(name) {
  const figure = figureOf(name);
  const numbers = [...figure.querySelectorAll("figcaption output")];
  return {
    svg: pictureOf(name).outerHTML,
    table: figure.querySelector(".table-scroll").innerHTML.replace(/\n(?=<)|(?<=>)\n/g, ""),
    facts: Object.fromEntries(numbers.map((number) => [number.dataset.fact, number.textContent])),
    status: figure.querySelector("form [role=status]").textContent,
  };
}

// Where two texts part.
function difference(one, other) {
  let same = 0;
  while (one[same] === other[same]) same += 1;
  const part = (text) => text.slice(Math.max(0, same - 40), same + 40);
  return `is …${part(one)}… and not …${part(other)}…`;
}

// What is not as in an answer of a module, once a browser has read both; null if nothing.
function faultOf(name, answer) {
  const now = shown(name);
  const drawn = JSON.parse(answer);
  const read = document.createElement("div");
  for (const part of ["svg", "table"]) {
    read.innerHTML = drawn[part];
    if (now[part] !== read.innerHTML) return `the ${part} ${difference(now[part], read.innerHTML)}`;
  }
  for (const [fact, text] of Object.entries(now.facts)) {
    if (text !== drawn.facts[fact]) return `${fact} is ${text}, not ${drawn.facts[fact]}`;
  }
  for (const slider of controlsOf(name).filter((control) => control.type === "range")) {
    const written = figureOf(name).querySelector(`output[for="${slider.id}"]`).textContent;
    if (Math.abs(written.replace("\u2212", "-") - slider.value) > 0.0005) {
      return `${slider.name} is ${slider.value} and said to be ${written}`;
    }
  }
  return now.status === "" ? null : now.status;
}

// When the page of a figure is there, and the script of its module: a browser that has much to do
// says so before it is.
async function loaded(name) {
  const isThere = () => figureOf(name) && globalThis.twoPeaks?.[name.split("/")[0]];
  for (let waits = 0; !isThere() && waits < 100; waits += 1) {
    await new Promise((done) => setTimeout(done, 100));
  }
}

// The values of a figure, what its module answers to them, and what on the page is not so, a second
// later at most.
async function settled(name) {
  await loaded(name);
  // A table that is folded away is not kept up.
  figureOf(name).querySelector("details").open = true;
  const draw = await drawOf(name);
  const values = valuesOf(name);
  let width, answer, fault;
  for (let frames = 0; fault !== null && frames < 60; frames += 1) {
    if (frames > 0) await frame();
    width = drawnWidthOf(name);
    answer = draw(name, Float64Array.from(values), width);
    fault = faultOf(name, answer);
  }
  return { values, width, place: placeWidthOf(name), answer, fault };
}
