import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Problem } from '../../components/problem';
import { callError, type CallError } from '../../service/app-error';
import { service, useQueryOf } from '../../service/use-service';
import classes from './aside.module.css';
import { useReportWords } from './words';

/** Sửa biểu: the definition of a form, which is data; what cannot be read as a form is refused and changes nothing. */
export function EditForm({ form, onClose }: { form: string; onClose: () => void }) {
  const say = useReportWords();
  const found = useQueryOf(['work', 'statistics', 'definition', form], () => service().statistics.definition({ form }));
  const [typed, setTyped] = useState<string>();
  const [basis, setBasis] = useState('');
  const [failure, setFailure] = useState<CallError>();
  const save = async (content: string | null) => {
    try {
      await service().statistics.define({ form, content, basis });
      onClose();
    } catch (error) {
      setFailure(callError(error));
    }
  };
  const content = typed ?? found.data?.content ?? '';
  return (
    <aside className={classes.aside} aria-label={say('editTitle', { form })}>
      <h2>{say('editTitle', { form })}</h2>
      <p>{say('editText')}</p>
      <TextInput label={say('editBasis')} value={basis} maxLength={500} onChange={({ currentTarget }) => setBasis(currentTarget.value)} />
      <Textarea
        label={say('editJson')}
        value={content}
        rows={18}
        spellCheck={false}
        classNames={{ input: classes.json }}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {failure && <Problem error={failure} />}
      <div className={classes.acts}>
        <Button disabled={typed === undefined} onClick={() => void save(content)}>
          {say('editSave')}
        </Button>
        {found.data?.changed && (
          <Button variant="default" onClick={() => void save(null)}>
            {say('editReset')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </aside>
  );
}
