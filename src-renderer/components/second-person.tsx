import { Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { ApprovalView } from '#shared/contract/window/security';
import { may } from '#shared/secrecy/roles';
import { noticeOfFailure } from '../app/notices';
import { defineWords } from '../i18n/words';
import { queries } from '../service/queries';
import { service, useQueryOf } from '../service/use-service';
import classes from './second-person.module.css';

const useWords = defineWords('second-person', {
  vi: {
    title: 'Xin người thứ hai duyệt',
    reason: 'Lý do',
    ask: 'Gửi yêu cầu',
    asked: 'Đã gửi yêu cầu. Người có quyền duyệt thấy yêu cầu này ở Thiết lập › Phê duyệt; được duyệt rồi thì làm lại việc này.',
    here: 'Người duyệt đang ở đây',
    who: 'Người duyệt',
    passphrase: 'Mật khẩu của người duyệt',
    approve: 'Duyệt',
    approved: 'Đã duyệt, dùng một lần trong 24 giờ. Làm lại việc này.',
    nobody: 'Chưa có người thứ hai có quyền duyệt.',
  },
  en: {
    title: 'Ask a second person to approve',
    reason: 'Reason',
    ask: 'Ask',
    asked: 'Asked. Who may approve sees it under Settings › Approvals; once it is approved, do this again.',
    here: 'Somebody who may approve is here',
    who: 'Who approves',
    passphrase: 'Their passphrase',
    approve: 'Approve',
    approved: 'Approved, to be used once within 24 hours. Do this again.',
    nobody: 'There is no second person who may approve.',
  },
});

/**
 * Four eyes: asks for an approval, or lets the second person give it here with their passphrase, which is kept no longer than the answer.
 * What it is for is then done again by the person.
 */
export function SecondPerson({ action, recordId }: { action: ApprovalView['action']; recordId: string }) {
  const say = useWords();
  const me = useQueryOf(['security', 'me'], () => service().security.me());
  const people = useQueryOf(['security', 'people'], () => service().security.people());
  const [reason, setReason] = useState('');
  const [who, setWho] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [done, setDone] = useState<'asked' | 'approved'>();
  const [busy, setBusy] = useState(false);
  const others = (people.data?.people ?? []).filter(({ id, role }) => id !== me.data?.userId && may(role, 'approve'));
  const work = async (call: () => Promise<unknown>, then: 'asked' | 'approved') => {
    setBusy(true);
    try {
      await call();
      setDone(then);
      await queries.invalidateQueries();
    } catch (error) {
      noticeOfFailure(error);
    } finally {
      setPassphrase('');
      setBusy(false);
    }
  };
  const ask = (event: FormEvent) => {
    event.preventDefault();
    void work(() => service().security.ask({ action, recordId, reason }), 'asked');
  };
  if (done)
    return (
      <p className={classes.done} role="status">
        {say(done)}
      </p>
    );
  return (
    <form className={classes.form} onSubmit={ask} aria-label={say('title')}>
      <TextInput label={say('reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={500} required />
      <div className={classes.row}>
        <Select
          label={say('who')}
          placeholder={others.length === 0 ? say('nobody') : undefined}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={who}
          onChange={setWho}
          disabled={others.length === 0}
        />
        <PasswordInput
          label={say('passphrase')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          autoComplete="off"
          maxLength={200}
          disabled={others.length === 0}
        />
      </div>
      <div className={classes.acts}>
        <Button type="submit" size="sm" variant="default" disabled={reason.trim() === '' || busy}>
          {say('ask')}
        </Button>
        <Button
          size="sm"
          disabled={reason.trim() === '' || who === null || passphrase === ''}
          loading={busy}
          title={say('here')}
          onClick={() =>
            void work(() => service().security.approveHere({ action, recordId, reason, userId: who ?? '', passphrase }), 'approved')
          }
        >
          {say('approve')}
        </Button>
      </div>
    </form>
  );
}
