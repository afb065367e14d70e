/**
 * The analysis engine: categorised transactions → contracts and the results of every module, as they go over the wire.
 * Pure: no clock, no I/O; the same input in any order gives the same output.
 */
export { analyze } from './analyze.ts';
export type {
  AnalysisInput,
  CategorizedTransaction,
  Contract,
} from './engine.types.ts';
