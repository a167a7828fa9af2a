/** Single values, four at a time: int16 from float32, and the curved functions of the encoder as fixed polynomials. */

/** The sum of four lanes, always in the same order. */
// @ts-ignore: decorator
@inline
export function sum4(v: v128): f32 {
  const half = f32x4.add(v, i8x16.shuffle(v, v, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7))
  return f32x4.extract_lane(half, 0) + f32x4.extract_lane(half, 1)
}

/** The greatest of four lanes. */
// @ts-ignore: decorator
@inline
export function max4(v: v128): f32 {
  const half = f32x4.max(v, i8x16.shuffle(v, v, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7))
  return max<f32>(f32x4.extract_lane(half, 0), f32x4.extract_lane(half, 1))
}

/** Below this e^x counts as the power here: it is 1e-38. */
const EXP_LEAST: f32 = -87
const LOG2_E: f32 = 1.4426950408889634

/**
 * e^x for x up to 0, off by less than 3e-7 of itself: 2 to the nearest whole power, times the series of 2^f to its
 * sixth term for what is left, which lies between -1/2 and 1/2.
 */
// @ts-ignore: decorator
@inline
export function exp4(value: v128): v128 {
  const t = f32x4.mul(f32x4.max(value, f32x4.splat(EXP_LEAST)), f32x4.splat(LOG2_E))
  const whole = f32x4.nearest(t)
  const f = f32x4.sub(t, whole)
  let p = f32x4.add(f32x4.mul(f, f32x4.splat(0.00015403530393381608)), f32x4.splat(0.0013333558146428443))
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(0.009618129107628477))
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(0.05550410866482158))
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(0.2402265069591007))
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(0.6931471805599453))
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1))
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23)
  return f32x4.mul(p, power)
}

/** Beyond it the normal distribution is taken to be 0 or 1. */
const NORMAL_LIMIT: f32 = 5

/**
 * GELU, x times the normal distribution's share below x, off by less than 3e-6. The share is 1/2 and x times a quotient
 * of polynomials in x², fitted by least squares between -5 and 5.
 */
// @ts-ignore: decorator
@inline
export function gelu4(value: v128): v128 {
  const x = f32x4.min(f32x4.max(value, f32x4.splat(-NORMAL_LIMIT)), f32x4.splat(NORMAL_LIMIT))
  const q = f32x4.mul(x, x)
  let above = f32x4.add(f32x4.mul(q, f32x4.splat(-1.06995896e-7)), f32x4.splat(4.98575811e-5))
  above = f32x4.add(f32x4.mul(above, q), f32x4.splat(0.0042277035))
  above = f32x4.add(f32x4.mul(above, q), f32x4.splat(0.0279680761))
  above = f32x4.add(f32x4.mul(above, q), f32x4.splat(0.398968032))
  let below = f32x4.add(f32x4.mul(q, f32x4.splat(0.00142679054)), f32x4.splat(0.0248950622))
  below = f32x4.add(f32x4.mul(below, q), f32x4.splat(0.236964871))
  below = f32x4.add(f32x4.mul(below, q), f32x4.splat(1))
  const share = f32x4.add(f32x4.splat(0.5), f32x4.mul(x, f32x4.div(above, below)))
  return f32x4.mul(value, share)
}
