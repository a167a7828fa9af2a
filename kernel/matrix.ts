/**
 * Matrices of the parser: int8 weights widened to int16, int16 values, exact 32-bit sums. A product of n columns cannot
 * overflow while n * 127 * 32767 < 2^31, which holds to 516 columns.
 *
 * Packed form: panels of 16 rows; in a panel, for each pair of columns, the 16 rows' pairs side by side. So one vector
 * holds a pair of columns of four rows, and a pair of values, spread over a vector, meets four rows in one instruction.
 */

export const PANEL: i32 = 16

/** Bytes of one pair of columns of a panel. */
// @ts-ignore: decorator
@inline
export const PAIR: usize = 64

/**
 * int8 [rows x columns] to the packed form, which must be zero before. Every `block` rows are spread to `spread` rows,
 * the rest of them left zero.
 */
export function pack(from: usize, to: usize, rows: i32, columns: i32, block: i32, spread: i32): void {
  const panelBytes = usize((columns + 1) >> 1) * PAIR
  for (let r = 0; r < rows; r++) {
    const row = (r / block) * spread + (r % block)
    const panel = to + usize(row / PANEL) * panelBytes + usize(row % PANEL) * 4
    for (let c = 0; c < columns; c++) {
      store<i16>(panel + usize(c >> 1) * PAIR + usize(c & 1) * 2, i16(load<i8>(from + usize(r * columns + c))))
    }
  }
}

/** A row's sums as values: times the row's scale, plus its bias. */
// @ts-ignore: decorator
@inline
export function scaled(sum: v128, scale: usize, bias: usize): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), v128.load(scale)), v128.load(bias))
}

/**
 * y[n x rows] = x[n x columns] * matrix + bias. `x` is int16 with `stride` bytes a row, `y` float32, `panels` the number
 * of panels; columns in `pairs`.
 */
export function multiply(
  x: usize, stride: usize, matrix: usize, scale: usize, bias: usize, y: usize, n: i32, panels: i32, pairs: i32,
): void {
  const panelBytes = usize(pairs) * PAIR
  const outStride = usize(panels) * 64
  for (let p = 0; p < panels; p++) {
    const panel = matrix + usize(p) * panelBytes
    const end = panel + panelBytes
    const s = scale + usize(p) * 64
    const b = bias + usize(p) * 64
    let in0 = x
    let out = y + usize(p) * 64
    let t = 0
    for (; t + 1 < n; t += 2) {
      let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0
      let xp = in0
      let xq = in0 + stride
      for (let w = panel; w < end; w += PAIR) {
        const u = v128.load32_splat(xp)
        const v = v128.load32_splat(xq)
        const w0 = v128.load(w), w1 = v128.load(w, 16), w2 = v128.load(w, 32), w3 = v128.load(w, 48)
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(u, w0))
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(u, w1))
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(u, w2))
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(u, w3))
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(v, w0))
        b1 = i32x4.add(b1, i32x4.dot_i16x8_s(v, w1))
        b2 = i32x4.add(b2, i32x4.dot_i16x8_s(v, w2))
        b3 = i32x4.add(b3, i32x4.dot_i16x8_s(v, w3))
        xp += 4
        xq += 4
      }
      v128.store(out, scaled(a0, s, b))
      v128.store(out, scaled(a1, s + 16, b + 16), 16)
      v128.store(out, scaled(a2, s + 32, b + 32), 32)
      v128.store(out, scaled(a3, s + 48, b + 48), 48)
      const next = out + outStride
      v128.store(next, scaled(b0, s, b))
      v128.store(next, scaled(b1, s + 16, b + 16), 16)
      v128.store(next, scaled(b2, s + 32, b + 32), 32)
      v128.store(next, scaled(b3, s + 48, b + 48), 48)
      in0 += 2 * stride
      out += 2 * outStride
    }
    if (t < n) {
      let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0
      let xp = in0
      for (let w = panel; w < end; w += PAIR) {
        const u = v128.load32_splat(xp)
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(u, v128.load(w)))
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(u, v128.load(w, 16)))
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(u, v128.load(w, 32)))
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(u, v128.load(w, 48)))
        xp += 4
      }
      v128.store(out, scaled(a0, s, b))
      v128.store(out, scaled(a1, s + 16, b + 16), 16)
      v128.store(out, scaled(a2, s + 32, b + 32), 32)
      v128.store(out, scaled(a3, s + 48, b + 48), 48)
    }
  }
}
