/**
 * ISO 4217 list one: every currency code in use, by the number of decimals of its minor unit.
 * Codes without a minor unit (gold, XDR, XXX, bond market units …) are left out: nothing can be kept in them here.
 */
const ACTIVE: Record<number, string> = {
  0: `BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF`,
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
    CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR
    ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV
    MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD
    SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  3: `BHD IQD JOD KWD LYD OMR TND`,
  4: `CLF UYW`,
};

/** Withdrawn lately (Croatia 2023, Bulgaria 2026 …): the history of an account may still be kept in them. */
const WITHDRAWN: Record<number, string> = { 2: `ANG BGN CUC HRK SLL ZWL` };

/** Currency code → decimals of its minor unit: EUR → 2, JPY → 0. */
export const MINOR_UNIT_DECIMALS: ReadonlyMap<string, number> = new Map(
  [ACTIVE, WITHDRAWN].flatMap((table) =>
    Object.entries(table).flatMap(([decimals, codes]) =>
      codes.split(/\s+/).map((code) => [code, Number(decimals)] as const),
    ),
  ),
);

/** True for an ISO 4217 code that money can be kept in; upper case only. */
export function isCurrency(code: string): boolean {
  return MINOR_UNIT_DECIMALS.has(code);
}
