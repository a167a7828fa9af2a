/**
 * Products of int8 matrices with int16 values: exact 32-bit sums, so that a row's product is the same on every machine
 * and whatever rows are beside it. A sum cannot overflow while columns * 127 * greatest value < 2^31: the greatest value
 * that `activate` gives must be chosen so.
 *
 * Form of a matrix: panels of 8 rows; in a panel, for each pair of columns, the 8 rows' pairs side by side, 16 bytes.
 * Form of the values: blocks of 4 rows; in a block, for each pair of columns, the 4 rows' pairs side by side, 16 bytes.
 * So one step of the inner loop meets 4 rows of values with 8 rows of the matrix: 64 products out of four loads.
 */

/** Rows of a block. */
const BLOCK: i32 = 4

/** Bytes of one pair of columns, of a panel and of a block alike. */
// @ts-ignore: decorator
@inline
export const PAIR: usize = 16

// @ts-ignore: decorator
@inline
function put(sums: v128, unit: f32, scale: v128, bias: v128, to: usize): void {
  v128.store(to, f32x4.add(f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(sums), scale), f32x4.splat(unit)), bias))
}

/**
 * y[n x rows] = x[n x columns] * matrix + bias. `units` has what a value of 1 in `x` stands for, a float32 a row of `x`;
 * `scale` and `bias` are float32, one a row of the matrix. `y` is float32 with 8 * `panels` columns and whole blocks of
 * rows; what is written beyond row `n` has no meaning.
 */
export function multiply(
  x: usize, units: usize, matrix: usize, scale: usize, bias: usize, y: usize, n: i32, panels: i32, pairs: i32,
): void {
  const bytes = usize(pairs) * PAIR
  const stride = usize(panels) * 32
  for (let p: usize = 0; p < usize(panels); p++) {
    const panel = matrix + p * bytes
    const end = panel + bytes
    const s0 = v128.load(scale + p * 32), s1 = v128.load(scale + p * 32, 16)
    const b0 = v128.load(bias + p * 32), b1 = v128.load(bias + p * 32, 16)
    let values = x
    let unit = units
    let out = y + p * 32
    for (let t = 0; t < n; t += BLOCK) {
      let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0
      for (let w = panel; w < end; w += PAIR) {
        const low = v128.load8x8_s(w), high = v128.load8x8_s(w, 8)
        const v0 = v128.load32_splat(values)
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v0, low))
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v0, high))
        const v1 = v128.load32_splat(values, 4)
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(v1, low))
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(v1, high))
        const v2 = v128.load32_splat(values, 8)
        a4 = i32x4.add(a4, i32x4.dot_i16x8_s(v2, low))
        a5 = i32x4.add(a5, i32x4.dot_i16x8_s(v2, high))
        const v3 = v128.load32_splat(values, 12)
        a6 = i32x4.add(a6, i32x4.dot_i16x8_s(v3, low))
        a7 = i32x4.add(a7, i32x4.dot_i16x8_s(v3, high))
        values += PAIR
      }
      const u0 = load<f32>(unit), u1 = load<f32>(unit, 4), u2 = load<f32>(unit, 8), u3 = load<f32>(unit, 12)
      put(a0, u0, s0, b0, out), put(a1, u0, s1, b1, out + 16)
      put(a2, u1, s0, b0, out + stride), put(a3, u1, s1, b1, out + stride + 16)
      put(a4, u2, s0, b0, out + 2 * stride), put(a5, u2, s1, b1, out + 2 * stride + 16)
      put(a6, u3, s0, b0, out + 3 * stride), put(a7, u3, s1, b1, out + 3 * stride + 16)
      unit += 16
      out += 4 * stride
    }
  }
}

/**
 * Rows of float32 to the form of the values: each row's greatest value becomes `most`, and its unit is written to
 * `units`. `stride` is the bytes from row to row; `columns` is a multiple of 8. A row of zeros has the unit 0.
 */
export function activate(from: usize, stride: usize, to: usize, units: usize, n: i32, columns: i32, most: f32): void {
  const end = usize(columns) << 2
  const block = usize(columns >> 1) * PAIR
  for (let t = 0; t < n; t++) {
    let top = f32x4.splat(0)
    for (let c: usize = 0; c < end; c += 16) top = f32x4.max(top, f32x4.abs(v128.load(from + c)))
    const greatest = max<f32>(
      max<f32>(f32x4.extract_lane(top, 0), f32x4.extract_lane(top, 1)),
      max<f32>(f32x4.extract_lane(top, 2), f32x4.extract_lane(top, 3)),
    )
    store<f32>(units, greatest / most)
    const times = f32x4.splat(greatest > 0 ? most / greatest : 0)
    let out = to + usize(t / BLOCK) * block + usize(t % BLOCK) * 4
    for (let c: usize = 0; c < end; c += 32) {
      const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from + c), times)))
      const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(from + c, 16), times)))
      const eight = i16x8.narrow_i32x4_s(low, high)
      v128.store32_lane(out, eight, 0)
      v128.store32_lane(out, eight, 1, 16)
      v128.store32_lane(out, eight, 2, 32)
      v128.store32_lane(out, eight, 3, 48)
      out += 64
    }
    from += stride
    units += 4
  }
}
