//! The live figures of chapter 6.

live::figures!(ch06);
