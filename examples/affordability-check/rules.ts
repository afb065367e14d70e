// The rules: pure, so that a decision can be repeated and explained. The limits are made up; put in your own.

/** An amount per month in major units, and the bookings that it was made of. */
export interface Figure {
  amount: number;
  transactionIds: string[];
}

/** What is known about a customer. */
export interface Facts {
  currency: string;
  /** From the first to the last booking. */
  observedDays: number;
  /** What comes regularly and has not ended. */
  income: Figure;
  /** What goes out regularly: rent, energy, insurance … Without credits. */
  fixedCosts: Figure;
  /** Instalments of running credits. */
  credits: Figure;
  /** Average stakes of the last six months. */
  gambling: Figure;
  /** Bookings of the last twelve months. */
  garnishments: string[];
  collections: string[];
  /** How often a debit came back in the last six months; a return and its fee are one. */
  returnedDebits: { count: number; transactionIds: string[] };
}

type Outcome = 'yes' | 'refer' | 'no';

export interface Reason {
  rule: string;
  isKept: boolean;
  /** What it means when it is not kept; `refer`: a person has to look. */
  otherwise: Exclude<Outcome, 'yes'>;
  /** What was seen, against what is asked. */
  says: string;
  transactionIds: string[];
}

export interface Decision {
  outcome: Outcome;
  reasons: Reason[];
}

const LIMITS = {
  observedDays: 90,
  /** A month, for food, clothes and all that has no contract. */
  livingCosts: 850,
  /** Of the income, for all instalments together. */
  debtShare: 0.35,
  gamblingShare: 0.05,
  returnedDebits: 2,
};

/** Whether somebody can afford `instalment` a month (major units). The first rule that is not kept decides. */
export function decide(facts: Facts, instalment: number): Decision {
  const reasons = [...rulesOfKnowledge(facts), ...rulesOfMoney(facts, instalment), ...rulesOfConduct(facts)];
  return { outcome: reasons.find(({ isKept }) => !isKept)?.otherwise ?? 'yes', reasons };
}

/** Without these nothing can be calculated: that is no reason to refuse, but one to ask. */
function rulesOfKnowledge({ observedDays, income, currency }: Facts): Reason[] {
  return [
    {
      rule: 'enough is known',
      isKept: observedDays >= LIMITS.observedDays,
      otherwise: 'refer',
      says: `${observedDays} days of bookings, at least ${LIMITS.observedDays}`,
      transactionIds: [],
    },
    {
      rule: 'income is regular',
      isKept: income.amount > 0,
      otherwise: 'refer',
      says: `${income.amount.toFixed(2)} ${currency} a month`,
      transactionIds: income.transactionIds,
    },
  ];
}

function rulesOfMoney({ income, fixedCosts, credits, garnishments, currency }: Facts, instalment: number): Reason[] {
  const instalments = credits.amount + instalment;
  const left = income.amount - fixedCosts.amount - instalments - LIMITS.livingCosts;
  const money = (amount: number) => amount.toFixed(2);
  return [
    {
      rule: 'no garnishment',
      isKept: garnishments.length === 0,
      otherwise: 'no',
      says: `${garnishments.length} in twelve months`,
      transactionIds: garnishments,
    },
    {
      rule: 'not too many instalments',
      isKept: instalments <= income.amount * LIMITS.debtShare,
      otherwise: 'no',
      says: `${money(instalments)} ${currency} with this one, at most ${percent(LIMITS.debtShare)} of the income`,
      transactionIds: credits.transactionIds,
    },
    {
      rule: 'money is left',
      isKept: left >= 0,
      otherwise: 'no',
      says:
        `${money(income.amount)} income - ${money(fixedCosts.amount)} fixed costs - ${money(instalments)} instalments` +
        ` - ${money(LIMITS.livingCosts)} living = ${money(left)} ${currency}`,
      transactionIds: fixedCosts.transactionIds,
    },
  ];
}

/** A statement hints at these, and may be wrong about them. */
function rulesOfConduct({ income, collections, returnedDebits, gambling, currency }: Facts): Reason[] {
  return [
    {
      rule: 'no debt collection',
      isKept: collections.length === 0,
      otherwise: 'refer',
      says: `${collections.length} payments in twelve months`,
      transactionIds: collections,
    },
    {
      rule: 'debits are honoured',
      isKept: returnedDebits.count <= LIMITS.returnedDebits,
      otherwise: 'refer',
      says: `${returnedDebits.count} returned in six months, at most ${LIMITS.returnedDebits}`,
      transactionIds: returnedDebits.transactionIds,
    },
    {
      rule: 'little gambling',
      isKept: gambling.amount <= income.amount * LIMITS.gamblingShare,
      otherwise: 'refer',
      says: `${gambling.amount.toFixed(2)} ${currency} a month, at most ${percent(LIMITS.gamblingShare)} of the income`,
      transactionIds: gambling.transactionIds,
    },
  ];
}

const percent = (share: number) => `${share * 100} %`;
