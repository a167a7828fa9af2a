import { gelu4, sum4 } from './values'

/** Rows of float32, `columns` (a multiple of 8) each and one after the other: sums, norms, pools. */

/** LayerNorm's guard against a row without any variance. */
const EPSILON: f32 = 1e-12

/** Adds to each of `n` rows the row of an int8 table whose number `rows` has, at a distance of `step` bytes. */
export function embed(rows: usize, step: usize, vectors: usize, scales: usize, to: usize, n: i32, columns: i32): void {
  for (let t = 0; t < n; t++) {
    const row = load<i32>(rows)
    const scale = f32x4.splat(load<f32>(scales + (usize(row) << 2)))
    const end = vectors + usize(row * columns) + usize(columns)
    for (let from = vectors + usize(row * columns); from < end; from += 8) {
      const eight = v128.load8x8_s(from)
      const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(eight))
      const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(eight))
      v128.store(to, f32x4.add(v128.load(to), f32x4.mul(low, scale)))
      v128.store(to, f32x4.add(v128.load(to, 16), f32x4.mul(high, scale)), 16)
      to += 32
    }
    rows += step
  }
}

/** x = LayerNorm(x + y) in each row, with `gain` and `bias` of a value a column. Rows of `y` are as far apart as of `x`. */
export function addNorm(x: usize, y: usize, gain: usize, bias: usize, n: i32, columns: i32): void {
  const bytes = usize(columns) << 2
  const share: f32 = f32(1) / f32(columns)
  for (let t = 0; t < n; t++) {
    let even = f32x4.splat(0), odd = even
    for (let c: usize = 0; c < bytes; c += 32) {
      const low = f32x4.add(v128.load(x + c), v128.load(y + c))
      const high = f32x4.add(v128.load(x + c, 16), v128.load(y + c, 16))
      v128.store(x + c, low)
      v128.store(x + c, high, 16)
      even = f32x4.add(even, low)
      odd = f32x4.add(odd, high)
    }
    const mean = f32x4.splat(sum4(f32x4.add(even, odd)) * share)
    even = f32x4.splat(0)
    odd = even
    for (let c: usize = 0; c < bytes; c += 32) {
      const low = f32x4.sub(v128.load(x + c), mean)
      const high = f32x4.sub(v128.load(x + c, 16), mean)
      even = f32x4.add(even, f32x4.mul(low, low))
      odd = f32x4.add(odd, f32x4.mul(high, high))
    }
    const variance = sum4(f32x4.add(even, odd)) * share
    const inverse = f32x4.splat(f32(1) / sqrt<f32>(variance + EPSILON))
    for (let c: usize = 0; c < bytes; c += 16) {
      const value = f32x4.mul(f32x4.sub(v128.load(x + c), mean), inverse)
      v128.store(x + c, f32x4.add(f32x4.mul(value, v128.load(gain + c)), v128.load(bias + c)))
    }
    x += bytes
    y += bytes
  }
}

/** GELU in place over `count` float32, a multiple of 4. */
export function gelu(values: usize, count: i32): void {
  const end = values + (usize(count) << 2)
  for (; values < end; values += 16) v128.store(values, gelu4(v128.load(values)))
}

/**
 * Adds to each of `n` rows of `to` the mean of rows of `from`, times `weight`: row t takes `ends[t] - ends[t - 1]` rows
 * (int32), the first from row `first` on.
 */
export function pool(from: usize, first: i32, ends: usize, to: usize, n: i32, columns: i32, weight: f32): void {
  const bytes = usize(columns) << 2
  let row = first
  for (let t = 0; t < n; t++) {
    const end = load<i32>(ends + (usize(t) << 2))
    const share = f32x4.splat(weight / f32(end - row))
    for (let c: usize = 0; c < bytes; c += 16) {
      let sum = f32x4.splat(0)
      for (let r = row; r < end; r++) sum = f32x4.add(sum, v128.load(from + usize(r) * bytes + c))
      v128.store(to + c, f32x4.add(v128.load(to + c), f32x4.mul(sum, share)))
    }
    row = end
    to += bytes
  }
}
