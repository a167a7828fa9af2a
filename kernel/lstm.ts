import { PAIR } from './matrix'
import { sigmoid4, tanh4, toInt16 } from './values'

/** A state lies between -1 and 1; 1 is the greatest int16. */
const ONE: f32 = 32767

// @ts-ignore: decorator
@inline
function gate(sum: v128, scale: usize, input: usize): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), v128.load(scale)), v128.load(input))
}

/** Four units of one token: new cell to `cell`, new state to `state`. */
// @ts-ignore: decorator
@inline
function unit(i: v128, f: v128, g: v128, o: v128, scale: usize, input: usize, cell: usize, state: usize): void {
  const kept = f32x4.mul(sigmoid4(gate(f, scale + 16, input + 16)), v128.load(cell))
  const taken = f32x4.mul(sigmoid4(gate(i, scale, input)), tanh4(gate(g, scale + 32, input + 32)))
  const now = f32x4.add(kept, taken)
  v128.store(cell, now)
  const out = f32x4.mul(sigmoid4(gate(o, scale + 48, input + 48)), tanh4(now))
  toInt16(f32x4.mul(out, f32x4.splat(ONE)), state)
}

/**
 * One step of an LSTM direction for `n` sentences. `before` (int16, `stride` bytes a sentence) are the states of the
 * step before, `pairs` pairs of units (0 at a sentence's first step); `inputs` (float32) what the inputs gave the gates;
 * `cells` (float32) are renewed, and the new states written to `states` (int16, `stride` bytes a sentence).
 */
export function step(
  before: usize, states: usize, stride: usize, matrix: usize, scale: usize, inputs: usize, cells: usize, n: i32,
  units: i32, pairs: i32,
): void {
  const panelBytes = usize(units >> 1) * PAIR
  const inputStride = usize(units) << 4
  const cellStride = usize(units) << 2
  const used = usize(pairs) * PAIR
  for (let p = 0; p < units >> 2; p++) {
    const panel = matrix + usize(p) * panelBytes
    const end = panel + used
    const s = scale + usize(p) * 64
    let h = before
    let state = states + usize(p) * 8
    let input = inputs + usize(p) * 64
    let cell = cells + usize(p) * 16
    let t = 0
    for (; t + 1 < n; t += 2) {
      let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0
      let hp = h
      let hq = h + stride
      for (let w = panel; w < end; w += PAIR) {
        const u = v128.load32_splat(hp)
        const v = v128.load32_splat(hq)
        const w0 = v128.load(w), w1 = v128.load(w, 16), w2 = v128.load(w, 32), w3 = v128.load(w, 48)
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(u, w0))
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(u, w1))
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(u, w2))
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(u, w3))
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(v, w0))
        b1 = i32x4.add(b1, i32x4.dot_i16x8_s(v, w1))
        b2 = i32x4.add(b2, i32x4.dot_i16x8_s(v, w2))
        b3 = i32x4.add(b3, i32x4.dot_i16x8_s(v, w3))
        hp += 4
        hq += 4
      }
      unit(a0, a1, a2, a3, s, input, cell, state)
      unit(b0, b1, b2, b3, s, input + inputStride, cell + cellStride, state + stride)
      h += 2 * stride
      state += 2 * stride
      input += 2 * inputStride
      cell += 2 * cellStride
    }
    if (t < n) {
      let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0
      let hp = h
      for (let w = panel; w < end; w += PAIR) {
        const u = v128.load32_splat(hp)
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(u, v128.load(w)))
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(u, v128.load(w, 16)))
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(u, v128.load(w, 32)))
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(u, v128.load(w, 48)))
        hp += 4
      }
      unit(a0, a1, a2, a3, s, input, cell, state)
    }
  }
}
