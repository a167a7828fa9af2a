import { toInt16 } from './values'

/** Four int8 from memory as float32. */
// @ts-ignore: decorator
@inline
function four(at: usize): v128 {
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v128.load32_zero(at))))
}

/**
 * Puts the row of a table, or the sum of the rows of two tables, into each token's input. `rows` has one row number a
 * token at a distance of `step` bytes; `unit` is what a value of 1 counts in the input.
 */
export function embed(
  rows: usize, step: usize, vectors: usize, scales: usize, to: usize, stride: usize, n: i32, columns: i32, unit: f32,
): void {
  for (let t = 0; t < n; t++) {
    const row = load<i32>(rows)
    const from = vectors + usize(row * columns)
    const scale = f32x4.splat(load<f32>(scales + (usize(row) << 2)) * unit)
    for (let c: usize = 0; c < usize(columns); c += 4) toInt16(f32x4.mul(four(from + c), scale), to + (c << 1))
    rows += step
    to += stride
  }
}

/** As `embed`, with what stands in the input already added to it. */
export function embedMore(
  rows: usize, step: usize, vectors: usize, scales: usize, to: usize, stride: usize, n: i32, columns: i32, unit: f32,
): void {
  for (let t = 0; t < n; t++) {
    const row = load<i32>(rows)
    const from = vectors + usize(row * columns)
    const scale = f32x4.splat(load<f32>(scales + (usize(row) << 2)) * unit)
    for (let c: usize = 0; c < usize(columns); c += 4) {
      const before = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(v128.load64_zero(to + (c << 1))))
      toInt16(f32x4.add(before, f32x4.mul(four(from + c), scale)), to + (c << 1))
    }
    rows += step
    to += stride
  }
}
