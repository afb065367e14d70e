import type { Catalogue } from './catalogue.ts';
import type { InputSchema } from './flow.types.ts';
import type { TypeOf } from './reference-types.ts';
import type { PlacedStep } from './walk-steps.ts';

/** What a single check of a rule looks at. */
export interface CheckedFlow {
  inputSchema: InputSchema;
  catalogue: Catalogue;
  places: readonly PlacedStep[];
  typeOf: TypeOf;
  /** The same for what is said to the customer. */
  typeOfSaid: TypeOf;
}
