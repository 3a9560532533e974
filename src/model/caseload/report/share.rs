//! A share and how sure one can be of it.

/// A share with the interval in which the true one lies 19 times of 20.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// In percent.
    pub percent: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Share {
    /// Of so many of so many: Wilson's interval at 95 % (Wilson 1927), which is right for few as well.
    #[must_use]
    pub fn of(some: i64, all: i64) -> Self {
        const Z: f64 = 1.959_963_984_540_054;
        if all <= 0 {
            return Self { percent: 0.0, low: 0.0, high: 100.0 };
        }
        #[expect(clippy::cast_precision_loss, reason = "no school has 2^52 students")]
        let (some, all) = (some as f64, all as f64);
        let (share, square) = (some / all, Z * Z);
        let middle = (share + square / (2.0 * all)) / (1.0 + square / all);
        let reach = Z / (1.0 + square / all) * (share * (1.0 - share) / all + square / (4.0 * all * all)).sqrt();
        let percent = |part: f64| part.clamp(0.0, 1.0) * 100.0;
        Self { percent: percent(share), low: percent(middle - reach), high: percent(middle + reach) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilsons_interval_is_the_one_of_the_books() {
        // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
        for (some, all, low, high) in
            [(81, 263, 25.53, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0.0, 16.11), (1, 29, 0.61, 17.18)]
        {
            let share = Share::of(some, all);
            assert!((share.low - low).abs() < 0.01 && (share.high - high).abs() < 0.01, "{some} of {all}: {share:?}");
        }
        assert_eq!(Share::of(0, 0), Share { percent: 0.0, low: 0.0, high: 100.0 });
    }

    proptest::proptest! {
        #[test]
        fn a_share_lies_in_its_interval(some in 0i64..2000, more in 0i64..2000) {
            let share = Share::of(some, some + more);
            proptest::prop_assert!(0.0 <= share.low && share.low <= share.high && share.high <= 100.0);
            proptest::prop_assert!(some + more == 0 || (share.low - 1e-9 <= share.percent && share.percent <= share.high + 1e-9));
        }
    }
}
