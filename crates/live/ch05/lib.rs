//! The live figures of chapter 5.

live::figures!(ch05);
