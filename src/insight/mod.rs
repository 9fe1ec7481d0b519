//! What a set of texts says of itself: words, weights, likeness, candidate themes, their names and quotes. It knows
//! texts, numbers and `std`; no record, no person, no clock, no file. The order in which texts are given breaks every
//! tie, and only operations that IEEE 754 rounds alike everywhere are used, so the same texts give the same answer
//! on every machine.

pub mod english;
pub mod hangul;
pub mod korean;
pub mod likeness;
pub mod naming;
pub mod number;
pub mod polarity;
pub mod quotes;
pub mod summary;
pub mod terms;
pub mod themes;
pub mod ward;
pub mod weights;
