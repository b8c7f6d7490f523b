//! The live figures of chapter 3.

live::figures!(ch03);
