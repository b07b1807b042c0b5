import { Fragment } from 'react';
import { navigate } from '../../app/navigation';
import { chapters, pictureUrl } from './guide-text';
import classes from './guide.module.css';
import type { Block, Inline } from './markdown';

/** Draws what was read from the guide; nothing of it is ever HTML text. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className={classes.text} lang="vi">
      {blocks.map((block, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the text never changes
        <BlockView key={at} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 id={block.id} tabIndex={-1}>
          {block.text}
        </h3>
      );
    case 'paragraph':
      return (
        <p>
          <Words content={block.content} />
        </p>
      );
    case 'note':
      return (
        <p className={classes.note}>
          <Words content={block.content} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the text never changes
        <li key={at}>
          <Words content={item} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <TableView head={block.head} rows={block.rows} />;
    case 'picture':
      return (
        <figure>
          <img src={pictureUrl(block.file)} alt={block.text} loading="lazy" />
          <figcaption aria-hidden>{block.text}</figcaption>
        </figure>
      );
    case 'comment':
      return null;
  }
}

const TableView = ({ head, rows }: Pick<Extract<Block, { kind: 'table' }>, 'head' | 'rows'>) => (
  <table>
    <thead>
      <tr>
        {head.map((cell, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the text never changes
          <th key={at} scope="col">
            <Words content={cell} />
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((cells, row) => (
        // oxlint-disable-next-line react/no-array-index-key -- the text never changes
        <tr key={row}>
          {cells.map((cell, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the text never changes
            <td key={at}>
              <Words content={cell} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

function Words({ content }: { content: readonly Inline[] }) {
  return content.map((part, at) => {
    const key = at;
    switch (part.kind) {
      case 'text':
        return <Fragment key={key}>{part.text}</Fragment>;
      case 'strong':
        return <strong key={key}>{part.text}</strong>;
      case 'em':
        return <em key={key}>{part.text}</em>;
      case 'key':
        return <kbd key={key}>{part.text}</kbd>;
      case 'link':
        return (
          <button key={key} type="button" className="link" onClick={() => openPlace(part.to)}>
            {part.text}
          </button>
        );
    }
  });
}

/** Goes to a heading of the guide: `#dong-bo`. Other addresses are not followed; the guide holds none. */
function openPlace(to: string): void {
  const id = to.replace(/^#/, '');
  const chapter = chapters.find((one) => one.id === id || one.blocks.some((block) => block.kind === 'heading' && block.id === id));
  if (chapter) navigate({ screen: 'guide', query: { chapter: chapter.id, ...(id !== chapter.id && { at: id }) } });
}
