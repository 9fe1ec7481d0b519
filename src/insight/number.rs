//! The logarithm, made of additions, multiplications and divisions. Those, and the square root, are rounded alike on
//! every machine (IEEE 754); the `ln` of the standard library is that of the platform and may differ in the last
//! digit, which can turn a tie between two themes. Nothing else of mathematics lives here.

use std::f64::consts::{LN_2, SQRT_2};

/// Terms of the series: what the next would add is below the last digit.
const TERMS: u32 = 12;

/// The natural logarithm of a positive, normal number; 0 for anything else, so that no sum is ever poisoned.
pub fn ln(x: f64) -> f64 {
    if !x.is_normal() || x < 0.0 {
        return 0.0;
    }
    // x = mantissa * 2^exponent with the mantissa near 1.
    let bits = x.to_bits();
    let mut exponent = f64::from(u32::try_from((bits >> 52) & 0x7ff).unwrap_or(1023)) - 1023.0;
    let mut mantissa = f64::from_bits(bits & 0x000f_ffff_ffff_ffff | 0x3ff0_0000_0000_0000);
    if mantissa > SQRT_2 {
        mantissa /= 2.0;
        exponent += 1.0;
    }
    // ln m = 2 (z + z^3/3 + z^5/5 + ...) with z = (m - 1) / (m + 1), which is below 0.172.
    let z = (mantissa - 1.0) / (mantissa + 1.0);
    let (mut sum, mut power) = (0.0, z);
    for term in 0..TERMS {
        sum += power / f64::from(2 * term + 1);
        power *= z * z;
    }
    exponent * LN_2 + 2.0 * sum
}

/// A count as a number.
pub fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_the_logarithm() {
        for x in (1..2000_u32).map(|n| f64::from(n) / 7.0).chain([1e-300, 1e300, f64::MIN_POSITIVE]) {
            assert!((ln(x) - x.ln()).abs() <= 4e-16 * x.ln().abs().max(1.0), "{x}: {} {}", ln(x), x.ln());
        }
        for x in [0.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(ln(x), 0.0);
        }
    }
}
