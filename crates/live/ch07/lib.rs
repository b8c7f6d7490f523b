//! The live figures of chapter 7.

live::figures!(ch07);
