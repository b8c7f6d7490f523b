"""Runs the listings and writes to recorded/ what they print and what their objects answer.

    just tfp

The Rust of the chapter is compared with the recording, so only this needs TensorFlow. On another
processor the last digits may differ: its vectors may be longer.
"""

import json
import os
import pathlib
import subprocess
import sys
from importlib.metadata import version

HERE = pathlib.Path(__file__).parent
RECORDED = HERE / "recorded"
PRECISIONS = "float32", "float64"
LISTINGS = "categorical", "batched_normal", "principle", "mixture", "density", "limits"


def run(program, precision):
    """What a program prints. Agg draws without a screen."""
    settings = {"DTYPE": precision, "MPLBACKEND": "Agg", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, HERE / f"{program}.py"]
    done = subprocess.run(command, env=os.environ | settings, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{program}.py failed:\n{done.stderr}")
    return done.stdout


def in_lines(recording):
    """JSON with a line for every expression."""
    def section(name, entries):
        lines = (f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in entries.items())
        return f" {json.dumps(name)}: {{\n" + ",\n".join(lines) + "\n }"
    return "{\n" + ",\n".join(section(*item) for item in recording.items()) + "\n}\n"


def table(heading, *columns):
    rows = zip(*columns, strict=True)
    return "".join(",".join(map(str, row)) + "\n" for row in [(heading, *PRECISIONS), *rows])


def in_rust(columns):
    """The rows of the tails as an array in Rust."""
    def number(value):
        return str(value).replace("-inf", "f64::NEG_INFINITY")
    rows = (map(number, row) for row in zip(*columns, strict=True))
    fields = "    ({}, Recorded {{ float32: {}, float64: {} }}),\n"
    return "[\n" + "".join(fields.format(*row) for row in rows) + "]\n"


def main():
    RECORDED.mkdir(exist_ok=True)
    for listing in LISTINGS:
        (RECORDED / f"{listing}.txt").write_text(run(listing, PRECISIONS[0]))
        print(f"recorded {listing}.py")

    single, double = (json.loads(run("values", precision)) for precision in PRECISIONS)
    for same in "points", "shapes":
        if single[same] != double[same]:
            sys.exit(f"the {same} differ between {' and '.join(PRECISIONS)}")
    packages = "tensorflow-cpu", "tf-keras", "tensorflow-probability", "numpy"
    both = {
        section: {text: [value, double[section][text]] for text, value in single[section].items()}
        for section in ("numbers", "arrays")
    }
    recording = {
        "versions": {package: version(package) for package in packages},
        "points": single["points"],
        "shapes": single["shapes"],
        **both,
    }
    (RECORDED / "values.json").write_text(in_lines(recording))

    # What the chapter prints and draws, compiled into it.
    pairs = both["numbers"]
    (RECORDED / "numbers.csv").write_text(table("expression", pairs, *zip(*pairs.values())))
    tails = both["arrays"]["gmm.log_survival_function(tail)"]
    (RECORDED / "tails.rs").write_text(in_rust([single["points"]["tail"], *tails]))
    print("recorded values.json, numbers.csv and tails.rs")


if __name__ == "__main__":
    main()
