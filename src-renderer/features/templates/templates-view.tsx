import { Button, TextInput } from '@mantine/core';
import { Fragment, useState } from 'react';
import { codeLabel } from '#shared/rules/code-lists/index';
import { fold } from '#shared/text/fold';
import { noticeOfFailure } from '../../app/notices';
import { Chip } from '../../components/chip';
import { Problem } from '../../components/problem';
import panel from '../../components/panel.module.css';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import classes from '../work/work.module.css';
import { give, take, templatesKey } from './template-acts';
import { TemplateVersions } from './template-versions';
import { useTemplateWords } from './words';

const groups = ['case', 'petition'] as const;

/** Mẫu văn bản: each paper out to Word, back again checked, its versions, and the built-in one again. */
export function TemplatesView() {
  const say = useTemplateWords();
  const language = useLanguage();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const templates = useQueryOf(templatesKey, () => service().papers.templates());
  if (templates.isError) return <Problem error={templates.error} retry={() => void templates.refetch()} />;
  if (!templates.data) return <div aria-busy="true" />;
  const all = templates.data.templates.filter(({ name }) => fold(name).includes(fold(words)));
  const chosen = templates.data.templates.find(({ id }) => id === open);
  return (
    <>
      <p className={classes.note}>{say('lead')}</p>
      <TextInput
        aria-label={say('search')}
        placeholder={say('search')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maw="20rem"
      />
      {chosen && <TemplateVersions template={chosen} onClose={() => setOpen(null)} />}
      <section className={panel.panel} aria-label={say('title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say('name')}</th>
              <th scope="col">{say('type')}</th>
              <th scope="col">{say('inUse')}</th>
              <th scope="col">{say('acts')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((about) => {
              const rows = all.filter((one) => one.about === about);
              return (
                rows.length > 0 && (
                  <Fragment key={about}>
                    <tr>
                      <th scope="rowgroup" colSpan={4}>
                        {say(about === 'case' ? 'aboutCase' : 'aboutPetition')}
                      </th>
                    </tr>
                    {rows.map((one) => (
                      <tr key={one.id}>
                        <td>{one.name}</td>
                        <td>{codeLabel('documentType', one.documentType, language)}</td>
                        <td>
                          {one.changed ? <Chip tone="good">{say('own')}</Chip> : say('builtIn')}{' '}
                          {one.versions.length > 0 && (
                            <button type="button" className="link" onClick={() => setOpen(one.id)}>
                              {say('versions', { count: one.versions.length })}
                            </button>
                          )}
                        </td>
                        <td>
                          <div className={classes.acts}>
                            <Button
                              variant="default"
                              size="compact-sm"
                              aria-label={say('giveOf', { name: one.name })}
                              onClick={() => void give(one).catch(noticeOfFailure)}
                            >
                              {say('give')}
                            </Button>
                            <Button
                              variant="default"
                              size="compact-sm"
                              aria-label={say('takeOf', { name: one.name })}
                              onClick={() => void take(one).catch(noticeOfFailure)}
                            >
                              {say('take')}
                            </Button>
                          </div>
                        </td>
                      </tr>
                    ))}
                  </Fragment>
                )
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}
