/**
 * The analysis engine: categorised transactions → contracts and the results of every module, as they go over the wire.
 * Pure: no clock, no I/O; the same input in any order gives the same output.
 */
export { analyze } from './analyze.ts';
export type {
  AnalysisInput,
  AnalysisOutput,
  CategorizedTransaction,
  Contract,
  ContractStatus,
  Frequency,
  PriceChange,
  UserType,
} from './engine.types.ts';
