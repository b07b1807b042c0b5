import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconFileUnknown, IconPlus, IconShieldQuestion } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import type { ArchiveNode } from '#shared/contract/window/archive';
import { Empty } from '../../components/empty';
import { service, useQueryOf } from '../../service/use-service';
import tone from '../../components/tone.module.css';
import classes from './tree.module.css';
import { nodeName } from './node-name';
import { percentOf, type Place, placeOf, samePlace } from './place';
import { useWaysInWords } from './ways-in-words';
import { useArchiveWords } from './words';

/** Fonds, terms and boxes with the share of their pages that is checked. */
export function ArchiveTree({
  nodes,
  place,
  loose,
  onPlace,
  onLoose,
  waiting,
  onWaiting,
  onNew,
}: {
  nodes: readonly ArchiveNode[];
  place: Place;
  loose: boolean;
  onPlace(place: Place): void;
  onLoose(): void;
  waiting: boolean;
  onWaiting(): void;
  onNew(): void;
}) {
  const say = useArchiveWords();
  const unfiled = useQueryOf(['records', 'archiveFile', 'loose-count'], () =>
    service().records.counts({
      queries: [
        { type: 'archiveDocument', filters: [{ field: 'file', op: 'empty' }] },
        { type: 'archiveFile', filters: [{ field: 'secrecyState', op: 'eq', value: 'CHO_HUONG_DAN' }] },
      ],
    }),
  );
  const looseCount = unfiled.data?.counts[0] ?? 0;
  const waitingCount = unfiled.data?.counts[1] ?? 0;
  const sayWays = useWaysInWords();
  return (
    <>
      <header className={classes.treeHead}>
        <div>
          <h1>{say('store')}</h1>
          <p className={tone.quiet}>{say('fondsCount', { count: nodes.length })}</p>
        </div>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={onNew}>
          {say('newFonds')}
        </Button>
      </header>
      <div className={classes.treeBody}>
        {nodes.length === 0 && <Empty title={say('emptyStore')} hint={say('emptyStoreHint')} />}
        <ul role="tree" aria-label={say('store')} onKeyDown={moveFocus}>
          {nodes.map((node) => (
            <TreeNode key={node.key} node={node} level={1} place={place} loose={loose} onPlace={onPlace} />
          ))}
        </ul>
        {(waitingCount > 0 || waiting) && (
          <button type="button" className={classes.loose} aria-pressed={waiting} onClick={onWaiting}>
            <IconShieldQuestion size={16} /> <span>{sayWays('waiting')}</span> <b>{waitingCount}</b>
          </button>
        )}
        {(looseCount > 0 || loose) && (
          <button type="button" className={classes.loose} aria-pressed={loose} onClick={onLoose}>
            <IconFileUnknown size={16} /> <span>{say('loose')}</span> <b>{looseCount}</b>
          </button>
        )}
      </div>
    </>
  );
}

function TreeNode({
  node,
  level,
  place,
  loose,
  onPlace,
}: {
  node: ArchiveNode;
  level: number;
  place: Place;
  loose: boolean;
  onPlace(place: Place): void;
}) {
  const say = useArchiveWords();
  const own = placeOf(node);
  const inside = place.fonds === own.fonds && (own.term === undefined || place.term === own.term);
  const [open, setOpen] = useState(level === 1 || inside);
  const selected = !loose && samePlace(own, place);
  const name = nodeName(node, say);
  const percent = percentOf(node.progress);
  const leaf = node.children.length === 0;
  const toggle = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight' && !open && !leaf) setOpen(true);
    else if (event.key === 'ArrowLeft' && open && !leaf) setOpen(false);
    else if (event.key === 'Enter' || event.key === ' ') onPlace(own);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li
      role="treeitem"
      aria-level={level}
      aria-selected={selected}
      aria-expanded={leaf ? undefined : open}
      tabIndex={selected || (level === 1 && place.fonds === undefined) ? 0 : -1}
      className={classes.node}
      onKeyDown={toggle}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events jsx-a11y/no-static-element-interactions -- the tree item itself answers the keys */}
      <div
        className={classes.nodeRow}
        data-kind={node.kind}
        style={{ paddingLeft: 4 + (level - 1) * 18 }}
        onClick={() => {
          onPlace(own);
          setOpen(true);
        }}
      >
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events jsx-a11y/no-static-element-interactions -- arrow keys open and close */}
        <span
          className={classes.chevron}
          onClick={(event) => {
            event.stopPropagation();
            setOpen((now) => !now);
          }}
        >
          {!leaf && (open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />)}
        </span>
        <span className={classes.nodeName} title={name}>
          {name}
        </span>
        <span className={classes.nodePercent}>{say('percent', { percent })}</span>
        <span className={classes.nodeBar}>
          <span data-full={percent === 100} style={{ width: `${percent}%` }} />
        </span>
      </div>
      {open && !leaf && (
        <ul role="group">
          {node.children.map((child) => (
            <TreeNode key={child.key} node={child} level={level + 1} place={place} loose={loose} onPlace={onPlace} />
          ))}
        </ul>
      )}
    </li>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  event.preventDefault();
}
