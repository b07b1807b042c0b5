import { Button, Menu } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { paperTemplates } from '#shared/papers/templates/index';
import { noticeOfFailure } from '../../app/notices';
import { makeFromTemplate, usePaperWords } from '../cases/make-paper';

const papers = paperTemplates.filter(({ about }) => about === 'petition');

/** Forwarding slip, proposal, notice and answer as Word files, filled from the petition; the sender stands in none of them. */
export function PetitionPapers({ petitionId }: { petitionId: string }) {
  const say = usePaperWords();
  return (
    <Menu position="top-start" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconFileText size={16} aria-hidden />}>
          {say('make')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {papers.map((paper) => (
          <Menu.Item key={paper.id} onClick={() => void makeFromTemplate(petitionId, paper).catch(noticeOfFailure)}>
            {paper.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
