import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { navigate, useRoute } from '../../app/navigation';
import { service, useQueryOf } from '../../service/use-service';
import { openRecord } from '../open-record';
import { VerifyScreen } from '../verification/verify-screen';
import { PageScreen } from './page-screen';
import { usePageWords } from './words';

/** Trang: one page beside its text; without a page the list of those that wait to be checked. */
export function PagesScreen() {
  const { id, query } = useRoute();
  if (id === undefined) return <VerifyScreen />;
  if (query?.type === 'archiveDocument') return <FirstPage documentId={id} />;
  return <PageScreen key={id} id={id} find={query?.find ?? ''} part={query?.part === '1'} />;
}

/** An address that names a document leads to its first page. */
function FirstPage({ documentId }: { documentId: string }) {
  const say = usePageWords();
  const pages = useQueryOf(['archive', 'pagesOfDocument', documentId], () => service().archive.pagesOfDocument({ documentId }));
  const document = useQueryOf(['records', 'archiveDocument', documentId], () =>
    service().records.get({ type: 'archiveDocument', id: documentId }),
  );
  const first = pages.data?.pages[0]?.id;
  useEffect(() => {
    if (first !== undefined) navigate({ screen: 'pages', id: first }, { replace: true });
  }, [first]);
  if (pages.error) return <Problem error={pages.error} retry={() => void pages.refetch()} />;
  if (!pages.data || first !== undefined) return <div aria-busy="true" />;
  const file = document.data?.record.values.file;
  return (
    <Empty
      title={say('noPages')}
      hint={say('noPagesHint')}
      action={typeof file === 'string' && <Button onClick={() => void openRecord('archiveFile', file)}>{say('openFile')}</Button>}
    />
  );
}
