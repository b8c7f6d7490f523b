//! The live figures of chapter 9.

live::figures!(ch09);
