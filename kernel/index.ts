/** The arithmetic of the parser, compiled by tools/build-kernel.mjs. Addresses are bytes in the module's memory. */
export { arcs, gather, greatest, greatestOfRows, leak, quantise, weigh } from './heads'
export { embed, embedMore } from './embed'
export { multiply, pack } from './matrix'
export { step } from './lstm'
