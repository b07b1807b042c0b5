import { notice } from '../../app/notices';
import { shell } from '../../service/connection';
import { queries } from '../../service/queries';
import { service } from '../../service/use-service';
import { useTemplateWords } from './words';

export type Template = Awaited<ReturnType<ReturnType<typeof service>['papers']['templates']>>['templates'][number];
export const templatesKey = ['papers', 'templates'] as const;
export const templatesChanged = () => queries.invalidateQueries({ queryKey: templatesKey });

/** Writes the template in use, or one of its versions, where the person says. */
export async function give({ id, name }: Template, version?: string): Promise<void> {
  const file = await shell().saveFile({ defaultName: `${name}.docx` });
  if (!file) return;
  await service().papers.give({ template: id, file, ...(version ? { version } : {}) });
  notice(useTemplateWords.say('given', { file }));
}

/** Takes over a template that was changed in Word; what it no longer fills is said. */
export async function take({ id, name }: Template): Promise<void> {
  const [file] = await shell().pickFiles({ purpose: 'template' });
  if (!file) return;
  const { unused } = await service().papers.take({ template: id, file });
  await templatesChanged();
  notice(useTemplateWords.say('taken', { name }));
  if (unused.length > 0) notice(useTemplateWords.say('unused', { tags: unused.map((tag) => `{${tag}}`).join(', ') }));
}
