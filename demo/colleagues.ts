import { addUser } from '../src/commands/put-user.ts';
import type { Journal } from '../src/journal/journal.ts';
import type { User } from '../src/model/user.ts';

const domain = 'almadar.example';

/** Who works at the sample newspaper, one for each role. Nobody has a password; whoever tries it comes in by a printed link. */
export const colleagues: readonly User[] = (
  [
    ['ريم العلي', 'reem', 'administrator', []],
    ['سلمى الكيلاني', 'salma', 'reporter', []],
    ['عمر الحداد', 'omar', 'section-editor', ['economy', 'politics']],
    ['هالة منصور', 'hala', 'managing-editor', []],
    ['دانة فارس', 'dana', 'photo-editor', []],
    ['لؤي صالح', 'louay', 'contributor', []],
  ] as const
).map(([name, email, role, sections], i) => ({
  id: String(i + 1),
  name,
  email: `${email}@${domain}`,
  role,
  sections: [...sections],
  language: 'ar',
}));

/** Takes them in, if nobody works here yet. */
export async function addColleagues(journal: Journal, now: number): Promise<void> {
  if (await journal.current('user', '1')) return;
  await journal.reserve('user', colleagues.length);
  for (const user of colleagues) await addUser({ journal, actor: 'demo', now }, user);
}
