// node module.mjs SCRIPTS < STILLS: draws every still with the scripts of the live figures and
// compares, byte for byte; and weighs the scripts. STILLS is what the example `stills` prints.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * What a live script may weigh, gzipped, in KB: the goal, and those that are not there yet, with a
 * few percent for another compiler.
 */
const GOAL = 120;
const ABOVE = { "ch03.js": 128, "ch04.js": 184, "ch06.js": 152 };

const folder = process.argv[2];
let failures = 0;
const fail = (message) => {
  failures += 1;
  console.error(`error: ${message}`);
};

const draw = {};
for (const file of readdirSync(folder).sort()) {
  const script = readFileSync(join(folder, file), "utf8");
  const weight = gzipSync(script, { level: 9 }).length / 1024;
  const budget = ABOVE[file] ?? GOAL;
  console.log(`${file}: ${weight.toFixed(1)} KB gzipped, of ${budget}`);
  if (weight > budget) fail(`${file} weighs ${weight.toFixed(1)} KB gzipped; it may weigh ${budget}`);
  // As a classic script of a page.
  (0, eval)(script);
  const chapter = file.replace(/\.js$/, "");
  draw[chapter] = await globalThis.twoPeaks[chapter]();
}

const times = [];
const stills = readFileSync(0, "utf8").trim().split("\n").map((line) => JSON.parse(line));
for (const still of stills) {
  const chapter = still.figure.split("/")[0];
  const at = `${still.figure} at ${still.values}`;
  const began = performance.now();
  const drawn = JSON.parse(draw[chapter](still.figure, Float64Array.from(still.values)));
  times.push(performance.now() - began);
  for (const part of ["svg", "table"]) {
    if (drawn[part] !== still[part]) fail(`${at}: the ${part} is another one ${drawn.refusal ?? ""}`);
  }
  if (JSON.stringify(drawn.facts) !== JSON.stringify(drawn.facts && order(still.facts, drawn.facts))) {
    fail(`${at}: the facts are ${JSON.stringify(drawn.facts)}, not ${JSON.stringify(still.facts)}`);
  }
}
times.sort((a, b) => a - b);
const median = times[Math.floor(times.length / 2)];
const verdict = failures > 0 ? "not all as they should be" : "the same bytes";
console.log(`${times.length} drawings, ${verdict}; median ${median.toFixed(2)} ms, longest ${times.at(-1).toFixed(1)} ms`);
process.exit(failures > 0 ? 1 : 0);

/** The same members in the order of another object. */
function order(object, like) {
  const names = Object.keys(like);
  if (names.length !== Object.keys(object).length) return object;
  return Object.fromEntries(names.map((name) => [name, object[name]]));
}
