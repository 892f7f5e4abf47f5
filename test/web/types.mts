// What a user of the package writes, for TypeScript to check.
import load, { type Kind, type UsccDiagnosis } from 'uscc';

const uscc = await load();
const diagnosis: UsccDiagnosis = uscc.diagnose('9135O100M000100Y43');
const kind: Kind | null = diagnosis.kind;
const chinese: string = diagnosis.message?.zh ?? '';
const codes: string[] = uscc.scan('').map(({ found }) => found);
await uscc.loadNames();
const name: string | null | undefined = uscc.adcode.name('350100', 1990)?.en;
const masked: string = uscc.citizenId.mask('') ?? uscc.citizenId.maskIn('');
// @ts-expect-error: a number is not a text
uscc.isValid(91);
// @ts-expect-error: citizen numbers are not suggested
uscc.citizenId.suggest('');
export { kind, chinese, codes, name, masked };
