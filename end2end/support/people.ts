/** Those of the fictional company who sign in here. */
export const PASSWORD = 'one-rung-at-a-time';

export interface Person {
  /** What they sign in by. */
  readonly name: string;
}

const person = (local: string): Person => ({ name: `${local}@halden.example` });

export const people = {
  /** A representative who is eligible for Team Lead. */
  asha: person('asha.pillai'),
  /** A representative for whom a date is known. */
  rohan: person('rohan.fernandes'),
  /** A representative who was eligible until yesterday. */
  meera: person('meera.joshi'),
  /** A representative of whom nobody can tell. */
  zoya: person('zoya.ahmed'),
  /** A representative with a claim that is not verified. */
  imran: person('imran.khan'),
  /** A representative with a closed warning. */
  karthik: person('karthik.iyer'),
  /** An analyst who may move across. */
  radhika: person('radhika.kapoor'),
  /** A manager with a team. */
  kavya: person('kavya.reddy'),
  /** An operations manager: everybody below. */
  vikram: person('vikram.menon'),
  partner: person('hr.hyderabad'),
  lead: person('hr.lead'),
  auditor: person('auditor'),
  administrator: person('administrator'),
} as const;
