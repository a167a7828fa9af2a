/** The arithmetic of the encoder, compiled by tools/build-kernel.mjs. Addresses are bytes in the module's memory. */
export { attend } from './attention'
export { arcs, greatest, greatestOfRows, leak, weigh } from './heads'
export { activate, multiply } from './matrix'
export { addNorm, embed, gelu, pool } from './rows'
