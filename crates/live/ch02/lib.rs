//! The live figures of chapter 2.

live::figures!(ch02);
