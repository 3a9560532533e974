//! Chance that falls the same way every time, so that two seeds of one day are equal (splitmix64).

use uuid::{Builder, Uuid};

/// A row of throws.
pub(super) struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5107_9057_5107_9057)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From nothing to one less than `sides`.
    pub fn below(&mut self, sides: i64) -> i64 {
        i64::try_from(self.next() % sides.max(1).unsigned_abs()).unwrap_or(0)
    }

    /// Whether something happens that happens so often in a hundred.
    pub fn percent(&mut self, often: i64) -> bool {
        self.below(100) < often
    }

    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        let at = usize::try_from(self.below(i64::try_from(all.len()).unwrap_or(1))).unwrap_or(0);
        all[at]
    }

    /// Around nothing, mostly between -2 and 2.
    pub fn lean(&mut self) -> f64 {
        let sum: i64 = (0..6).map(|_| self.below(1001)).sum();
        // Six throws of 0..=1000 have a mean of 3000 and spread by about 708.
        f64::from(i32::try_from(sum - 3000).unwrap_or(0)) / 708.0
    }

    /// An id as of that moment, in milliseconds.
    pub fn id(&mut self, millis: i64) -> Uuid {
        let (one, two) = (self.next().to_be_bytes(), self.next().to_be_bytes());
        let mut bytes = [0; 10];
        bytes[..8].copy_from_slice(&one);
        bytes[8..].copy_from_slice(&two[..2]);
        Builder::from_unix_timestamp_millis(millis.max(0).unsigned_abs(), &bytes).into_uuid()
    }
}
