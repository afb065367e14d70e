/** Where a customer is, and how they write. */
export interface Region {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** IANA: decides what day it is. */
  timeZone: string;
}
