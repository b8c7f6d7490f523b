//! The live figures of chapter 1.

live::figures!(ch01);
