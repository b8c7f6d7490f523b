/// 1/√(2π)
pub(super) const FRAC_1_SQRT_2PI: f64 = 0.398_942_280_401_432_7;

/// log √(2π)
pub(crate) const LOG_SQRT_2PI: f64 = 0.918_938_533_204_672_8;

/// The natural logarithm of two, cut in two: the first part has so few digits that its product
/// with a whole number below 2¹¹ is exact.
pub(super) const LN_2_HI: f64 = f64::from_bits(0x3fe6_2e42_fee0_0000);
pub(super) const LN_2_LO: f64 = f64::from_bits(0x3dea_39ef_3579_3c76);

/// 1.5·2⁵²: adding it rounds to a whole number, which then stands in the last bits.
pub(super) const ROUND: f64 = 6_755_399_441_055_744.0;
