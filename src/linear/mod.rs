//! F1: the linear model: hashed features, quantised weights, scoring.
