//! Sessions at the search.
