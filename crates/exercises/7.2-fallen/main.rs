//! Checks the reader's file: `cargo book exercise 7.2`.

exercises::program!(fallen(m_step));
