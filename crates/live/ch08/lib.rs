//! The live figures of chapter 8.

live::figures!(ch08);
