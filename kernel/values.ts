/** Single values: int16 from float32, the bounded functions of the LSTM, the embeddings. */

/** Four values, already times what they are to be counted in, to four int16 (saturated, half to even). */
// @ts-ignore: decorator
@inline
export function toInt16(values: v128, to: usize): void {
  const whole = i32x4.trunc_sat_f32x4_s(f32x4.nearest(values))
  v128.store64_lane(to, i16x8.narrow_i32x4_s(whole, whole), 0)
}

/** Where the fraction below reaches 1; beyond it tanh is taken to be 1. */
const TANH_LIMIT: f32 = 6.297

/** tanh by Lambert's continued fraction, cut at its ninth step: off by less than 7e-6, the same on every machine. */
// @ts-ignore: decorator
@inline
export function tanh4(value: v128): v128 {
  const x = f32x4.min(f32x4.max(value, f32x4.splat(-TANH_LIMIT)), f32x4.splat(TANH_LIMIT))
  const q = f32x4.mul(x, x)
  let above = f32x4.add(q, f32x4.splat(990))
  above = f32x4.add(f32x4.mul(above, q), f32x4.splat(135135))
  above = f32x4.add(f32x4.mul(above, q), f32x4.splat(4729725))
  above = f32x4.add(f32x4.mul(above, q), f32x4.splat(34459425))
  let below = f32x4.add(f32x4.mul(f32x4.splat(45), q), f32x4.splat(13860))
  below = f32x4.add(f32x4.mul(below, q), f32x4.splat(945945))
  below = f32x4.add(f32x4.mul(below, q), f32x4.splat(16216200))
  below = f32x4.add(f32x4.mul(below, q), f32x4.splat(34459425))
  return f32x4.div(f32x4.mul(x, above), below)
}

/** The logistic function of twice the value. */
// @ts-ignore: decorator
@inline
export function sigmoid4(half: v128): v128 {
  return f32x4.add(f32x4.mul(tanh4(half), f32x4.splat(0.5)), f32x4.splat(0.5))
}
