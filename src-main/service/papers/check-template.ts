import type { PaperTemplate } from '#shared/papers/template';
import { paperTemplates } from '#shared/papers/templates/index';
import { AppError } from '#shared/errors/app-error';
import { templateFile } from './word-file';

/** Tags by the list that they stand in; '' for those outside of lists. */
type Tags = ReadonlyMap<string, ReadonlySet<string>>;

export interface TemplateNotes {
  /** Tags of the built-in template that the file does not use: allowed, said. */
  readonly unused: readonly string[];
}

/**
 * Looks through a template that was changed in Word: it can be filled, every tag is one that the program knows, and the parts that no Party
 * paper may lack are there.
 * @throws AppError paper.badTemplate (cannot be filled), paper.unknownTags, paper.missingParts
 */
export async function checkTemplate(template: PaperTemplate, bytes: Uint8Array): Promise<TemplateNotes> {
  const { tags, text } = await readTags(bytes);
  const known = await knownTags(template.about);
  const unknown = flat(tags).filter((tag) => !known.has(tag));
  if (unknown.length > 0) throw new AppError('paper.unknownTags', { tags: unknown.map((tag) => `{${tag}}`).join(', ') });
  const missing = mandatoryOf(template).filter(({ tag, words }) => (tag ? !flat(tags).includes(tag) : !text.includes(words ?? '')));
  if (missing.length > 0) throw new AppError('paper.missingParts', { parts: missing.map(({ name }) => name).join(', ') });
  const own = flat((await readTags(await templateFile(template))).tags);
  return { unused: own.filter((tag) => !flat(tags).includes(tag)) };
}

interface Part {
  readonly name: string;
  readonly tag?: string;
  readonly words?: string;
}

/** Parts without which a paper of its kind is not valid by 05-HD/VPTW. */
function mandatoryOf({ kind, title }: PaperTemplate): Part[] {
  const head: Part[] = [{ name: 'ĐẢNG CỘNG SẢN VIỆT NAM', words: 'ĐẢNG CỘNG SẢN VIỆT NAM' }];
  if (kind === 'personal') return head;
  head.push({ name: '{co_quan}', tag: 'co_quan' }, { name: '{ngay}', tag: 'ngay' });
  if (kind === 'paper') head.push({ name: '{so_ky_hieu}', tag: 'so_ky_hieu' });
  if (title !== '') head.push({ name: title, words: title.split(' (')[0] ?? title });
  if (kind === 'index') head.push({ name: '{#tai_lieu}', tag: 'tai_lieu' });
  return head;
}

async function readTags(bytes: Uint8Array): Promise<{ tags: Tags; text: string }> {
  const [{ default: PizZip }, { default: Docxtemplater }, { default: InspectModule }] = await Promise.all([
    import('pizzip'),
    import('docxtemplater'),
    import('docxtemplater/js/inspect-module.js'),
  ]);
  try {
    const inspect = new InspectModule();
    const document = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, linebreaks: true, modules: [inspect] });
    const tags = new Map<string, Set<string>>();
    collect(inspect.getAllTags() as Nested, '', tags);
    return { tags, text: document.getFullText() };
  } catch (error) {
    throw new AppError('paper.badTemplate', {}, error);
  }
}

interface Nested {
  readonly [tag: string]: Nested;
}

function collect(nested: Nested, list: string, into: Map<string, Set<string>>): void {
  const here = into.get(list) ?? new Set<string>();
  into.set(list, here);
  for (const [tag, inner] of Object.entries(nested)) {
    here.add(tag);
    if (Object.keys(inner).length > 0) collect(inner, tag, into);
  }
}

const flat = (tags: Tags): string[] => [...new Set([...tags.values()].flatMap((each) => [...each]))];

const known = new Map<string, Promise<ReadonlySet<string>>>();
/** Every tag that a template of this kind may use: those of all built-in ones about the same. */
function knownTags(about: PaperTemplate['about']): Promise<ReadonlySet<string>> {
  const key = about ?? 'case';
  const before = known.get(key);
  if (before) return before;
  const made = Promise.all(
    paperTemplates.filter((one) => one.about === about).map(async (one) => flat((await readTags(await templateFile(one))).tags)),
  ).then((all) => new Set(all.flat()));
  known.set(key, made);
  return made;
}
