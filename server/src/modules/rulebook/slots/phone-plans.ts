/** How numbers are written within a country; https://www.itu.int/oth/T0202.aspx?parent=T0202 */
interface PhonePlan {
  /** Without the +. */
  code: string;
  /** Written before a number within the country, and left out behind the code. */
  trunk: '0' | '';
  /** Digits of a number without trunk; only needed where there is none. */
  digits?: number;
}

const PLANS: Readonly<Record<string, PhonePlan>> = {
  DE: { code: '49', trunk: '0' },
  AT: { code: '43', trunk: '0' },
  CH: { code: '41', trunk: '0' },
  LI: { code: '423', trunk: '', digits: 7 },
  GB: { code: '44', trunk: '0' },
  IE: { code: '353', trunk: '0' },
  FR: { code: '33', trunk: '0' },
  NL: { code: '31', trunk: '0' },
  BE: { code: '32', trunk: '0' },
  SE: { code: '46', trunk: '0' },
  FI: { code: '358', trunk: '0' },
  AU: { code: '61', trunk: '0' },
  NZ: { code: '64', trunk: '0' },
  IT: { code: '39', trunk: '', digits: 10 },
  ES: { code: '34', trunk: '', digits: 9 },
  PT: { code: '351', trunk: '', digits: 9 },
  PL: { code: '48', trunk: '', digits: 9 },
  CZ: { code: '420', trunk: '', digits: 9 },
  DK: { code: '45', trunk: '', digits: 8 },
  NO: { code: '47', trunk: '', digits: 8 },
  US: { code: '1', trunk: '', digits: 10 },
  CA: { code: '1', trunk: '', digits: 10 },
};

/** Digits as they are dialled within a country, in E.164; null when they are no number there, or the country is not known. */
export function toInternational(digits: string, country: string): string | null {
  const plan = PLANS[country];
  if (!plan) return null;
  const { code, trunk, digits: length } = plan;
  if (trunk !== '') return digits.startsWith(trunk) ? `+${code}${digits.slice(trunk.length)}` : null;
  // Americans write the 1 of their code also among themselves.
  const own = code === '1' && digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  return own.length === length ? `+${code}${own}` : null;
}
