/** A name or a sentence in both languages. */
export interface Names {
  zh: string;
  /** null where there is no English name */
  en: string | null;
}

export interface Sentence {
  zh: string;
  en: string;
}

export type Problem = 'empty' | 'length' | 'character' | 'department' | 'category' | 'region' | 'check_character'
  | 'subject_check_character' | 'subject_form' | 'formatting' | 'birth_date' | 'sequence' | 'century';

export type Kind = 'uscc' | 'citizen_id' | 'registration_number' | 'old_registration_number' | 'cooperative_number'
  | 'tax_number' | 'orgcode' | 'fujian_pilot' | 'complement_forgotten' | 'truncated' | 'rounded' | 'masked'
  | 'placeholder' | 'words' | 'empty' | 'contains_code' | 'several_codes';

export interface Diagnosis {
  valid: boolean;
  /** the value, also where only formatting is wrong */
  cleaned: string | null;
  problem: Problem | null;
  /** of the character at fault, from 1, in characters (code points) without the blanks around the text */
  position: number | null;
  /** why it is not valid: what the server says in message, in both languages */
  message: Sentence | null;
  /** what the text is instead; of a valid code, what it rather is than a code */
  kind: Kind | null;
}

export interface UsccDiagnosis extends Diagnosis {
  /** the code that was probably meant */
  suggestion: string | null;
  /** what to do: the HINT of the server */
  hint: Sentence | null;
}

export interface Suggestion {
  suggestion: string;
  change: 'none' | 'formatting' | 'confusable' | 'swap' | 'substitution' | 'lost' | 'inserted' | 'doubled';
  /** from 1, in characters (code points) without the blanks around the text */
  position: number | null;
  given: string | null;
  meant: string | null;
  /** how likely it is what was meant, 0 to 1 */
  score: number;
}

export interface Found {
  found: string;
  /** of its first character, from 1, in characters (code points) */
  position: number;
  /** as it is written in the text */
  original: string;
  standard: boolean;
}

export interface UsccFields {
  code: string;
  department: string;
  category: string;
  /** six digits */
  region: string;
  subject: string;
  checkCharacter: string;
  /** null where the subject was issued with a wrong check character */
  orgcode: string | null;
  isStandard: boolean;
  /** null if they are not assigned */
  departmentName: Names | null;
  categoryName: Names | null;
  /** null before loadNames(), and of a code that is not known */
  regionName: Names | null;
}

export interface OrgcodeFields {
  code: string;
  body: string;
  checkCharacter: string;
  isPrivateUse: boolean;
}

export interface AdcodeFields {
  code: string;
  level: 'national' | 'province' | 'prefecture' | 'county';
  parent: string | null;
  province: string;
  prefecture: string | null;
  /** null before loadNames(), and of a code that is not known */
  name: Names | null;
}

/** Every function throws a TypeError for what is not a string. */
export interface Uscc {
  /** Is it a unified social credit code? Blanks around it and lower case are taken, nothing else. */
  isValid(text: string): boolean;
  /** Is it a code that follows the standards to the letter? One that does not may be something else. */
  isStandard(text: string): boolean;
  /** The code, if formatting alone keeps the text from being one; or null. */
  clean(text: string): string | null;
  diagnose(text: string): UsccDiagnosis;
  /** Codes that a text with one mistake may stand for, the likeliest first. */
  suggest(text: string, max?: number): Suggestion[];
  /** Every code in a text. */
  scan(text: string): Found[];
  /** null if the text is not valid; so for all fields */
  fields(text: string): UsccFields | null;
  orgcode: {
    isValid(text: string): boolean;
    clean(text: string): string | null;
    diagnose(text: string): Diagnosis;
    fields(text: string): OrgcodeFields | null;
  };
  adcode: {
    isValid(text: string): boolean;
    clean(text: string): string | null;
    fields(text: string): AdcodeFields | null;
    /** The name of a year, or the last one. Needs loadNames(), as do the next two. */
    name(code: string, year?: number): Names | null;
    /** The names from the province down, in Chinese. */
    path(code: string, year?: number): string | null;
    /** The divisions of today that it lives on in. */
    successors(code: string): string[];
  };
  citizenId: {
    isValid(text: string): boolean;
    clean(text: string): string | null;
    diagnose(text: string): Diagnosis;
    /** The division and the last four characters, with asterisks between; null if it is not valid. */
    mask(text: string): string | null;
    /** A text with asterisks in place of the birth dates of the citizen numbers in it, to show it or to log it. */
    maskIn(text: string): string;
  };
  /** Loads the names of administrative divisions, once. */
  loadNames(): Promise<void>;
}

/** Loads uscc.wasm, which lies beside uscc.mjs. */
export default function load(): Promise<Uscc>;
