//! speakers
