import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { PageChangeView, PageSummary } from '#shared/contract/window/archive';
import { notice, noticeOfFailure } from '../../app/notices';
import { service } from '../../service/use-service';
import { useWaysInWords } from './ways-in-words';

/** Pages that are to come in beside or in place of one that is there. */
export interface PlaceOfPages {
  readonly page: PageSummary;
  readonly how: 'replace' | 'before';
  readonly from: 'file' | 'scanner';
}

export const targetOf = ({ page, how }: PlaceOfPages) => ({
  documentId: page.documentId,
  ...(how === 'replace' ? { replacePageId: page.id } : { beforePageId: page.id }),
});

/** What can be done with one page of a document; each change can be taken back. */
export function PageTools({
  page,
  pages,
  onPlace,
}: {
  page: PageSummary;
  pages: readonly PageSummary[];
  onPlace(place: PlaceOfPages): void;
}) {
  const say = useWaysInWords();
  const { archive } = service();
  const at = pages.findIndex(({ id }) => id === page.id);
  const doing = (change: () => Promise<PageChangeView>) => () =>
    void change()
      .then(({ id }) =>
        notice(say('changed'), async () => {
          await archive.undoPages({ changeId: id });
        }),
      )
      .catch(noticeOfFailure);
  const turn = (quarter: 90 | 180 | 270) => doing(() => archive.turnPages({ pageIds: [page.id], quarter }));
  const move = (before: PageSummary | undefined) =>
    doing(() => archive.movePages({ pageIds: [page.id], documentId: page.documentId, ...(before && { beforePageId: before.id }) }));
  return (
    <Menu position="bottom-end" withinPortal keepMounted={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={say('tools', { order: page.order })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={turn(90)}>{say('turnRight')}</Menu.Item>
        <Menu.Item onClick={turn(270)}>{say('turnLeft')}</Menu.Item>
        <Menu.Item onClick={turn(180)}>{say('turnOver')}</Menu.Item>
        <Menu.Item onClick={doing(() => archive.splitPage({ pageId: page.id, at: 0.5 }))}>{say('split')}</Menu.Item>
        {(['file', 'scanner'] as const).map((from) => (
          <Menu.Item key={`replace-${from}`} onClick={() => onPlace({ page, how: 'replace', from })}>
            {say(from === 'file' ? 'replaceByFile' : 'replaceByScan')}
          </Menu.Item>
        ))}
        {(['file', 'scanner'] as const).map((from) => (
          <Menu.Item key={`before-${from}`} onClick={() => onPlace({ page, how: 'before', from })}>
            {say(from === 'file' ? 'insertFile' : 'insertScan')}
          </Menu.Item>
        ))}
        {at > 0 && <Menu.Item onClick={move(pages[at - 1])}>{say('earlier')}</Menu.Item>}
        {at < pages.length - 1 && <Menu.Item onClick={move(pages[at + 2])}>{say('later')}</Menu.Item>}
        <Menu.Item onClick={doing(() => archive.removePages({ pageIds: [page.id], reason: say('removeReason') }))}>
          {say('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
