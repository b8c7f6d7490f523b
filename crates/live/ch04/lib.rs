//! The live figures of chapter 4.

live::figures!(ch04);
