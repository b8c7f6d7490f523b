# List the recipes
default:
    @{{quote(just_executable())}} --list

# Build the book, serve it at http://localhost:3000, and build it again at every change
[no-exit-message]
serve *ARGS:
    @cargo book serve {{ARGS}}

# Build the book into target/book
[no-exit-message]
build:
    @cargo book build

# Make target/two-peaks.pdf by an installed Chromium, Chrome or Edge
[no-exit-message]
pdf:
    @cargo book pdf

# Look through the built book for what a reader would stumble over
[no-exit-message]
check:
    @cargo book check

# Print a chapter's run and draw its figures: just chapter 2
[no-exit-message]
chapter NUMBER:
    @cargo book chapter {{quote(NUMBER)}}

# Check your attempt at an exercise, and say in words what is still wrong: just exercise 3.1
[no-exit-message]
exercise NUMBER:
    @cargo book exercise {{quote(NUMBER)}}

# List the exercises, with what you have solved
[no-exit-message]
exercises:
    @cargo book exercises

# Run every test, the book's own included
test *ARGS:
    cargo test --workspace {{ARGS}}

# Measure the library beside libm and statrs, and print a table of ratios
bench *ARGS:
    cargo bench --package mixture --bench speed -- {{ARGS}}

# Measure how long fits take, and print a table
bench-fit *ARGS:
    cargo bench --package fit --bench speed -- {{ARGS}}

# Run chapter 6's Python listings and record what TensorFlow Probability says (needs Python 3.11 to 3.13)
tfp:
    python3 -m venv target/tfp
    target/tfp/bin/pip install --quiet --requirement crates/ch06-tfp-style/tfp/requirements.txt
    target/tfp/bin/python crates/ch06-tfp-style/tfp/record.py

# Record where other libraries stop, for chapter 7 (needs Python 3.11 to 3.13 and R with mclust and mixtools)
peers:
    python3 -m venv target/peers
    target/peers/bin/pip install --quiet --requirement crates/ch07-learning/peers/requirements.txt
    target/peers/bin/python crates/ch07-learning/peers/record.py

# Accept or reject the pictures and texts that changed
[no-exit-message]
review:
    @cargo insta --version > /dev/null 2>&1 || { echo "error: cargo-insta is missing; install it once: cargo install cargo-insta" >&2; exit 1; }
    cargo insta review

# Run what has to pass before a change is taken
ci:
    bash .ci/run
