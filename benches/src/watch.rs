//! Processor time and memory, where the system tells them.

use std::time::Instant;

/// A watch of processor time, where the system tells it: what else the machine does is not counted.
#[derive(Debug)]
pub struct Watch {
    wall: Instant,
    ticks: Option<u64>,
}

impl Watch {
    /// Starts now.
    pub fn start() -> Self {
        Self { wall: Instant::now(), ticks: ticks() }
    }

    /// Seconds since the start.
    pub fn seconds(&self) -> f64 {
        match (self.ticks, ticks()) {
            // Linux counts a hundred ticks a second.
            (Some(begin), Some(end)) => (end - begin) as f64 / 100.0,
            _ => self.wall.elapsed().as_secs_f64(),
        }
    }
}

/// Ticks that this process has had of a processor.
fn ticks() -> Option<u64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
}

/// The most memory that this process has held, in MB; none where the system does not tell.
pub fn peak() -> Option<f64> {
    memory("VmHWM:")
}

/// The memory that this process holds now, in MB; none where the system does not tell.
pub fn held() -> Option<f64> {
    memory("VmRSS:")
}

fn memory(name: &str) -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix(name))?;
    Some(line.trim().trim_end_matches("kB").trim().parse::<f64>().ok()? / 1024.0)
}
